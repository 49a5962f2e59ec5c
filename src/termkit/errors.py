"""What can go wrong with the user's input, as values and as exceptions."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from termkit.messages import tr


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in an input: where it is, and what to do about it.

    ``line`` is 1-based; 0 means that the fault concerns the whole file.
    ``column`` is the name of a CSV column or another place inside the line.
    """

    path: str
    line: int
    column: str
    message: str

    @property
    def text(self) -> str:
        """The message with its place inside the line; path and line are told elsewhere."""
        return f"{self.column}: {self.message}" if self.column else self.message

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the end of a message about an unknown name: the nearest one, or all that there are."""
    known = list(known)
    close = get_close_matches(name, known, n=1)
    if close:
        return tr("; did you mean {name}?", name=close[0])
    return tr(" (known: {known})", known=", ".join(known))


class TermkitError(Exception):
    """Base of every error that termkit raises on purpose."""


class InputError(TermkitError):
    """The input cannot be used; ``problems`` holds everything that is wrong with it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnknownLocaleError(TermkitError, ValueError):
    """A locale tag that termkit does not know."""
