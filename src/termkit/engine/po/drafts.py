"""What an article's texts are in another locale: converted, or as the sibling article has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termkit.convert.doubts import Doubt
from termkit.engine.collect import Named, load_document
from termkit.engine.converting import Converters, convert_document
from termkit.engine.naming import map_name
from termkit.engine.po.similar import align, similarity
from termkit.engine.po.units import PLACEHOLDER, Unit, converted, find_units
from termkit.errors import InputError
from termkit.locales import Locale
from termkit.model.change import Change
from termkit.model.document import Document
from termkit.text import Span

_CLOSE = 0.6
"""How much a sibling's text has in common with the draft, at least, if it is its translation."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in the target's locale: converted, with what is uncertain in it, or a person's."""

    text: str
    uncertain: tuple[str, ...] = ()
    sibling: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A document and its texts; ``locale`` is its own."""

    document: Document
    locale: Locale
    units: tuple[Unit, ...]


def draft_article(article: Article, converters: Converters) -> list[Draft]:
    """Return a draft of each unit of an article."""
    document = article.document
    converter, _ = converters.for_document(document)
    done = convert_document(document, converter, doubts=True)
    drafted = find_units(converted(document, done.trace))
    siblings = _sibling_texts(article, converters.target, drafted)
    notes = _Notes(done.trace, done.doubts)
    return [
        Draft(draft.text, tuple(dict.fromkeys(notes.within(unit.span))), sibling)
        for unit, draft, sibling in zip(article.units, drafted, siblings, strict=True)
    ]


class _Notes:
    """What is uncertain in a conversion, by place."""

    def __init__(self, trace: Sequence[Change], doubts: Sequence[Doubt]) -> None:
        doubted = {doubt.span for doubt in doubts}
        notes = [  # not shown
            (each.span, f"{each.text} → {each.kept} (or {_values(each)})") for each in doubts
        ]
        notes += (
            (each.span, f"{each.before} → {each.after}")
            for each in trace
            if not each.certain and each.span not in doubted
        )
        self._notes = sorted(notes)
        self._at = 0

    def within(self, span: Span) -> Iterator[str]:
        from bisect import bisect_left

        first = bisect_left(self._notes, (Span(span.start, span.start), ""))
        for place, note in self._notes[first:]:
            if place.start >= span.end:
                return
            yield note


def _values(doubt: Doubt) -> str:
    return ", ".join(dict.fromkeys(other.value for other in doubt.alternatives))


def _sibling_texts(article: Article, target: Locale, drafted: Sequence[Unit]) -> list[str]:
    """Return what the same article in the target's locale has for each unit, "" where none fits."""
    path = Path(article.document.path)
    place = Path(map_name(path, article.locale, target))
    if place == path or not place.is_file():
        return [""] * len(drafted)
    try:
        theirs = find_units(load_document(Named(place)))
    except InputError:
        return [""] * len(drafted)
    texts = [""] * len(drafted)
    pairs = align([unit.text for unit in drafted], [unit.text for unit in theirs])
    for ours, other in pairs:
        mine, their = drafted[ours], theirs[other]
        fits = not article.units[ours].fault(their.text) and [*_marks(mine)] == [*_marks(their)]
        if fits and mine.kind == their.kind and similarity(mine.text, their.text) >= _CLOSE:
            texts[ours] = their.text
    return texts


def _marks(unit: Unit) -> Iterator[str]:
    yield from sorted(PLACEHOLDER.findall(unit.text))
