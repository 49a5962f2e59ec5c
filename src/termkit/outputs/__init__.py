"""How results are shown: one module per output format, found by the registry."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from termkit.context import Check
from termkit.model.result import FileResult
from termkit.registry import discover


@dataclass(frozen=True, slots=True)
class View:
    """What an output is for: the checks that ran, and what its reader can see.

    ``root`` is the directory that relative paths start from. ``width`` counts the
    columns of the terminal, 0 where there is none; ``color`` and ``links`` tell
    whether it takes escape sequences for them.
    """

    checks: tuple[Check, ...] = ()
    root: Path = Path()
    width: int = 0
    color: bool = False
    links: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """An output format: its name, and a function from results to pieces of text.

    ``names`` says that it shows which names a document uses, so that these must be
    counted.
    """

    name: str
    render: Callable[[Iterable[FileResult], View], Iterator[str]]
    names: bool = False


def all_outputs() -> dict[str, Output]:
    """Return every output by name."""
    return {
        output.name: output for output in cast("tuple[Output, ...]", discover(__name__, "OUTPUT"))
    }
