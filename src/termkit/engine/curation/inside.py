"""Forms that are parts of longer words: of the dictionary's, and of other rows' terms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from termkit.engine.curation.cuts import pieces
from termkit.engine.curation.diagnosis import Ailment, Guard
from termkit.engine.curation.patient import PAIRS, Patient
from termkit.locales import CHINESE, CN
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.scripts.chain import listed_words, to_script
from termkit.scripts.dictionaries import load_dictionary
from termkit.scripts.words import is_chance, simplified
from termkit.text import Span

_NAMES = frozenset({"people", "companies"})
"""Domains of names that are not made of words: nothing in them is to be replaced."""

_SHOWN = 6

_MANY = 24
"""A form that is part of more words than that is no word to be looked for without clues."""

Form = tuple[str, str]
"""The id of a row, and a form of it in simplified characters: one word, whatever its spellings."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A longer word that a form was found in, what becomes of it, and whether that is sure to be wrong."""

    form: str
    word: str
    changed: str
    certain: bool
    locale: str


class Found:
    """The longer words of forms, each with the locales that it wants a shield in."""

    def __init__(self) -> None:
        self._words: dict[Form, dict[tuple[str, str], Inside]] = defaultdict(dict)

    def add(self, concept: str, inside: Inside) -> None:
        """Note a longer word of a locale; the first note says what becomes of it."""
        words = self._words[concept, simplified(inside.form)]
        words.setdefault((inside.locale, inside.word), inside)

    def ailments(
        self, patient: Patient, kind: str, weights: Mapping[str, int] | None = None
    ) -> Iterator[Ailment]:
        """Yield an ailment for each form; ``weights`` says how often a word was seen."""
        for (concept_id, _), words in self._words.items():
            row = patient.row(concept_id)
            if row is None:
                continue
            for certain in (True, False):
                some = [each for each in words.values() if each.certain is certain]
                if some:
                    yield _ailment(kind, row, some, weights or {})


def inside_words(patient: Patient) -> Iterator[Ailment]:
    """Yield the forms that are parts of the dictionary's words and mean nothing there."""
    found = Found()
    for locale in CHINESE:
        _reported(patient, listed_words(locale), locale, found)
    for source, target in PAIRS:
        _converted(patient, listed_words(source), source, target, found)
    return found.ailments(patient, "inside-word")


def inside_terms(patient: Patient) -> Iterator[Ailment]:
    """Yield the forms that are parts of terms of rows which say nothing of the locale.

    Where they do, their terms are longer and win. What is replaced in a name of a person
    or a company is wrong; other terms may well be made of words.
    """
    found = Found()
    for source, target in PAIRS:
        names: dict[str, bool] = {}
        for concept in patient.base.concepts:
            is_name = concept.domain in _NAMES or "dnt" in concept.flags
            if not concept.is_active or concept.terms.get(source):
                continue
            for other in CHINESE:
                for term in concept.terms.get(other, ()):
                    names.setdefault(to_script(term, other, source), is_name)
        _converted(patient, names, source, target, found, names)
    return found.ailments(patient, "inside-term")


def _ailment(kind: str, row: Concept, found: list[Inside], weights: Mapping[str, int]) -> Ailment:
    """Return the ailment of a form that stands inside longer words; shields guard against it."""
    first = found[0]
    examples = tuple(f"{each.word} → {each.changed}" for each in found)
    shown = {simplified(each.word): f"{each.word} → {each.changed}" for each in reversed(found)}
    text = ", ".join(list(shown.values())[-_SHOWN:][::-1]) + (", …" if len(shown) > _SHOWN else "")
    message = tr("“{form}” is taken for a word of its own in {words}", form=first.form, words=text)
    by_locale: dict[str, list[str]] = defaultdict(list)
    for each in found:
        by_locale[each.locale].append(each.word)
    guards: tuple[Guard, ...] = ()
    if max(map(len, by_locale.values())) <= _MANY:
        guards = tuple(Guard(f"{one}:except", tuple(words)) for one, words in by_locale.items())
    else:
        message += tr(
            "; too many to shield: give it clue words ({locale}:context), or leave it out",
            locale=first.locale,
        )
    weight = sum(weights.get(word, 0) for word in {each.word for each in found}) or len(shown)
    locale, form, certain = first.locale, first.form, first.certain
    return Ailment(kind, certain, row, locale, form, message, examples, weight, guards)


def _reported(patient: Patient, words: Iterable[str], locale: str, found: Found) -> None:
    """Note the words of a locale in which a check would report a part."""
    matcher = patient.base.matcher(locale)
    for word in words:
        for finding in matcher.scan(word).wrong:
            span, claim = finding.span, finding.claims[0]
            row = patient.row(claim.concept)
            if finding.is_clued or row is None or not pieces(word, span, row):
                continue
            changed = word[: span.start] + claim.suggestion + word[span.end :]
            certain = is_chance(word, span, mainland=CN in claim.origin)
            if certain or not is_known(patient, changed, locale):
                inside = Inside(finding.form.text, word, changed, certain, locale)
                found.add(claim.concept, inside)


def _converted(
    patient: Patient,
    words: Iterable[str],
    source: str,
    target: str,
    found: Found,
    names: dict[str, bool] | None = None,
) -> None:
    """Note the words of which a conversion replaces a part; ``names`` tells which are names."""
    entries = patient.entries(source, target)
    for word in words:
        for span, entry in entries.replaced(word):
            row = patient.row(entry.concept)
            if row is None or len(word) == span.end - span.start:
                continue
            is_name = names is not None and names[word] and not _is_part(word, span)
            parts = () if is_name else pieces(word, span, row)
            if not is_name and not parts:
                continue
            certain = is_name or is_chance(word, span, mainland=source == CN)
            changed = harm(patient, word, parts, entry.default, source, target)
            if changed and (certain or not is_known(patient, changed, target)):
                inside = Inside(entry.key, word, changed, certain, source)
                found.add(entry.concept, inside)


def _is_part(word: str, span: Span) -> bool:
    """Tell whether a form is a whole part of a name: 奧特曼 in 薩姆·奧特曼."""
    return (word[: span.start][-1:] or "·") == "·" == (word[span.end :][:1] or "·")


def harm(
    patient: Patient, word: str, parts: Iterable[str], value: str, source: str, target: str
) -> str:
    """Return what a conversion makes of a longer word, "" if a shield would not make it better.

    It would not where another row, a phrase or a guard of the conversion decides already:
    where the value does not come about, or what does is what the word's parts become.
    """
    changed = patient.converted(word, source, target)
    by_parts = "".join(patient.converted(part, source, target) for part in parts)
    fine = {to_script(word, source, target), by_parts}
    return changed if value in changed and changed not in fine else ""


def is_known(patient: Patient, word: str, locale: str) -> bool:
    """Tell whether a word that has come about is one: then it was right to make it."""
    return word in regional_words() or word in patient.terms(locale)


@cache
def regional_words() -> frozenset[str]:
    """Return the words that another dictionary gives for one region or another."""
    return frozenset(
        value
        for file in ("TWPhrases.txt", "HKPhrases.txt")
        for values in load_dictionary(file).values()
        for value in values
    )
