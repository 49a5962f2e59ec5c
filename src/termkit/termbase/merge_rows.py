"""Merging the rows of three versions of a file, cell by cell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from termkit.locales import CHINESE
from termkit.messages import tr
from termkit.termbase.columns import Column, split_cell
from termkit.termbase.identity import Key, Place, keyed_rows, label
from termkit.termbase.layout import trimmed
from termkit.termbase.merge_cells import REMOVED_ROW, conflict_cell, merge_cell, merge_order
from termkit.termbase.sheet import Kind, Row, Sheet, quote

T = TypeVar("T")
_COMMENT, _BLANK = "\0comment", "\0blank"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that both sides changed, each in its own way."""

    id: str
    column: str
    base: str
    ours: str
    theirs: str

    @property
    def message(self) -> str:
        """What to decide."""
        values = {"id": self.id, "ours": _shown(self.ours), "theirs": _shown(self.theirs)}
        if not self.base:
            return tr(
                "{id} was changed on both sides: ours “{ours}”, theirs “{theirs}”; keep one of them",
                **values,
            )
        return tr(
            "{id} was changed on both sides: ours “{ours}”, theirs “{theirs}”, before “{base}”; "
            "keep one of them",
            base=self.base,
            **values,
        )


def _shown(side: str) -> str:
    return tr(side) if side == REMOVED_ROW else side


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A row of the merged file, and what is open in it."""

    row: Row
    conflicts: tuple[Conflict, ...] = ()


def merge_rows(base: Sheet, ours: Sheet, theirs: Sheet) -> tuple[list[MergedRow], str]:
    """Return the rows of the merged file, header first, and its byte order mark."""
    merger = _Merger(_Version(base), _Version(ours), _Version(theirs))
    return merger.rows(), _pick(base.bom, ours.bom, theirs.bom)


def _pick(base: T, ours: T, theirs: T) -> T:
    """Return what one side changed; ours where both did."""
    return theirs if ours == base else ours


class _Version:
    """One of the versions: its columns by label, and its rows by what they go by."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.columns = {label(column, at): column for at, column in enumerate(sheet.columns)}
        self.labels = list(self.columns)
        self.items = self._items()
        self._cells: dict[Key, dict[str, str]] = {}

    def cells(self, key: Key) -> dict[str, str]:
        """Return the cells of a concept that are not empty, for comparison; none for no row."""
        if key not in self.items:
            return {}
        if key not in self._cells:
            self._cells[key] = Place(self.sheet, self.items[key]).cells()
        return self._cells[key]

    def written(self, key: Key) -> dict[str, str]:
        """Return the cells of a concept as they are written; none for no row."""
        row = self.items.get(key)
        return dict(zip(self.labels, row.raw, strict=True)) if row else {}

    def _items(self) -> dict[Key, Row]:
        """Return all rows below the header; a comment goes by its text, an empty one by what follows."""
        concepts = iter(keyed_rows([self.sheet]))
        seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
        items: dict[Key, Row] = {}
        rows = self.sheet.rows[1:]
        names: list[tuple[str, ...]] = []
        for row in rows:
            values = tuple(trimmed(row.values))
            names.append((row.kind.value, *values[:1]))
        for at, row in enumerate(rows):
            if row.kind is Kind.CONCEPT:
                items[next(concepts)] = row
                continue
            comment = row.kind is Kind.COMMENT
            name = _COMMENT if comment else _BLANK
            content = tuple(trimmed(row.values)) if comment else (names[at + 1 :] or [()])[0]
            items[Key(name, seen[name, content], content)] = row
            seen[name, content] += 1
        return items


class _Merger:
    """One merge of three versions."""

    def __init__(self, base: _Version, ours: _Version, theirs: _Version) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._sides = (ours, theirs)
        self._columns: dict[str, Column] = base.columns | theirs.columns | ours.columns
        # A column that one side removed stays until it is known that nothing is in it.
        self._labels = merge_order(base.labels, ours.labels, theirs.labels, keep=base.labels)
        sheets = (base.sheet, ours.sheet, theirs.sheet)
        self._line_end = _pick(*(sheet.line_end for sheet in sheets))

    def rows(self) -> list[MergedRow]:
        """Merge everything."""
        keys = merge_order(
            list(self._base.items),
            list(self._ours.items),
            list(self._theirs.items),
            keep={key for key in self._base.items if self._is_edited_and_removed(key)},
        )
        merged = [self._merge(key) for key in keys]
        dropped = self._empty_columns(one.row for one in merged if one.row.kind is Kind.CONCEPT)
        for one in merged:
            if one.row.kind is Kind.CONCEPT:
                one.row.raw = [raw for at, raw in enumerate(one.row.raw) if at not in dropped]
        header = self._header(dropped)
        rows = [MergedRow(header), *merged]
        for one in rows[:-1]:
            one.row.end = one.row.end or self._line_end
        return rows

    def _is_edited_and_removed(self, key: Key) -> bool:
        left = [side for side in self._sides if key in side.items]
        return len(left) == 1 and left[0].cells(key) != self._base.cells(key)

    def _header(self, dropped: set[int]) -> Row:
        versions = (self._base, *self._sides)
        written = [dict(zip(one.labels, one.sheet.header.raw, strict=True)) for one in versions]
        raw = [
            self._written(label, *written)
            for at, label in enumerate(self._labels)
            if at not in dropped
        ]
        return Row(raw, self._line_end, kind=Kind.HEADER)

    def _empty_columns(self, rows: Iterable[Row]) -> set[int]:
        """Return the places of the columns without a name or removed on one side that nothing is in."""
        doubtful = {
            at
            for at, name in enumerate(self._labels)
            if not self._columns[name].name
            or (name in self._base.columns and any(name not in one.columns for one in self._sides))
        }
        for row in rows:
            doubtful = {at for at in doubtful if row.raw[at] in {"", '""'}}
        return doubtful

    def _merge(self, key: Key) -> MergedRow:
        side = next(one for one in self._sides if key in one.items)
        row = side.items[key]
        end = self._line_end if row.end else ""
        if row.kind is not Kind.CONCEPT:
            return MergedRow(replace(row, end=end))
        written = [one.written(key) for one in (self._base, *self._sides)]
        both = all(key in one.items for one in self._sides)
        if both:
            values, conflicts = self._merge_cells(key)
        else:
            values, conflicts = side.cells(key), self._removal(key, side)
        open_cells = {one.column: conflict_cell(one.ours, one.theirs) for one in conflicts}
        raw = [
            quote(open_cells[name])
            if name in open_cells
            else self._cell(key, name, values.get(name, ""), written)
            for name in self._labels
        ]
        return MergedRow(Row(raw, end), tuple(conflicts))

    def _cell(self, key: Key, name: str, value: str, written: list[dict[str, str]]) -> str:
        """Return a merged cell as one of the sides writes it, or anew."""
        base, ours, theirs = written
        is_ours, is_theirs = (one.cells(key).get(name, "") == value for one in self._sides)
        if is_ours and is_theirs:
            return self._written(name, base, ours, theirs)
        if is_ours and name in ours:
            return ours[name]
        return theirs[name] if is_theirs and name in theirs else quote(value)

    @staticmethod
    def _written(
        name: str, base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
    ) -> str:
        """Return how a cell is written that says the same on both sides, or stands on one alone."""
        if name in ours and name in theirs:
            return _pick(base.get(name, ours[name]), ours[name], theirs[name])
        return ours.get(name, theirs.get(name, base.get(name, "")))

    def _merge_cells(self, key: Key) -> tuple[dict[str, str], list[Conflict]]:
        base, ours, theirs = (one.cells(key) for one in (self._base, *self._sides))
        values: dict[str, str] = {}
        conflicts: list[Conflict] = []
        for name in self._labels:
            sides = (base.get(name, ""), ours.get(name, ""), theirs.get(name, ""))
            value = merge_cell(self._columns[name], *sides)
            if value is None:
                conflicts.append(Conflict(key.id, name, *sides))
            else:
                values[name] = value
        for name in self._contradictions(values, ours, theirs):
            sides = (base.get(name, ""), ours.get(name, ""), theirs.get(name, ""))
            conflicts.append(Conflict(key.id, name, *sides))
        return values, conflicts

    @staticmethod
    def _contradictions(
        merged: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
    ) -> Iterable[str]:
        """Yield the cells by which a term is good on one side and avoided on the other."""
        for tag in CHINESE:
            avoid = f"{tag}:avoid"
            clash, *known = (
                set(split_cell(cells.get(tag, ""))) & set(split_cell(cells.get(avoid, "")))
                for cells in (merged, ours, theirs)
            )
            if clash and not any(known):
                yield avoid if ours.get(avoid) != theirs.get(avoid) else tag

    def _removal(self, key: Key, side: _Version) -> list[Conflict]:
        """Return the conflict of a row that one side removed and the other changed."""
        if key not in self._base.items:
            return []
        before, after = self._base.cells(key), side.cells(key)
        name = next(name for name in self._labels if before.get(name) != after.get(name))
        sides = (after.get(name, ""), REMOVED_ROW)
        if side is self._theirs:
            sides = (REMOVED_ROW, after.get(name, ""))
        return [Conflict(key.id, name, before.get(name, ""), *sides)]
