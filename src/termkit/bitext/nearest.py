"""A text for one and a text for many: a translation of either is right."""

from collections.abc import Callable, Sized
from typing import TypeVar

from termkit.model.bitext import Pair, Passage

D = TypeVar("D", bound=tuple[Sized, ...])


def nearest(pair: Pair, compare: Callable[[Passage], D]) -> D:
    """Return what differs from the original that differs least; of equals from the last one."""
    return min(map(compare, reversed(pair.sources)), key=lambda found: sum(map(len, found)))
