"""One of several ways to convert a form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to convert a form: to ``value``, for ``concept``, where a clue word stands near.

    A text of the concept's ``domain`` is as good as a clue word.
    """

    value: str
    concept: str
    clues: tuple[str, ...] = ()
    domain: str = ""
