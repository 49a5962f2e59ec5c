"""Reading the wide CSV into concepts, with every fault reported by file, line and column."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import PurePath

from termkit.files import BOM
from termkit.foreign import said
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.patterns import regex
from termkit.termbase.cellfaults import cell_faults
from termkit.termbase.columns import (
    FLAGS,
    ID,
    ID_FORM,
    STATUSES,
    Column,
    parse_column,
    split_cell,
)
from termkit.termbase.damage import loss_of
from termkit.termbase.faults import MALFORMED_ROW, Fault

_DATE = regex(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?\Z")
_MAX_FIELD = 1 << 24


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the file, and the concept in it; one that is not ``sound`` has a fault."""

    cells: Sequence[str]
    concept: Concept
    sound: bool


@dataclass(slots=True)
class Table:
    """One file: its header, its rows but for those of a wrong width, and what is wrong."""

    path: str
    header: Sequence[str] = ()
    columns: Sequence[Column] = ()
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_csv(text: str, path: str, layer: int = 0) -> tuple[list[Concept], list[Fault]]:
    """Parse one file. Rows with a fault are left out and reported; the others are returned.

    The file's stem is the default domain. Lines whose first cell starts with
    ``#`` are comments.
    """
    table = read_table(text, path, layer)
    return [row.concept for row in table.rows if row.sound], list(table.faults)


def read_table(text: str, path: str, layer: int = 0) -> Table:
    """Parse one file with all of its rows, as ``read_csv`` does."""
    return _Reader(text.removeprefix(BOM), path, layer).read()


class _Reader:
    """One pass over one file."""

    def __init__(self, text: str, path: str, layer: int) -> None:
        self._table = Table(path)
        self._layer = layer
        self._domain = PurePath(path).stem
        self._text = text
        self._line = 1
        self._id = ""
        self._row_had_fault = False

    def read(self) -> Table:
        table = self._table
        rows = self._rows()
        header = next(rows, None)
        if header is None and not table.faults:
            message = tr("the file is empty; the first line must name the columns (id,en,zh-TW,…)")
            self._fault("empty-file", "", message)
        columns = self._columns(header) if header is not None else None
        if columns is None:
            return table
        table.header, table.columns = header or (), columns
        for row in rows:
            if not any(cell.strip() for cell in row) or row[0].lstrip().startswith("#"):
                continue
            self._row_had_fault, self._id = False, ""
            if len(row) != len(columns):
                self._fault("wrong-cell-count", "", _wrong_width(row, columns))
                continue
            concept = self._concept(columns, row)
            table.rows.append(Row(row, concept, not self._row_had_fault))
        return table

    def _rows(self) -> Iterator[list[str]]:
        csv.field_size_limit(_MAX_FIELD)
        reader = csv.reader(io.StringIO(self._text, newline=""), strict=True)
        while True:
            self._line = reader.line_num + 1
            try:
                yield next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._fault(
                    MALFORMED_ROW,
                    "",
                    tr("not valid CSV ({error}); check the quotes of this row", error=said(error)),
                )
                if self._line == 1:
                    return

    def _fault(
        self, check: str, column: str, message: str, term: str = "", suggestions: Sequence[str] = ()
    ) -> None:
        self._row_had_fault = True
        place = (self._table.path, self._line, column)
        fault = Fault(*place, message, check, term, tuple(suggestions), self._id)
        self._table.faults.append(fault)

    def _columns(self, header: Sequence[str]) -> list[Column] | None:
        columns: list[Column] = []
        for name in header:
            column = parse_column(name)
            if isinstance(column, str):
                self._fault("unknown-column", name.strip(), column)
            elif column.name and any(column.name == other.name for other in columns):
                self._fault("duplicate-column", column.name, tr("the column stands twice"))
            else:
                columns.append(column)
        if self._row_had_fault:
            return None
        if not any(column.kind == "id" for column in columns):
            message = tr(
                "there is no id column; the first line must name the columns (id,en,zh-TW,…)"
            )
            self._fault("missing-id-column", ID, message)
            return None
        return columns

    def _concept(self, columns: Sequence[Column], row: Sequence[str]) -> Concept:
        cells: dict[str, dict[str, tuple[str, ...]]] = {
            kind: {} for kind in ("terms", "avoid", "except", "context")
        }
        plain: dict[str, str] = {}
        extra: dict[str, str] = {}
        self._id = next(
            cell.strip() for column, cell in zip(columns, row, strict=True) if column.kind == "id"
        )
        for column, cell in zip(columns, row, strict=True):
            loss = loss_of(column, cell) if cell else ""
            if loss:
                self._fault("damaged-cell", column.name, loss)
            if column.kind == "extra":
                extra[column.name] = cell
            elif column.kind in cells:
                terms = split_cell(cell)
                if terms:
                    cells[column.kind][column.locale] = terms
                    for fault in () if loss else cell_faults(column, terms):
                        self._fault(fault.check, column.name, *fault[1:])
            else:
                plain[column.name] = cell.strip()
        self._check_plain(plain)
        for locale, avoided in cells["avoid"].items():
            good = cells["terms"].get(locale, ())
            column_name = f"{locale}:avoid"
            for term in (term for term in dict.fromkeys(avoided) if term in good):
                message = tr(
                    "“{term}” is both a good term and an avoided one; keep it in one cell",
                    term=term,
                )
                self._fault("preferred-and-avoided", column_name, message, term)
            if locale not in cells["terms"]:
                message = tr(
                    "there is nothing to use instead; fill the {locale} cell", locale=locale
                )
                self._fault("avoided-without-term", column_name, message)
        return Concept(
            id=plain.get(ID, ""),
            terms=cells["terms"],
            avoid=cells["avoid"],
            shields=cells["except"],
            context=cells["context"],
            domain=plain.get("domain") or self._domain,
            pos=plain.get("pos", ""),
            definition=plain.get("definition", ""),
            note=plain.get("note", ""),
            source=plain.get("source", ""),
            status=plain.get("status", ""),
            flags=frozenset(_split_flags(plain.get("flags", ""))),
            since=plain.get("since", ""),
            until=plain.get("until", ""),
            extra=extra,
            layer=self._layer,
            path=self._table.path,
            line=self._line,
        )

    def _check_plain(self, plain: dict[str, str]) -> None:
        if not ID_FORM.match(self._id):
            if self._id:
                message = tr(
                    "{id!r} is not an id; use lower-case letters, digits and hyphens", id=self._id
                )
                self._fault("malformed-id", ID, message, self._id, _usable_id(self._id))
            else:
                self._fault("missing-id", ID, tr("the id is missing"))
        for flag in _split_flags(plain.get("flags", "")):
            if flag not in FLAGS:
                message = tr(
                    "unknown flag {name!r}; known: {known}",
                    name=flag,
                    known=", ".join(sorted(FLAGS)),
                )
                close = get_close_matches(flag.lower(), FLAGS, n=1)
                self._fault("unknown-flag", "flags", message, flag, close)
        status = plain.get("status", "")
        if status not in STATUSES:
            known = sorted(STATUSES - {""})
            message = tr(
                "unknown status {name!r}; known: {known}", name=status, known=", ".join(known)
            )
            close = get_close_matches(status.lower(), known, n=1)
            self._fault("unknown-status", "status", message, status, close)
        for name in ("since", "until"):
            value = plain.get(name, "")
            if value and not _is_date(value):
                message = tr("{value!r} is not a date; write it as 2025-01-20", value=value)
                self._fault("malformed-date", name, message, value, _usable_date(value))


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _usable_date(value: str) -> Sequence[str]:
    """Return a date as it is to be written: 2025/1/20, 2025年1月20日, 20250120."""
    numbers = _DATE.match(value)
    if not numbers:
        return ()
    written = "-".join(number.rjust(2, "0") for number in numbers.groups())
    return (written,) if _is_date(written) else ()


def _usable_id(value: str) -> Sequence[str]:
    written = re.sub(r"[^a-z0-9._]+", "-", value.lower()).strip("-._")
    return (written,) if written else ()


def _split_flags(cell: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,|]+", cell.strip())) if cell.strip() else ()


def _wrong_width(row: Sequence[str], columns: Sequence[Column]) -> str:
    counts = {"cells": len(row), "columns": len(columns)}
    told = (
        tr("{row} has {cells} cells, the header has {columns}", row=row[0].strip(), **counts)
        if row[0].strip()
        else tr("the row has {cells} cells, the header has {columns}", **counts)
    )
    if len(row) < len(columns):
        return told + tr("; add the missing commas (a cell may be empty)")
    return told + tr("; put a cell that holds a comma in double quotes")
