"""Finds English in the code that no catalogue will ever see. ``python -m locales.unwrapped [PATH…]``.

Whatever reads like a part of a sentence is suspected, unless it is handed to ``tr`` and its
like, is help, a docstring, a pattern or markup. A line that ends in ``# not shown`` is nothing that
a user reads, or nothing to translate; so is a table whose first line ends in it.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from locales.extract import SOURCE

_NO_SENTENCES = {
    "tr", "tr_n", "mark", "listing", "regex", "compile", "getattr", "hasattr", "cast", "TypeVar",
    "AssertionError", "AttributeError", "ParamSpec", "GlossaryFormat",
}  # fmt: skip
_NO_TEXTS = {"help", "metavar"}
_EXEMPT = "# not shown"
_MARKUP = re.compile(r"\s*<[^ ].*>\s*", re.DOTALL)
_SENTENCE = re.compile(
    r"[A-Za-z]{2,}[,;:)”]? [(“]?[a-z]{2,}|[a-z]{2,}[,;:)”]? [(“]?\0|\0[)”]? [a-z]{2,}"
)


def suspects(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of everything in a module that should be a message and is none."""
    lines = source.splitlines()
    tree = ast.parse(source)
    exempt = {number for number, line in enumerate(lines, 1) if line.endswith(_EXEMPT)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and node.lineno in exempt:
            exempt.update(range(node.lineno, (node.end_lineno or 0) + 1))
    for line, text in _texts(tree):
        if _SENTENCE.search(text) and line not in exempt and not _MARKUP.fullmatch(text):
            yield line, text.replace("\0", "{}")


def _texts(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
        yield node.lineno, "".join(map(str, parts))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _texts(part.value)
    else:
        for child in _children(node):
            yield from _texts(child)


def _children(node: ast.AST) -> Iterable[ast.AST]:
    """Return the parts of a node that may hold what a user reads."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        keywords = [each.value for each in node.keywords if each.arg not in _NO_TEXTS]
        texts = [] if name in _NO_SENTENCES else node.args
        return [node.func, *texts, *keywords]
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return []
    if isinstance(node, ast.FunctionDef):
        return [*node.decorator_list, node.args, *node.body]
    if isinstance(node, ast.AnnAssign):
        return [node.value] if node.value else []
    return ast.iter_child_nodes(node)


def main(paths: list[str]) -> int:
    """Print the suspects in modules, those below the source folder if none are named."""
    found = False
    for path in map(Path, paths or [str(SOURCE)]):
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for line, text in suspects(file.read_text("utf-8")):
                print(f"{file}:{line}: {text!r}")
                found = True
    return int(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
