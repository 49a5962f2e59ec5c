"""Readers: one module per file format, each marking where the prose of a text is."""

from collections.abc import Callable, Collection
from pathlib import PurePath
from typing import cast

from termkit.garbage import uncollected
from termkit.model.bitext import Bitext
from termkit.model.document import Document, Reader
from termkit.readers.protected import protect
from termkit.registry import discover


def all_readers() -> tuple[Reader, ...]:
    """Return every reader."""
    return cast("tuple[Reader, ...]", discover(__name__, "READER"))


def reader_for(path: str) -> Reader:
    """Return the reader for a file name; unknown suffixes are read as plain text."""
    suffix = PurePath(path).suffix.lower()
    readers = all_readers()
    plain = next(reader for reader in readers if reader.name == "plain")
    return next((reader for reader in readers if suffix in reader.suffixes), plain)


def known_suffixes(*, every_format: bool = False) -> frozenset[str]:
    """Return the suffixes that are looked for in a directory; with ``every_format`` all of them."""
    return frozenset(
        suffix
        for reader in all_readers()
        if reader.walked or every_format
        for suffix in reader.suffixes
    )


@uncollected
def read_document(source: str, path: str, columns: Collection[str] | None = None) -> Document:
    """Mark the prose of ``source`` by the format that ``path`` tells, of a table that of ``columns``."""
    reader = reader_for(path)
    if columns is not None and reader.parse_columns:
        return protect(reader.parse_columns(source, path, columns))
    return protect(reader.parse(source, path))


def pairing_for(path: str) -> Callable[[Document], Bitext] | None:
    """Return what pairs up originals and translations, for a format that holds both."""
    name = reader_for(path).name
    pairings = cast(
        "tuple[tuple[str, Callable[[Document], Bitext]], ...]", discover(__name__, "PAIRING")
    )
    return next((pair_up for reader, pair_up in pairings if reader == name), None)
