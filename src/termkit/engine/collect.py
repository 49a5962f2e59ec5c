"""From the paths that a user names to documents."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.walk import Exclusion, walk
from termkit.errors import InputError, Problem
from termkit.files import decode, read_bytes
from termkit.model.document import Document
from termkit.readers import known_suffixes, read_document, reader_for

STDIN = "-"


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
    paths: Sequence[str], exclusion: Exclusion = Exclusion(), *, every_format: bool = False
) -> tuple[list[Named], list[Problem]]:
    """Return the files that ``paths`` name, each once, and what is wrong with the others.

    Directories are searched for the suffixes that a reader knows; hidden ones,
    ``node_modules`` and what ``exclusion`` says are passed over. Messages and tables (JSON, YAML, TOML, CSV), which
    are mostly no texts, are found there with ``every_format`` only.
    """
    suffixes = known_suffixes(every_format=every_format)
    found: dict[Path, Named] = {}
    problems: list[Problem] = []
    for text in paths:
        path = Path(text)
        if path.is_dir():
            files = list(walk(path, suffixes, exclusion))
            if not files:
                problems.append(Problem(text, 0, "", _why_empty(path, suffixes)))
            for file in files:
                found.setdefault(file, Named(file, path))
        elif path.exists():
            found.setdefault(path, Named(path))
        else:
            problems.append(Problem(text, 0, "", "no such file or directory; check the path"))
    return list(found.values()), problems


def _why_empty(folder: Path, suffixes: frozenset[str]) -> str:
    everything = Exclusion(gitignore=False)
    if any(True for _ in walk(folder, suffixes, everything)):
        return "holds only files that the configuration or git excludes; name one to read it"
    return f"holds no file to read ({', '.join(sorted(suffixes))})"


def load_document(file: Named) -> Document:
    """Read a file and mark its prose; raise InputError where that can't be done."""
    return parse_document(read_bytes(file.path), file.name)


def parse_document(data: bytes, name: str) -> Document:
    """Mark the prose of a file's bytes; raise InputError where that can't be done."""
    return read_document(decode_text(data, name), name)


def decode_text(data: bytes, name: str) -> str:
    """Decode a file's bytes as its format does; raise InputError where that can't be done."""
    if b"\0" in data[:8192]:
        raise InputError(Problem(name, 0, "", "is a binary file or UTF-16; save it as UTF-8 text"))
    return (reader_for(name).decode or decode)(data, name)


def read_stdin(filename: str) -> Document:
    """Read standard input as a file of that name; plain text without one."""
    return parse_document(sys.stdin.buffer.read(), filename or "<stdin>")
