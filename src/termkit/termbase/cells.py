"""Where the cells of a CSV file stand in its text, so that one can be shown or replaced alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from termkit.termbase.columns import CANONICAL, parse_column
from termkit.text import LineIndex, Span

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\r\n]*')
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


class CellIndex:
    """The cells of one file by line and column; rows are only looked at when asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, each in its usual spelling."""
        cells = [read_cell(span.of(self._text)) for span in self.row(1)]
        found = map(parse_column, cells)
        return tuple(
            cell.strip() if isinstance(column, str) else column.name
            for cell, column in zip(cells, found, strict=True)
        )

    def row(self, line: int) -> list[Span]:
        """Return the cells of the row that begins on a 1-based line, quotes included."""
        at = self._lines.line_span(line).start
        cells: list[Span] = []
        while True:
            match = _CELL.match(self._text, at)
            assert match is not None  # an empty cell matches everywhere
            cells.append(Span(*match.span()))
            at = match.end()
            if self._text[at : at + 1] != ",":
                return cells
            at += 1

    def rows(self) -> Iterator[int]:
        """Yield the lines on which rows begin; blank lines and comments are none."""
        line, at = 1, 0
        while at < len(self._text):
            cells = self.row(line)
            first = read_cell(cells[0].of(self._text)).strip()
            if not first.startswith("#") and (first or len(cells) > 1):
                yield line
            last = self._lines.position(cells[-1].end).line
            line, at = last + 1, self._lines.line_span(last).end

    def cell(self, line: int, column: str) -> Span | None:
        """Return a cell, or None where the row has none of the column."""
        cells = self.row(line)
        if column not in self.columns or self.columns.index(column) >= len(cells):
            return None
        return cells[self.columns.index(column)]

    def find(self, line: int, column: str, term: str) -> Span:
        """Return where a term stands last in a cell; the whole cell, or line, where it does not."""
        cell = self.cell(line, column)
        if cell is None:
            start, end = self._lines.line_span(line)
            return Span(start, start + len(self._text[start:end].rstrip("\r\n")))
        raw = cell.of(self._text)
        if raw.startswith('"'):
            term = term.replace('"', '""')
        at = raw.rfind(term) if term else -1
        return Span(cell.start + at, cell.start + at + len(term)) if at >= 0 else cell


def read_cell(raw: str) -> str:
    """Return what a cell holds."""
    return raw[1:-1].replace('""', '"') if raw.startswith('"') and len(raw) > 1 else raw


def write_cell(value: str) -> str:
    """Return a cell as it is written: quoted where it has to be."""
    return '"' + value.replace('"', '""') + '"' if _QUOTED.search(value) else value


def replace_cells(text: str, values: Mapping[tuple[int, str], str]) -> str:
    """Return the text of a file with new values in some cells, by line and column.

    Nothing else changes, unless a column is not there: then it is added at the end of
    every row, which needs its comma.
    """
    index = CellIndex(text)
    missing = [name for name in CANONICAL if name not in index.columns]
    added = [name for name in missing if any(column == name for _, column in values)]
    edits: list[tuple[Span, str]] = []
    for (line, column), value in values.items():
        span = index.cell(line, column)
        if span is not None:
            edits.append((span, write_cell(value)))
    if added:
        for line in index.rows():
            end = index.row(line)[-1].end
            new = added if line == 1 else [values.get((line, name), "") for name in added]
            edits.append((Span(end, end), "".join(f",{write_cell(value)}" for value in new)))
    for span, value in sorted(edits, reverse=True):
        text = text[: span.start] + value + text[span.end :]
    return text
