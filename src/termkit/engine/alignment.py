"""Finding a text again in what an editor has made of it: lines, sentences, clauses, characters.

What stands in order is found first, level by level inside what is left over. A line,
sentence or clause that has moved or was copied is found by its text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from termkit.engine.sequences import Block, merged, shared_runs, shared_text
from termkit.patterns import regex
from termkit.text import HAN, HAN_RE, Span

_LEVELS = (
    (re.compile(r"[^\r\n]+|\r\n|\r|\n"), 1),
    (re.compile(r"[^\r\n。！？!?；;]*[。！？!?；;]+|[^\r\n。！？!?；;]+|[\r\n]+"), 2),
    (re.compile(r"\w+|\W"), 4),
)
"""What a level cuts a text into, and how many characters that a conversion may change tell a
piece that has moved; a piece with none of them is the same wherever it came from."""

_CHANGEABLE = regex(f"[{HAN}“”‘’「」『』]")
_WORD = regex(r"\w")
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is not found yet, in order: pieces of the old text and of the new one."""

    old: list[Span]
    new: list[Span]


def align(old: str, new: str, reading: Callable[[Span], str] | None = None) -> list[Block]:
    """Return the stretches of ``old`` that stand in ``new``, in the order of the new text.

    Without ``reading`` they ascend in the old text too. With it moved and copied ones
    are found as well; it says what a span of the old text stands for, and a text that
    stands for several things and has moved is not taken for any of them.
    """
    if old == new:
        return [Block(0, 0, len(old))] if old else []
    found: list[Block] = []
    gaps = [_Gap([Span(0, len(old))], [Span(0, len(new))])]
    for pattern, least in _LEVELS:
        gaps = [part for gap in gaps for part in _in_order(gap, pattern, old, new, found)]
        if reading:
            moves = _Moves(old, new, pattern, reading)
            gaps = moves.take(gaps, least, found)
    for gap in gaps:
        if gap.old and gap.new:
            found += _by_characters(gap, old, new)
    return merged(found)


def _in_order(
    gap: _Gap, pattern: re.Pattern[str], old: str, new: str, found: list[Block]
) -> list[_Gap]:
    """Add to ``found`` what both sides of a gap share in order; return what is left of it."""
    ours, theirs = _cut(old, gap.old, pattern), _cut(new, gap.new, pattern)
    runs = shared_runs([span.of(old) for span in ours], [span.of(new) for span in theirs])
    left: list[_Gap] = []
    start = first = 0
    for run in (*runs, Block(len(ours), len(theirs), 0)):
        same = ours[run.old : run.old + run.size]
        if same and not any(_WORD.search(old, *span) for span in same):
            continue  # punctuation and line ends alone tell no place
        if start < run.old or first < run.new:
            left.append(_Gap(ours[start : run.old], theirs[first : run.new]))
        start, first = run.old + run.size, run.new + run.size
        for a, b in zip(ours[run.old : start], theirs[run.new : first], strict=True):
            found.append(Block(a.start, b.start, a.end - a.start))
    return left


def _cut(text: str, spans: Sequence[Span], pattern: re.Pattern[str]) -> list[Span]:
    return [Span(*match.span()) for span in spans for match in pattern.finditer(text, *span)]


@dataclass
class _Moves:
    """Finds the pieces of one level that stand elsewhere now."""

    old: str
    new: str
    pattern: re.Pattern[str]
    reading: Callable[[Span], str]
    _all: dict[str, list[Span]] = field(default_factory=dict)

    def take(self, gaps: list[_Gap], least: int, found: list[Block]) -> list[_Gap]:
        """Add to ``found`` what has moved or was copied; return the gaps without it."""
        homeless = self._by_text([span for gap in gaps for span in gap.old])
        gone: set[Span] = set()
        left: list[_Gap] = []
        for gap in gaps:
            rest: list[Span] = []
            for span in gap.new:
                text = span.of(self.new)
                source = (
                    self._source(text, homeless)
                    if len(_CHANGEABLE.findall(text)) >= least
                    else None
                )
                if source:
                    found.append(Block(source.start, span.start, len(text)))
                    gone.add(source)
                else:
                    rest.append(span)
            left.append(_Gap(gap.old, rest))
        kept = (_Gap([span for span in gap.old if span not in gone], gap.new) for gap in left)
        return [gap for gap in kept if gap.old or gap.new]

    def _source(self, text: str, homeless: dict[str, list[Span]]) -> Span | None:
        """Return where a text came from: what is nowhere else in order first, then any of its kind."""
        spans = homeless.get(text)
        if spans and self._is_plain(spans):
            return spans.pop()
        if not self._all:
            self._all = self._by_text(_cut(self.old, [Span(0, len(self.old))], self.pattern))
        copies = self._all.get(text)
        return copies[0] if copies and self._is_plain(copies) else None

    def _is_plain(self, spans: list[Span]) -> bool:
        return len(spans) == 1 or len({self.reading(span) for span in spans}) == 1

    def _by_text(self, spans: Sequence[Span]) -> dict[str, list[Span]]:
        places: dict[str, list[Span]] = {}
        for span in spans:
            places.setdefault(span.of(self.old), []).append(span)
        return places


def _by_characters(gap: _Gap, old: str, new: str) -> list[Block]:
    """Return what the two sides of a gap share character by character, but for chance."""
    ours = [at for span in gap.old for at in range(*span)]
    theirs = [at for span in gap.new for at in range(*span)]
    first, second = "".join(old[at] for at in ours), "".join(new[at] for at in theirs)
    blocks = _without_chance(shared_text(first, second), first, second)
    # A gap may have holes, where something was found elsewhere.
    return merged(
        [Block(ours[a + n], theirs[b + n], 1) for a, b, size in blocks for n in range(size)]
    )


def _without_chance(blocks: list[Block], old: str, new: str) -> list[Block]:
    """Drop what only happens to be the same: fewer Han characters than were rewritten on either side."""
    for _ in range(_ROUNDS):
        ends = [Block(0, 0, 0), *blocks, Block(len(old), len(new), 0)]
        edits = [
            max(
                _han(old[before.old + before.size : after.old]),
                _han(new[before.new + before.size : after.new]),
            )
            for before, after in pairwise(ends)
        ]
        kept = [
            block
            for block, (left, right) in zip(blocks, pairwise(edits), strict=True)
            if _han(new[block.new : block.new + block.size]) >= min(left, right)
        ]
        if len(kept) == len(blocks):
            break
        blocks = kept
    return blocks


def _han(text: str) -> int:
    return len(HAN_RE.findall(text))
