"""Deciding, when a table is made, which of two overlapping entries belongs to a text.

A leftmost-longest automaton takes the entry that begins first: 制冰 before 冰箱 in
制冰箱. Nor does it know that the 干城 of 主干城市 is none. Every such overlap of two
words is known beforehand, so it is decided beforehand, and the automaton gets an entry
that says so: a guard (制冰箱: pass over one character, then 冰箱), or the word with what
follows it (主干城). Terms come before phrases; between phrases and other words the
segmentation of jieba decides, over the characters of both. At run time there is nothing
left to do.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache

from termkit.convert.rows import Row
from termkit.convert.table import Layer
from termkit.scripts.words import boundaries

_SHORT = 2
"""Longer words are what they seem to be: they do not come about where two others meet."""


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
        begin = _by_first(self._rows)
        phrases = {
            key: row
            for key, row in self._rows.items()
            if row.layer is Layer.PHRASE and len(key) == _SHORT
        }
        for word, own in phrases.items():
            self._yield(word, own, begin, added)
        begin = _by_first(phrases)
        for word in words:
            if len(word) == _SHORT and word not in self._rows and boundaries(word) == (_SHORT,):
                self._keep(word, begin, added)
        return {
            key: row for key, row in added.items() if key not in self._rows and key not in words
        }

    def _yield(
        self, word: str, own: Row, begin: Mapping[str, list[str]], added: dict[str, Row]
    ) -> None:
        """Let a short phrase give way where a term, or a better phrase, begins inside it."""
        before = self._convert(word[0])
        for key in begin.get(word[1], ()):
            row = self._rows[key]
            is_term = row.layer > Layer.PHRASE
            if not is_term and (len(key) > _SHORT or boundaries(word[0] + key)[0] != 1):
                continue
            if row.readings or own.value + self._convert(key[1:]) != before + row.value:
                self._guard(word[0], key, added)

    def _keep(self, word: str, begin: Mapping[str, list[str]], added: dict[str, Row]) -> None:
        """Keep a plain word whole where a short phrase begins inside it, and is none."""
        first, before = self._convert(word), self._convert(word[0])
        for key in begin.get(word[1], ()):
            value = first + self._convert(key[1])
            if value != before + self._rows[key].value and boundaries(word + key[1])[0] == _SHORT:
                added[word + key[1]] = Row(value, Layer.PHRASE, "OpenCC")

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


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first character."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) > 1:
            found[word[0]].append(word)
    return found
