"""Converting text by a composed table, in one pass, with a trace."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from termkit.convert.domain import DOMAINS, GENERAL, counts_as, guess_domain
from termkit.convert.doubts import Doubt, Place, find_doubts
from termkit.convert.quotes import quote_changes
from termkit.convert.table import LAYER_NAMES, Index, Layer, Table, build_table
from termkit.errors import TermkitError
from termkit.locales import CN, Script, get_chinese, script_of
from termkit.model.change import Change, replay
from termkit.model.term import Concept
from termkit.scripts.characters import only_in
from termkit.scripts.words import is_chance
from termkit.termbase import cache as disk
from termkit.termbase.store import TermBase
from termkit.text import Span, cuts_latin, sentence_around, without_surrogates

_SAMPLE = 20_000
"""How much of a text is looked at to tell what it is about."""

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Conversion:
    """The result of a conversion: the new text, and the changes that lead to it.

    The offsets of ``trace`` are code points of the source text. ``doubts`` are the
    places that nothing in the text decided; they are looked for on demand only.
    """

    text: str
    trace: tuple[Change, ...]
    doubts: tuple[Doubt, ...] = ()


class Converter:
    """Converts plain text from one Chinese locale to another.

    ``termbase`` defaults to the built-in one. Text that already stands in the
    target's script is left alone but for the term base's words, and a second pass
    over the result changes nothing.
    """

    def __init__(
        self,
        source: str,
        target: str,
        termbase: TermBase | None = None,
        domain: str = "",
        *,
        script_only: bool = False,
    ) -> None:
        """Raise UnknownLocaleError for a locale that is not Chinese or not known.

        ``domain`` says what the texts are about ("software" or "general"), which
        decides ambiguous words; without it each text is looked at. With
        ``script_only``, and into zh-Hant and zh-Hans, words stay as they are.
        """
        if domain and domain not in DOMAINS:
            raise TermkitError(f"unknown domain {domain!r} (known: {', '.join(DOMAINS)})")
        self.domain = domain
        self.source = get_chinese(source).base
        wanted = get_chinese(target)
        self.target = wanted.tag if wanted.script_only else wanted.base
        self.script_only = script_only or wanted.script_only
        self._base = termbase
        self._script = script_of(self.target)
        self._changes_script = script_of(self.source) is not self._script
        self._engine: _Engine | None = None

    def convert(self, text: str, *, doubts: bool = False) -> Conversion:
        """Convert ``text``; characters that are no prose for the caller may be masked before.

        With ``doubts`` the result also tells the places that nothing decided.
        """
        if self.source == self.target or not text:
            return Conversion(text, ())
        seen: list[Place] | None = [] if doubts else None
        changes = tuple(self._changes(text, seen))
        found = find_doubts(seen, self._concepts(), self.source, self.target) if seen else ()
        return Conversion(replay(text, changes), changes, found)

    def guess_domain(self, text: str) -> str:
        """Return what a text is about, as far as it matters: what was told, else a guess."""
        if self.domain or self.source == self.target:
            return self.domain
        return self._load().guess(without_surrogates(text))

    def places(self, text: str) -> tuple[Place, ...]:
        """Return the places where entries of the table were met, those that changed nothing too."""
        seen: list[Place] = []
        if self.source != self.target:
            for _ in self._changes(text, seen):
                pass
        return tuple(seen)

    def _concepts(self) -> tuple[Concept, ...]:
        return () if self.script_only else (self._base or default_base()).concepts

    def _changes(self, text: str, seen: list[Place] | None = None) -> Iterator[Change]:
        engine = self._load()
        clean = without_surrogates(text)
        domain = self.domain or engine.guess(clean)
        if not self._changes_script:
            yield from engine.changes(clean, 0, domain, seen, base_only=False)
            return
        own = only_in(Script.HANS if self._script is Script.HANT else Script.HANT)
        # Nearly always empty: then no line needs a look.
        done = only_in(self._script).intersection(clean) if not self.script_only else frozenset()
        for match in _LINE.finditer(clean):
            line, start = match[0], match.start()
            # A line in the target's script is a quotation, or has been converted before.
            base_only = not done.isdisjoint(line) and own.isdisjoint(line) if done else False
            found = engine.changes(line, start, domain, seen, base_only=base_only)
            quotes = quote_changes(line, self._script)
            yield from _with_quotes(found, quotes, line, start)

    def _load(self) -> "_Engine":
        if self._engine is None:
            base = None if self.script_only else self._base or default_base()
            key = ("table", self.source, self.target, base.key if base else "script only")
            data = disk.cached(key, lambda: self._build(base))
            self._engine = _Engine(Table.restore(data), mainland=self.source == CN)
        return self._engine

    def _build(self, base: TermBase | None) -> dict[str, Any]:
        concepts = base.concepts if base else ()
        table = build_table(concepts, self.source, self.target, script_only=base is None)
        return table.dump()


@cache
def default_base() -> TermBase:
    """Return the built-in term base."""
    return TermBase.load()


class _Engine:
    """A table ready to run."""

    def __init__(self, table: Table, *, mainland: bool) -> None:
        self._table = table
        self._terms = _Finder(table.terms, mainland=mainland)
        self._base = _Finder(table.base, mainland=mainland)
        self._phrases = _Finder(table.phrases, mainland=mainland)

    def guess(self, text: str) -> str:
        """Guess what a text is about, from its beginning."""
        return guess_domain(text[:_SAMPLE], self._terms.domains(text[:_SAMPLE]))

    def changes(
        self, text: str, shift: int, domain: str, seen: list[Place] | None, *, base_only: bool
    ) -> Iterator[Change]:
        """Yield the changes of ``text``, their offsets moved by ``shift``; note in ``seen`` what was met."""
        if base_only:
            for start, end, index in self._base.find(text):
                yield from self._base.change(text, Span(start, end), index, shift, "", seen)
            return
        at = 0
        for start, end, index in self._terms.find(text):
            yield from self._between(text, at, start, shift)
            yield from self._terms.change(text, Span(start, end), index, shift, domain, seen)
            at = end
        yield from self._between(text, at, len(text), shift)

    def _between(self, text: str, start: int, end: int, shift: int) -> Iterator[Change]:
        """Yield the changes of what stands between two terms: phrases, then characters."""
        gap = text[start:end]
        if not gap or gap.isascii():
            return
        at = 0
        for left, right, index in self._phrases.find(gap):
            yield from self._characters(gap[at:left], start + at + shift)
            yield from self._phrases.change(gap, Span(left, right), index, start + shift, "")
            at = right
        yield from self._characters(gap[at:], start + at + shift)

    def _characters(self, gap: str, shift: int) -> Iterator[Change]:
        table, doubtful = self._table.characters, self._table.doubtful
        for offset, char in enumerate(gap, shift):
            value = table.get(ord(char))
            if value is not None:
                span = Span(offset, offset + 1)
                yield Change(span, char, value, "character", "OpenCC", char not in doubtful)


class _Finder:
    """One index of a table, with its automaton loaded."""

    def __init__(self, index: Index, *, mainland: bool) -> None:
        self._index = index
        self._mainland = mainland
        self._automaton = CharwiseDoubleArrayAhoCorasick.deserialize(index.automaton)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the matches that cut neither a Latin word nor, if they are short, a Chinese one."""
        words = self._index.words
        for match in self._automaton.find(text):
            start, end, index = match
            span = Span(start, end)
            if cuts_latin(text, span):
                continue
            if index in words and is_chance(text, span, mainland=self._mainland):
                continue
            yield match

    def domains(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the domain of each match, and whether it is ambiguous."""
        domains, readings = self._index.domains, self._index.readings
        for _, _, index in self._automaton.find(text):
            yield domains.get(index, GENERAL), index in readings

    def change(
        self,
        text: str,
        span: Span,
        index: int,
        shift: int,
        domain: str,
        seen: list[Place] | None = None,
    ) -> Iterator[Change]:
        """Yield the change of one match, unless it stays as it is; note the place in ``seen``."""
        value, origin, certain, decided = self._decide(index, text, span, domain)
        before = span.of(text)
        if value == before and seen is None:
            return
        layer = LAYER_NAMES[Layer(self._index.layers[index])]
        moved = Span(span.start + shift, span.end + shift)
        if seen is not None:
            seen.append(Place(moved, before, value, layer, origin, decided))
        if value != before:
            yield Change(moved, before, value, layer, origin, certain)

    def _decide(
        self, place: int, text: str, span: Span, domain: str
    ) -> tuple[str, str, bool, bool]:
        """Return an entry's value at a place, what is behind it, if it is certain, if it was decided.

        The default of an entry is certain where one row gives it without asking for clue
        words; it is not decided where another reading would have been possible.
        """
        index = self._index
        readings = index.readings.get(place)
        if readings:
            sentence = sentence_around(text, span).of(text)
            for reading in readings:
                if any(clue in sentence for clue in reading.clues):
                    return reading.value, reading.concept, True, True
            for reading in readings:
                if counts_as(reading.domain, domain):
                    return reading.value, reading.concept, True, True
        certain = place not in index.doubtful
        return index.values[place], index.origins[place], certain, certain and not readings


def _with_quotes(
    found: Iterable[Change], quotes: dict[int, str], line: str, shift: int
) -> Iterable[Change]:
    if not quotes:
        return found
    marks = [
        Change(Span(at + shift, at + shift + 1), line[at], mark, "quote")
        for at, mark in quotes.items()
    ]
    return sorted([*found, *marks], key=lambda change: change.span)
