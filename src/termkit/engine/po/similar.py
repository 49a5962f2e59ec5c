"""How much two texts have in common, and which of many has most; in linear time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from termkit.engine.sequences import Block, shared_runs

_COMMON = 60
"""A pair of characters that more texts hold than this does not tell them apart."""
_LOOKED_AT = 8
_LIKELY = 0.4


@lru_cache(maxsize=40_000)
def _pairs(text: str) -> Counter[str]:
    padded = f"\0{text}\0"
    return Counter(padded[at : at + 2] for at in range(len(padded) - 1))


def similarity(one: str, other: str) -> float:
    """Return the share of pairs of characters that two texts have in common, from 0 to 1."""
    if one == other:
        return 1.0
    mine, theirs = _pairs(one), _pairs(other)
    shared = sum((mine & theirs).values())
    return 2 * shared / (len(one) + len(other) + 2)


class Similar:
    """Texts, to be asked for the one that is most like another."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Index the texts by the pairs of characters in them."""
        self._texts = list(dict.fromkeys(texts))
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for pair in _pairs(text):
                self._holders[pair].append(number)

    def best(self, text: str, least: float) -> str | None:
        """Return the text that is most like ``text``, if any is as like it as ``least``."""
        votes: Counter[int] = Counter()
        holders = sorted((self._holders.get(pair, ()) for pair in _pairs(text)), key=len)
        for rank, numbers in enumerate(holders):
            if len(numbers) > _COMMON and rank and votes:
                break
            votes.update(numbers[:_COMMON])
        found = [
            (similarity(text, self._texts[number]), -number)
            for number, _ in votes.most_common(_LOOKED_AT)
        ]
        if not found or max(found)[0] < least:
            return None
        return self._texts[-max(found)[1]]


def align(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Pair two sequences of texts: equal ones first, then what stands in the same place between."""
    pairs: list[tuple[int, int]] = []
    at = other = 0
    for block in (*shared_runs(ours, theirs), Block(len(ours), len(theirs), 0)):
        pairs += _between(ours, theirs, range(at, block.old), range(other, block.new))
        pairs += ((block.old + each, block.new + each) for each in range(block.size))
        at, other = block.old + block.size, block.new + block.size
    return pairs


def _between(
    ours: Sequence[str], theirs: Sequence[str], one: range, other: range
) -> Iterator[tuple[int, int]]:
    if len(one) == len(other):
        yield from zip(one, other, strict=True)
        return
    at = other.start
    for mine in one:
        likely = range(at, min(other.stop, at + _LOOKED_AT))
        scored = [(similarity(ours[mine], theirs[each]), -each) for each in likely]
        if scored and max(scored)[0] >= _LIKELY:
            at = 1 - max(scored)[1]
            yield mine, at - 1
