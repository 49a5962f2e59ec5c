"""Concept × document: which names each document uses, and how often.

Concepts with a wrong name, or several in one locale, come first; then the frequent ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from os.path import commonpath, dirname

from termkit.messages import tr, tr_n
from termkit.model.result import FileResult, Mention, Standing
from termkit.outputs import Output, View
from termkit.outputs.display import Style, pad, paint, visible, width
from termkit.outputs.places import relative_path

_GAP = "  "
_WRONG = "!"
_SEVERAL = ", "


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the table; on a terminal in blocks of as many documents as it has room for."""
    paths: list[str] = []
    cells: defaultdict[str, dict[int, str]] = defaultdict(dict)
    counts: defaultdict[str, int] = defaultdict(int)
    used: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    wrong: set[str] = set()
    for result in results:
        if not result.locale or result.late:
            continue
        for concept, mentions in _by_concept(result.names).items():
            cells[concept][len(paths)] = _SEVERAL.join(map(_cell, mentions))
            counts[concept] += sum(mention.count for mention in mentions)
            used[concept].update((result.locale, mention.name) for mention in mentions)
            if any(mention.standing is Standing.WRONG for mention in mentions):
                wrong.add(concept)
        paths.append(relative_path(result.path, view.root))
    if not cells:
        told = tr_n(
            "No names of the term base in {number} file.",
            "No names of the term base in {number} files.",
            len(paths),
        )
        yield told + "\n"
        return
    folder = _common_folder(paths)
    if folder:
        yield tr("In {folder}:", folder=visible(folder)) + "\n"
    uneven = wrong | {concept for concept in cells if _differ(used[concept])}
    concepts = sorted(cells, key=lambda concept: (concept not in uneven, -counts[concept], concept))
    first = [tr("concept"), *map(visible, concepts)]
    columns = [
        [_title(path, folder), *(cells[concept].get(number, "") for concept in concepts)]
        for number, path in enumerate(paths)
    ]
    for block in _blocks(first, columns, view):
        yield from _lines(block, view)
        yield "\n"
    yield tr("{sign} marks what is wrong in the locale of the document.", sign=_WRONG) + "\n"


def _by_concept(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Group the names of a document; the most frequent of a concept comes first."""
    grouped: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: (-one.count, one.name)):
        grouped[mention.concept].append(mention)
    return grouped


def _differ(used: set[tuple[str, str]]) -> bool:
    """Tell whether a locale has more than one name of a concept."""
    return len({locale for locale, _ in used}) < len(used)


def _cell(mention: Mention) -> str:
    mark = _WRONG if mention.standing is Standing.WRONG else ""
    return f"{mark}{visible(mention.name)} {mention.count}"


def _common_folder(paths: Sequence[str]) -> str:
    """Return the folder that several documents are in, "" where there is none to name."""
    if len(paths) < 2 or len({path.startswith("/") for path in paths}) > 1:
        return ""
    return commonpath([dirname(path) for path in paths]).rstrip("/")


def _title(path: str, folder: str) -> str:
    return visible(path[len(folder) + 1 :] if folder else path)


def _blocks(first: list[str], columns: list[list[str]], view: View) -> Iterator[list[list[str]]]:
    """Yield the columns of one table after another, the concepts before each."""
    own = _width(first)
    block, used = [first], own
    for column in columns:
        wanted = len(_GAP) + _width(column)
        if view.width and len(block) > 1 and used + wanted > view.width:
            yield block
            block, used = [first], own
        block.append(column)
        used += wanted
    yield block


def _width(column: Iterable[str]) -> int:
    return max(map(width, column))


def _lines(block: list[list[str]], view: View) -> Iterator[str]:
    widths = [_width(column) for column in block]
    for number, row in enumerate(zip(*block, strict=True)):
        if number and not any(row[1:]):
            continue
        padded = [pad(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        styled = padded if number else [paint(cell, Style.BOLD, view) for cell in padded]
        if number and view.color:
            styled = [padded[0], *(_styled(cell, view) for cell in padded[1:])]
        line = _GAP.join(styled)
        yield (line if view.color else line.rstrip()) + "\n"


def _styled(cell: str, view: View) -> str:
    if cell.startswith(_WRONG) or _SEVERAL + _WRONG in cell:
        return paint(cell, Style.RED, view)
    return paint(cell, Style.YELLOW, view) if _SEVERAL in cell else cell


OUTPUT = Output("table", render, names=True)
