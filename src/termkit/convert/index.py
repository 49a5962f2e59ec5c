"""One index of a conversion table: its entries, what finds them, and what they give.

Entries are numbered so that their number tells what to do: first those that do no
more than keep a place (their characters are converted one by one), then those that
give a text, then the open ones, whose text what stands around decides, then guards:
an entry behind a few characters that belong to something else, then single characters
that only the target's script has, and at last entries that hold such a character.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, field
from functools import cached_property
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from termkit.convert.domain import counts_as
from termkit.convert.marks import SIZE, mark
from termkit.convert.readings import Reading
from termkit.text import is_latin, sentence_around_mark

_OFTEN = 200

Match = tuple[int, int, int]
"""Start, end and number of an entry that was found."""


@dataclass(slots=True)
class Entries:
    """The entries of an index by number, as plain values.

    ``valued``, ``opened``, ``guards``, ``strange`` and ``mixed`` are the numbers where
    these kinds begin. ``skips`` and ``behind`` tell how many code points a guard passes
    over, and to which entry. All else is by row: the entries but for guards and single
    characters; ``values`` begins with the valued ones.
    """

    valued: int
    opened: int
    guards: int
    strange: int
    mixed: int
    automaton: bytes
    values: list[str]
    layers: bytes
    origins: list[str]
    domains: bytes
    domain_names: list[str]
    skips: bytes
    behind: bytes
    readings: dict[int, tuple[Reading, ...]] = field(default_factory=dict)
    doubtful: frozenset[int] = frozenset()
    edges: dict[int, tuple[bool, bool, str]] = field(default_factory=dict)

    def dump(self) -> tuple[Any, ...]:
        """Return the entries as values that ``marshal`` takes."""
        readings = {
            number: tuple(astuple(reading) for reading in found)
            for number, found in self.readings.items()
        }
        plain = (getattr(self, name) for name in self.__slots__ if name != "readings")
        return (readings, *plain)

    @classmethod
    def restore(cls, data: tuple[Any, ...]) -> "Entries":
        """Rebuild entries from what ``dump`` gave."""
        readings, *plain = data
        names = [name for name in cls.__slots__ if name != "readings"]
        restored = {
            number: tuple(Reading(*one) for one in found) for number, found in readings.items()
        }
        return cls(**dict(zip(names, plain, strict=True)), readings=restored)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an entry gives at a place, what is behind it, and how sure that is."""

    value: str
    origin: str
    certain: bool
    decided: bool


class Index:
    """Entries ready to run."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self._automaton = CharwiseDoubleArrayAhoCorasick.deserialize(entries.automaton)
        self.behind = array("I", entries.behind)
        self._emissions: dict[str, list[str]] = {}
        self._options: dict[str, list[Option]] = {}

    def find(self, text: str) -> list[Match]:
        """Return the entries found in ``text``, leftmost-longest."""
        found: list[Match] = self._automaton.find(text)
        return found

    def domains(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the domain of each entry found, and whether it is ambiguous."""
        entries = self.entries
        domains, names, readings = entries.domains, entries.domain_names, entries.readings
        for _, _, number in self._automaton.find(text):
            row = self.row(number)
            if row >= 0:
                yield names[domains[row]], row in readings

    def row(self, number: int) -> int:
        """Return the row of an entry: that of what a guard stands before, -1 for a character."""
        entries = self.entries
        if number < entries.guards:
            return number
        if number < entries.strange:
            return self.behind[number - entries.guards]
        return number - entries.mixed + entries.guards if number >= entries.mixed else -1

    @cached_property
    def _openable(self) -> list[int]:
        return sorted({*self.entries.readings, *self.entries.edges})

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {place: number for number, place in enumerate(self._openable)}

    def emissions(self, domain: str) -> list[str]:
        """Return what the first pass writes in a text of ``domain``: texts, and marks.

        The list begins with the first entry that has a text of its own.
        """
        if domain not in self._emissions:
            written = list(self.entries.values)
            for number, place in enumerate(self._openable):
                settled = self._settled(place, domain)
                written[place - self.entries.valued] = mark(number) if settled is None else settled
            self._emissions[domain] = written
        return self._emissions[domain]

    def is_open(self, place: int, domain: str) -> bool:
        """Tell whether what an entry gives depends on what stands around it."""
        return place in self._numbers and self._settled(place, domain) is None

    def _settled(self, place: int, domain: str) -> str | None:
        """Return what an entry gives in every text of a domain, or None if that depends."""
        if place in self.entries.edges:
            return None
        by_clue = {r.value for r in self.entries.readings.get(place, ()) if r.clues}
        values = {*by_clue, self.decide(place, domain).value}
        return values.pop() if len(values) == 1 else None

    def options(self, domain: str) -> "list[Option]":
        """Return by number what the open entries may give in a text of ``domain``."""
        if domain not in self._options:
            self._options[domain] = [self._option(row, domain) for row in self._openable]
        return self._options[domain]

    def _option(self, row: int, domain: str) -> "Option":
        edge = self.entries.edges.get(row)
        by_clue = tuple(
            (_Clues(reading.clues), Decision(reading.value, reading.concept, True, True))
            for reading in self.entries.readings.get(row, ())
            if reading.clues
        )
        cut = Decision(edge[2], "", certain=True, decided=True) if edge else None
        return (edge and edge[:2], cut, by_clue, self.decide(row, domain))

    def decide(self, place: int, domain: str) -> Decision:
        """Decide an entry by the domain of the text alone.

        The default is certain where one row gives it without asking for clue words; it
        is not decided where another reading would have been possible.
        """
        entries = self.entries
        readings = entries.readings.get(place, ())
        for reading in readings:
            if counts_as(reading.domain, domain):
                return Decision(reading.value, reading.concept, certain=True, decided=True)
        certain = place not in entries.doubtful
        return Decision(
            entries.values[place - entries.valued],
            entries.origins[place],
            certain,
            certain and not readings,
        )


Option = tuple[
    tuple[bool, bool] | None,
    Decision | None,
    "tuple[tuple[_Clues, Decision], ...]",
    Decision,
]
"""What decides an open entry: its Latin edges, what it is inside a Latin word, what clue
words make of it, and what it is without any."""


class _Clues:
    """Clue words; those that are asked for often are compiled, which takes as long as many searches."""

    __slots__ = ("_asked", "_search", "_words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._asked = 0
        self._search: Callable[[str, int, int], object] | None = None

    def found(self, text: str, start: int, end: int) -> bool:
        """Tell whether one of the words stands in a part of ``text``."""
        if self._search:
            return self._search(text, start, end) is not None
        self._asked += 1
        if self._asked > _OFTEN:
            self._search = re.compile("|".join(map(re.escape, self._words))).search
        return any(text.find(word, start, end) >= 0 for word in self._words)


def choose(text: str, at: int, option: Option) -> Decision:
    """Decide the open entry whose mark stands at ``at`` of a first pass's output."""
    edges, cut, by_clue, otherwise = option
    if edges and cut and _cuts_latin(text, at, edges):
        return cut
    if by_clue:
        start, end = sentence_around_mark(text, at, at + SIZE)
        for clues, decision in by_clue:
            if clues.found(text, start, end):
                return decision
    return otherwise


def _cuts_latin(text: str, at: int, edges: tuple[bool, bool]) -> bool:
    """Tell whether an entry with a Latin edge stands inside a Latin word."""
    if edges[0] and at and is_latin(text[at - 1]):
        return True
    end = at + SIZE
    return edges[1] and end < len(text) and is_latin(text[end])
