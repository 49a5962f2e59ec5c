"""The outcome of checking one file."""

from dataclasses import dataclass
from enum import StrEnum

from termkit.model.diagnostic import Diagnostic, Severity
from termkit.problems import Problem
from termkit.text import Span


class Standing(StrEnum):
    """What the term base thinks of a name in the locale of a document."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that a document uses for a concept, and how often."""

    concept: str
    name: str
    standing: Standing
    count: int


@dataclass(frozen=True, slots=True)
class Use:
    """What a check has to know of a document when it looks at all of them.

    The document uses ``name`` for ``concept``, ``count`` times and first at ``span``; a
    finding there would be of that ``severity``.
    """

    check: str
    concept: str
    name: str
    preferred: bool
    severity: Severity
    span: Span
    count: int


@dataclass(frozen=True, slots=True)
class FileResult:
    """What is to be told of one file.

    ``reason`` says why ``locale`` was taken, or why the file was skipped (then
    ``locale`` is ""); ``problems`` are what kept it from being checked. ``names``
    are counted only for the outputs that show them, ``uses`` for the checks that look at
    all documents of a run. What these find in a file comes ``late``, as a second result.
    """

    path: str
    source: str = ""
    locale: str = ""
    reason: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: tuple[Mention, ...] = ()
    uses: tuple[Use, ...] = ()
    late: bool = False

    @property
    def is_skipped(self) -> bool:
        """Whether the file was read and left alone, because it is not in Chinese."""
        return not self.locale and not self.problems
