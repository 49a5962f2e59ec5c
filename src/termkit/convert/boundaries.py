"""Deciding, when a table is made, which of two overlapping entries belongs to a text.

A leftmost-longest automaton takes the entry that begins first: 向用 before 用户 in
向用户开放, 看台 before 台风 in 看台风, 选中 in 当选中国. Every such overlap of two words
is known beforehand, so it is decided beforehand, and the automaton gets an entry
that says so: a word that only keeps its place (当选), or a guard (向用户: pass over
one character, then 用户). Terms come before phrases; between phrases the segmentation
of jieba decides, over the characters of both. At run time there is nothing left to do.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from enum import Enum, auto
from functools import cache

from termkit.convert.rows import Row
from termkit.convert.table import Layer
from termkit.scripts.words import boundaries

_SHORT = 2
"""Words up to this length come about by chance where two words meet."""
_LONGEST = 5
"""Longer ones of the dictionary are made of shorter ones as far as their ends are concerned."""


class _Winner(Enum):
    FIRST = auto()
    SECOND = auto()
    NEITHER = auto()


class Overlaps:
    """The overlaps of the entries of one table with each other and with plain words."""

    def __init__(
        self,
        rows: Mapping[str, Row],
        spell: Callable[[str], str],
        convert: Callable[[str], str],
    ) -> None:
        """Take the entries; ``spell`` converts single characters, ``convert`` uses all entries."""
        self._rows = rows
        self._spell = spell
        self._convert = cache(convert)
        self._kept: dict[str, Row] = {}
        self._guards: dict[str, Row] = {}

    def settle(self, words: Iterable[str]) -> dict[str, Row]:
        """Return the entries to add, so that each overlap with one of ``words`` comes out right."""
        begin = _by_prefix(self._rows)
        plain = {word for word in words if len(word) <= _LONGEST and _is_known(word)}
        for word in sorted({*self._rows, *plain}):
            self._left(word, begin)
        return {**self._guards, **self._kept}

    def _left(self, word: str, begin: Mapping[str, list[str]]) -> None:
        """Settle the overlaps of a word with the entries that begin inside it and reach beyond."""
        own = self._rows.get(word)
        first = own.value if own else self._convert(word)
        lost: list[tuple[int, str]] = []
        won = own is not None
        for at in range(1, len(word)):
            before = self._convert(word[:at])
            for key in begin.get(word[at:], ()):
                row = self._rows[key]
                is_open = row.readings or (own and own.readings)
                rest = key[len(word) - at :]
                if not is_open and first + self._convert(rest) == before + row.value:
                    continue
                winner = self._winner(word, own, at, key, row)
                if winner is _Winner.SECOND:
                    lost.append((at, key))
                elif winner is _Winner.FIRST:
                    won = True
        if not won:
            return  # the automaton does not know the word: the entries win by themselves
        if own is None:
            self._kept[word] = Row(first, Layer.PHRASE, "OpenCC")
        for at, key in lost:
            self._guard(word[:at], key)

    def _winner(self, word: str, own: Row | None, at: int, key: str, row: Row) -> _Winner:
        if own and own.layer > Layer.PHRASE:
            return _Winner.FIRST
        is_term = row.layer > Layer.PHRASE
        if is_term and len(word) <= _SHORT:
            return _Winner.SECOND
        # Otherwise a word of three characters is what it seems to be.
        if not is_term and (len(word) > _SHORT or len(key) > _SHORT):
            return _Winner.FIRST
        winner = self._by_words(word, at, key)
        return _Winner.FIRST if winner is _Winner.NEITHER and (own or is_term) else winner

    def _by_words(self, word: str, at: int, key: str) -> _Winner:
        """Ask the segmentation to which of two words their common characters belong."""
        cut = boundaries(word[:at] + key)
        if at in cut and len(word) not in cut:
            return _Winner.SECOND
        if len(word) in cut and at not in cut:
            return _Winner.FIRST
        return _Winner.NEITHER

    def _guard(self, before: str, key: str) -> None:
        """Let ``key`` be found behind ``before``, which belongs to something else."""
        if before + key in self._rows:
            return
        row, written = self._rows[key], self._convert(before)
        if written == self._spell(before):
            guard = replace(row, readings=(), skip=len(before), behind=key)
        elif row.readings:
            return  # an open entry has no text to put behind the other
        else:
            guard = Row(written + row.value, Layer.PHRASE, "OpenCC")
        self._guards.setdefault(before + key, guard)


@cache
def _is_known(word: str) -> bool:
    """Tell whether the segmentation knows a word, and so can judge where it ends."""
    return boundaries(word) == (len(word),)


def _by_prefix(words: Collection[str] | Iterable[str]) -> dict[str, list[str]]:
    """Return words by each of their beginnings."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for size in range(1, len(word)):
            found[word[:size]].append(word)
    return found
