"""Where findings are, as every output tells it: positions, relative paths, fingerprints."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termkit.model.diagnostic import Diagnostic
from termkit.model.fingerprint import fingerprints
from termkit.model.result import FileResult
from termkit.text import LineIndex, Position, Span

INPUT_ERROR = "input-error"
"""Stands for the name of a check where an output tells a problem as if it were a finding."""


@dataclass(frozen=True, slots=True)
class Place:
    """A finding with its lines and columns; the end is exclusive."""

    diagnostic: Diagnostic
    start: Position
    end: Position
    text: str
    fingerprint: str


def places(result: FileResult, root: Path) -> Iterator[Place]:
    """Yield the findings of a file in their order."""
    if not result.diagnostics:
        return
    lines = LineIndex(result.source)
    prints = fingerprints(result, relative_path(result.path, root))
    for diagnostic, fingerprint in zip(result.diagnostics, prints, strict=True):
        start, end = range_of(lines, diagnostic.span)
        text = diagnostic.span.of(result.source)
        yield Place(diagnostic, start, end, text, fingerprint)


def range_of(lines: LineIndex, span: Span) -> tuple[Position, Position]:
    """Return where a span begins and ends."""
    return lines.position(span.start), lines.position(span.end)


def relative_path(path: str, root: Path) -> str:
    """Return a path from ``root`` with forward slashes; one that is elsewhere stays absolute."""
    plain, base = Path(os.path.normpath(path)), root.absolute()
    return (plain.relative_to(base) if plain.is_relative_to(base) else plain).as_posix()
