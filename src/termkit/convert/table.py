"""The composed table of one pair of locales, as plain values."""

from enum import IntEnum
from typing import Any, NamedTuple

from termkit.convert.index import Entries


class Layer(IntEnum):
    """Where an entry comes from; later ones win."""

    PHRASE = 0
    REGION = 1
    BASE = 2


LAYER_NAMES = {Layer.PHRASE: "phrase", Layer.REGION: "region", Layer.BASE: "base"}


class Table(NamedTuple):
    """A composed table.

    ``entries`` holds the term base, OpenCC's regional words and its phrases, and what
    keeps them apart. Single ``characters`` serve the rest; the ``doubtful`` ones have
    several readings.
    """

    entries: Entries
    characters: dict[int, str]
    doubtful: frozenset[str] = frozenset()

    def dump(self) -> tuple[Any, ...]:
        """Return the table as plain values, for the cache."""
        return (self.entries.dump(), self.characters, self.doubtful)

    @classmethod
    def restore(cls, data: tuple[Any, ...]) -> "Table":
        """Rebuild a table from what ``dump`` gave."""
        entries, characters, doubtful = data
        return cls(Entries.restore(entries), characters, doubtful)
