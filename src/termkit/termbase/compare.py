"""What has changed between two versions of a term base: by concept and cell, not by line.

Order of rows and columns, quotes, BOM, line ends, comments and spacing say nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from termkit.locales import CHINESE, EN
from termkit.messages import mark
from termkit.problems import Problem
from termkit.termbase.columns import CANONICAL, ID, Column, parse_column
from termkit.termbase.identity import Place, find_renames, keyed_rows, stem
from termkit.termbase.resaved import undo
from termkit.termbase.sheet import Sheet
from termkit.termbase.values import is_set, parts

_RANKS = {name: rank for rank, name in enumerate(CANONICAL)}


class What(StrEnum):
    """What has happened to a concept; one that has moved to another file may have changed, too."""

    ADDED = mark("added")
    REMOVED = mark("removed")
    CHANGED = mark("changed")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell in two versions."""

    column: str
    before: str
    after: str

    @property
    def is_set(self) -> bool:
        """Whether the cell holds terms or flags rather than one text."""
        column = parse_column(self.column)
        return isinstance(column, Column) and is_set(column)

    @property
    def added(self) -> tuple[str, ...]:
        """The terms or flags that are new."""
        before = self._parts(self.before)
        return tuple(part for part in self._parts(self.after) if part not in before)

    @property
    def removed(self) -> tuple[str, ...]:
        """The terms or flags that are gone."""
        after = self._parts(self.after)
        return tuple(part for part in self._parts(self.before) if part not in after)

    def _parts(self, value: str) -> tuple[str, ...]:
        column = parse_column(self.column)
        return parts(column, value) if isinstance(column, Column) else (value,)


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """A concept that is not what it was; places are ``path`` and line, line 0 where there is none."""

    what: What
    id: str
    name: str
    cells: tuple[CellChange, ...]
    path: str
    line: int
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes, in the order of the new version; and what a spreadsheet did, which is not one."""

    changes: tuple[ConceptChange, ...]
    resaved: tuple[Problem, ...] = ()

    def count(self, what: What) -> int:
        """Return how many concepts it happened to."""
        return sum(change.what is what for change in self.changes)


def compare(before: Sequence[Sheet], after: Sequence[Sheet], *, resaved: bool = True) -> Comparison:
    """Compare two versions, each one file or several.

    With ``resaved`` cells that a spreadsheet rewrote are put back first.
    """
    undone = undo(before, after) if resaved else ()
    old, new = keyed_rows(before), keyed_rows(after)
    by_file = len(before) > 1 or len(after) > 1
    was = {key: key for key in old} | {new: old for old, new in find_renames(old, new).items()}
    changes: list[ConceptChange] = []
    for key, place in new.items():
        if key not in was:
            changes.append(_change(What.ADDED, {}, _cells(place), place))
        elif change := _edit(old[was[key]], place, by_file=by_file):
            changes.append(change)
    still = {was[key] for key in new if key in was}
    for key, place in old.items():
        if key not in still:
            changes.append(_change(What.REMOVED, _cells(place), {}, place))
    return Comparison(tuple(changes), tuple(undone))


def _edit(old: Place, new: Place, *, by_file: bool) -> ConceptChange | None:
    before, after = _cells(old), _cells(new)
    moved = by_file and stem(old.path) != stem(new.path)
    if before == after and not moved:
        return None
    return _change(What.CHANGED, before, after, new, old.path if moved else "")


def _change(
    what: What, before: dict[str, str], after: dict[str, str], place: Place, moved_from: str = ""
) -> ConceptChange:
    cells = after or before
    names = sorted(before.keys() | after.keys(), key=lambda name: _RANKS.get(name, len(_RANKS)))
    return ConceptChange(
        what,
        cells.get(ID, ""),
        next((cells[name] for name in (EN, *CHINESE) if name in cells), ""),
        tuple(
            CellChange(name, before.get(name, ""), after.get(name, ""))
            for name in names
            if before.get(name, "") != after.get(name, "") and (name != ID or what is What.CHANGED)
        ),
        place.path,
        place.row.line,
        moved_from,
    )


def _cells(place: Place) -> dict[str, str]:
    """Return the cells of a row; a domain that the file has anyway is none."""
    cells = place.cells()
    if cells.get("domain") == stem(place.path):
        del cells["domain"]
    return cells
