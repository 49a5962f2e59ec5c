"""What two sequences share, in order: unique elements first, as patience diff does."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from operator import itemgetter
from typing import NamedTuple

_SMALL = 20_000
"""How many pairs of elements difflib may look at; its time can grow with their third power."""

_GRAMS = (8, 4, 2)
"""How many characters tell a place in a text that is too long for difflib, tried in turn."""


class Block(NamedTuple):
    """A stretch that two sequences share: where it begins in the old one and in the new one."""

    old: int
    new: int
    size: int


def shared_runs(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return what two sequences share, ascending in both; about linear in their length.

    Elements that stand once in each are anchors; what lies between two anchors is
    looked at in the same way. Where none are, difflib looks at what is short, and in
    what is long elements that stand equally often in both are taken in their order.
    """
    found: list[Block] = []
    gaps = [(0, len(old), 0, len(new))]
    while gaps:
        start, end, left, right = gaps.pop()
        size = _common(old, new, range(start, end), range(left, right))
        if size:
            found.append(Block(start, left, size))
            start, left = start + size, left + size
        size = _common(old, new, range(end - 1, start - 1, -1), range(right - 1, left - 1, -1))
        if size:
            end, right = end - size, right - size
            found.append(Block(end, right, size))
        if start == end or left == right:
            continue
        ours, theirs = _places(old, start, end), _places(new, left, right)
        anchors = _anchors(ours, theirs, most=1)
        if not anchors and (end - start) * (right - left) <= _SMALL:
            matcher = SequenceMatcher(None, old[start:end], new[left:right], autojunk=False)
            found += (
                Block(start + a, left + b, size)
                for a, b, size in matcher.get_matching_blocks()
                if size
            )
            continue
        anchors = anchors or _anchors(ours, theirs)
        if anchors:
            ends = [*anchors[1:], (end, right)]
            gaps.append((start, anchors[0][0], left, anchors[0][1]))
            # A gap begins with its anchor, which is then found as a common beginning.
            gaps += ((a, c, b, d) for (a, b), (c, d) in zip(anchors, ends, strict=True))
    return merged(found)


def shared_text(old: str, new: str, grams: Sequence[int] = _GRAMS) -> list[Block]:
    """Return the stretches that two texts share, ascending in both."""
    size = _common(old, new, range(len(old)), range(len(new)))
    head = [Block(0, 0, size)] if size else []
    old, new = old[size:], new[size:]
    tail = _common(old, new, range(len(old) - 1, -1, -1), range(len(new) - 1, -1, -1))
    inner_old, inner_new = old[: len(old) - tail], new[: len(new) - tail]
    found = [Block(a + size, b + size, n) for a, b, n in _inside(inner_old, inner_new, grams)]
    if tail:
        found.append(Block(size + len(inner_old), size + len(inner_new), tail))
    return merged([*head, *found])


def _inside(old: str, new: str, grams: Sequence[int]) -> Iterator[Block]:
    if not old or not new:
        return
    if len(old) * len(new) <= _SMALL:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        yield from (Block(*match) for match in matcher.get_matching_blocks() if match.size)
    elif grams:
        start = left = 0
        for block in (*_by_grams(old, new, grams[0]), Block(len(old), len(new), 0)):
            gap = old[start : block.old], new[left : block.new]
            yield from (Block(start + a, left + b, n) for a, b, n in shared_text(*gap, grams[1:]))
            if block.size:
                yield block
            start, left = block.old + block.size, block.new + block.size
    else:
        # Nothing tells the lines apart: where none came or went, each is what it was.
        ours, theirs = old.splitlines(keepends=True), new.splitlines(keepends=True)
        if len(ours) == len(theirs) > 1:
            start = left = 0
            for one, other in zip(ours, theirs, strict=True):
                yield from (Block(start + a, left + b, n) for a, b, n in shared_text(one, other))
                start, left = start + len(one), left + len(other)


def _by_grams(old: str, new: str, size: int) -> Iterator[Block]:
    """Yield what is shared by texts seen as overlapping groups of characters."""
    end = right = 0
    for found in shared_runs(_grams(old, size), _grams(new, size)):
        # Two groups that lie differently may overlap; the earlier one has the characters.
        cut = max(end - found.old, right - found.new, 0)
        length = found.size + size - 1 - cut
        if length > 0:
            block = Block(found.old + cut, found.new + cut, length)
            end, right = block.old + length, block.new + length
            yield block


def _grams(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]


def merged(blocks: list[Block]) -> list[Block]:
    """Return blocks in the order of the new sequence, those joined that follow on each other."""
    found: list[Block] = []
    for block in sorted(blocks, key=itemgetter(1)):
        last = found[-1] if found else Block(-1, -1, 0)
        if (last.old + last.size, last.new + last.size) == (block.old, block.new):
            found[-1] = Block(last.old, last.new, last.size + block.size)
        else:
            found.append(block)
    return found


def _common(old: Sequence[str], new: Sequence[str], first: range, second: range) -> int:
    size = 0
    for at, other in zip(first, second, strict=False):
        if old[at] != new[other]:
            break
        size += 1
    return size


def _anchors(
    ours: dict[str, list[int]], theirs: dict[str, list[int]], most: int = 0
) -> list[tuple[int, int]]:
    """Return the places of elements that stand equally often in both, the longest ascending chain.

    ``most`` limits how often an element stands there; 0 does not.
    """
    pairs = [
        pair
        for text, places in ours.items()
        if len(places) == len(theirs.get(text, ())) and len(places) <= (most or len(places))
        for pair in zip(places, theirs[text], strict=True)
    ]
    pairs.sort()
    # The longest ascending chain: the smallest last place of a chain of each length.
    lasts: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lasts, place)
        before.append(tops[length - 1] if length else -1)
        lasts[length : length + 1] = [place]
        tops[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = tops[-1] if tops else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _places(texts: Sequence[str], start: int, end: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at in range(start, end):
        places.setdefault(texts[at], []).append(at)
    return places
