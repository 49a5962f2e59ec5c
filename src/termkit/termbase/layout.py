"""The canonical form of a term base file.

Known columns come in canonical order and under their canonical names, the others
behind them in their own; cells are spaced evenly and quoted only where they must be.
Rows, comments and blank lines stay where they are, unless sorting is asked for. What
spreadsheets pad with empty cells is undone. BOM and line ends stay; a file that mixes
line ends gets those of most rows.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from termkit.errors import InputError
from termkit.messages import tr
from termkit.problems import Problem
from termkit.termbase.columns import CANONICAL, ID, Column
from termkit.termbase.sheet import Kind, Row, Sheet, quote
from termkit.termbase.values import canonical, comparable

_RANKS = {name: rank for rank, name in enumerate(CANONICAL)}


def format_text(text: str, path: str, *, sort: bool = False) -> str:
    """Return a file in canonical form, with its rows by id if ``sort``.

    Raises InputError with the faults of the header, of quotes, and of rows whose
    cells are too many or too few: there it is open what belongs where.
    """
    sheet = Sheet(text, path)
    problems = sheet.misfits()
    if problems:
        raise InputError(*problems)
    before = _content(sheet)
    _tidy(sheet)
    if sort:
        sheet.rows = _sorted(sheet)
    result = sheet.text
    if _content(Sheet(result, path)) != before:
        message = tr("formatting would change what it says; correct the ids that begin with #")
        raise InputError(Problem(path, 0, "", message))
    return result


def trimmed(values: list[str]) -> list[str]:
    """Return the values of a row without the empty ones at its end."""
    end = len(values)
    while end and not values[end - 1].strip():
        end -= 1
    return values[:end]


def column_order(columns: Iterable[Column]) -> list[int]:
    """Return the places of columns in canonical order."""
    known = len(_RANKS)
    names = [_RANKS.get(column.name, known) for column in columns]
    return sorted(range(len(names)), key=names.__getitem__)


def _tidy(sheet: Sheet) -> None:
    concepts = list(sheet.concepts)
    order = [
        place
        for place in column_order(sheet.columns)
        if sheet.columns[place].name or any(row.raw[place] for row in concepts)
    ]
    columns = [sheet.columns[place] for place in order]
    writers = [_writer(column) for column in columns]
    for row in concepts:
        raw = row.raw
        row.raw = [write(raw[place]) for place, write in zip(order, writers, strict=True)]
    sheet.header.raw = [quote(column.name) for column in columns]
    sheet.forget_columns()
    for row in sheet.rows:
        if row.kind is Kind.COMMENT:
            row.raw = [_comment_cell(value) for value in trimmed(row.values)]
        elif row.kind is Kind.BLANK:
            row.raw = [""]
        row.end = sheet.line_end
    while sheet.rows[-1].kind is Kind.BLANK:
        sheet.rows.pop()


def _writer(column: Column) -> Callable[[str], str]:
    """Return what writes a cell of a column anew; most cells are right as they are."""

    def write(raw: str) -> str:
        if not raw:
            return raw
        value = raw[1:-1].replace('""', '"') if raw.startswith('"') else raw
        return quote(canonical(column, value))

    return write


def _comment_cell(value: str) -> str:
    """Write a cell of a comment without quotes if it can do without: a person wrote the line."""
    plain = not value.startswith('"') and not any(char in value for char in ",\r\n")
    return value if plain else quote(value)


def _sorted(sheet: Sheet) -> list[Row]:
    """Return the rows by id; a comment or a blank line begins a new list."""
    rows: list[Row] = []
    block: list[Row] = []
    for row in sheet.rows:
        if row.kind is Kind.CONCEPT:
            block.append(row)
            continue
        rows += sorted(block, key=lambda row: sheet.get(row, ID))
        rows.append(row)
        block = []
    return rows + sorted(block, key=lambda row: sheet.get(row, ID))


def _content(sheet: Sheet) -> Counter[frozenset[tuple[str, str]]]:
    """Return what the rows say, whatever their order and that of the columns."""
    columns = sheet.columns
    return Counter(
        frozenset(
            (column.name, compared)
            for column, value in zip(columns, row.values, strict=True)
            if value and (compared := comparable(column, value))
        )
        for row in sheet.concepts
    )
