"""From the paths that a user names to documents."""

import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from termkit.engine.naming import locales_in
from termkit.engine.walk import Exclusion, walk
from termkit.errors import InputError, TermkitError
from termkit.files import decode, read_bytes
from termkit.messages import tr
from termkit.model.document import Document
from termkit.problems import Problem
from termkit.readers import known_suffixes, read_document, reader_for

STDIN = "-"
STDIN_NAME = "<stdin>"

Columns: TypeAlias = Collection[str] | None

SIDECAR_SUFFIX = ".termkit.json"
"""What ends the name of a file that is about another one and no text itself."""


@dataclass(frozen=True, slots=True)
class Named:
    """A file to read, under the name that the user knows it by; ``root`` is the directory it was found in."""

    path: Path
    root: Path | None = None

    @property
    def name(self) -> str:
        """The path as it is shown."""
        return self.path.as_posix()


def find_files(
    paths: Sequence[str],
    exclusion: Exclusion = Exclusion(),
    *,
    every_format: bool = False,
    localised: bool = False,
) -> tuple[list[Named], list[Problem]]:
    """Return the files that ``paths`` name, each once, and what is wrong with the others.

    Directories are searched for the suffixes that a reader knows; hidden ones,
    ``node_modules`` and what ``exclusion`` says are passed over, and sidecars too, unless
    nothing else is named. Messages and tables
    (JSON, YAML, TOML, CSV), which are mostly no texts, are found there with
    ``every_format`` only; with ``localised`` also where their path names a Chinese locale.
    """
    suffixes = known_suffixes(every_format=every_format)
    more = known_suffixes(every_format=True) if localised else frozenset()

    def takes(path: Path) -> bool:
        suffix = path.suffix.lower()
        wanted = suffix in suffixes or (suffix in more and any(locales_in(path)))
        return wanted and _is_no_sidecar(path)

    found: dict[Path, Named] = {}
    problems: list[Problem] = []
    for text in paths:
        path = Path(text)
        if path.is_dir():
            files = list(walk(path, takes, exclusion))
            if not files:
                problems.append(Problem(text, 0, "", _why_empty(path, takes, suffixes, exclusion)))
            for file in files:
                found.setdefault(file, Named(file, path))
        elif not _is_no_sidecar(path) and len(paths) > 1:
            continue
        elif path.exists():
            found.setdefault(path, Named(path))
        else:
            problems.append(Problem(text, 0, "", tr("no such file or directory; check the path")))
    return list(found.values()), problems


def verify_columns(names: Iterable[str], columns: Columns) -> None:
    """Raise TermkitError where columns are chosen and none of the files has any."""
    if columns and not any(reader_for(name).parse_columns for name in names):
        raise TermkitError(
            tr(
                "--column chooses columns of tables (.csv, .tsv), and none of the files is one; "
                "in a directory they are found with --all-formats"
            )
        )


def find_others(
    paths: Sequence[str], found: Iterable[Named], exclusion: Exclusion = Exclusion()
) -> list[Named]:
    """Return the files of the directories among ``paths`` that are not among ``found``."""
    known = {file.path for file in found}
    others: dict[Path, Named] = {}
    for folder in map(Path, paths):
        for file in walk(folder, _is_no_sidecar, exclusion):
            if file not in known:
                others.setdefault(file, Named(file, folder))
    return list(others.values())


def _is_no_sidecar(path: Path) -> bool:
    return not path.name.endswith(SIDECAR_SUFFIX)


def _why_empty(
    folder: Path, takes: Callable[[Path], bool], suffixes: Iterable[str], exclusion: Exclusion
) -> str:
    everything = replace(exclusion, patterns=(), gitignore=False)
    if any(True for _ in walk(folder, takes, everything)):
        return tr("holds only files that the configuration or git excludes; name one to read it")
    return tr("holds no file to read ({names})", names=", ".join(sorted(suffixes)))


def load_document(file: Named, columns: Columns = None) -> Document:
    """Read a file and mark its prose; raise InputError where that can't be done."""
    return parse_document(read_bytes(file.path), file.name, columns)


def parse_document(data: bytes, name: str, columns: Columns = None) -> Document:
    """Mark the prose of a file's bytes; raise InputError where that can't be done.

    Of a table only ``columns`` are prose, if they are told.
    """
    return read_document(decode_text(data, name), name, columns)


def decode_text(data: bytes, name: str) -> str:
    """Decode a file's bytes as its format does; raise InputError where that can't be done."""
    if b"\0" in data[:8192]:
        raise InputError(
            Problem(name, 0, "", tr("is a binary file or UTF-16; save it as UTF-8 text"))
        )
    return (reader_for(name).decode or decode)(data, name)


def read_stdin(filename: str, columns: Columns = None) -> Document:
    """Read standard input as a file of that name; plain text without one."""
    return parse_document(sys.stdin.buffer.read(), filename or STDIN_NAME, columns)
