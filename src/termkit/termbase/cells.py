"""Where the cells of a CSV file stand in its text, whatever is wrong with it, so that one can be shown."""

import re
from functools import cached_property

from termkit.termbase.columns import parse_column
from termkit.termbase.sheet import unquote
from termkit.text import LineIndex, Span

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\r\n]*')


class CellIndex:
    """The cells of one file by line and column; rows are only looked at when asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, each in its usual spelling."""
        cells = [unquote(span.of(self._text)) for span in self.row(1)]
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
