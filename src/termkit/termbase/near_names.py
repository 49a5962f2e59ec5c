"""Proper names, and what is mistaken for them: other characters of the same or a similar sound."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.locales import EN
from termkit.model.term import Concept
from termkit.scripts.syllables import similar, sounds
from termkit.scripts.words import simplified
from termkit.termbase.store import TermBase
from termkit.text import HAN_RE, Span, without_surrogates

_SHORTEST = 3
"""Characters of a name that is looked for; shorter ones sound like too much else."""

_PEOPLE = "people"
_COMMON = 5
"""People whose names have a character that other names are likely to have."""

_TRANSCRIBED = ("companies", _PEOPLE, "places")
"""Domains of names that sound like their originals, so that a similar sound is a hint."""

_DOMAINS = (*_TRANSCRIBED, "organisations")


@dataclass(frozen=True, slots=True)
class Near:
    """What stands at ``span`` and sounds like ``name``, of the concept ``concept``."""

    span: Span
    name: str
    concept: str


class NearNames:
    """The sounds of the names of one locale, compiled."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self._tables = tables

    @cached_property
    def _automaton(self) -> CharwiseDoubleArrayAhoCorasick:
        return CharwiseDoubleArrayAhoCorasick.deserialize(self._tables["automaton"])

    def find(self, prose: str) -> Iterator[Near]:
        """Yield what sounds like a name and is written otherwise."""
        names, owners = self._tables["names"], self._tables["owners"]
        for start, end, index in self._automaton.find(sounds(without_surrogates(prose))):
            text = prose[start:end]
            for number in owners[index]:
                name, concept = names[number]
                if text == name:
                    break
                if _is_near(text, name) and not self._goes_on(prose, start, end):
                    yield Near(Span(start, end), name, concept)
                    break

    def _goes_on(self, prose: str, start: int, end: int) -> bool:
        """Tell whether a name is longer than what was found of it: 克里姆|希爾特, 馬克斯·普朗克."""
        around = prose[max(0, start - 1) : start] + prose[end : end + 1]
        return any(char in self._tables["characters"] for char in around)


def near_names(base: TermBase, locale: str) -> NearNames:
    """Return the names of a locale, compiled once for each term base."""
    names: NearNames = base.derived(
        "near-names", locale, make=lambda: _build(base, locale), restore=NearNames
    )
    return names


def _build(base: TermBase, locale: str) -> dict[str, Any]:
    names: list[tuple[str, str]] = []
    patterns: defaultdict[str, list[int]] = defaultdict(list)
    similar_ones: defaultdict[str, list[int]] = defaultdict(list)
    for concept in base.concepts:
        for name in _proper_names(concept, locale):
            number = len(names)
            names.append((name, concept.id))
            sound = sounds(name)
            patterns[sound].append(number)
            if concept.domain in _TRANSCRIBED or concept.layer:
                for at, one in enumerate(sound):
                    for other in similar(one):
                        similar_ones[sound[:at] + other + sound[at + 1 :]].append(number)
    for sound, numbers in similar_ones.items():
        patterns[sound] += numbers
    ordered = sorted(patterns)
    people = (
        name
        for each in base.concepts
        if each.domain == _PEOPLE
        for name in each.terms.get(locale, ())
    )
    used = Counter(char for name in people for char in set(name))
    return {
        "characters": "·‧・" + "".join(char for char, count in used.items() if count >= _COMMON),
        "names": names,
        "owners": [tuple(patterns[sound]) for sound in ordered],
        "automaton": CharwiseDoubleArrayAhoCorasick(
            ordered, MATCH_KIND_LEFTMOST_LONGEST
        ).serialize(),
    }


def _proper_names(concept: Concept, locale: str) -> Iterator[str]:
    original = concept.terms.get(EN, ("",))[0]
    is_name = concept.domain in _DOMAINS or concept.layer > 0
    if not (is_name and concept.is_active and any(map(str.isupper, original))):
        return
    for name in concept.terms.get(locale, ()):
        if len(HAN_RE.findall(name)) >= _SHORTEST:
            yield name


def _is_near(text: str, name: str) -> bool:
    """Tell whether one character differs, or of a long name with the same sounds two."""
    differing = sum(one != other for one, other in zip(text, name, strict=True))
    if differing == 1 or simplified(text) == simplified(name):
        return True
    return differing == 2 and len(name) > 4 and sounds(text) == sounds(name)
