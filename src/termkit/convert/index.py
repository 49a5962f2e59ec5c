"""One index of a conversion table: its entries, what finds them, and what they give.

Entries are numbered so that their number tells what to do: first those that do no
more than keep a place (their characters are converted one by one), then those that
give a text, then the open ones, whose text what stands around decides, then guards:
an entry behind a few characters that belong to something else, then single characters
that only the target's script has, and at last entries that hold such a character.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from termkit.convert.choices import Choice, Clues, Decision
from termkit.convert.domain import counts_as
from termkit.convert.marks import mark, number_of
from termkit.convert.readings import Reading, Seam

Match = tuple[int, int, int]
"""Start, end and number of an entry that was found."""


class Entries(NamedTuple):
    """The entries of an index by number, as plain values.

    ``valued``, ``opened``, ``guards``, ``strange`` and ``mixed`` are the numbers where
    these kinds begin. ``skips`` and ``behind`` tell how many code points a guard passes
    over, and to which entry. All else is by row: the entries but for guards and single
    characters. ``values`` begins with the valued ones and, like ``origins``, is one text of
    lines; a seam and how its phrase is spelt are as ``sewn`` gives them: of thousands a text
    meets few.
    """

    valued: int
    opened: int
    guards: int
    strange: int
    mixed: int
    automaton: bytes
    values: str
    layers: bytes
    origins: str
    domains: bytes
    domain_names: list[str]
    skips: bytes
    behind: bytes
    readings: dict[int, tuple[Reading, ...]]
    doubtful: frozenset[int]
    edges: dict[int, tuple[bool, bool, str]]
    seams: dict[int, bytes]

    def dump(self) -> tuple[Any, ...]:
        """Return the entries as values that ``marshal`` takes."""
        readings = {number: tuple(map(tuple, found)) for number, found in self.readings.items()}
        return tuple(self._replace(readings=readings))  # type: ignore[arg-type]

    @classmethod
    def restore(cls, data: tuple[Any, ...]) -> "Entries":
        """Rebuild entries from what ``dump`` gave."""
        plain = cls(*data)
        readings = {
            number: tuple(Reading(*one) for one in found)
            for number, found in plain.readings.items()
        }
        return plain._replace(readings=readings)


class Index:
    """Entries ready to run."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self._automaton = CharwiseDoubleArrayAhoCorasick.deserialize(entries.automaton)
        self.behind = array("I", entries.behind)
        self._emissions: dict[str, list[str]] = {}
        self._choices: dict[str, _Choices] = {}

    @cached_property
    def values(self) -> list[str]:
        """What the entries give, from the first that has a text of its own."""
        return self.entries.values.split("\n")

    @cached_property
    def origins(self) -> list[str]:
        """Where the entries come from."""
        return self.entries.origins.split("\n")

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

    def emissions(self, domain: str) -> list[str]:
        """Return what the first pass writes in a text of ``domain``: texts, and marks.

        The list begins with the first entry that has a text of its own.
        """
        if domain not in self._emissions:
            valued, opened, guards = self.entries[:3]
            written = self.values.copy()
            written[opened - valued : guards - valued] = map(mark, range(guards - opened))
            for place in self.entries.readings:
                settled = self._settled(place, domain)
                if settled is not None:
                    written[place - valued] = settled
            self._emissions[domain] = written
        return self._emissions[domain]

    def is_open(self, place: int, domain: str) -> bool:
        """Tell whether what an entry gives depends on what stands around it."""
        is_openable = self.entries.opened <= place < self.entries.guards
        return is_openable and self._settled(place, domain) is None

    def _settled(self, place: int, domain: str) -> str | None:
        """Return what an entry gives in every text of a domain, or None if that depends."""
        readings = self.entries.readings.get(place)
        if readings is None or place in self.entries.edges:
            return None
        told = _told(readings, domain)
        value = told.value if told else self.values[place - self.entries.valued]
        return None if any(r.clues and r.value != value for r in readings) else value

    def choices(self, domain: str) -> Mapping[str, Choice]:
        """Return by the digits of their marks what the open entries may give in a ``domain``.

        A choice is made when it is met: a text meets few of thousands.
        """
        if domain not in self._choices:
            self._choices[domain] = _Choices(lambda row: self._choice(row, domain), self.entries)
        return self._choices[domain]

    def _choice(self, row: int, domain: str) -> Choice:
        by_clue = tuple(
            (Clues(reading.clues), Decision(reading.value, reading.concept, True, True))
            for reading in self.entries.readings.get(row, ())
            if reading.clues
        )
        otherwise = self.decide(row, domain)
        if row in self.entries.seams:
            seam, spelt = unsewn(self.entries.seams[row])
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
        told = _told(readings, domain)
        if told:
            return Decision(told.value, told.concept, certain=True, decided=True)
        certain = place not in entries.doubtful
        return Decision(
            self.values[place - entries.valued],
            self.origins[place],
            certain,
            certain and not readings,
        )


def _told(readings: tuple[Reading, ...], domain: str) -> Reading | None:
    """Return the reading that a text of ``domain`` asks for."""
    for reading in readings:
        if counts_as(reading.domain, domain):
            return reading
    return None


class _Choices(dict[str, Choice]):
    """Choices by the digits of their marks, which count the open ones of ``entries``."""

    def __init__(self, make: Callable[[int], Choice], entries: Entries) -> None:
        super().__init__()
        self._make, self._first = make, entries.opened

    def __missing__(self, digits: str) -> Choice:
        self[digits] = choice = self._make(self._first + number_of(digits))
        return choice


def sewn(seam: Seam, spelt: str) -> bytes:
    """Return a seam and how its phrase is spelt, as one value."""
    return "\t".join((*seam, spelt)).encode()


def unsewn(data: bytes) -> tuple[Seam, str]:
    """Return what ``sewn`` took."""
    *seam, spelt = data.decode().split("\t")
    return Seam(*seam), spelt
