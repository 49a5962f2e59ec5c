"""A CSV file as its cells, for those that change it: what is not changed stays byte for byte.

The cells are kept as they are written, quotes and all, with the line end of each row
and the byte order mark; a cell is written anew only when its value changes. The
values are those that ``csvfile`` reads.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from termkit.errors import InputError
from termkit.files import BOM
from termkit.messages import mark, tr
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.termbase.columns import CANONICAL, ID, Column, parse_column
from termkit.termbase.csvfile import read_csv
from termkit.termbase.faults import MALFORMED_ROW
from termkit.text import LINE_BREAK

_CELL = regex(r'("(?:[^"]|"")*"|(?!")[^,\r\n]*)(,|\r\n|\r|\n|\Z)')
_SPECIAL = regex(r'[",\r\n]')
COMMENT = "#"
_SEPARATORS = {
    ";": mark("semicolons stand between the cells; save the file with commas"),
    "\t": mark("tabs stand between the cells; save the file with commas"),
}
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class Kind(Enum):
    """What a row is."""

    HEADER = "header"
    CONCEPT = "concept"
    COMMENT = "comment"
    BLANK = "blank"


@dataclass(slots=True)
class Row:
    """A row: its cells as they are written, its line end, and the line it began on when read.

    A row that is new has the line 0.
    """

    raw: list[str]
    end: str
    line: int = 0
    kind: Kind = Kind.CONCEPT

    @property
    def values(self) -> list[str]:
        """The values of the cells."""
        return [unquote(cell) for cell in self.raw]

    @property
    def text(self) -> str:
        """The row as it is written."""
        return ",".join(self.raw) + self.end


class Sheet:
    """A file of the term base as cells. Columns go by their canonical names (``zh_TW`` is ``zh-TW``)."""

    def __init__(self, text: str, path: str) -> None:
        """Take a file apart; raise InputError with every fault of its header or its quotes."""
        self.path = path
        self.bom = BOM if text.startswith(BOM) else ""
        self.rows = list(_parse(text.removeprefix(BOM), path))
        if not self.rows:
            self.rows = [Row([""], "")]
        self.rows[0].kind = Kind.HEADER
        self._verify_header()

    @classmethod
    def new(cls, columns: Iterable[str], path: str, line_end: str = "\n") -> "Sheet":
        """Return a sheet of a header alone."""
        return cls(",".join(map(quote, columns)) + line_end, path)

    @property
    def text(self) -> str:
        """The file."""
        return self.bom + "".join(row.text for row in self.rows)

    @property
    def header(self) -> Row:
        """The row that names the columns."""
        return self.rows[0]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """What the header names."""
        parsed = (parse_column(name) for name in self.header.values)
        return tuple(column for column in parsed if isinstance(column, Column))

    @cached_property
    def names(self) -> dict[str, int]:
        """The place of each column by its name; columns without a name have none."""
        return {column.name: place for place, column in enumerate(self.columns) if column.name}

    @property
    def concepts(self) -> Iterator[Row]:
        """The rows of concepts, whatever is in them."""
        return (row for row in self.rows if row.kind is Kind.CONCEPT)

    @cached_property
    def line_end(self) -> str:
        """The line end of most rows."""
        counts = Counter(row.end for row in self.rows if row.end)
        return counts.most_common(1)[0][0] if counts else "\n"

    @cached_property
    def quotes_all(self) -> bool:
        """Whether new cells are quoted: those of the header all are."""
        return all(cell.startswith('"') for cell in self.header.raw)

    def get(self, row: Row, name: str) -> str:
        """Return the value of a cell, "" where the file has no such column or the row no such cell."""
        place = self.names.get(name, -1)
        return unquote(row.raw[place]) if 0 <= place < len(row.raw) else ""

    def set(self, row: Row, name: str, value: str) -> bool:
        """Write a value into a cell of an existing column; tell whether it changed.

        Quotes that the old value could have done without are the file's style, and stay.
        """
        place = self.names[name]
        before = unquote(row.raw[place])
        if before == value:
            return False
        row.raw[place] = quote(value, always=row.raw[place] != quote(before))
        return True

    def find(self, concept_id: str) -> list[Row]:
        """Return the rows with an id."""
        return [row for row in self.concepts if self.get(row, ID).strip() == concept_id]

    def line_of(self, row: Row) -> int:
        """Return the line that a row begins on in the file as it is now."""
        line = 1
        for other in self.rows:
            if other is row:
                break
            line += len(LINE_BREAK.findall(other.text))
        return line

    def append(self, values: Mapping[str, str], after: Row | None = None) -> Row:
        """Add a row at the end, or behind another one, and return it; its columns must exist."""
        cells = [""] * len(self.columns)
        for name, value in values.items():
            cells[self.names[name]] = value
        raw = [quote(cell, always=self.quotes_all) for cell in cells]
        row = Row(raw, self.line_end)
        place = len(self.rows)
        if after is not None:
            place = next(at for at, other in enumerate(self.rows, 1) if other is after)
        before = self.rows[place - 1]
        if not before.end:
            before.end = self.line_end
        self.rows.insert(place, row)
        return row

    def remove(self, row: Row) -> None:
        """Take a row out."""
        self.rows = [other for other in self.rows if other is not row]

    def add_column(self, name: str) -> None:
        """Add an empty column in its canonical place, or at the end where it has none."""
        place = self._place_for(name)
        for row in self.rows:
            if row.kind is Kind.HEADER:
                row.raw.insert(place, quote(name, always=self.quotes_all))
            elif row.kind is Kind.CONCEPT:
                quoted = bool(row.raw) and all(cell.startswith('"') for cell in row.raw)
                row.raw.insert(place, quote("", always=quoted))
        self.forget_columns()

    def forget_columns(self) -> None:
        """Read the header again: its cells were changed."""
        for name in ("columns", "names", "quotes_all"):
            self.__dict__.pop(name, None)

    def faults_of(self, row: Row) -> list[Problem]:
        """Return what the loader finds wrong with a row by itself."""
        text = ",".join(self.header.raw) + "\n" + ",".join(row.raw) + "\n"
        _, problems = read_csv(text, self.path)
        return [Problem(self.path, row.line, one.column, one.message) for one in problems]

    def misfits(self) -> list[Problem]:
        """Return the faults of the rows whose cells cannot be told: too many of them or too few."""
        width = len(self.header.raw)
        wrong = [row for row in self.concepts if len(row.raw) != width]
        left = [row.line for row in wrong if row.raw[0].startswith(_MARKERS)]
        if left:
            message = tr(
                "git has left a conflict here; keep one of the versions, "
                "and take out the lines <<<, === and >>>"
            )
            return [Problem(self.path, left[0], "", message)]
        return [problem for row in wrong for problem in self.faults_of(row)]

    def _verify_header(self) -> None:
        _, problems = read_csv(self.header.text, self.path)
        if problems and len(self.header.raw) == 1:
            for separator, message in _SEPARATORS.items():
                if ID in self.header.values[0].split(separator):
                    raise InputError(Problem(self.path, 1, "", tr(message)))
        if problems:
            raise InputError(*problems)

    def _place_for(self, name: str) -> int:
        if name not in CANONICAL:
            return len(self.columns)
        rank = CANONICAL.index(name)
        before = (
            place
            for place, column in enumerate(self.columns)
            if column.name in CANONICAL and CANONICAL.index(column.name) < rank
        )
        return max(before, default=-1) + 1


def quote(value: str, *, always: bool = False) -> str:
    """Return a value as it is written in a cell, in quotes where it needs them."""
    if always or _SPECIAL.search(value):
        return '"' + value.replace('"', '""') + '"'
    return value


def unquote(raw: str) -> str:
    """Return the value of a cell."""
    return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw


def kind_of(values: list[str]) -> Kind:
    """Return what a row below the header is, as the loader sees it."""
    if not any(map(str.strip, values)):
        return Kind.BLANK
    return Kind.COMMENT if values[0].lstrip().startswith(COMMENT) else Kind.CONCEPT


def _parse(text: str, path: str) -> Iterator[Row]:
    """Yield the rows of a text; raise InputError, as the loader would report it, for loose quotes."""
    at, line = 0, 1
    while at < len(text):
        found = LINE_BREAK.search(text, at)
        stop, end = (found.start(), found[0]) if found else (len(text), "")
        cells = text[at:stop].split(",")
        start = line
        if '"' in text[at:stop] and any(cell.startswith('"') for cell in cells):
            cells, end, stop = _quoted(text, at, path)
            line += sum(len(LINE_BREAK.findall(cell)) for cell in cells)
        line += 1
        at = stop + len(end)
        row = Row(cells, end, start)
        row.kind = kind_of(row.values)
        yield row


def _quoted(text: str, at: int, path: str) -> tuple[list[str], str, int]:
    """Return the cells of a row that has quotes, its line end, and where that begins."""
    cells: list[str] = []
    while found := _CELL.match(text, at):
        cells.append(found[1])
        at = found.end()
        if found[2] != ",":
            return cells, found[2], found.start(2)
    _, problems = read_csv(text, path)
    raise InputError(*(problem for problem in problems if problem.check == MALFORMED_ROW))


def open_sheets(texts: Mapping[str, str]) -> list[Sheet]:
    """Take texts, by the names of their files, as cells; raise InputError with the faults of all."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for path, text in texts.items():
        try:
            sheet = Sheet(text, path)
            problems += sheet.misfits()
            sheets.append(sheet)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    return sheets
