"""The term base that is examined, with what it does to texts ready to be asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.convert.base_entries import BaseEntry, base_entries
from termkit.convert.converter import Converter
from termkit.locales import CN, HK, TW
from termkit.model.term import Concept
from termkit.scripts.chain import to_script
from termkit.termbase.store import TermBase
from termkit.text import Span

PAIRS = ((CN, TW), (CN, HK), (TW, CN), (HK, CN), (TW, HK), (HK, TW))
"""The conversions that are looked at: between the scripts there is most to go wrong."""


class Entries:
    """What the rows of a term base make of the forms of one locale in another."""

    def __init__(self, base: TermBase, source: str, target: str) -> None:
        self.pair = (source, target)
        self.by_key = base_entries(base.concepts, source, target)
        self._entries = list(self.by_key.values())
        keys = list(self.by_key) or ["\0"]
        self._automaton = CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST)

    def replaced(self, text: str) -> Iterator[tuple[Span, BaseEntry]]:
        """Yield the forms that become other words, whatever stands around them."""
        for start, end, number in self._automaton.find(text):
            entry = self._entries[number]
            if not entry.readings and entry.default != to_script(entry.key, *self.pair):
                yield Span(start, end), entry


@dataclass(slots=True)
class Patient:
    """A term base, and the ids of the rows in it that are looked after."""

    base: TermBase
    own: frozenset[str]
    _entries: dict[tuple[str, str], Entries] = field(default_factory=dict)
    _converters: dict[tuple[str, str], Converter] = field(default_factory=dict)

    _terms: dict[str, frozenset[str]] = field(default_factory=dict)

    def entries(self, source: str, target: str) -> Entries:
        """Return what the rows replace from one locale to another."""
        pair = (source, target)
        if pair not in self._entries:
            self._entries[pair] = Entries(self.base, source, target)
        return self._entries[pair]

    def converted(self, text: str, source: str, target: str) -> str:
        """Convert a text in earnest, with everything that a conversion knows besides."""
        pair = (source, target)
        if pair not in self._converters:
            self._converters[pair] = Converter(
                source, target, self.base, "general", keep_quotes=True
            )
        return self._converters[pair].convert(text).text

    def terms(self, locale: str) -> frozenset[str]:
        """Return the good terms of a locale."""
        if locale not in self._terms:
            self._terms[locale] = frozenset(
                term
                for concept in self.base.concepts
                if concept.is_active
                for term in concept.terms.get(locale, ())
            )
        return self._terms[locale]

    def row(self, concept_id: str) -> Concept | None:
        """Return a row, if it is one of those that are looked after."""
        return self.base[concept_id] if concept_id in self.own else None
