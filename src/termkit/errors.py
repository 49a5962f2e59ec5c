"""What can go wrong with the user's input, as exceptions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from termkit.messages import tr

if TYPE_CHECKING:
    from termkit.problems import Problem


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the end of a message about an unknown name: the nearest one, or all that there are."""
    from difflib import get_close_matches  # nearly all names are known

    known = list(known)
    close = get_close_matches(name, known, n=1)
    if close:
        return tr("; did you mean {name}?", name=close[0])
    return tr(" (known: {known})", known=", ".join(known))


class TermkitError(Exception):
    """Base of every error that termkit raises on purpose."""


class InputError(TermkitError):
    """The input cannot be used; ``problems`` holds everything that is wrong with it."""

    def __init__(self, *problems: "Problem") -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    @classmethod
    def at(cls, path: str, message: str, line: int = 0, column: str = "") -> "InputError":
        """Return the error of a single problem."""
        from termkit.problems import Problem  # seldom needed, and dear to import

        return cls(Problem(path, line, column, message))


class UnknownLocaleError(TermkitError, ValueError):
    """A locale tag that termkit does not know."""
