"""Entries that keep ordinary words apart where a longer term seems to stand between them.

Where that is, ``scripts.parting`` tells: 执行长效 is 执行|长效. This says which terms are
asked about, and what is written there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import islice

from termkit.convert.rows import Draft, Row
from termkit.convert.table import Layer
from termkit.scripts.parting import Meeting

_SEVERAL = 4
"""So many rows that convert a word alike tell that it is converted so."""


class Partings:
    """The terms of one table in the making, and the texts in which they only seem to stand."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._rows, self._spell, self._convert = draft

    def terms(self) -> dict[str, set[str]]:
        """Return the terms that change, with what they become.

        Not those that are a term and its neighbour, converted as elsewhere (通过|各, 物理|机):
        they go on with any word, and do little harm in another.
        """
        first, last = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        for key in self._rows:
            first[key[0]].append(key)
            last[key[-1]].append(key)
        found: dict[str, set[str]] = {}
        for key, row in self._rows.items():
            if self._draft.is_term(key):
                one, two = self._spell(key[0]), self._spell(key[-1])
                head, end = row.value.removesuffix(two), row.value.removeprefix(one)
                is_composed = (
                    head != row.value
                    and self._is_usual(key[:-1], head, first[key[0]], str.startswith)
                ) or (
                    end != row.value and self._is_usual(key[1:], end, last[key[-1]], str.endswith)
                )
                if not is_composed:
                    found[key] = self._values(key)
        return found

    def entries(self, meetings: Iterable[Meeting]) -> dict[str, Row]:
        """Return the entries of texts that meet, and of those that need the term all the same."""
        added: dict[str, Row] = {}
        for term, before, behind, rivals in meetings:
            text, row = before + behind, self._joined(before, behind)
            others = {
                one + key: self._joined(one, key)
                for one, two in rivals
                for key in (two, *self._longer(two))
            }
            told = {key: other for key, other in others.items() if other}
            seems = row and (self._convert(text) != row.value or self._rows[term].readings)
            if row and seems and text not in self._rows and len(told) == len(others):
                added = {**told, **added, text: row}
        return {key: row for key, row in added.items() if key not in self._rows}

    def _longer(self, word: str) -> list[str]:
        """Return the terms that begin with a word, which an entry must not cut."""
        return [key for key in self._terms[word[0]] if key.startswith(word) and key != word]

    @cached_property
    def _terms(self) -> Mapping[str, list[str]]:
        found = defaultdict[str, list[str]](list)
        for key in self._rows:
            if len(key) > 1 and self._draft.is_term(key):
                found[key[0]].append(key)
        return found

    def _is_usual(
        self, word: str, value: str, keys: Iterable[str], has: Callable[[str, str], bool]
    ) -> bool:
        """Tell whether a word is converted so by itself, or in several of the keys that have it."""
        if word in self._rows and value in self._values(word):
            return True
        alike = (
            key
            for key in keys
            if has(key, word) and any(has(one, value) for one in self._values(key))
        )
        return len(word) == len(value) and len(list(islice(alike, _SEVERAL))) == _SEVERAL

    def _values(self, key: str) -> set[str]:
        row = self._rows[key]
        return {row.value, *(reading.value for reading in row.readings)}

    def _joined(self, before: str, behind: str) -> Row | None:
        """Return the entry of two texts, each of which is converted as it is by itself.

        None where an ambiguous one stands behind what may be its clue word: 命令行|程序.
        """
        head, end = self._rows.get(before), self._rows.get(behind)
        first, second = self._convert(before), self._convert(behind)
        if end and end.readings:
            if first != self._spell(before):
                return None
            return replace(end, readings=(), skip=len(before), behind=behind)
        if head and head.readings:
            return _extended(head, second)
        return Row(first + second, Layer.PHRASE, "OpenCC")


def _extended(row: Row, behind: str) -> Row:
    """Return an ambiguous entry with what stands behind it."""
    readings = tuple(one._replace(value=one.value + behind) for one in row.readings)
    return replace(row, value=row.value + behind, readings=readings)
