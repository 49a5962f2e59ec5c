"""What the forms of a term base meet in real texts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from termkit.engine.curation.cuts import pieces
from termkit.engine.curation.diagnosis import Ailment
from termkit.engine.curation.inside import Found, Inside, harm, is_known
from termkit.engine.curation.patient import PAIRS, Patient
from termkit.engine.curation.sentences import Text, Texts
from termkit.locales import CHINESE, CN
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.scripts.chain import to_script
from termkit.scripts.words import covering_words, is_chance, simplified
from termkit.text import Span, has_han

_LEAST = 2
"""A longer word that was met once tells nothing; nor does one text that writes it otherwise."""


class Place(NamedTuple):
    """A form of a row in a locale, what it becomes, and in which locale; "" where it is reported."""

    concept: str
    locale: str
    form: str
    value: str
    target: str
    mainland: bool


@dataclass(slots=True)
class Meeting:
    """How often a form was met, and inside which longer words, with where it stands in them."""

    count: int = 0
    inside: Counter[str] = field(default_factory=Counter)
    where: dict[str, Span] = field(default_factory=dict)


class Corpus:
    """The prose of the texts that were read so far, by locale, and what was met in it."""

    def __init__(self, patient: Patient) -> None:
        self._patient = patient
        self._met: dict[Place, Meeting] = defaultdict(Meeting)
        self.texts: Texts = {locale: [] for locale in CHINESE}

    def read(self, prose: str, locale: str, domain: str = "") -> None:
        """Take note of the prose of a document in a Chinese locale, of a domain if it is known."""
        self.texts[locale].append(Text(prose, domain))
        for finding in self._patient.base.matcher(locale).scan(prose).wrong:
            claim, form = finding.claims[0], finding.form.text
            if not finding.is_clued:
                mainland = CN in claim.origin
                place = Place(claim.concept, locale, form, claim.suggestion, "", mainland)
                self._note(place, prose, finding.span)
        for source, target in PAIRS:
            if source != locale:
                continue
            for span, entry in self._patient.entries(source, target).replaced(prose):
                mainland = source == CN
                place = Place(entry.concept, source, entry.key, entry.default, target, mainland)
                self._note(place, prose, span)

    def _note(self, place: Place, prose: str, span: Span) -> None:
        if place.concept not in self._patient.own:
            return
        meeting = self._met[place]
        meeting.count += 1
        longer = covering_words(prose, span)
        if longer is not None and longer != span:
            word = longer.of(prose)
            meeting.inside[word] += 1
            meeting.where[word] = Span(span.start - longer.start, span.end - longer.start)

    def inside(self) -> Iterator[Ailment]:
        """Yield the forms that stand mostly inside longer words, and mean nothing there."""
        found = Found()
        seen: Counter[str] = Counter()
        for place, meeting in self._met.items():
            longer = meeting.inside.total()
            if longer < _LEAST or 2 * longer <= meeting.count:
                continue
            for word, times in meeting.inside.most_common():
                changed = self._harm(place, word, meeting.where[word])
                if changed:
                    seen[word] = max(times, seen[word])
                    span = meeting.where[word]
                    certain = is_chance(word, span, mainland=place.mainland)
                    inside = Inside(place.form, word, changed, certain, place.locale)
                    found.add(place.concept, inside)
        return found.ailments(self._patient, "inside-words-of-the-corpus", seen)

    def _harm(self, place: Place, word: str, span: Span) -> str:
        """Return what a longer word wrongly becomes, or "": its parts or the target's texts tell."""
        parts = pieces(word, span, self._patient.base[place.concept])
        locale = place.target or place.locale
        if not place.target:
            changed = word[: span.start] + place.value + word[span.end :] if parts else ""
        elif parts or self._is_kept(place, word):
            changed = harm(self._patient, word, parts, place.value, place.locale, place.target)
        else:
            return ""
        return "" if is_known(self._patient, changed, locale) else changed

    def _is_kept(self, place: Place, word: str) -> bool:
        """Tell whether several texts of the target keep a word, in which they write the value elsewhere."""
        kept = to_script(word, place.locale, place.target)
        changed = kept.replace(to_script(place.form, place.locale, place.target), place.value)
        texts = [each.prose for each in self.texts[place.target] if kept in each.prose]
        told = sum(place.value in prose for prose in texts)
        return told >= _LEAST and not any(
            changed in each.prose for each in self.texts[place.target]
        )

    def unused(self) -> Iterator[Ailment]:
        """Yield the rows that the texts hold no term of."""
        texts = [text.prose for found in self.texts.values() for text in found]
        if not texts:
            return
        rows = [row for row in self._patient.base.concepts if row.id in self._patient.own]
        prose = simplified("\n".join(texts))
        known = _terms_in(prose, {term for row in rows for term in _keys(row)})
        for row in rows:
            keys = _keys(row)
            if row.is_active and keys and known.isdisjoint(keys):
                message = tr("none of its terms occurs in the {number} texts", number=len(texts))
                yield Ailment("never-occurs", False, row, "", "", message)


def _keys(row: Concept) -> set[str]:
    return {
        simplified(term)
        for cells in (row.terms, row.avoid)
        for locale in CHINESE
        for term in cells.get(locale, ())
        if has_han(term)
    }


def _terms_in(text: str, terms: Iterable[str]) -> set[str]:
    """Return the terms that a text holds, those inside longer ones too."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    patterns = sorted(terms)
    if not patterns:
        return set()
    automaton = CharwiseDoubleArrayAhoCorasick(patterns)
    return {patterns[number] for _, _, number in automaton.find_overlapping(text)}
