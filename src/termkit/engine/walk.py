"""Searching a directory for files to read, without those that are excluded."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termkit.engine.paths import compiled, relative

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = frozenset({"node_modules"})


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What a search passes over: patterns from ``root`` down, what git ignores, and ``output``, a folder."""

    root: Path = Path()
    patterns: tuple[str, ...] = ()
    gitignore: bool = True
    output: Path | None = None


def walk(folder: Path, takes: Callable[[Path], bool], exclusion: Exclusion) -> Iterator[Path]:
    """Yield the files below ``folder`` that the search ``takes``, in a stable order.

    Hidden files and directories are passed over, and so is what ``exclusion`` says.
    A folder that the user named is searched even where that is itself excluded.
    """
    patterns = _named(folder, exclusion.root, exclusion.patterns)
    ignored = _Ignored(folder) if exclusion.gitignore else None
    output = exclusion.output.resolve() if exclusion.output else None
    for root, directories, files in os.walk(folder):
        here = Path(root)
        if ignored:
            ignored.enter(here)

        def skipped(name: str, *, is_folder: bool, here: Path = here) -> bool:
            if name.startswith(".") or name in _NEVER:
                return True
            path = here / name
            if output and is_folder and path.resolve() == output:
                return True
            if patterns and _matches(patterns, path, exclusion.root, is_folder=is_folder):
                return True
            return ignored is not None and ignored.holds(path, is_folder=is_folder)

        directories[:] = sorted(name for name in directories if not skipped(name, is_folder=True))
        for name in sorted(files):
            if takes(here / name) and not skipped(name, is_folder=False):
                yield here / name


def _named(folder: Path, root: Path, patterns: tuple[str, ...]) -> "GitIgnoreSpec | None":
    """Return the patterns to apply below a folder: none where they exclude the folder itself."""
    if not patterns:
        return None
    spec = compiled(patterns)
    return None if _matches(spec, folder, root, is_folder=True) else spec


def _matches(spec: "GitIgnoreSpec", path: Path, root: Path, *, is_folder: bool) -> bool:
    return _decides(spec, path, root, is_folder=is_folder) is True


def _decides(spec: "GitIgnoreSpec", path: Path, root: Path, *, is_folder: bool) -> bool | None:
    inside = relative(path, root)
    if inside is None or inside == ".":
        return None
    return spec.check_file(f"{inside}/" if is_folder else inside).include


class _Ignored:
    """What the ``.gitignore`` files of a repository say, the nearest one first."""

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        self._exclude: tuple[Path, GitIgnoreSpec] | None = None
        start = Path(os.path.abspath(folder))
        above = (start, *start.parents)
        repository = next((path for path in above if (path / ".git").exists()), None)
        self._active = repository is not None
        if repository is None:
            return
        if spec := _read(repository / ".git" / "info" / "exclude"):
            self._exclude = (repository, spec)
        for path in above[1 : above.index(repository) + 1] if start != repository else ():
            self.enter(path)
        if start != repository and self.holds(start, is_folder=True):
            self._specs, self._exclude = {}, None

    def enter(self, folder: Path) -> None:
        """Read the ``.gitignore`` of a folder."""
        if self._active and (spec := _read(folder / ".gitignore")):
            self._specs[Path(os.path.abspath(folder))] = spec

    def holds(self, path: Path, *, is_folder: bool) -> bool:
        """Tell whether git ignores a path whose folder it does not ignore."""
        path = Path(os.path.abspath(path))
        rules = [(root, self._specs[root]) for root in path.parents if root in self._specs]
        for root, spec in [*rules, *([self._exclude] if self._exclude else ())]:
            verdict = _decides(spec, path, root, is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False


def _read(path: Path) -> "GitIgnoreSpec | None":
    """Return the patterns of a file; lines that are none are passed over, as git does."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    sound = []
    for line in lines:
        try:
            compiled((line,))
        except ValueError:
            continue
        sound.append(line)
    return compiled(tuple(sound)) if sound else None
