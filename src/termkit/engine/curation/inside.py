"""Forms that are parts of longer words: of the dictionary's, and of other rows' terms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termkit.engine.curation.diagnosis import Ailment, Guard
from termkit.engine.curation.patient import PAIRS, Patient
from termkit.engine.curation.words import (
    dictionary_words,
    is_compound,
    is_cut,
    leaves_no_word,
    regional_words,
)
from termkit.locales import CHINESE, CN
from termkit.model.term import Concept
from termkit.scripts.chain import to_script
from termkit.text import Span

_NAMES = frozenset({"people", "companies"})
"""Domains of names that are not made of words: nothing in them is to be replaced."""

_LIKELY = 3
"""How much more a word counts that leaves no word besides the form: it is mostly an accident."""

_SHOWN = 6

_MANY = 24
"""A form that is part of more words than that is no word to be looked for without clues."""

Place = tuple[str, str, str]
"""The id of a row, a locale, and a form that the row has something to say of there."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A longer word that a form was found in, what became of it, and whether that is sure to be wrong."""

    word: str
    changed: str
    certain: bool
    weight: int = 1


def inside_words(patient: Patient) -> Iterator[Ailment]:
    """Yield the forms that are parts of the dictionary's words."""
    found: dict[Place, dict[str, Inside]] = defaultdict(dict)
    for locale in CHINESE:
        _reported(patient, dictionary_words(locale), locale, found)
    for source, target in PAIRS:
        _converted(patient, dictionary_words(source), source, target, found)
    return _ailments(patient, "inside-word", found)


def inside_terms(patient: Patient) -> Iterator[Ailment]:
    """Yield the forms that are parts of terms of rows which say nothing of the locale.

    Where they do, their terms are longer and win. What is replaced in a name of a person
    or a company is wrong; other terms may well be made of words.
    """
    found: dict[Place, dict[str, Inside]] = defaultdict(dict)
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
    return _ailments(patient, "inside-term", found)


def _ailments(
    patient: Patient, kind: str, found: dict[Place, dict[str, Inside]]
) -> Iterator[Ailment]:
    for (concept_id, locale, form), words in found.items():
        row = patient.row(concept_id)
        if row is None:
            continue
        for certain in (True, False):
            some = [each for each in words.values() if each.certain is certain]
            if some:
                yield inside_ailment(kind, row, locale, form, some)


def inside_ailment(
    kind: str, row: Concept, locale: str, form: str, found: list[Inside], weight: int = 0
) -> Ailment:
    """Return the ailment of a form that stands inside longer words; shields guard against it."""
    examples = tuple(f"{each.word} → {each.changed}" for each in found)
    shown = ", ".join(examples[:_SHOWN]) + (", …" if len(examples) > _SHOWN else "")
    message = f"“{form}” is taken for a word of its own in {shown}"
    words = tuple(each.word for each in found)
    guard = Guard(f"{locale}:except", words) if len(words) <= _MANY else None
    if not guard:
        message += f"; too many to shield: give it clue words ({locale}:context), or leave it out"
    certain = all(each.certain for each in found)
    weight = weight or sum(each.weight for each in found)
    return Ailment(kind, certain, row, locale, form, message, examples, weight, guard)


def _reported(
    patient: Patient, words: Iterable[str], locale: str, found: dict[Place, dict[str, Inside]]
) -> None:
    """Note the words of a locale in which a check would report a part."""
    matcher = patient.base.matcher(locale)
    for word in words:
        for finding in matcher.scan(word).wrong:
            span, claim = finding.span, finding.claims[0]
            if finding.is_clued or len(word) == span.end - span.start or is_compound(word, span):
                continue
            changed = word[: span.start] + claim.suggestion + word[span.end :]
            certain = is_cut(word, span, mainland=CN in claim.origin)
            if certain or not is_known(patient, changed, locale):
                place = (claim.concept, locale, finding.form.text)
                found[place].setdefault(word, Inside(word, changed, certain, _weight(word, span)))


def _converted(
    patient: Patient,
    words: Iterable[str],
    source: str,
    target: str,
    found: dict[Place, dict[str, Inside]],
    names: dict[str, bool] | None = None,
) -> None:
    """Note the words of which a conversion would replace a part; ``names`` tells which are names."""
    entries = patient.entries(source, target)
    for word in words:
        for span, entry in entries.replaced(word):
            if len(word) == span.end - span.start or entry.concept not in patient.own:
                continue
            certain = names[word] if names else is_cut(word, span, mainland=source == CN)
            if names is None and not certain and is_compound(word, span):
                continue
            changed = replaced(word, span, entry.default, source, target)
            if not certain and is_known(patient, changed, target):
                continue
            if certain:
                # Where words overlap a conversion has guards of its own.
                changed = patient.converted(word, source, target)
                if changed == to_script(word, source, target):
                    continue
            place = (entry.concept, source, entry.key)
            found[place].setdefault(word, Inside(word, changed, certain, _weight(word, span)))


def _weight(word: str, span: Span) -> int:
    return _LIKELY if leaves_no_word(word, span) else 1


def replaced(word: str, span: Span, value: str, source: str, target: str) -> str:
    """Return a word in the target's characters with a value in the place of a part."""
    before, after = word[: span.start], word[span.end :]
    return to_script(before, source, target) + value + to_script(after, source, target)


def is_known(patient: Patient, word: str, locale: str) -> bool:
    """Tell whether a word that has come about is one: then it was right to make it."""
    return word in regional_words() or word in patient.terms(locale)
