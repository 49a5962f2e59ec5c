"""The Latin originals of the names of a locale."""

import re
from collections import defaultdict
from collections.abc import Collection

from termkit.locales import EN
from termkit.model.term import Concept
from termkit.scripts.syllables import romanised
from termkit.termbase.store import TermBase
from termkit.text import has_han

OWN = "*"
"""Stands for the rows of the team's layers, whatever their domain."""

Originals = tuple[tuple[str, ...], ...]
"""For each concept that has a name: what it is called in the original, best first."""

_REMARK = re.compile(r"\s*[(（][^)）]*[)）]")


def originals(base: TermBase, locale: str, domains: Collection[str]) -> dict[str, Originals]:
    """Return the Chinese names of the rows of ``domains`` that are proper names, with their originals."""
    about = "originals", locale, *sorted(domains)
    found: dict[str, Originals] = base.derived(*about, make=lambda: _collect(base, locale, domains))
    return found


def _collect(base: TermBase, locale: str, domains: Collection[str]) -> dict[str, Originals]:
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for concept in base.concepts:
        named = concept.domain in domains or (OWN in domains and concept.layer > 0)
        written = _written(concept, locale) if named and concept.is_active else ()
        for name in concept.terms.get(locale, ()) if written else ():
            if has_han(name) and written not in found[name] and not _is_spelling(name, written):
                found[name].append(written)
    return {name: tuple(owners) for name, owners in found.items() if owners}


def _is_spelling(name: str, written: tuple[str, ...]) -> bool:
    """Tell whether an original only spells the Chinese name: 梁文鋒, Liang Wenfeng."""
    sound = romanised(name)
    return any(sound == "".join(filter(str.isalpha, one)).lower() for one in written)


def _written(concept: Concept, locale: str) -> tuple[str, ...]:
    """Return the Latin names of a row, the locale's own first; none where it is no proper name."""
    latin = [term for term in concept.terms.get(locale, ()) if not has_han(term)]
    # What stands in brackets there is for the reader of the table: Cameron (the director).
    english = [_REMARK.sub("", term) for term in concept.terms.get(EN, ())]
    names = [term for term in (*latin, *english) if term and any(map(str.isupper, term))]
    return tuple(dict.fromkeys(names))
