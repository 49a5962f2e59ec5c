"""Deriving, from the concepts, every form that a matcher of one locale looks for."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from termkit.locales import CHINESE, CN, TW
from termkit.model.domains import TECHNICAL
from termkit.model.term import Concept
from termkit.scripts.chain import spellings
from termkit.text import has_han


class Kind(IntEnum):
    """What a match of a form means."""

    PLAIN = 0  # a good term or a shield: only there to win over shorter forms
    NAME = 1  # one of several good Chinese names of a concept
    WRONG = 2  # another region's form
    AVOID = 3  # a deprecated form
    MISSPELT = 4  # a deprecated form of a row about spelling


SPELLING_DOMAIN = "characters"
"""Rows of this domain tell how a word is spelt; what they avoid is a wrong character."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One concept's opinion of a form: what to write instead, and where it holds.

    ``clues``: one of these must stand in the same sentence, or, where it is ``technical``,
    the text must be software; without both it holds always.
    ``origin``: the locales that a wrong-region form comes from, with spaces between.
    """

    concept: str
    suggestion: str
    origin: str
    clues: tuple[str, ...]
    technical: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it depends on what stands around."""
        return bool(self.clues) or self.technical


@dataclass(frozen=True, slots=True)
class Form:
    """A string to look for, and what it means."""

    text: str
    kind: Kind
    concept: str = ""
    claims: tuple[Claim, ...] = ()


def derive_forms(concepts: Iterable[Concept], locale: str) -> list[Form]:
    """Return the Han forms of ``locale``: good terms, shields, wrong-region and deprecated forms.

    A form that some concept calls good and another wrong is ambiguous: it stays
    wrong only where clue words decide, unless the wrong claim comes from a higher
    layer.
    """
    active = [concept for concept in concepts if concept.is_active]
    good: dict[str, list[Concept]] = defaultdict(list)
    shields: set[str] = set()
    bad: dict[str, list[tuple[Kind, int, Claim]]] = defaultdict(list)
    technical: set[str] = set()
    for concept in active:
        for term in concept.terms.get(locale, ()):
            if has_han(term):
                good[term].append(concept)
        shields.update(concept.shields.get(locale, ()))
        for kind, text, origin in bad_forms(concept, locale):
            claim = Claim(
                concept.id, concept.preferred(locale), origin, concept.context.get(locale, ())
            )
            if concept.domain in TECHNICAL and "clue-only" not in concept.flags:
                technical.add(concept.id)
            bad[text].append((kind, concept.layer, claim))
    forms = {text: Form(text, Kind.PLAIN) for text in shields}
    for text, owners in good.items():
        forms[text] = _good_form(text, owners, locale)
    for text, claims in bad.items():
        form = _bad_form(text, claims, good.get(text, []), technical, text in shields)
        if form:
            forms[text] = form
    return list(forms.values())


def latin_terms(concepts: Iterable[Concept], locale: str) -> dict[str, tuple[str, str]]:
    """Return the Latin terms whose casing is fixed: lower-cased → (as written, concept id).

    A term that two concepts of a layer write differently has no fixed casing; an
    upper layer decides over a lower one.
    """
    found: dict[str, tuple[str, str]] = {}
    unclear: set[str] = set()
    layers: dict[str, int] = {}
    for concept in sorted(concepts, key=lambda concept: concept.layer):
        if not concept.is_active:
            continue
        for term in _latin_names(concept, locale):
            key = term.lower()
            if layers.get(key, -1) < concept.layer:
                unclear.discard(key)
            elif found[key][0] != term:
                unclear.add(key)
            if "ignore-case" in concept.flags:
                unclear.add(key)
            found[key] = (term, concept.id)
            layers[key] = concept.layer
    return {key: value for key, value in found.items() if key not in unclear}


def latin_avoided(concepts: Iterable[Concept], locale: str) -> dict[str, Form]:
    """Return the deprecated forms that hold no Han character.

    One that differs from a good term of its layer or above in its casing only is
    left to the casing.
    """
    concepts = [concept for concept in concepts if concept.is_active]
    good: dict[str, int] = {}
    for concept in concepts:
        for term in _latin_names(concept, locale):
            good[term.lower()] = max(concept.layer, good.get(term.lower(), 0))
    return {
        text: Form(text, Kind.AVOID, claims=(Claim(concept.id, concept.preferred(locale), "", ()),))
        for concept in concepts
        for text in concept.avoid.get(locale, ())
        if not has_han(text) and good.get(text.lower(), -1) < concept.layer
    }


def _latin_names(concept: Concept, locale: str) -> list[str]:
    """Return the Latin names of a row; the English column counts only where nothing is translated."""
    own = concept.terms.get(locale, ())
    if "dnt" in concept.flags:
        own += concept.terms.get("en", ())
    return [term for term in own if not has_han(term) and any(char.isalpha() for char in term)]


def bad_forms(concept: Concept, locale: str) -> Iterable[tuple[Kind, str, str]]:
    """Yield what a concept is not called in a locale: how bad, the form, and whose it is."""
    own = concept.terms.get(locale)
    if not own:
        return
    kind = Kind.MISSPELT if concept.domain == SPELLING_DOMAIN else Kind.AVOID
    for text in concept.avoid.get(locale, ()):
        if has_han(text):
            yield kind, text, ""
    if "convert-only" in concept.flags:
        return
    avoided = concept.avoid.get(locale, ())
    for other in CHINESE:
        if other == locale or not is_telling(concept, other):
            continue
        for term in concept.terms.get(other, ()):
            if not has_han(term):
                continue
            for text in spellings(term, other, locale):
                if len(text) > 1 and text not in own and text not in avoided:
                    yield Kind.WRONG, text, other


def is_telling(concept: Concept, locale: str) -> bool:
    """Tell whether the terms of a locale are wrong elsewhere: of a one-way row only zh-CN's are."""
    if "not-from-tw" in concept.flags and locale == TW:
        return False
    return locale == CN or "one-way" not in concept.flags


def _good_form(text: str, owners: list[Concept], locale: str) -> Form:
    if len(owners) == 1:
        names = [term for term in owners[0].terms[locale] if has_han(term)]
        if len(names) > 1:
            preferred = Claim(owners[0].id, names[0], "", ())
            return Form(text, Kind.NAME, owners[0].id, (preferred,))
    return Form(text, Kind.PLAIN)


def _bad_form(
    text: str,
    claims: list[tuple[Kind, int, Claim]],
    owners: list[Concept],
    technical: Collection[str],
    shielded: bool,
) -> Form | None:
    top = max(layer for _, layer, _ in claims)
    own_top = max((owner.layer for owner in owners), default=-1)
    if own_top > top:
        return None
    ambiguous = own_top == top or (shielded and not owners)
    # What a program's texts call something needs no clue word there.
    held = [
        (kind, replace(claim, technical=claim.concept in technical))
        if ambiguous or claim.clues
        else (kind, claim)
        for kind, layer, claim in claims
        if layer == top and (claim.clues or not ambiguous or claim.concept in technical)
    ]
    if not held:
        return None
    kinds = {kind for kind, _ in held}
    kind = kinds.pop() if len(kinds) == 1 else Kind.WRONG
    unique: dict[tuple[str, tuple[str, ...]], Claim] = {}
    for _, claim in held:
        same = unique.setdefault((claim.suggestion, claim.clues), claim)
        if claim.origin not in same.origin:
            unique[claim.suggestion, claim.clues] = replace(
                same, origin=f"{same.origin} {claim.origin}"
            )
    return Form(text, kind, claims=tuple(unique.values()))
