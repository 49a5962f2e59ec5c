"""The files of a term base that commands change: which they are, and their canonical form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.editing.rewriting import rewrite
from termkit.errors import InputError, TermkitError
from termkit.files import read_text
from termkit.messages import tr
from termkit.problems import Problem
from termkit.termbase.identity import stem
from termkit.termbase.layout import format_text
from termkit.termbase.resaved import find_damage, undo
from termkit.termbase.sheet import Sheet
from termkit.termbase.store import Layer, csv_files


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file before and after, what a spreadsheet has done to it, and why it could not be formatted."""

    path: str
    before: str = ""
    after: str = ""
    restored: tuple[Problem, ...] = ()
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
            message = tr("holds no .csv file; name the glossary's folder")
            raise InputError(Problem(str(layer.path), 0, "", message))
        files |= dict.fromkeys(found)
    if not files:
        raise TermkitError(
            tr(
                "which term base? name a CSV file or a directory of them, or put `glossary` into "
                "termkit.toml (docs/configuration.md)"
            )
        )
    return list(files)


@dataclass(frozen=True, slots=True)
class Formatting:
    """How files are formatted: with rows by id, and with what a spreadsheet rewrote since ``originals``."""

    sort: bool = False
    originals: Sequence[Sheet] = ()

    def format(self, text: str, path: str) -> Formatted:
        """Return the canonical form of a file; raise InputError where it cannot be told."""
        sheet = Sheet(text, path)
        restored = undo(self._originals_of(path), [sheet])
        after = format_text(sheet.text, path, sort=self.sort)
        return Formatted(path, text, after, tuple(restored), tuple(find_damage(sheet)))

    def format_files(self, files: Iterable[Path], *, write: bool) -> Iterator[Formatted]:
        """Format files one after the other, and write those that change."""
        for file in files:
            try:
                yield self._format_file(file, write=write)
            except InputError as error:
                yield Formatted(str(file), problems=error.problems)

    def _format_file(self, file: Path, *, write: bool) -> Formatted:
        result = self.format(read_text(file), str(file))

        def change(text: str) -> str:
            nonlocal result
            if text != result.before:  # somebody has saved it meanwhile
                result = self.format(text, str(file))
            return result.after

        if write and result.changes:
            rewrite(file, change)
        return result

    def _originals_of(self, path: str) -> list[Sheet]:
        """Return the original of a file: the one of its name, or the only one that there is."""
        found = [sheet for sheet in self.originals if stem(sheet.path) == stem(path)]
        return found or list(self.originals if len(self.originals) == 1 else ())
