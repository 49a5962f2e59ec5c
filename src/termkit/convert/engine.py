"""Running a table over a text.

A first pass writes what depends on nothing else and leaves marks where an entry is
open; then the marks are decided by the sentence around them, as the first pass wrote
it. Both ways to run a table, this one with its record of what was met and the one in
``convert.bulk``, share the second step and so give the same text.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from termkit.convert.characters import CharacterMap
from termkit.convert.choices import Decision, resolve
from termkit.convert.domain import guess_domain
from termkit.convert.index import Index, Match
from termkit.convert.places import Place
from termkit.convert.quotes import OUTER, line_around, set_quotes, show_quotes
from termkit.convert.table import LAYER_NAMES, Layer, Table
from termkit.locales import Script
from termkit.model.change import Change
from termkit.text import Span

_WORD = 4
"""The longest words of the dictionary that are looked for around a single character."""

_QUOTES = frozenset("“”‘’「」『』")


class Block(NamedTuple):
    """A run of lines that one index was run over, and what was met there.

    It stands at ``span`` of ``source``; ``spelt`` is the source with its characters
    converted one by one. ``matches`` have their offsets in the source and are told by
    row; ``decisions`` are those of the open entries among them, in order.
    """

    span: Span
    source: str
    spelt: str
    run_by: Index
    domain: str
    matches: list[Match]
    decisions: list[Decision]
    text: str


class Engine:
    """A table ready to run into one script; ``quotes`` is None where marks stay as they are."""

    def __init__(
        self,
        table: Table,
        quotes: Script | None,
        own: Script | None,
        base: Callable[[], Index] | None = None,
    ) -> None:
        """Take a table; ``own`` is the source's script where the target has another one.

        ``base`` gives the index of the term base alone, which few texts need.
        """
        marks = str.maketrans(OUTER[quotes]) if quotes else {}
        self.quotes = quotes
        self.index = Index(table.entries)
        self.characters = CharacterMap({**table.characters, **marks})
        self._marks = CharacterMap(marks)
        self._doubtful = table.doubtful
        self._own_script = own
        self._open_base = base

    @cached_property
    def _base(self) -> Index:
        assert self._open_base is not None
        return self._open_base()

    @cached_property
    def _own(self) -> frozenset[str]:
        from termkit.scripts.characters import only_in  # reads dictionaries

        return only_in(self._own_script) if self._own_script else frozenset()

    def first_pass(self, text: str, domain: str) -> str:
        """Return what the first pass writes for a short text, its marks not resolved."""
        spelt, whole = self.characters.convert(text), Span(0, len(text))
        return _first_pass(self.index, self.index.find(text), spelt, whole, domain)[0]

    def guess(self, text: str) -> str:
        """Guess what a text is about."""
        return guess_domain(text, self.index.domains(text))

    def run(
        self, text: str, domain: str, *, keep_all: bool = False, all_lines: bool = False
    ) -> list[Block]:
        """Convert ``text``, which holds nothing reserved; with ``keep_all`` note all that was met.

        With ``all_lines`` a line in the target's script is converted like any other.
        """
        prepared = set_quotes(text, self.quotes) if self.quotes else text
        matches = self.index.find(prepared)
        finished = [] if all_lines else self._finished_lines(prepared, matches)
        spelt = self._spelt(prepared, finished)
        if prepared is not text:
            spelt = show_quotes(spelt)
        blocks: list[Block] = []
        at = done = 0
        for line in (*finished, Span(len(text), len(text))):
            first = done
            while done < len(matches) and matches[done][0] < line.start:
                done += 1
            found = matches[first:done] if finished else matches
            if at < line.start:
                span = Span(at, line.start)
                blocks.append(self._block(span, text, spelt, self.index, domain, keep_all, found))
            while done < len(matches) and matches[done][0] < line.end:
                done += 1
            if line.start < line.end:
                found = [
                    (left + line.start, right + line.start, number)
                    for left, right, number in self._base.find(line.of(prepared))
                ]
                blocks.append(self._block(line, text, spelt, self._base, "", keep_all, found))
            at = line.end
        return blocks

    def _spelt(self, text: str, finished: list[Span]) -> str:
        spelt = self.characters.convert(text)
        if not finished:
            return spelt
        pieces: list[str] = []
        at = 0
        for line in finished:
            pieces += (spelt[at : line.start], self._marks.convert(line.of(text)))
            at = line.end
        return "".join((*pieces, spelt[at:]))

    @property
    def has_finished_lines(self) -> bool:
        """Whether lines that stand in the target's script already are treated as finished."""
        return self._own_script is not None

    def finished(self, line: str) -> bool:
        """Tell whether a line with characters of the target's script has none of the source's.

        Such a line is a quotation, or has been converted before: only terms change in it.
        """
        return self._own.isdisjoint(line)

    def run_finished(self, line: str) -> str:
        """Convert a finished line, its quotation marks set."""
        spelt, whole = self._marks.convert(line), Span(0, len(line))
        found = self._base.find(line)
        if not found:
            return spelt
        return self._block(whole, line, spelt, self._base, "", False, found).text

    def _finished_lines(self, text: str, matches: list[Match]) -> list[Span]:
        strange = self.index.entries.strange
        if not self.has_finished_lines:
            return []
        lines: list[Span] = []
        end = -1
        for start, _, number in matches:
            if number >= strange and start >= end:
                begin, end = line_around(text, start)
                if self.finished(text[begin:end]):
                    lines.append(Span(begin, end))
        return lines

    def _block(
        self,
        span: Span,
        source: str,
        spelt: str,
        index: Index,
        domain: str,
        keep_all: bool,
        matches: list[Match],
    ) -> Block:
        first, met = _first_pass(index, matches, spelt, span, domain, keep_all=keep_all)
        text, decisions = resolve(first, index.choices(domain))
        return Block(span, source, spelt, index, domain, met, decisions, text)

    def places(self, block: Block) -> Iterator[Place]:
        """Yield what was met in a block, in order; what was not kept as it is is a change."""
        index, entries, domain = block.run_by, block.run_by.entries, block.domain
        written = index.emissions(domain)
        decided = iter(block.decisions)
        for left, right, place in block.matches:
            if index.is_open(place, domain):
                decision = next(decided)
            elif place in entries.readings:
                decision = index.decide(place, domain)
            else:
                number = place - entries.valued
                value = written[number] if number >= 0 else block.spelt[left:right]
                certain = place not in entries.doubtful
                decision = Decision(value, index.origins[place], certain, certain)
            if not decision.origin:
                continue  # an entry inside a Latin word is none
            layer = LAYER_NAMES[Layer(entries.layers[place])]
            before = block.source[left:right]
            yield Place(
                Span(left, right),
                before,
                decision.value,
                layer,
                decision.origin,
                decision.decided,
                decision.certain,
            )

    def changes(self, block: Block) -> Iterator[Change]:
        """Yield the changes of a block, in order."""
        at = block.span.start
        for place in self.places(block):
            yield from self._spelling(block, at, place.span.start)
            if place.value != place.text:
                yield Change(
                    place.span, place.text, place.value, place.layer, place.origin, place.certain
                )
            at = place.span.end
        yield from self._spelling(block, at, block.span.end)

    def _spelling(self, block: Block, start: int, end: int) -> Iterator[Change]:
        before, after = block.source[start:end], block.spelt[start:end]
        if before == after:
            return
        for offset, (old, new) in enumerate(zip(before, after, strict=True), start):
            if old != new:
                span = Span(offset, offset + 1)
                if old in _QUOTES:
                    yield Change(span, old, new, "quote")
                else:
                    certain = old not in self._doubtful or self._is_told(block.source, offset)
                    yield Change(span, old, new, "character", "OpenCC", certain)

    def _is_told(self, text: str, at: int) -> bool:
        """Tell whether a word of the dictionary says how to read a character: 后 in 后来."""
        from termkit.scripts.dictionaries import load_dictionary

        words = load_dictionary("STPhrases.txt")
        return any(
            text[begin : begin + size] in words
            for size in range(2, _WORD + 1)
            for begin in range(max(0, at - size + 1), at + 1)
        )


def _first_pass(
    index: Index,
    matches: list[Match],
    spelt: str,
    span: Span,
    domain: str,
    *,
    keep_all: bool = False,
) -> tuple[str, list[Match]]:
    """Return what the first pass writes, and the matches behind it, by row.

    Matches that only keep a place are told with ``keep_all``.
    """
    written, entries = index.emissions(domain), index.entries
    valued, guards, strange, mixed = (
        entries.valued,
        entries.guards,
        entries.strange,
        entries.mixed,
    )
    met: list[Match] = []
    pieces: list[str] = []
    at = span.start
    for match in matches:
        left, right, row = found = match
        if row >= guards:
            if row >= strange:
                if row < mixed:
                    continue
            else:
                left += entries.skips[row - guards]
            row = index.row(row)
            found = (left, right, row)
        if row < valued:
            if keep_all:
                met.append(found)
            continue
        met.append(found)
        pieces += (spelt[at:left], written[row - valued])
        at = right
    pieces.append(spelt[at : span.end])
    return "".join(pieces), met
