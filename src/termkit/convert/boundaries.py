"""Deciding, when a table is made, which of two overlapping entries belongs to a text.

A leftmost-longest automaton takes the entry that begins first: 制冰 before 冰箱 in
制冰箱. Nor does it know that the 头发 of 街头发生 is none. Every such overlap of two
words is known beforehand, so it is decided beforehand. Either the automaton gets an
entry that says so: a guard (制冰箱: pass over one character, then 冰箱), or the word with
what follows it. Or the short phrase gets a seam: the neighbours that make other words
of its halves (街 before 头发). Terms come before phrases; between phrases and other
words the segmentation of jieba decides, over the characters of both. It is not asked at
run time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

from termkit.convert.readings import Seam
from termkit.convert.rows import SHORT, Draft, Row, by_first
from termkit.convert.table import Layer
from termkit.scripts.words import (
    CORPUS,
    FREQUENT,
    SELDOM,
    UNLISTED,
    boundaries,
    frequencies_at,
    occurrences,
    segmented,
)

_APART = (SHORT, 2 * SHORT)
"""Where the words of two short ones that meet end."""
_UNKNOWN = (SHORT, SHORT + 1, 2 * SHORT)
"""Where they end if the dictionary lacks the second: 显示|表单."""
_SOMETIMES = 0.3
"""A phrase gives way to a plain word where more often than this the two would meet by chance."""
_LIKELIER = 2
"""So many times likelier is that word than the phrase and what else may begin behind it."""
_RIVAL = 0.02
"""Behind a phrase a word stays a word that the two meet so often by chance, or more often."""
_NEIGHBOURS = 12
"""How many current words are tried on either side of a term."""


class Overlaps:
    """The overlaps of the entries of one table with each other and with plain words."""

    def __init__(self, draft: Draft, common: Mapping[str, int]) -> None:
        """Take the entries, and common words, simplified, with their frequencies."""
        self._draft = draft
        self._rows = draft.rows
        self._begins, self._ends = frequencies_at(common, 0), frequencies_at(common, -1)
        self._spell = draft.spell
        self._convert = cache(draft.convert)

    def settle(
        self, words: Collection[str], seams: Mapping[str, Seam], current: Sequence[str] = ()
    ) -> dict[str, Row]:
        """Return the entries to add, so that each overlap with one of ``words`` comes out right.

        What is itself one of the words is none; nor is what ``seams`` tell. ``current`` are
        the most frequent words, by which terms are kept from what only looks like them.
        """
        added: dict[str, Row] = {}
        begin = by_first(self._rows)
        phrases = {
            key: row
            for key, row in self._rows.items()
            if row.layer is Layer.PHRASE and len(key) == SHORT
        }
        usual = [word for word in current if not self._draft.is_term(word)]
        frequent = _some_by(usual, 0)
        for word, own in phrases.items():
            self._yield(word, own, begin, added)
            if word in seams:
                self._yield_cut(word, frequent.get(word[1], ()), added)
        self._yield_whole(phrases, usual, added)
        self._shorten(by_first([*usual, *self._spelled]), added)
        begin = by_first(phrases)
        short = [key for key in self._rows if len(key) == SHORT]
        terms = frozenset(key for key in short if self._draft.is_term(key))
        changing = {key for key, row in phrases.items() if row.value != self._spell(key)}
        behind = by_first(sorted(changing | terms))
        for word in words:
            if len(word) == SHORT and word not in self._rows and boundaries(word) == (SHORT,):
                for char in self._keep(word, begin, seams, added):
                    for key in behind.get(char, ()):
                        if key in terms or not self._is_seldom(word, key):
                            self._guard(word, key, added)  # 修复|线程, where 修复线 is kept whole
        self._part(short, terms, usual, added)
        return {
            key: row for key, row in added.items() if key not in self._rows and key not in words
        }

    def resume(self, shields: Iterable[str]) -> dict[str, Row]:
        """Return the entries with which a frequent word begins where a shield ends: 指定|制造."""
        frequent = (key for key in self._rows if len(key) == SHORT and self._changes(key))
        inside = by_first(key for key in frequent if occurrences(key) >= FREQUENT)
        cuts = {
            shield[:-1] + key: len(shield) - 1
            for shield in shields
            for key in inside.get(shield[-1], ())
        }
        added: dict[str, Row] = {}
        for text, ends in segmented(sorted(cuts)):
            if cuts[text] in ends and text not in self._rows:
                self._guard(text[: cuts[text]], text[cuts[text] :], added)
        return added

    def _changes(self, key: str) -> bool:
        row = self._rows[key]
        return bool(row.readings) or row.value != self._spell(key)

    def _yield(
        self, word: str, own: Row, begin: Mapping[str, list[str]], added: dict[str, Row]
    ) -> None:
        """Let a short phrase give way where a term, or a better phrase, begins inside it."""
        before = self._convert(word[0])
        for key in begin.get(word[1], ()):
            row = self._rows[key]
            is_term = row.layer > Layer.PHRASE
            if not is_term and (len(key) > SHORT or boundaries(word[0] + key)[0] != 1):
                continue
            if self._is_seldom(word[0], key):
                continue
            if row.readings or own.value + self._convert(key[1:]) != before + row.value:
                self._guard(word[0], key, added)

    def _yield_cut(self, word: str, inside: Iterable[str], added: dict[str, Row]) -> None:
        """Let a phrase that may be cut at its seam give way to frequent words: 毫无|干扰, not 无干."""
        before, cut = self._convert(word[0]), self._spell(word)
        for key in inside:
            if self._is_seldom(word[0], key):
                continue
            right = before + self._convert(key)
            if cut + self._convert(key[1]) != right and boundaries(word[0] + key)[0] == 1:
                added.setdefault(word[0] + key, Row(right, Layer.PHRASE, "OpenCC"))

    def _yield_whole(
        self, phrases: Iterable[str], words: Iterable[str], added: dict[str, Row]
    ) -> None:
        """Let a phrase give way to a frequent word that begins inside it: 年|历史, 美|发生.

        Not where the phrase and what begins behind it are as likely (饼干|部…); and what
        is likely behind the phrase stays with it: 头|发现, but 头发|现在.
        """
        inside = by_first(words)
        meeting: dict[str, str] = {}
        rivals: dict[str, str] = {}
        for phrase in phrases:
            before, cut, often = (
                self._convert(phrase[0]),
                self._convert(phrase),
                occurrences(phrase),
            )
            for key in inside.get(phrase[1], ()):
                met = self._meet(phrase[0], key)
                value = before + self._convert(key)
                if met < _SOMETIMES or cut + self._convert(key[1]) == value:
                    continue
                if met * CORPUS > _LIKELIER * often * self._begins(key[1]):
                    meeting[phrase[0] + key] = value
                    for word in inside.get(key[1], ()):
                        if often * occurrences(word) > _RIVAL * CORPUS:
                            rivals[phrase + word] = cut + self._convert(word)
        for values, ends in ((meeting, (1, 1 + SHORT)), (rivals, _APART)):
            for text in _cut_at(values, {ends}):
                added.setdefault(text, Row(values[text], Layer.PHRASE, "OpenCC"))

    def _shorten(self, inside: Mapping[str, list[str]], added: dict[str, Row]) -> None:
        """Let a longer phrase give way where its end begins a frequent word: 如果|干扰."""
        meeting = {
            key[:-1] + word
            for key, row in self._rows.items()
            if row.layer is Layer.PHRASE and len(key) == SHORT + 1
            for word in inside.get(key[-1], ())
        }
        self._set_apart(meeting, {_APART, _UNKNOWN}, added)

    @cached_property
    def _spelled(self) -> frozenset[str]:
        """The short terms of which only the characters change."""
        terms = (key for key, row in self._rows.items() if row.layer > Layer.PHRASE)
        return frozenset(key for key in terms if len(key) == SHORT and not self._changes(key))

    def _set_apart(
        self, meeting: Iterable[str], cut: Collection[tuple[int, ...]], added: dict[str, Row]
    ) -> None:
        """Convert two short words that meet each by itself, where the segmentation has them so."""
        near = (
            text
            for text in meeting
            if text[SHORT:] in self._spelled or not self._is_seldom(text[:SHORT], text[SHORT:])
        )
        for text in _cut_at(near, cut):
            value = self._convert(text[:SHORT]) + self._convert(text[SHORT:])
            if self._convert(text) != value:
                added.setdefault(text, Row(value, Layer.PHRASE, "OpenCC"))

    def _keep(
        self,
        word: str,
        begin: Mapping[str, list[str]],
        seams: Mapping[str, Seam],
        added: dict[str, Row],
    ) -> Iterator[str]:
        """Keep a plain word whole where a short phrase begins inside it, and is none.

        Yields the characters behind the word with which it is kept.
        """
        first, before = self._convert(word), self._convert(word[0])
        for key in begin.get(word[1], ()):
            value = first + self._convert(key[1])
            if key in seams and word[0] in seams[key].alone:
                continue
            if value != before + self._rows[key].value and boundaries(word + key[1])[0] == SHORT:
                added[word + key[1]] = Row(value, Layer.PHRASE, "OpenCC")
                yield key[1]

    def _part(
        self,
        short: Sequence[str],
        changing: Collection[str],
        current: Sequence[str],
        added: dict[str, Row],
    ) -> None:
        """Keep current words apart where a term comes about as they meet: 决定|制定 before 定制.

        ``current`` are none that are terms themselves. A term that is not one of the
        ``changing`` may do harm where rarer than the words, which are more than their
        characters: 商标|签字, but not 和平|台风, which may as well be 和|平台|风险.
        """
        before, behind = _some_by(current, 1), _some_by(current, 0)
        telling = {word for word in current if self._convert(word) != self._spell(word)}
        meeting = {
            one + two
            for key in short
            if self._rows[key].layer > Layer.PHRASE
            for one in before.get(key[0], ())
            for two in behind.get(key[1], ())
            if key in changing
            or ((one in telling or two in telling) and self._is_rarer(key, one, two))
        }
        self._set_apart(meeting, {_APART, (2 * SHORT,)}, added)

    def _is_rarer(self, term: str, *words: str) -> bool:
        return 2 * occurrences(term) < min(map(occurrences, words))

    def _is_seldom(self, before: str, behind: str) -> bool:
        """Tell whether a word, or one that ends so, and another hardly ever meet by chance."""
        return self._meet(before, behind) < SELDOM

    def _meet(self, before: str, behind: str) -> float:
        """Return how often a word, or one that ends so, and another would meet by chance."""
        first = self._ends(before) if len(before) == 1 else occurrences(before)
        return first * max(occurrences(behind), UNLISTED) / CORPUS

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


def _some_by(words: Iterable[str], place: int) -> dict[str, list[str]]:
    """Return by the character at a ``place`` the first few of the words that have it there."""
    found = defaultdict[str, list[str]](list)
    for word in words:
        if len(found[word[place]]) < _NEIGHBOURS:
            found[word[place]].append(word)
    return dict(found)


def _cut_at(texts: Iterable[str], cuts: Collection[tuple[int, ...]]) -> Iterator[str]:
    """Yield the texts whose words end where one of the cuts has them end."""
    return (text for text, ends in segmented(sorted(texts)) if ends in cuts)
