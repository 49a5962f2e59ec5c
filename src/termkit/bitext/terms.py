"""Which concepts a text names, and what a translation calls them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from termkit.bitext.english import forms
from termkit.locales import CHINESE, EN
from termkit.model.bitext import Pair
from termkit.model.term import Concept
from termkit.patterns import regex
from termkit.termbase import cache
from termkit.termbase.forms import SPELLING_DOMAIN, Kind, bad_forms
from termkit.termbase.names import concept_names
from termkit.termbase.store import TermBase
from termkit.text import HAN_RE, Span, cuts_latin, without_surrogates

_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_GLOSS = regex(r"\s*\([^()]*\)")
_ALTERNATIVES = regex(r"\s*(?:,|;| / )\s*")
_JOINED_BEFORE = regex(r"[-./@#:\\~$=+_]\Z")
_JOINED_AFTER = regex(r"[-/@#\\~$=+_]|[.:][A-Za-z0-9]|\(\)")
_PROPER = frozenset({"companies", "organisations", "people", "places"})
"""The domains of the built-in base whose rows are proper names."""

_HEADLINE = 5
"""A word in capitals of this length is an ordinary one in a headline; a shorter one is a name."""


class Owner(NamedTuple):
    """A concept that a term names: whether the term needs no explanation, and is a proper name."""

    concept: str
    clear: bool
    proper: bool


class Mention(NamedTuple):
    """A term in a text, and the concepts that it may name."""

    text: str
    owners: tuple[Owner, ...]


class Names(NamedTuple):
    """What a concept is called in a translation, what it is not, and its layer."""

    accepted: tuple[str, ...]
    bad: tuple[str, ...]
    layer: int
    domain: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a translation should call a term of its original, and what not.

    It ``binds`` where the term base leaves the translator no other word: in rows of the
    team's own, and for proper names. ``count`` is how often the term stands there.
    """

    text: str
    concepts: tuple[str, ...]
    accepted: tuple[str, ...]
    bad: tuple[str, ...]
    binds: bool
    is_own: bool
    count: int


class TermIndex:
    """The concepts of a term base, for texts of one locale and their translations into another."""

    def __init__(self, base: TermBase, source: str, target: str) -> None:
        self._base, self._source, self._target = base, source, target

    def wanted(self, pair: Pair) -> tuple[Wanted, ...]:
        """Return the terms that the originals of a pair have in common, each once."""
        *others, last = ([*self._mentions(source.prose)] for source in pair.sources)
        found: dict[tuple[Owner, ...], Wanted] = {}
        for mention in last:
            if mention.owners in found or not all(_names_too(each, mention) for each in others):
                continue
            count = sum(each.owners == mention.owners for each in last)
            if wanted := self._wanted(mention, count):
                found[mention.owners] = wanted
        return tuple(found.values())

    def _wanted(self, mention: Mention, count: int) -> Wanted | None:
        known = [(owner, self._names.get(owner.concept)) for owner in mention.owners]
        top = max((names.layer for _, names in known if names), default=0)
        if top:  # what the team says of a term is all that there is to say
            known = [(owner, names) for owner, names in known if names and names.layer == top]
        owners = [(owner, names) for owner, names in known if names]
        if len(owners) < len(known) or not any(owner.clear for owner, _ in owners):
            return None
        accepted = dict.fromkeys(term for _, names in owners for term in names.accepted)
        bad = dict.fromkeys(form for owner, names in owners if owner.clear for form in names.bad)
        proper = all(owner.proper and names.domain in _PROPER for owner, names in owners)
        return Wanted(
            mention.text,
            tuple(owner.concept for owner, _ in owners if owner.clear),
            tuple(accepted),
            tuple(form for form in bad if form not in accepted),
            bool(top) or proper,
            bool(top),
            count,
        )

    @cached_property
    def _names(self) -> dict[str, Names]:
        """The names of every concept that has one in the translation's locale."""
        key = (self._base.key, "names-in-translation", self._target)
        found: dict[str, Any] = cache.cached(key, lambda: _names(self._base.concepts, self._target))
        return {concept: Names(*values) for concept, values in found.items()}

    def _mentions(self, prose: str) -> Iterator[Mention]:
        if self._source == EN:
            return self._english(prose)
        return self._chinese(prose) if self._source in CHINESE else iter(())

    def _chinese(self, prose: str) -> Iterator[Mention]:
        for _, name in self._base.matcher(self._source).forms_in(prose):
            if owners := self._owners.get(name):
                clear = len(owners) == 1
                yield Mention(name, tuple(Owner(concept, clear, True) for concept, _ in owners))

    @cached_property
    def _owners(self) -> dict[str, tuple[tuple[str, bool], ...]]:
        return concept_names(self._base, self._source)

    def _english(self, prose: str) -> Iterator[Mention]:
        forms, automaton = self._automaton
        prose = without_surrogates(prose)
        for start, end, index in automaton.find(prose.translate(_LOWER)):
            span = Span(start, end)
            if cuts_latin(prose, span) or _is_joined(prose, span):
                continue
            text = prose[start:end]
            owners = tuple(
                Owner(concept, clear, proper)
                for concept, written, clear, proper in forms[index]
                if _fits(text, written)
            )
            if owners:
                yield Mention(text, owners)

    @cached_property
    def _automaton(self) -> tuple[list[list[tuple[str, str, bool, bool]]], Any]:
        from daachorse import CharwiseDoubleArrayAhoCorasick

        tables = cache.cached((self._base.key, "english"), lambda: _tables(self._base.concepts))
        return tables["owners"], CharwiseDoubleArrayAhoCorasick.deserialize(tables["automaton"])


def _names_too(mentions: list[Mention], mention: Mention) -> bool:
    return any(each.owners == mention.owners for each in mentions)


def _fits(text: str, written: str) -> bool:
    """Tell whether a text is a term by its capitals: those of a name must be there."""
    return not written or text == written or (text.isupper() and len(text) >= _HEADLINE)


def _is_joined(prose: str, span: Span) -> bool:
    """Tell whether a word is part of an option, a path, a variable or a longer compound."""
    return bool(
        _JOINED_BEFORE.search(prose[max(0, span.start - 1) : span.start])
        or _JOINED_AFTER.match(prose, span.end)
    )


def english_terms(concept: Concept) -> Iterator[tuple[str, bool]]:
    """Yield the English terms of a concept, and whether each needs no explanation."""
    for cell in concept.terms.get(EN, ()):
        plain = _GLOSS.sub("", cell)
        parts = [part for part in _ALTERNATIVES.split(plain) if part]
        for part in parts:
            yield part, part == cell


def _tables(concepts: tuple[Concept, ...]) -> dict[str, Any]:
    from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

    owners: defaultdict[str, dict[tuple[str, str, bool, bool], None]] = defaultdict(dict)
    for concept in concepts:
        if not concept.is_active or concept.domain == SPELLING_DOMAIN:
            continue
        for term, clear in english_terms(concept):
            proper = term != term.lower()
            fixed = proper and "ignore-case" not in concept.flags
            for form in forms(term):
                owners[form.lower()][concept.id, form if fixed else "", clear, proper] = None
    keys = list(owners)
    automaton = CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST).serialize()
    return {"owners": [list(owners[key]) for key in keys], "automaton": automaton}


def _names(concepts: tuple[Concept, ...], target: str) -> dict[str, Any]:
    found = {}
    for concept in concepts:
        accepted = concept.terms.get(target, ())
        if concept.is_active and accepted and concept.domain != SPELLING_DOMAIN:
            bad = {
                text for kind, text, _ in bad_forms(concept, target) if kind is not Kind.MISSPELT
            }
            kept = concept.terms.get(EN, ()) if "dnt" in concept.flags else ()
            bad_terms = tuple(sorted(bad))
            found[concept.id] = ((*accepted, *kept), bad_terms, concept.layer, concept.domain)
    return found


_NOISE = regex(r"<[^<>]*>|[(（][_&]?[A-Za-z][)）]|[\s_&~`*'\"“”‘’「」『』（）()\ufffc-]+")
_ALIKE = str.maketrans("臺裏著衆羣爲啓峯綫", "台裡着眾群為啟峰線")


def normal(text: str) -> str:
    """Return a text without what may stand between the characters of a term."""
    return _NOISE.sub("", text).translate(_ALIKE).lower()


def holds(text: str, term: str) -> bool:
    """Tell whether a normal text says a term: 軟硬體 says 軟體."""
    term = normal(term)
    if term in text:
        return True
    if len(term) < 2 or not all(map(HAN_RE.match, term)):
        return False
    return re.search(".{0,2}".join(map(re.escape, term)), text) is not None
