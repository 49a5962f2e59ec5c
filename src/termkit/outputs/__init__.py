"""How results are shown: one module per output format, found by the registry."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from termkit.model.result import FileResult
from termkit.registry import discover


@dataclass(frozen=True, slots=True)
class Output:
    """An output format: its name, and a function from results to pieces of text."""

    name: str
    render: Callable[[Iterable[FileResult]], Iterator[str]]


def all_outputs() -> dict[str, Output]:
    """Return every output by name."""
    return {
        output.name: output for output in cast("tuple[Output, ...]", discover(__name__, "OUTPUT"))
    }
