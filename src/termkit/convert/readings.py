"""One of several ways to convert a form."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to convert a form: to ``value``, for ``concept``, where a clue word stands near.

    A text of the concept's ``domain`` is as good as a clue word.
    """

    value: str
    concept: str
    clues: tuple[str, ...] = ()
    domain: str = ""


class Seam(NamedTuple):
    """Neighbours between which a short phrase is none, but the end of one word and the head of another.

    One of ``alone`` before it is enough, unless with one of ``same`` behind it the second
    word is read as the phrase is; else it takes one of ``before`` and one ``behind`` it:
    头发 is none in 街头|发生, and 铁制 makes no difference in 陨铁|制成.
    """

    alone: str
    same: str
    before: str
    behind: str
