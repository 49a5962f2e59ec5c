"""Applying fixes until nothing changes any more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from termkit.engine.collect import STDIN, Named, load_document
from termkit.engine.runner import CheckOptions, check_one
from termkit.errors import InputError
from termkit.files import encode, write_atomic
from termkit.model.diagnostic import Applicability, Diagnostic, Edit
from termkit.model.document import Document
from termkit.model.result import FileResult
from termkit.readers import read_document

Visible = Callable[[FileResult], tuple[Diagnostic, ...]]
"""Tells which findings of a file are to be told."""

_ROUNDS = 10


def whole(result: FileResult) -> tuple[Diagnostic, ...]:
    """Return all findings of a file."""
    return result.diagnostics


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after fixing: its text before, what is left to say of it, how many fixes went in."""

    before: str
    result: FileResult
    applied: int = 0
    encoding: str = "utf-8"


def fix_files(
    files: Iterable[Named],
    options: CheckOptions,
    load: Callable[[Named], Document] = load_document,
    visible: Visible = whole,
    *,
    write: bool,
) -> Iterator[Fixed]:
    """Fix files one after another; with ``write`` each changed one is replaced atomically.

    Standard input is not written anywhere.
    """
    for file in files:
        try:
            fixed = fix_document(load(file), options, visible)
            if write and fixed.applied and file.name != STDIN:
                write_atomic(file.path, encode(fixed.result.source, fixed.encoding, file.name))
            yield fixed
        except InputError as error:
            yield Fixed("", FileResult(file.name, problems=error.problems))


def fix_document(document: Document, options: CheckOptions, visible: Visible = whole) -> Fixed:
    """Apply the safe fixes of a document until none is left.

    Findings that are not ``visible`` at the start are neither fixed nor told.
    """
    before, applied = document.source, 0
    result = check_one(document, options)
    shown = visible(result)
    hidden = {_place(each) for each in result.diagnostics} - {_place(each) for each in shown}
    result = replace(result, diagnostics=shown)
    for _ in range(_ROUNDS):
        edits, count = choose_edits(result.diagnostics)
        text = apply_edits(result.source, edits)
        if text == result.source:
            break
        applied += count
        hidden = {(check, _moved(start, edits)) for check, start in hidden}
        result = check_one(read_document(text, document.path), options)
        left = tuple(each for each in result.diagnostics if _place(each) not in hidden)
        result = replace(result, diagnostics=left)
    return Fixed(before, result, applied, document.encoding)


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    return diagnostic.check, diagnostic.span.start


def _moved(offset: int, edits: Iterable[Edit]) -> int:
    """Return where an offset lies after edits."""
    return offset + sum(
        len(edit.text) - (edit.span.end - edit.span.start)
        for edit in edits
        if edit.span.end <= offset
    )


def choose_edits(diagnostics: Iterable[Diagnostic]) -> tuple[list[Edit], int]:
    """Return the edits of every safe fix that overlaps no earlier one, and the number of fixes."""
    fixes = [d.fix for d in diagnostics if d.fix and d.fix.applicability is Applicability.SAFE]
    edits: list[Edit] = []
    end = count = 0
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        if fix.edits[0].span.start < end:
            continue
        edits += fix.edits
        end = max(edit.span.end for edit in fix.edits)
        count += 1
    return edits, count


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Apply edits, ordered and disjoint."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, source[at:]))
