"""Formats that the term base is exchanged in: one module each, found by the registry."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from termkit.model.term import Concept
from termkit.registry import discover


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: the concepts, the locales, and the file."""

    concepts: Iterable[Concept]
    source: str
    target: str
    path: Path


@dataclass(frozen=True, slots=True)
class GlossaryFormat:
    """A format: its name, its suffixes, the fields that it can't hold, and its writer.

    ``export`` writes the file atomically and returns the number of concepts in it.
    """

    name: str
    suffixes: tuple[str, ...]
    loses: tuple[str, ...]
    export: Callable[[ExportRequest], int]


def all_formats() -> tuple[GlossaryFormat, ...]:
    """Return every format."""
    return cast("tuple[GlossaryFormat, ...]", discover(__name__, "FORMAT"))
