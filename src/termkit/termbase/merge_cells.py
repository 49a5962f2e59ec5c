"""Three versions of one value made into one: of a cell, and of an order."""

from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar

from termkit.messages import mark
from termkit.termbase.columns import Column
from termkit.termbase.values import FLAGS_COLUMN, is_set, join, parts

K = TypeVar("K", bound=Hashable)

_OURS, _MIDDLE, _THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"
REMOVED_ROW = mark("(the row was removed)")


def merge_cell(column: Column, base: str, ours: str, theirs: str) -> str | None:
    """Return what a cell becomes, or None where both sides mean something else by it.

    Terms and flags are merged as sets. Their sides are at odds where each puts another
    preferred term first, where each has replaced one term by another, and where what
    one side prefers was removed by the other.
    """
    if theirs in {ours, base}:
        return ours
    if ours == base:
        return theirs
    return _merge_sets(column, base, ours, theirs) if is_set(column) else None


def _merge_sets(column: Column, base: str, ours: str, theirs: str) -> str | None:
    before, our_parts, their_parts = (parts(column, value) for value in (base, ours, theirs))
    merged = merge_order(before, our_parts, their_parts)
    if column.name == FLAGS_COLUMN:
        return join(column, tuple(merged))
    if _replaced_differently(set(before), set(our_parts), set(their_parts)):
        return None
    if column.kind == "terms":
        first = _first(before, our_parts, their_parts)
        if first is None or first not in (merged or [""]):
            return None
        merged.sort(key=lambda term: term != first)
    return join(column, tuple(merged))


def _first(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Return which term comes first, "" for none, or None where each side says another one."""
    before, our, their = (sequence[0] if sequence else "" for sequence in (base, ours, theirs))
    if their in {our, before}:
        return our
    return their if our == before else None


def _replaced_differently(base: set[str], ours: set[str], theirs: set[str]) -> bool:
    """Tell whether both sides removed one term and each added something else."""
    added, also_added = ours - base, theirs - base
    return bool((base - ours) & (base - theirs) and added and also_added and added != also_added)


def merge_order(
    base: Sequence[K], ours: Sequence[K], theirs: Sequence[K], keep: Collection[K] = ()
) -> list[K]:
    """Merge three orders of things, each of which stands once.

    What a side removed is gone, unless it is among ``keep``; what a side added comes
    behind what it followed there, ours before theirs. Where our side has moved what all
    have, its order holds, else theirs.
    """
    our_set, their_set = set(ours), set(theirs)
    gone = {one for one in base if one not in our_set or one not in their_set} - set(keep)
    common = our_set & their_set & set(base)
    moved = [one for one in ours if one in common] != [one for one in base if one in common]
    first, second = (ours, theirs) if moved else (theirs, ours)
    known = set(first)
    added: dict[K | None, list[K]] = {}
    last: K | None = None
    for one in second:
        if one in known:
            last = one
        elif one not in gone:
            added.setdefault(last, []).append(one)
    merged = added.get(None, [])
    for one in first:
        merged += [one] * (one not in gone) + added.get(one, [])
    return merged


def conflict_cell(ours: str, theirs: str) -> str:
    """Return both versions as one cell, which the loader refuses until one of them is taken."""
    return "\n".join(line for line in (_OURS, ours, _MIDDLE, theirs, _THEIRS) if line)


def is_conflict(value: str) -> bool:
    """Tell whether a merge has left a cell open."""
    return value.startswith(_OURS) and value.endswith(_THEIRS)
