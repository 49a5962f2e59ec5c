"""Reading the wide CSV into concepts, with every fault reported by file, line and column."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from termkit.errors import Problem
from termkit.files import BOM
from termkit.locales import CHINESE, Script, script_of
from termkit.model.term import Concept
from termkit.scripts.characters import only_in
from termkit.termbase.columns import (
    FLAGS,
    ID,
    ID_FORM,
    STATUSES,
    Column,
    parse_column,
    split_cell,
)

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\ufffd\x00-\x08]"
)
_BREAK = re.compile(r"[\r\n]")
_FULLWIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_MAX_FIELD = 1 << 24


def read_csv(text: str, path: str, layer: int = 0) -> tuple[list[Concept], list[Problem]]:
    """Parse one file. Rows with a fault are left out and reported; the others are returned.

    The file's stem is the default domain. Lines whose first cell starts with
    ``#`` are comments.
    """
    reader = _Reader(text.removeprefix(BOM), path, layer)
    return list(reader.concepts()), reader.problems


class _Reader:
    """One pass over one file."""

    def __init__(self, text: str, path: str, layer: int) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._layer = layer
        self._domain = PurePath(path).stem
        self._text = text
        self._line = 1
        self._row_had_fault = False

    def concepts(self) -> Iterator[Concept]:
        rows = self._rows()
        header = next(rows, None)
        if header is None and not self.problems:
            self._fault(
                "", "the file is empty; the first line must name the columns (id,en,zh-TW,…)"
            )
        columns = self._columns(header) if header is not None else None
        if columns is None:
            return
        for row in rows:
            if not any(cell.strip() for cell in row) or row[0].lstrip().startswith("#"):
                continue
            self._row_had_fault = False
            if len(row) != len(columns):
                self._fault("", _wrong_width(row, columns))
                continue
            concept = self._concept(columns, row)
            if concept and not self._row_had_fault:
                yield concept

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
                self._fault("", f"not valid CSV ({error}); check the quotes of this row")
                if self._line == 1:
                    return

    def _fault(self, column: str, message: str) -> None:
        self._row_had_fault = True
        self.problems.append(Problem(self._path, self._line, column, message))

    def _columns(self, header: Sequence[str]) -> list[Column] | None:
        columns: list[Column] = []
        for name in header:
            column = parse_column(name)
            if isinstance(column, str):
                self._fault(name.strip(), column)
            elif column.name and any(column.name == other.name for other in columns):
                self._fault(column.name, "the column stands twice")
            else:
                columns.append(column)
        if self._row_had_fault:
            return None
        if not any(column.kind == "id" for column in columns):
            self._fault(
                ID, "there is no id column; the first line must name the columns (id,en,zh-TW,…)"
            )
            return None
        return columns

    def _concept(self, columns: Sequence[Column], row: Sequence[str]) -> Concept | None:
        cells: dict[str, dict[str, tuple[str, ...]]] = {
            kind: {} for kind in ("terms", "avoid", "except", "context")
        }
        plain: dict[str, str] = {}
        extra: dict[str, str] = {}
        for column, cell in zip(columns, row, strict=True):
            if column.kind == "extra":
                extra[column.name] = cell
            elif column.kind in cells:
                terms = split_cell(cell)
                if terms:
                    cells[column.kind][column.locale] = terms
                    self._check_terms(column, terms)
            else:
                plain[column.name] = cell.strip()
        self._check_plain(plain)
        for locale, avoided in cells["avoid"].items():
            good = cells["terms"].get(locale, ())
            for term in (term for term in dict.fromkeys(avoided) if term in good):
                self._fault(
                    f"{locale}:avoid",
                    f"“{term}” is both a good term and an avoided one; keep it in one cell",
                )
            if locale not in cells["terms"]:
                self._fault(
                    f"{locale}:avoid", f"there is nothing to use instead; fill the {locale} cell"
                )
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
            path=self._path,
            line=self._line,
        )

    def _check_terms(self, column: Column, terms: Sequence[str]) -> None:
        for term in dict.fromkeys(terms):
            if terms.count(term) > 1:
                self._fault(column.name, f"“{term}” stands twice in the cell")
            if _BREAK.search(term):
                shown = " ".join(term.split())
                self._fault(
                    column.name, f"“{shown}” runs over two lines; put “|” between two terms"
                )
            if match := _INVISIBLE.search(term):
                self._fault(
                    column.name,
                    f"“{term}” holds the invisible character U+{ord(match[0]):04X}; delete it",
                )
            if match := _FULLWIDTH.search(term):
                self._fault(
                    column.name, f"“{term}” holds the full-width “{match[0]}”; write it half-width"
                )
            if column.locale in CHINESE:
                wrong = Script.HANS if script_of(column.locale) is Script.HANT else Script.HANT
                found = [char for char in term if char in only_in(wrong)]
                if found:
                    kind = "simplified" if wrong is Script.HANS else "traditional"
                    self._fault(
                        column.name, f"“{term}” holds the {kind} character {'、'.join(found)}"
                    )

    def _check_plain(self, plain: dict[str, str]) -> None:
        if not ID_FORM.match(plain.get(ID, "")):
            self._fault(
                ID,
                f"{plain[ID]!r} is not an id; use lower-case letters, digits and hyphens"
                if plain.get(ID)
                else "the id is missing",
            )
        for flag in _split_flags(plain.get("flags", "")):
            if flag not in FLAGS:
                self._fault("flags", f"unknown flag {flag!r}; known: {', '.join(sorted(FLAGS))}")
        if plain.get("status", "") not in STATUSES:
            known = ", ".join(sorted(STATUSES - {""}))
            self._fault("status", f"unknown status {plain['status']!r}; known: {known}")
        for name in ("since", "until"):
            if plain.get(name):
                self._check_date(name, plain[name])

    def _check_date(self, column: str, value: str) -> None:
        try:
            if date.fromisoformat(value).isoformat() == value:
                return
        except ValueError:
            pass
        self._fault(column, f"{value!r} is not a date; write it as 2025-01-20")


def _split_flags(cell: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,|]+", cell.strip())) if cell.strip() else ()


def _wrong_width(row: Sequence[str], columns: Sequence[Column]) -> str:
    name = row[0].strip() or "the row"
    if len(row) < len(columns):
        return (
            f"{name} has {len(row)} cells, the header has {len(columns)}; "
            "add the missing commas (a cell may be empty)"
        )
    return (
        f"{name} has {len(row)} cells, the header has {len(columns)}; "
        "put a cell that holds a comma in double quotes"
    )
