"""The files of a term base that commands change: which they are, and their canonical form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.editing.rewriting import rewrite
from termkit.errors import InputError, Problem, TermkitError
from termkit.files import read_text
from termkit.termbase.damage import find_damage
from termkit.termbase.layout import format_text
from termkit.termbase.sheet import Sheet
from termkit.termbase.store import Layer, csv_files


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file before and after, what a spreadsheet has done to it, and why it could not be formatted."""

    path: str
    before: str = ""
    after: str = ""
    damage: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the canonical form is another."""
        return self.before != self.after


def table_files(layers: Iterable[Layer]) -> list[Path]:
    """Return the CSV files of layers, each once; raise TermkitError where there are none."""
    files: dict[Path, None] = {}
    for layer in layers:
        found = csv_files(layer.path)
        if not found:
            message = "holds no .csv file; name the glossary's folder"
            raise InputError(Problem(str(layer.path), 0, "", message))
        files |= dict.fromkeys(found)
    if not files:
        raise TermkitError(
            "which term base? name a CSV file or a directory of them, or put `glossary` into "
            "termkit.toml (docs/configuration.md)"
        )
    return list(files)


def format_files(files: Iterable[Path], *, sort: bool, write: bool) -> Iterator[Formatted]:
    """Format files one after the other, and write those that change."""
    for file in files:
        try:
            result = format_table(read_text(file), str(file), sort=sort)
            if write and result.changes:
                rewrite(file, lambda text: format_text(text, str(file), sort=sort))  # noqa: B023
            yield result
        except InputError as error:
            yield Formatted(str(file), problems=error.problems)


def format_table(text: str, path: str, *, sort: bool) -> Formatted:
    """Return the canonical form of a file; raise InputError where it cannot be told."""
    after = format_text(text, path, sort=sort)
    return Formatted(path, text, after, tuple(find_damage(Sheet(text, path))))
