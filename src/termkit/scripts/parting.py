"""Where a term only comes about as ordinary words meet: no 执行长 stands in 执行长效.

There the end of a term is the head of another word, and the rest of it is a word or
several; or its head is the end of one (很多|任务). Both readings are weighed as a
segmentation weighs words, by how often they stand in the texts of jieba's dictionary:
执行 and 长效 against the term and any word that begins with 效. The dictionary lacks
most terms, so one counts as rare, or as frequent as what it is called elsewhere. Words
are told apart where that is several times the likelier.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from termkit.locales import CN
from termkit.scripts.chain import to_script
from termkit.scripts.surnames import SURNAMES
from termkit.scripts.words import (
    CORPUS,
    SELDOM,
    UNLISTED,
    frequency,
    occurrences,
    segmented,
    simplified,
    tags,
)

LENGTHS = range(3, 7)
"""Of so many characters are the terms that are looked at."""

_LIKELIER = 4
_BESIDE = 8
"""How much more often verbs and small words stand beside a noun than other nouns do: 创办人|均."""
_RIVAL = 2
_SHARE = 20
"""One in so many words that begin with a character is frequent enough to be told."""

_NOUNS = "nj"
_NAMES = {"nr", "ns", "nz"}
_NUMERALS = frozenset("一二三四五六七八九十百千万亿")
_TITLES = frozenset("长官员人者师家手主")
"""What titles end with."""


class Meeting(NamedTuple):
    """Two texts that meet where a term is none, and ``rivals`` that need one character more.

    Between these it is one all the same: in 操作数|步骤, for which 操作|数步 is not to be taken.
    """

    term: str
    before: str
    behind: str
    rivals: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A term, simplified, without the character that it shares with a word; how likely both are."""

    term: str
    rest: str
    word: str
    listed: float
    parted: float


def parted(
    terms: Mapping[str, Collection[str]], sides: Iterable["Side"], locale: str
) -> Iterator[Meeting]:
    """Yield where terms of a locale, given with their names in other locales, are none."""
    for side in sides:
        likely = list(side.likely(terms))
        joined = {side.join(one.rest, one.word): one for one in likely}
        cut = {
            text
            for text, bounds in segmented(sorted(joined))
            if len(joined[text].rest if side.ends else joined[text].word) in bounds
        }
        for one in likely:
            if side.join(one.rest, one.word) in cut and not side.goes_on(one.word):
                yield from _respelt(one, side, locale)


def _respelt(one: _Reading, side: "Side", locale: str) -> Iterator[Meeting]:
    word = to_script(one.word, CN, locale)
    others = [to_script(other, CN, locale) for other in side.rivals(one)]
    if side.ends and word[0] == one.term[-1]:
        rivals = tuple((one.term, other) for other in others)
        yield Meeting(one.term, one.term[:-1], word, rivals)
    elif not side.ends and word[-1] == one.term[0]:
        rivals = tuple((other, one.term) for other in others)
        yield Meeting(one.term, word, one.term[1:], rivals)


class Side:
    """The words that may share the last character of a term (or its first), and what stands beside it."""

    def __init__(self, counts: Mapping[str, int], *, ends: bool) -> None:
        """Take common words of two characters, simplified, with their frequencies."""
        kinds = tags({*counts, *"".join(counts)})
        self.ends = ends
        self._kinds = kinds
        self._outer = 1 if ends else 0
        self._counts = {word: count * _factor(word, kinds) for word, count in counts.items()}
        self._words = defaultdict[str, list[str]](list)
        self._beside = {
            char: frequency(char) * _factor(char, kinds) for char in set("".join(counts))
        }
        for word, count in self._counts.items():
            self._words[word[1 - self._outer]].append(word)
            self._beside[word[1 - self._outer]] += count

    def join(self, rest: str, word: str) -> str:
        """Return the text of the rest of a term and the word beside it."""
        return rest + word if self.ends else word + rest

    def likely(self, terms: Mapping[str, Collection[str]]) -> Iterator[_Reading]:
        """Yield the terms with words that they share a character with, where the word is likelier."""
        plain = {term: simplified(term) for term in terms}
        rests = {text[:-1] if self.ends else text[1:] for text in plain.values()}
        weights = {rest: _weight(rest, cut) for rest, cut in segmented(sorted(rests))}
        for term, text in plain.items():
            rest, char = (text[:-1], text[-1]) if self.ends else (text[1:], text[0])
            if not weights[rest]:
                continue
            names = (occurrences(name) for name in (term, *terms[term]))
            listed = max(UNLISTED, *names)
            for word in self._words[char]:
                read = _Reading(term, rest, word, listed, weights[rest] * self._counts[word])
                if read.parted < SELDOM * CORPUS:
                    continue
                if read.parted > _LIKELIER * listed * self._beside[word[self._outer]]:
                    yield read

    def rivals(self, one: _Reading) -> Iterator[str]:
        """Yield the frequent words beside a term for which it is the likelier one all the same."""
        char = one.word[self._outer]
        for word in self._words[char]:
            count = self._counts[word]
            parted = one.parted * self._beside[word[self._outer]] / CORPUS
            if count * _SHARE > self._beside[char] and one.listed * count > _RIVAL * parted:
                yield word

    def goes_on(self, word: str) -> bool:
        """Tell whether what a word is made of stands beside a term as usually as the word does."""
        if not self.ends:
            return word[1] in _NUMERALS  # 数|万亿
        # Somebody's name follows his title: 执行长|江, not 执行|长江.
        is_name = word[1] in SURNAMES or self._kinds.get(word, "")[:2] in _NAMES
        return word[0] in _TITLES and is_name


def _factor(word: str, kinds: Mapping[str, str]) -> int:
    """Return how much more often a word stands beside a noun than its frequency tells."""
    kind = kinds.get(word, "n")
    # 所以 and its like open a sentence: 投票所|以.
    return 1 if kind[0] in _NOUNS or (kind == "c" and len(word) > 1) else _BESIDE


def _weight(text: str, ends: tuple[int, ...]) -> float:
    """Return how often the words of a text follow each other by chance; 0 if one is unknown or short."""
    words = [text[at:end] for at, end in zip((0, *ends), ends, strict=False)]
    if any(len(word) == 1 for word in words):
        return 0
    return CORPUS * prod(frequency(word) / CORPUS for word in words)
