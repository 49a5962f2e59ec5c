"""Which files a pattern means: patterns as in ``.gitignore``, from one folder down."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from termkit.foreign import said

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PathTable(Generic[T]):
    """What holds for the files that a pattern matches, in the order in which it was written.

    Patterns are those of ``.gitignore``, read from ``root``; a file outside of it
    matches none.
    """

    root: Path = Path()
    rows: tuple[tuple[str, T], ...] = ()

    def matching(self, path: str) -> Iterator[tuple[str, T]]:
        """Yield the rows that match a file, as the user named it; the last one decides."""
        inside = relative(path, self.root) if self.rows else None
        if inside is not None:
            for pattern, value in self.rows:
                if compiled((pattern,)).match_file(inside):
                    yield pattern, value


@cache
def compiled(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    """Return the matcher of some patterns; raise ValueError for one that is none."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except re.error as error:  # a range from z to a
        raise ValueError(said(error.msg)) from None


def relative(path: str | Path, root: Path) -> str | None:
    """Return a path from ``root`` down with slashes, or None where it is not inside of it."""
    for locate in (os.path.abspath, os.path.realpath):
        inside = os.path.relpath(locate(path), locate(root)) if _same_drive(path, root) else ".."
        if inside.split(os.sep, 1)[0] != os.pardir:
            return inside.replace(os.sep, "/")
    return None


def _same_drive(path: str | Path, root: Path) -> bool:
    drives = {os.path.splitdrive(os.path.abspath(each))[0].lower() for each in (path, root)}
    return len(drives) == 1
