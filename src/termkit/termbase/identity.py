"""Which row is which in two versions of a term base: by id, wherever it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from termkit.messages import tr
from termkit.termbase.columns import ID, Column
from termkit.termbase.sheet import Row, Sheet
from termkit.termbase.values import comparable


class Key(NamedTuple):
    """What a row goes by: its id, with a number where several have it; without an id what it says."""

    id: str
    number: int = 0
    content: tuple[str, ...] = ()


class Place(NamedTuple):
    """A row and its sheet."""

    sheet: Sheet
    row: Row

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.sheet.path

    def cells(self) -> dict[str, str]:
        """Return the cells that are not empty by column, so that equal ones mean the same."""
        found = zip(self.sheet.columns, self.row.values, strict=False)
        return {
            label(column, number): value
            for number, (column, raw) in enumerate(found)
            if raw and (value := comparable(column, raw))
        }


def label(column: Column, number: int) -> str:
    """Return the name of a column; one without a name goes by its place."""
    return column.name or tr("column {number}", number=number + 1)


def keyed_rows(sheets: Iterable[Sheet]) -> dict[Key, Place]:
    """Return the rows of files by what they go by, in their order."""
    return dict(_keys(sheets))


def find_renames(old: Mapping[Key, Place], new: Mapping[Key, Place]) -> dict[Key, Key]:
    """Return the rows that got another id and nothing else: from the old key to the new one."""
    gone = _by_content(place for place in old.items() if place[0] not in new)
    come = _by_content(place for place in new.items() if place[0] not in old)
    return {
        keys[0]: come[content][0]
        for content, keys in gone.items()
        if len(keys) == 1 and len(come.get(content, ())) == 1
    }


def _by_content(rows: Iterable[tuple[Key, Place]]) -> dict[frozenset[tuple[str, str]], list[Key]]:
    """Return rows by what they say besides their ids; those that say nothing are left out."""
    found: dict[frozenset[tuple[str, str]], list[Key]] = {}
    for key, place in rows:
        content = frozenset(cell for cell in place.cells().items() if cell[0] != ID)
        if key.id and content:
            found.setdefault(content, []).append(key)
    return found


def _keys(sheets: Iterable[Sheet]) -> Iterator[tuple[Key, Place]]:
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for sheet in sheets:
        for row in sheet.concepts:
            place = Place(sheet, row)
            concept_id = sheet.get(row, ID).strip()
            content = () if concept_id else tuple(f"{k}={v}" for k, v in place.cells().items())
            yield Key(concept_id, seen[concept_id, content], content), place
            seen[concept_id, content] += 1


def stem(path: str) -> str:
    """Return the name of a file, its default domain; the path may begin with a revision and a colon."""
    return PurePath(path.rpartition(":")[2]).stem
