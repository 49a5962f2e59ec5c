"""Forms that are reported, and that the texts use beside the right term, as another word.

Who writes both 程式 and 程序, each among words of its own, means two things by them: the
reports are false. Who writes both among the same words only is not consistent.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from termkit.engine.curation.clues import telling_words
from termkit.engine.curation.diagnosis import Ailment, Guard
from termkit.engine.curation.patient import Patient
from termkit.engine.curation.sentences import Text, Texts, sentences_with
from termkit.locales import CHINESE
from termkit.messages import tr
from termkit.scripts.words import boundaries
from termkit.termbase.matcher import Finding
from termkit.text import Span, has_han

_TEXTS = 2
_LEAST = 4
"""How many texts must use both, and how often the form must be met in these."""

_SHARED = 0.15
"""How many places of the form may have a neighbour that the right term has too."""

_COVERED = 0.8
"""How many places longer words must cover to be shields enough."""

_MOST = 6
"""How many clue words are enough."""

_REACH = 5


@dataclass(slots=True)
class _Use:
    """A form in texts that hold the term that it is reported for: where, and among which words."""

    finding: Finding
    texts: int = 0
    alone: int = 0
    places: list[tuple[str, str]] = field(default_factory=list)
    beside_right: set[str] = field(default_factory=set)

    def is_another_word(self) -> bool:
        """Tell whether the form is kept apart from the right term."""
        shared = sum(not self.beside_right.isdisjoint(place) for place in self.places)
        least = _LEAST if not self.alone else 2 * _LEAST
        often = self.texts >= _TEXTS and len(self.places) >= least
        return often and shared <= _SHARED * len(self.places)

    def longer(self) -> tuple[str, ...]:
        """Return the longer words that nearly all places are part of, if there are such."""
        form = self.finding.form.text
        count: Counter[str] = Counter()
        for before, behind in self.places:
            count.update({f"{before}{form}"} if _tells(before) else ())
            count.update({f"{form}{behind}"} if _tells(behind) else ())
        chosen: list[str] = []
        left = list(self.places)
        for word, times in count.most_common():
            if times < 2:
                break
            rest = [at for at in left if word not in {f"{at[0]}{form}", f"{form}{at[1]}"}]
            if len(rest) < len(left):
                chosen.append(word)
                left = rest
        enough = len(left) <= (1 - _COVERED) * len(self.places)
        return tuple(chosen) if enough else ()


def in_both_senses(patient: Patient, texts: Texts) -> Iterator[Ailment]:
    """Yield the forms that texts keep apart from the terms that they are reported for."""
    for locale in CHINESE:
        uses: dict[tuple[str, str], _Use] = {}
        for text in texts[locale]:
            _read(patient, locale, text, uses)
        for (concept, _), use in uses.items():
            if patient.row(concept) and use.is_another_word():
                guard = _guard(locale, use, texts[locale])
                if guard:
                    yield _ailment(patient, locale, use, guard)


def _read(patient: Patient, locale: str, text: Text, uses: dict[tuple[str, str], _Use]) -> None:
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in patient.base.matcher(locale).scan(text.prose, text.domain).wrong:
        claim = finding.claims[0]
        if not claim.clues:
            found[claim.concept, finding.form.text].append(finding)
    for key, findings in found.items():
        use = uses.setdefault(key, _Use(findings[0]))
        right = findings[0].claims[0].suggestion
        spans = _places(text.prose, right)
        if not spans:
            use.alone += 1
            continue
        use.texts += 1
        use.places += (_neighbours(text.prose, each.span) for each in findings)
        for span in spans:
            use.beside_right.update(filter(None, _neighbours(text.prose, span)))


def _places(prose: str, term: str) -> Sequence[Span]:
    return [Span(*match.span()) for match in re.finditer(re.escape(term), prose)]


def _neighbours(prose: str, span: Span) -> tuple[str, str]:
    """Return the Chinese words right before and behind a place, "" where there is none."""
    before = prose[max(0, span.start - _REACH) : span.start]
    behind = prose[span.end : span.end + _REACH]
    starts = (0, *boundaries(before))[:-1]
    left = before[starts[-1] :] if starts else ""
    right = behind[: next(iter(boundaries(behind)), 0)]
    return (left if has_han(left) else "", right if has_han(right) else "")


def _tells(neighbour: str) -> bool:
    """Tell whether a word beside a form makes a longer word with it: one like 的 does not."""
    return len(neighbour) > 1


def _guard(locale: str, use: _Use, texts: Sequence[Text]) -> Guard | None:
    """Return what leaves a form alone where it means something else, if the texts tell it."""
    claim, form = use.finding.claims[0], use.finding.form.text
    longer = use.longer()
    if longer:
        return Guard(f"{locale}:except", longer)
    if claim.technical:
        return Guard("flags", ("clue-only",))
    sentences = sentences_with(texts, (claim.suggestion, form))
    mine, other = sentences[claim.suggestion], sentences[form]
    clues = telling_words(mine, other, claim.suggestion, texts)
    return Guard(f"{locale}:context", tuple(clues[:_MOST])) if clues else None


def _ailment(patient: Patient, locale: str, use: _Use, guard: Guard) -> Ailment:
    claim, form = use.finding.claims[0], use.finding.form.text
    message = tr(
        "“{form}” stands beside “{term}” in {texts} texts, {number} times, among other words: it means "
        "something else there",
        form=form,
        term=claim.suggestion,
        texts=use.texts,
        number=len(use.places),
    )
    examples = tuple(f"{before}{form}{behind}" for before, behind in use.places)
    row = patient.base[claim.concept]
    weight = len(use.places)
    return Ailment("in-both-senses", False, row, locale, form, message, examples, weight, (guard,))
