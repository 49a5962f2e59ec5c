"""One of several ways to convert a form."""

from typing import NamedTuple


class Reading(NamedTuple):
    """One way to convert a form: to ``value``, for ``concept``, where a clue word stands near.

    A text of the concept's ``domain`` is as good as a clue word.
    """

    value: str
    concept: str
    clues: tuple[str, ...] = ()
    domain: str = ""


class Seam(NamedTuple):
    """Neighbours between which a short phrase is none, but the end of one word and the head of another.

    One of ``alone`` before it is enough. After one of ``clear``, any of ``heads`` behind it
    is, which begins another word: 头发 is none in 街头|发生, but 果干 is one in 苹果干. Else
    it takes one of ``before`` and one of ``behind``.
    """

    alone: str
    clear: str
    heads: str
    before: str
    behind: str
