"""One index of a conversion table: its entries, what finds them, and what they give.

Entries are numbered so that their number tells what to do: first those that do no
more than keep a place (their characters are converted one by one), then those that
give a text, then the open ones, whose text what stands around decides, then guards:
an entry behind a few characters that belong to something else, then single characters
that only the target's script has, and at last entries that hold such a character.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from termkit.convert.choices import Choice, Clues, Decision
from termkit.convert.domain import counts_as
from termkit.convert.marks import mark, number_of
from termkit.convert.readings import Reading, Seam

_NESTED = frozenset({"readings", "seams"})

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
    seams: dict[int, tuple[Seam, str]] = field(default_factory=dict)

    def dump(self) -> tuple[Any, ...]:
        """Return the entries as values that ``marshal`` takes."""
        readings = {number: tuple(map(tuple, found)) for number, found in self.readings.items()}
        seams = {number: (tuple(seam), value) for number, (seam, value) in self.seams.items()}
        plain = (getattr(self, name) for name in self.__slots__ if name not in _NESTED)
        return (readings, seams, *plain)

    @classmethod
    def restore(cls, data: tuple[Any, ...]) -> "Entries":
        """Rebuild entries from what ``dump`` gave."""
        readings, seams, *plain = data
        names = [name for name in cls.__slots__ if name not in _NESTED]
        restored = {
            number: tuple(Reading(*one) for one in found) for number, found in readings.items()
        }
        sewn = {number: (Seam(*seam), value) for number, (seam, value) in seams.items()}
        return cls(**dict(zip(names, plain, strict=True)), readings=restored, seams=sewn)


class Index:
    """Entries ready to run."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self._automaton = CharwiseDoubleArrayAhoCorasick.deserialize(entries.automaton)
        self.behind = array("I", entries.behind)
        self._emissions: dict[str, list[str]] = {}
        self._choices: dict[str, _Choices] = {}

    def find(self, text: str) -> list[Match]:
        """Return the entries found in ``text``, leftmost-longest."""
        found: list[Match] = self._automaton.find(text)
        return found

    def has_mixed(self, text: str) -> bool:
        """Tell whether an entry in both scripts is found in ``text``."""
        return any(number >= self.entries.mixed for _, _, number in self._automaton.find(text))

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
        return sorted({*self.entries.readings, *self.entries.edges, *self.entries.seams})

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {place: number for number, place in enumerate(self._openable)}

    def emissions(self, domain: str) -> list[str]:
        """Return what the first pass writes in a text of ``domain``: texts, and marks.

        The list begins with the first entry that has a text of its own.
        """
        if domain not in self._emissions:
            written = list(self.entries.values)
            for nth, place in enumerate(self._openable):
                settled = self._settled(place, domain)
                written[place - self.entries.valued] = mark(nth) if settled is None else settled
            self._emissions[domain] = written
        return self._emissions[domain]

    def is_open(self, place: int, domain: str) -> bool:
        """Tell whether what an entry gives depends on what stands around it."""
        return place in self._numbers and self._settled(place, domain) is None

    def _settled(self, place: int, domain: str) -> str | None:
        """Return what an entry gives in every text of a domain, or None if that depends."""
        if place in self.entries.edges or place in self.entries.seams:
            return None
        by_clue = {r.value for r in self.entries.readings.get(place, ()) if r.clues}
        values = {*by_clue, self.decide(place, domain).value}
        return values.pop() if len(values) == 1 else None

    def choices(self, domain: str) -> Mapping[str, Choice]:
        """Return by the digits of their marks what the open entries may give in a ``domain``.

        A choice is made when it is met: a text meets few of thousands.
        """
        if domain not in self._choices:
            self._choices[domain] = _Choices(lambda row: self._choice(row, domain), self._openable)
        return self._choices[domain]

    def _choice(self, row: int, domain: str) -> Choice:
        by_clue = tuple(
            (Clues(reading.clues), Decision(reading.value, reading.concept, True, True))
            for reading in self.entries.readings.get(row, ())
            if reading.clues
        )
        otherwise = self.decide(row, domain)
        if row in self.entries.seams:
            seam, spelt = self.entries.seams[row]
            cut = Decision(spelt, "", certain=True, decided=True)
            return Choice(otherwise, seam=seam, cut=cut)
        if row not in self.entries.edges:
            return Choice(otherwise, by_clue)
        before, behind, spelt = self.entries.edges[row]
        edges, cut = (before, behind), Decision(spelt, "", certain=True, decided=True)
        return Choice(otherwise, by_clue, edges, cut=cut)

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


class _Choices(dict[str, Choice]):
    """Choices by the digits of their marks, which count ``rows``."""

    def __init__(self, make: Callable[[int], Choice], rows: Sequence[int]) -> None:
        super().__init__()
        self._make, self._rows = make, rows

    def __missing__(self, digits: str) -> Choice:
        self[digits] = choice = self._make(self._rows[number_of(digits)])
        return choice
