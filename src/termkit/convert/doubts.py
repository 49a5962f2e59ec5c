"""The places of a text that a conversion could have written otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from termkit.convert.base_entries import base_alternatives
from termkit.convert.places import Place
from termkit.model.term import Concept
from termkit.scripts.chain import later_stages
from termkit.scripts.characters import one_to_many
from termkit.text import Span


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that a place could have had, and the concept that would give it."""

    value: str
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that nothing decided: ``text`` stands at ``span`` of the source.

    ``kept`` is what the conversion writes there, ``alternatives`` what it could have
    written instead.
    """

    span: Span
    text: str
    kept: str
    alternatives: tuple[Alternative, ...]
    origin: str = ""


def find_doubts(
    places: Iterable[Place], concepts: Iterable[Concept], source: str, target: str
) -> tuple[Doubt, ...]:
    """Return the undecided places that could have another value, with these values."""
    open_places = [place for place in places if not place.decided]
    if not open_places:
        return ()
    wanted = {place.text for place in open_places}
    claims = base_alternatives(concepts, wanted, source, target)
    doubts: list[Doubt] = []
    for place in open_places:
        others = tuple(
            Alternative(value, concept)
            for value, concept in claims.get(place.text, ())
            if value != place.value
        )
        if others:
            doubts.append(Doubt(place.span, place.text, place.value, others, place.origin))
    return tuple(sorted(doubts, key=lambda doubt: doubt.span))


def character_alternatives(char: str, kept: str, source: str, target: str) -> tuple[str, ...]:
    """Return the other values of a simplified character that has several: 发 → 發, also 髮."""
    values = (later_stages(value, source, target) for value in one_to_many().get(char, ()))
    return tuple(value for value in dict.fromkeys(values) if value != kept)
