"""What the forms of a term base meet in real texts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from termkit.engine.curation.diagnosis import Ailment
from termkit.engine.curation.inside import Inside, Place, inside_ailment, is_known, replaced
from termkit.engine.curation.patient import PAIRS, Patient
from termkit.engine.curation.words import is_cut
from termkit.locales import CHINESE, CN
from termkit.model.term import Concept
from termkit.scripts.words import covering_words, simplified
from termkit.text import Span, has_han

_LEAST = 2
"""A longer word that was met once tells nothing."""


@dataclass(slots=True)
class Meeting:
    """How often a form was met, and inside which longer words."""

    count: int = 0
    inside: Counter[str] = field(default_factory=Counter)
    words: dict[str, Inside] = field(default_factory=dict)

    @property
    def is_mostly_inside(self) -> bool:
        """Whether most of what was met are longer words."""
        longer = self.inside.total()
        return longer >= _LEAST and 2 * longer > self.count


class Corpus:
    """What was met in the texts that were read so far."""

    def __init__(self, patient: Patient) -> None:
        self._patient = patient
        self._met: dict[Place, Meeting] = defaultdict(Meeting)
        self._seen: list[str] = []
        self.texts = 0

    def read(self, prose: str, locale: str) -> None:
        """Take note of the prose of a document in a Chinese locale."""
        self.texts += 1
        self._seen.append(simplified(prose))
        for finding in self._patient.base.matcher(locale).scan(prose).wrong:
            claim = finding.claims[0]
            if not finding.is_clued:
                value = claim.suggestion
                place = (claim.concept, locale, finding.form.text)
                mainland = CN in claim.origin
                self._note(place, prose, finding.span, (locale, locale), value, mainland=mainland)
        for source, target in PAIRS:
            if source != locale:
                continue
            for span, entry in self._patient.entries(source, target).replaced(prose):
                place = (entry.concept, source, entry.key)
                pair = (source, target)
                self._note(place, prose, span, pair, entry.default, mainland=source == CN)

    def _note(
        self,
        place: Place,
        prose: str,
        span: Span,
        pair: tuple[str, str],
        value: str,
        *,
        mainland: bool,
    ) -> None:
        if place[0] not in self._patient.own:
            return
        meeting = self._met[place]
        meeting.count += 1
        longer = covering_words(prose, span)
        if longer is None or longer == span:
            return
        word = longer.of(prose)
        inner = Span(span.start - longer.start, span.end - longer.start)
        changed = replaced(word, inner, value, *pair)
        if not is_known(self._patient, changed, pair[1]):
            meeting.inside[word] += 1
            certain = is_cut(word, inner, mainland=mainland)
            meeting.words.setdefault(word, Inside(word, changed, certain))

    def ailments(self) -> Iterator[Ailment]:
        """Yield the forms that stand mostly inside longer words, and the rows that were never met."""
        for (concept_id, locale, form), meeting in self._met.items():
            row = self._patient.row(concept_id)
            if row and meeting.is_mostly_inside:
                words = [meeting.words[word] for word, _ in meeting.inside.most_common()]
                weight = meeting.inside.total()
                kind = "inside-words-of-the-corpus"
                yield inside_ailment(kind, row, locale, form, words, weight)
        if self.texts:
            yield from self._unused()

    def _unused(self) -> Iterator[Ailment]:
        rows = [row for row in self._patient.base.concepts if row.id in self._patient.own]
        known = _terms_in("\n".join(self._seen), {t for row in rows for t in _keys(row)})
        for row in rows:
            keys = _keys(row)
            if row.is_active and keys and known.isdisjoint(keys):
                message = f"none of its terms occurs in the {self.texts} texts"
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
