"""The outcome of checking one file."""

from dataclasses import dataclass

from termkit.errors import Problem
from termkit.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class FileResult:
    """What is to be told of one file.

    ``reason`` says why ``locale`` was taken, or why the file was skipped (then
    ``locale`` is ""); ``problems`` are what kept it from being checked.
    """

    path: str
    source: str = ""
    locale: str = ""
    reason: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()
