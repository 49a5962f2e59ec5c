"""Whose names the terms of a locale are."""

from collections import defaultdict

from termkit.locales import EN
from termkit.termbase import cache
from termkit.termbase.forms import SPELLING_DOMAIN
from termkit.termbase.store import TermBase

Owners = tuple[tuple[str, bool], ...]
"""The ids of the concepts that a name belongs to, and whether each prefers it."""


def concept_names(base: TermBase, locale: str) -> dict[str, Owners]:
    """Return every good name of a locale with its owners; rows about spelling name nothing."""
    names: dict[str, Owners] = cache.cached(
        (base.key, "names", locale), lambda: _collect(base, locale)
    )
    return names


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
