"""Entries of a conversion table in the making, and numbering them."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.convert.domain import GENERAL, counts_as
from termkit.convert.index import Entries, sewn
from termkit.convert.readings import Reading, Seam
from termkit.convert.table import Layer
from termkit.model.domains import SOFTWARE
from termkit.scripts.chain import Stage
from termkit.text import is_latin

SHORT = 2
"""Longer words are what they seem to be: they do not come about where two others meet."""

_PLAIN, _VALUED, _OPEN, _GUARD, _STRANGE, _MIXED = range(6)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in the making; ``is_word`` where it replaces a word, not only characters.

    A guard has a ``skip``: so many code points of its key are no part of it, and what
    follows them is the entry ``behind``. A short phrase has a ``seam`` where it may come
    about as two words meet.
    """

    value: str
    layer: Layer
    origin: str
    is_word: bool = False
    readings: tuple[Reading, ...] = ()
    certain: bool = True
    domain: str = ""
    skip: int = 0
    behind: str = ""
    seam: Seam | None = None


class Draft(NamedTuple):
    """A table in the making: its entries; ``spell`` converts characters, ``convert`` uses all."""

    rows: Mapping[str, Row]
    spell: Callable[[str], str]
    convert: Callable[[str], str]

    def is_term(self, word: str) -> bool:
        """Tell whether a word is a term that changes, or has several readings."""
        row = self.rows.get(word)
        if not row or row.layer is Layer.PHRASE:
            return False
        return bool(row.readings) or row.value != self.spell(word)


def by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first character."""
    found = defaultdict[str, list[str]](list)
    for word in words:
        if len(word) > 1:
            found[word[0]].append(word)
    return found


def number_rows(
    rows: Mapping[str, Row], spell: Callable[[str], str], strange: frozenset[str]
) -> tuple[Entries, list[str]]:
    """Return the entries of an index and their keys, both by number.

    ``spell`` converts the characters of a key one by one; ``strange`` are the
    characters that only the target's script has.
    """
    kinds: list[list[str]] = [[] for _ in range(6)]
    for key in sorted(rows):
        kinds[_kind(key, rows[key], spell, strange)].append(key)
    kinds[_MIXED] = _needed(kinds[_MIXED], rows, spell)
    keys = [key for kind in kinds for key in kind]
    numbers = {key: number for number, key in enumerate(keys)}
    valued, opened, guards, strangers, mixed = accumulate(len(kind) for kind in kinds[:5])
    texts = [rows[key] for key in (*keys[:guards], *kinds[_MIXED])]
    names = sorted({"", *(_domain(row) for row in texts)})
    edges = {number: _edges(key) for number, key in enumerate(keys[opened:guards], opened)}
    entries = Entries(
        valued,
        opened,
        guards,
        strangers,
        mixed,
        CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST).serialize(),
        "\n".join(row.value for row in texts[valued:]),
        bytes(row.layer for row in texts),
        "\n".join(row.origin for row in texts),
        bytes(names.index(_domain(row)) for row in texts),
        names,
        bytes(rows[key].skip for key in kinds[_GUARD]),
        array("I", [numbers[rows[key].behind] for key in kinds[_GUARD]]).tobytes(),
        {n: texts[n].readings for n in range(opened, guards) if texts[n].readings},
        frozenset(number for number, row in enumerate(texts) if not row.certain),
        {number: (*ends, spell(keys[number])) for number, ends in edges.items() if any(ends)},
        {
            number: sewn(Seam(*(text + spell(text) for text in seam)), spell(keys[number]))
            for number in range(opened, guards)
            if (seam := texts[number].seam)
        },
    )
    return entries, keys


def _needed(keys: Sequence[str], rows: Mapping[str, Row], spell: Callable[[str], str]) -> list[str]:
    """Return the keys of both scripts that change something, or that protect from one that does."""
    changing = {key: rows[key].value for key in keys if rows[key].value != spell(key)}
    stage = Stage(changing)
    return [key for key in keys if key in changing or stage.convert(key) != key]


def with_clues(entries: Entries, written: Callable[[str], Iterable[str]]) -> Entries:
    """Return entries whose clue words are ``written`` as the first pass writes them."""

    def forms(reading: Reading) -> Reading:
        found = dict.fromkeys(form for clue in reading.clues for form in written(clue))
        return reading._replace(clues=tuple(found))

    readings = {
        number: tuple(forms(reading) for reading in found)
        for number, found in entries.readings.items()
    }
    return entries._replace(readings=readings)


def _kind(key: str, row: Row, spell: Callable[[str], str], strange: frozenset[str]) -> int:
    if key in strange:
        return _STRANGE
    if not strange.isdisjoint(key):
        return _MIXED
    if row.skip:
        return _GUARD
    if row.readings or row.seam or (any(_edges(key)) and row.value != spell(key)):
        return _OPEN
    return _VALUED if row.value != spell(key) else _PLAIN


def _edges(key: str) -> tuple[bool, bool]:
    """Tell whether a key begins and ends with a Latin character that a word goes on with.

    A digit before something else may be the last one of any number: 5米.
    """
    counts = key[0].isdigit() and len(key) > 1 and not is_latin(key[1])
    return is_latin(key[0]) and not counts, is_latin(key[-1])


def _domain(row: Row) -> str:
    """Return what a match of the row tells of the text: an ambiguous word asks for software."""
    if row.domain == GENERAL:
        return ""
    return next((r.domain for r in row.readings if counts_as(r.domain, SOFTWARE)), row.domain)
