"""Aligning the blocks of two articles, one a translation of the other.

Paragraphs stand beside paragraphs and headings beside headings, in the same order. What
they share tells which: numbers, URLs, Latin words, and between two Chinese texts the
characters. A block that is not surely another's translation is beside none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from termkit.model.bitext import MARKDOWN, Pair, Passage, Piece
from termkit.model.document import Document, Segment
from termkit.patterns import regex
from termkit.readers import reader_for
from termkit.scripts.words import simplified
from termkit.text import HAN, Span

_ANCHOR = regex(rf"[A-Za-z][A-Za-z'’-]+|\d+|[{HAN}](?=([{HAN}]))")
_BAND = 60
_MERGED = 0.4
"""What it costs that two blocks stand beside one."""

_STRANGE = 0.35
"""The share of anchors in common below which blocks are rather not translations."""
_ENOUGH = 0.5
"""The share of an article that has to have a counterpart, or it is another article."""


@dataclass(frozen=True, slots=True)
class _Block:
    """What is known of some consecutive segments of one kind."""

    kind: str
    length: int
    anchors: frozenset[str]


def pair_blocks(source: Document, target: Document) -> tuple[Pair, ...]:
    """Return the blocks of two documents as pairs, in the order of the target."""
    groups = _align(*_comparable(_blocks(source), _blocks(target)))
    ones = sum(len(range(*a)) for a, _ in groups)
    others = sum(len(range(*b)) for _, b in groups)
    if ones < _ENOUGH * len(source.segments) or others < _ENOUGH * len(target.segments):
        return ()
    is_markdown = reader_for(target.path).name == "markdown"
    flags = frozenset({MARKDOWN} if is_markdown else ())
    return tuple(Pair((_passage(source, a),), _passage(target, b), flags) for a, b in groups)


def _passage(document: Document, numbers: tuple[int, int]) -> Passage:
    segments = document.segments[slice(*numbers)]
    start, end = segments[0].span.start, segments[-1].span.end
    whole = Span(start, end)
    masks = [mask for segment in segments for mask in segment.masks]
    masks += (Span(one.span.end, other.span.start) for one, other in pairwise(segments))
    shifted = tuple(sorted(Span(a - start, b - start) for a, b in masks if a < b))
    return Passage(whole.of(document.source), (Piece(0, whole),), whole, shifted)


def _blocks(document: Document) -> list[_Block]:
    return [_block(document, segment) for segment in document.segments]


def _block(document: Document, segment: Segment) -> _Block:
    text = simplified(segment.span.of(document.source))
    anchors = frozenset(match[0].lower() + (match[1] or "") for match in _ANCHOR.finditer(text))
    # A Han character says more than a letter.
    length = sum(1 if char.isascii() else 3 for char in text)
    return _Block(segment.kind, length, anchors)


def _comparable(ours: list[_Block], theirs: list[_Block]) -> tuple[list[_Block], list[_Block]]:
    """Return blocks with those anchors only that stand on both sides: others tell nothing."""
    shared = frozenset[str]().union(*(block.anchors for block in ours))
    shared &= frozenset[str]().union(*(block.anchors for block in theirs))
    one, other = (
        [replace(block, anchors=block.anchors & shared) for block in blocks]
        for blocks in (ours, theirs)
    )
    return one, other


def _joined(blocks: Sequence[_Block]) -> _Block | None:
    if len(blocks) == 1:
        return blocks[0]
    if blocks[0].kind != "paragraph" or any(block.kind != "paragraph" for block in blocks):
        return None
    return _Block(
        "paragraph",
        sum(block.length for block in blocks),
        frozenset().union(*(block.anchors for block in blocks)),
    )


_STEPS = ((1, 1), (1, 2), (2, 1))


def _align(
    ours: Sequence[_Block], theirs: Sequence[_Block]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return which blocks stand beside which: the dearest path through both, in order."""
    if not ours or not theirs:
        return []
    ratio = sum(block.length for block in theirs) / max(sum(block.length for block in ours), 1)
    slope = len(theirs) / len(ours)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(ours) + 1):
        middle = round(i * slope)
        reach = _BAND + abs(len(theirs) - len(ours))
        for j in range(max(0, middle - reach), min(len(theirs), middle + reach) + 1):
            if (i, j) not in best:
                continue
            so_far = best[i, j][0]
            for a, b in ((1, 0), (0, 1)):
                _better(best, (i + a, j + b), (so_far, a, b))
            for a, b in _STEPS:
                if i + a <= len(ours) and j + b <= len(theirs):
                    value = _likeness(ours[i : i + a], theirs[j : j + b], ratio)
                    if value > 0:
                        _better(best, (i + a, j + b), (so_far + value, a, b))
    return _path(best, len(ours), len(theirs))


def _better(
    best: dict[tuple[int, int], tuple[float, int, int]],
    at: tuple[int, int],
    step: tuple[float, int, int],
) -> None:
    if at not in best or best[at][0] < step[0]:
        best[at] = step


def _path(
    best: dict[tuple[int, int], tuple[float, int, int]], i: int, j: int
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    found = []
    while (i, j) != (0, 0):
        _, a, b = best[i, j]
        if a and b:
            found.append(((i - a, i), (j - b, j)))
        i, j = i - a, j - b
    return found[::-1]


def _likeness(ours: Sequence[_Block], theirs: Sequence[_Block], ratio: float) -> float:
    """Return how surely blocks are translations of each other; 0 and less where they are not."""
    one, other = _joined(ours), _joined(theirs)
    if one is None or other is None or one.kind != other.kind:
        return 0
    total = len(one.anchors) + len(other.anchors)
    shared = 2 * len(one.anchors & other.anchors) / total - _STRANGE if total else 0
    distance = abs(log((other.length + 5) / (one.length * ratio + 5)))
    return 1 + 2 * shared - 1.2 * distance - _MERGED * (len(ours) + len(theirs) - 2)
