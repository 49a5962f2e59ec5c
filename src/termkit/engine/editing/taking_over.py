"""What becomes of a cell when a file that is imported says something of it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from termkit.locales import EN
from termkit.termbase.columns import Column
from termkit.termbase.values import is_set, join, parts


class Outcome(StrEnum):
    """What was done to a cell."""

    SAME = "as it was"  # not shown
    FILLED = "filled"
    EXTENDED = "extended"
    REPLACED = "replaced"
    KEPT = "kept"
    """The file says something else, and nobody said that it should win."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How to treat a cell: whether the file wins, and whether it tells of all terms of a cell."""

    overwrite: bool = False
    complete: bool = True


def take_over(column: Column, old: str, new: str, policy: Policy) -> tuple[str, Outcome]:
    """Return the value of a cell that holds ``old`` where a file has ``new``, and what was done.

    Nothing is taken away unless the file shall win; what it adds is added. An empty
    cell of the file says nothing.
    """
    before, after = parts(column, old), parts(column, new)
    added = tuple(each for each in after if each not in before)
    if not after or before == after or _differs_in_case(column, before, after):
        value, outcome = old, Outcome.SAME
    elif not before:
        value, outcome = new, Outcome.FILLED
    elif not _contradicts(column, before, after):
        wins = policy.overwrite and policy.complete
        value = join(column, after if wins else (*before, *added))
        outcome = Outcome.REPLACED if wins else Outcome.EXTENDED if added else Outcome.SAME
    elif not policy.overwrite:
        value, outcome = old, Outcome.KEPT
    else:
        rest = () if policy.complete else tuple(e for e in before[1:] if e not in after)
        value, outcome = join(column, (*after, *rest)) if is_set(column) else new, Outcome.REPLACED
    return (value if outcome is not Outcome.SAME else old), outcome


def _contradicts(column: Column, before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a cell cannot hold both: there is one text in it, and one preferred term."""
    return not is_set(column) or (column.kind == "terms" and before[0] != after[0])


def _differs_in_case(column: Column, before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether English terms differ in their capitals only, which are every table's own."""
    return column.name == EN and [e.lower() for e in before] == [e.lower() for e in after]
