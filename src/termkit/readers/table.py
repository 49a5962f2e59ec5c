"""Tables (CSV, TSV): the cells of chosen columns are prose, one segment each.

The first row names the columns. Without a choice every column is taken but those
whose name says that they hold no text: an id, a key, a date, an address.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePath

from termkit.errors import InputError
from termkit.files import BOM
from termkit.messages import mark, tr
from termkit.model.document import Document, Reader, Segment
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.readers.placeholders import placeholders
from termkit.readers.segments import segment
from termkit.text import LINE_BREAK, LineIndex, Span

_ID = regex(
    r"(?:.*[_\-. ])?(?:id|ids|key|keys|code|slug|uuid|guid|url|uri|href|link|path|file|filename"
    r"|locale|lang|language|date|time|email|sku|isbn)|(?-i:[a-z]+(?:Id|Key|Code|Url))|#|編號|编号|代碼|代码",
    re.IGNORECASE,
)
_DOUBLED = regex('""')


def parse(source: str, path: str) -> Document:
    """Return the document of a table whose columns are all prose, but for ids and the like."""
    return parse_table(source, path)


def parse_table(source: str, path: str, columns: Collection[str] | None = None) -> Document:
    """Return the document of a table whose ``columns`` are prose.

    Raises InputError for a column that the table does not have, or a cell that is
    not CSV.
    """
    segments: list[Segment] = []
    names: list[str] = []
    for number, row in enumerate(_rows(source, path)):
        if not number:
            names = [_text(source, cell) for cell in row]
            missing = [name for name in columns or () if name not in names]
            if missing:
                known = ", ".join(names)
                problem = tr(
                    "has no column {names} (it has: {known})", names=", ".join(missing), known=known
                )
                raise InputError(Problem(path, 1, "", problem))
            continue
        for place, cell in enumerate(row):
            name = names[place] if place < len(names) else ""
            if name in columns if columns is not None else not _ID.fullmatch(name):
                segments += _segment(source, cell, name)
    return Document(path, source, tuple(segments))


def _segment(source: str, cell: Span, name: str) -> Iterator[Segment]:
    inner = _inner(source, cell)
    masks = [Span(*match.span()) for match in LINE_BREAK.finditer(source, *inner)]
    if inner != cell:
        masks += (Span(*match.span()) for match in _DOUBLED.finditer(source, *inner))
    masks += placeholders(source, inner)
    yield from segment(source, inner, f"cell: {name}" if name else "cell", masks)  # not shown


def _inner(source: str, cell: Span) -> Span:
    quoted = cell.end - cell.start >= 2 and source[cell.start] == '"' == source[cell.end - 1]
    return Span(cell.start + 1, cell.end - 1) if quoted else cell


def _text(source: str, cell: Span) -> str:
    return _inner(source, cell).of(source).replace('""', '"').strip()


def _rows(source: str, path: str) -> Iterator[list[Span]]:
    """Yield the cells of each row, quotes included; rows with nothing in them are passed over."""
    at = 1 if source.startswith(BOM) else 0
    delimiter, is_strict = _delimiter(source, path)
    cells = re.compile(_STRICT.format(delimiter) if is_strict else _LAX)
    row: list[Span] = []
    while at < len(source):
        match = cells.match(source, at)
        if not match:
            raise InputError(Problem(path, LineIndex(source).position(at).line, "", tr(_FAULT)))
        row.append(Span(*match.span()))
        at = match.end()
        if at < len(source) and source[at] == delimiter:
            at += 1
            if at < len(source):
                continue
        if ending := LINE_BREAK.match(source, at):
            at = ending.end()
        if len(row) > 1 or row[0].start < row[0].end:
            yield row
        row = []


_STRICT = r'"(?:[^"]|"")*"(?=[{0}\r\n]|\Z)|(?!")[^{0}\r\n]*'
_LAX = r'"(?:[^"\t]|"")*"(?=[\t\r\n]|\Z)|[^\t\r\n]*'
_FAULT = mark('quoted cell that does not end in one "; write "" for a quote inside a cell')


def _delimiter(source: str, path: str) -> tuple[str, bool]:
    """Return what stands between two cells, and whether a quote that opens a cell must close."""
    if PurePath(path).suffix.lower() == ".tsv":
        return "\t", False
    first = source[: source.find("\n") + 1] or source
    return (";" if ";" in first and "," not in first else ","), True


READER = Reader("table", (".csv", ".tsv"), parse, walked=False, parse_columns=parse_table)
