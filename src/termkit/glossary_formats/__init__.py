"""Formats that the term base is exchanged in: one module each, found by the registry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from termkit.glossary_formats.fields import Field
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.registry import discover


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: the concepts, the locales that a bilingual format asks for, and the file.

    ``path`` is a directory where the format writes several files. ``for_excel`` asks
    a text table to be one that Excel opens without harm.
    """

    concepts: Sequence[Concept]
    source: str
    target: str
    path: Path
    for_excel: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written (``of`` what), and why single terms could not be."""

    count: int
    left_out: tuple[Problem, ...] = ()
    of: str = "concepts"


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: a file, its locales where it does not tell, and how to read its columns.

    ``columns`` maps columns of the file to those of the term base. ``separators`` are
    characters that stand between two terms of a cell, besides the term base's own.
    """

    path: Path
    source: str = ""
    target: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    separators: str = ""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of the term base as a file has it: cells by column, and the line that they are from."""

    cells: Mapping[str, str]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """The rows that a file holds, and what in it has no place in the term base.

    ``source`` is the locale that the entries of a bilingual file are told apart by.
    """

    rows: tuple[ImportedRow, ...]
    unmapped: tuple[Problem, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryFormat:
    """A format: its name, its suffixes, the fields that it can't hold, its writer and its reader.

    ``export`` writes atomically. ``load`` raises InputError where the file cannot be
    read at all. A ``bilingual`` format holds a source and a target locale, a
    ``monolingual`` one tells of the target only. ``recognizes`` tells by a file's
    beginning which of the formats of one suffix it is in; ``title`` says in a few
    words what it is.
    """

    name: str
    suffixes: tuple[str, ...]
    loses: tuple[Field, ...]
    export: Callable[[ExportRequest], Exported] | None
    load: Callable[[ImportRequest], Imported] | None = None
    title: str = ""
    bilingual: bool = False
    monolingual: bool = False
    directory: bool = False
    recognizes: Callable[[bytes], bool] | None = None


def all_formats() -> tuple[GlossaryFormat, ...]:
    """Return every format."""
    return cast("tuple[GlossaryFormat, ...]", discover(__name__, "FORMAT"))
