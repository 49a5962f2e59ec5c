"""Converting text by a composed table, in one pass, with a trace."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from termkit.convert.quotes import quote_changes
from termkit.convert.table import LAYER_NAMES, Layer, Table, build_table
from termkit.locales import Script, get_chinese, script_of
from termkit.model.change import Change, replay
from termkit.scripts.characters import only_in
from termkit.termbase import cache as disk
from termkit.termbase.store import TermBase
from termkit.text import Span, is_latin, sentence_around, without_surrogates

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Conversion:
    """The result of a conversion: the new text, and the changes that lead to it.

    The offsets of ``trace`` are code points of the source text.
    """

    text: str
    trace: tuple[Change, ...]


class Converter:
    """Converts plain text from one Chinese locale to another.

    ``termbase`` defaults to the built-in one. Text that already stands in the
    target's script is left alone but for the term base's words, and a second pass
    over the result changes nothing.
    """

    def __init__(self, source: str, target: str, termbase: TermBase | None = None) -> None:
        """Raise UnknownLocaleError for a locale that is not Chinese or not known."""
        self.source = get_chinese(source).base
        self.target = get_chinese(target).base
        self._base = termbase
        self._script = script_of(self.target)
        self._changes_script = script_of(self.source) is not self._script
        self._engine: _Engine | None = None

    def convert(self, text: str) -> Conversion:
        """Convert ``text``; characters that are no prose for the caller may be masked before."""
        if self.source == self.target or not text:
            return Conversion(text, ())
        changes = tuple(self._changes(text))
        return Conversion(replay(text, changes), changes)

    def _changes(self, text: str) -> Iterator[Change]:
        engine = self._load()
        clean = without_surrogates(text)
        if not self._changes_script:
            yield from engine.changes(clean, 0, base_only=False)
            return
        own = _script_re(Script.HANS if self._script is Script.HANT else Script.HANT)
        other = _script_re(self._script)
        for match in _LINE.finditer(clean):
            line, start = match[0], match.start()
            # A line in the target's script is a quotation, or has been converted before.
            base_only = other.search(line) is not None and own.search(line) is None
            found = engine.changes(line, start, base_only=base_only)
            quotes = quote_changes(line, self._script)
            yield from _with_quotes(found, quotes, line, start)

    def _load(self) -> "_Engine":
        if self._engine is None:
            base = self._base or default_base()
            data = disk.cached(
                (base.key, "table", self.source, self.target),
                lambda: build_table(base.concepts, self.source, self.target).dump(),
            )
            self._engine = _Engine(Table.restore(data))
        return self._engine


@cache
def default_base() -> TermBase:
    """Return the built-in term base."""
    return TermBase.load()


class _Engine:
    """A table ready to run."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._all = CharwiseDoubleArrayAhoCorasick.deserialize(table.automaton)
        self._base = CharwiseDoubleArrayAhoCorasick.deserialize(table.base_automaton)

    def changes(self, text: str, shift: int, *, base_only: bool) -> Iterator[Change]:
        """Yield the changes of ``text``, their offsets moved by ``shift``."""
        table = self._table
        automaton = self._base if base_only else self._all
        at = 0
        for start, end, index in automaton.find(text):
            if _cuts_latin(text, start, end):
                continue
            if at < start and not base_only:
                yield from self._characters(text, at, start, shift)
            at = end
            entry = table.base_indexes[index] if base_only else index
            value, origin, certain = self._decide(entry, text, Span(start, end))
            if value != text[start:end]:
                layer = LAYER_NAMES[Layer(table.layers[entry])]
                yield Change(
                    Span(start + shift, end + shift), text[start:end], value, layer, origin, certain
                )
        if not base_only:
            yield from self._characters(text, at, len(text), shift)

    def _decide(self, index: int, text: str, span: Span) -> tuple[str, str, bool]:
        """Return the value of an entry at a place, the row or dictionary behind it, and its certainty."""
        table = self._table
        readings = table.readings.get(index)
        if readings:
            sentence = sentence_around(text, span).of(text)
            for reading in readings:
                if any(clue in sentence for clue in reading.clues):
                    return reading.value, reading.concept, True
        return table.values[index], table.origins[index], index not in table.doubtful

    def _characters(self, text: str, start: int, end: int, shift: int) -> Iterator[Change]:
        table = self._table.characters
        doubtful = self._table.doubtful_characters
        gap = text[start:end]
        if gap.translate(table) == gap:
            return
        for offset, char in enumerate(gap, start + shift):
            value = table.get(ord(char))
            if value is not None:
                span = Span(offset, offset + 1)
                yield Change(span, char, value, "character", "OpenCC", char not in doubtful)


@cache
def _script_re(script: Script) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(only_in(script)))}]")


def _cuts_latin(text: str, start: int, end: int) -> bool:
    if start and is_latin(text[start]) and is_latin(text[start - 1]):
        return True
    return end < len(text) and is_latin(text[end - 1]) and is_latin(text[end])


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
