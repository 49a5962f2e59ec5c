"""Deciding, when a table is made, which of two overlapping entries belongs to a text.

A leftmost-longest automaton takes the entry that begins first: 向用 before 用户 in
向用户开放, 看台 before 台风 in 看台风. Nor does it know that the 面包 of 页面包含 is none.
Every such overlap of two words is known beforehand, so it is decided beforehand, and the
automaton gets an entry that says so: a guard (向用户: pass over one character, then 用户),
or the word with what follows it (页面包). Terms come before phrases; between phrases and
other words the segmentation of jieba decides, over the characters of both. At run time
there is nothing left to do.
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
_LONGEST = 3
"""Longer ones are not met by chance, nor do their ends belong to anything else."""


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

    def settle(self, words: Collection[str]) -> dict[str, Row]:
        """Return the entries to add, so that each overlap with one of ``words`` comes out right.

        What is itself one of the words is none.
        """
        added: dict[str, Row] = {}
        begin = _by_prefix(self._rows)
        for word, own in self._rows.items():
            if own.layer is Layer.PHRASE and len(word) <= _LONGEST:
                self._yield(word, own, begin, added)
        short = _by_prefix(
            key
            for key, row in self._rows.items()
            if row.layer is Layer.PHRASE and len(key) <= _SHORT
        )
        for word in words:
            if len(word) <= _LONGEST and word not in self._rows and _is_known(word):
                self._keep(word, short, added)
        return {
            key: row for key, row in added.items() if key not in self._rows and key not in words
        }

    def _yield(
        self, word: str, own: Row, begin: Mapping[str, list[str]], added: dict[str, Row]
    ) -> None:
        """Let a phrase give way to the terms and phrases that begin inside it, where they win."""
        for at in range(1, len(word)):
            before = self._convert(word[:at])
            for key in begin.get(word[at:], ()):
                row = self._rows[key]
                is_term = row.layer > Layer.PHRASE
                if not is_term and (len(word) > _SHORT or len(key) > _SHORT):
                    continue  # a word of three characters is what it seems to be
                rest = key[len(word) - at :]
                if not row.readings and own.value + self._convert(rest) == before + row.value:
                    continue
                usual = is_term and len(word) <= _SHORT
                if usual or self._by_words(word, at, key) is _Winner.SECOND:
                    self._guard(word[:at], key, added)

    def _keep(self, word: str, begin: Mapping[str, list[str]], added: dict[str, Row]) -> None:
        """Keep a plain word whole against the short phrases that begin inside it."""
        first = self._convert(word)
        for key in begin.get(word[-1], ()):
            value = first + self._convert(key[1:])
            if value == self._convert(word[:-1]) + self._rows[key].value:
                continue
            if self._by_words(word, len(word) - 1, key) is _Winner.FIRST:
                added[word + key[1:]] = Row(value, Layer.PHRASE, "OpenCC")

    def _by_words(self, word: str, at: int, key: str) -> _Winner:
        """Ask the segmentation to which of two words their common characters belong."""
        cut = boundaries(word[:at] + key)
        if at in cut and len(word) not in cut:
            return _Winner.SECOND
        if len(word) in cut and at not in cut:
            return _Winner.FIRST
        return _Winner.NEITHER

    def _guard(self, before: str, key: str, added: dict[str, Row]) -> None:
        """Let ``key`` be found behind ``before``, which belongs to something else."""
        row, written = self._rows[key], self._convert(before)
        if written == self._spell(before):
            guard = replace(row, readings=(), skip=len(before), behind=key)
        elif row.readings:
            return  # an open entry has no text to put behind the other
        else:
            guard = Row(written + row.value, Layer.PHRASE, "OpenCC")
        added.setdefault(before + key, guard)


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
