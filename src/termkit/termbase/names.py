"""Whose names the terms of a locale are."""

from collections import defaultdict

from termkit.locales import EN
from termkit.termbase.forms import SPELLING_DOMAIN
from termkit.termbase.store import TermBase

_OWNERS = ("companies", "organisations", "people")
"""The domains of those who have a name of their own."""

Owners = tuple[tuple[str, bool], ...]
"""The ids of the concepts that a name belongs to, and whether each prefers it."""


def concept_names(base: TermBase, locale: str) -> dict[str, Owners]:
    """Return every good name of a locale with its owners; rows about spelling name nothing."""
    names: dict[str, Owners] = base.derived("names", locale, make=lambda: _collect(base, locale))
    return names


def official_names(base: TermBase, locale: str) -> frozenset[str]:
    """Return the names that are nobody's to change: those of rows flagged ``dnt``."""

    def made() -> list[str]:
        return [
            name
            for concept in base.concepts
            if concept.is_active and "dnt" in concept.flags
            for name in (*concept.terms.get(locale, ()), *concept.terms.get(EN, ()))
        ]

    names: frozenset[str] = base.derived("official-names", locale, make=made, restore=frozenset)
    return names


def own_names(base: TermBase, locale: str) -> frozenset[str]:
    """Return the names that are spelt as their owners do: official ones, people's and companies'."""

    def made() -> list[str]:
        return [
            name
            for concept in base.concepts
            if concept.is_active and concept.domain in _OWNERS
            for name in concept.terms.get(locale, ())
        ]

    names: frozenset[str] = base.derived("own-names", locale, make=made, restore=frozenset)
    return names | official_names(base, locale)


def _collect(base: TermBase, locale: str) -> dict[str, Owners]:
    found: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for concept in base.concepts:
        if not concept.is_active or concept.domain == SPELLING_DOMAIN:
            continue
        own = concept.terms.get(locale, ())
        if "dnt" in concept.flags:
            own += concept.terms.get(EN, ())
        for number, name in enumerate(own):
            found[name].setdefault(concept.id, number == 0)
    return {name: tuple(owners.items()) for name, owners in found.items()}
