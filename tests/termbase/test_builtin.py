"""The built-in term base as data: sound, sourced, at peace with itself, and as broad as it claims."""

from collections import Counter

import pytest

from termkit import Converter, TermBase
from termkit.locales import CHINESE, CN, HK, TW
from termkit.model.term import Concept
from termkit.scripts.chain import spellings
from termkit.text import has_han


@pytest.fixture(scope="module")
def active(builtin: TermBase) -> list[Concept]:
    """The concepts that take part."""
    return [concept for concept in builtin.concepts if concept.is_active]


def han(concept: Concept, locale: str) -> list[str]:
    """Return the Chinese terms of a concept."""
    return [term for term in concept.terms.get(locale, ()) if has_han(term)]


def test_no_faults_and_every_row_has_a_source(builtin: TermBase, active: list[Concept]) -> None:
    """The files can be read whole, and each row names the kind of its authority."""
    assert builtin.problems == ()
    assert [concept.id for concept in active if not concept.source.strip()] == []


@pytest.mark.parametrize("locale", CHINESE)
def test_good_terms_are_never_reported(
    builtin: TermBase, active: list[Concept], locale: str
) -> None:
    """No row calls wrong what another calls good, so no suggestion is reported in its turn."""
    matcher = builtin.matcher(locale)
    found = [
        (concept.id, term)
        for concept in active
        for term in concept.terms.get(locale, ())
        if matcher.scan(term).wrong
    ]
    assert found == []


@pytest.mark.parametrize("locale", CHINESE)
def test_no_form_fires_on_its_shields(
    builtin: TermBase, active: list[Concept], locale: str
) -> None:
    """A shield keeps everything in it from being reported."""
    matcher = builtin.matcher(locale)
    found = [
        (concept.id, shield)
        for concept in active
        for shield in concept.shields.get(locale, ())
        if matcher.scan(shield).wrong
    ]
    assert found == []


@pytest.mark.parametrize("locale", CHINESE)
def test_nothing_is_both_good_and_avoided(active: list[Concept], locale: str) -> None:
    """What one row avoids, no row prefers or admits."""
    good = {term for concept in active for term in concept.terms.get(locale, ())}
    avoided = {term for concept in active for term in concept.avoid.get(locale, ())}
    assert good & avoided == set()


@pytest.mark.parametrize(("source", "target"), [(CN, TW), (TW, CN)])
def test_preferred_terms_become_good_terms(active: list[Concept], source: str, target: str) -> None:
    """Converted by itself, a row's preferred term becomes one that the row has in the target."""
    converter = Converter(source, target, domain="general")
    narrow = {"one-way", "to-hans", "from-tw", "not-from-tw", "domain-only"}
    narrow |= {"after-number", "before-number"}
    wrong = [
        (concept.id, term, written)
        for concept in active
        if not narrow.intersection(concept.flags) and not concept.context.get(source)
        for term in han(concept, source)[:1]
        if han(concept, target)
        and (written := converter.convert(term).text) not in concept.terms[target]
    ]
    assert wrong == []


def test_as_broad_as_claimed(active: list[Concept]) -> None:
    """Concepts, regional differences beyond script, Hong Kong's own cells, and the kinds of rows."""
    different = [
        concept.id
        for concept in active
        if han(concept, TW)
        and han(concept, CN)
        and han(concept, TW)[0] not in spellings(han(concept, CN)[0], CN, TW)
    ]
    assert len(active) >= 4_500
    assert len(different) >= 2_800
    assert sum(bool(han(concept, HK)) for concept in active) >= 3_800
    rows = Counter(concept.domain for concept in active)
    floors = {"people": 450, "places": 600, "characters": 180, "science": 100}
    assert {domain for domain, floor in floors.items() if rows[domain] < floor} == set()
    assert rows["companies"] + rows["organisations"] >= 450
    assert rows["ai"] + rows["semiconductors"] + rows["cloud"] >= 450
    assert rows["software"] >= 700
