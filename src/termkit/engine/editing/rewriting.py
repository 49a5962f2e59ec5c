"""Changing a file that others may be changing too: nothing that anyone has saved gets lost."""

import glob
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from termkit.errors import InputError
from termkit.files import decode, encode, read_bytes, write_atomic
from termkit.messages import tr
from termkit.problems import Problem

_ATTEMPTS = 10
_STALE = 3600.0
"""Seconds after which a temporary file is one that a killed run has left."""


def rewrite(path: Path, change: Callable[[str], str], *, create: bool = False) -> bool:
    """Replace a text by what ``change`` makes of it; tell whether that is another.

    ``change`` is called again with the new text where the file has changed meanwhile.
    A file that does not exist reads as "" with ``create``. A run that is killed leaves
    the old file or the new one.
    """
    for _ in range(_ATTEMPTS):
        before = _read(path, create=create)
        after = encode(change(decode(before, str(path))), "utf-8", str(path))
        with _locked(path):
            if _read(path, create=create) == before:
                _clear(path)
                return write_atomic(path, after)
    raise InputError(
        Problem(str(path), 0, "", tr("another program keeps changing the file; try again"))
    )


def _read(path: Path, *, create: bool) -> bytes:
    return b"" if create and not path.exists() else read_bytes(path)


def _clear(path: Path) -> None:
    """Take away what killed runs have left of this file (``files.write_atomic`` names it)."""
    place = path.resolve()
    now = time.time()
    for left in place.parent.glob(f".{glob.escape(place.name)}.*.tmp"):
        with suppress(OSError):
            if now - left.stat().st_mtime > _STALE:
                left.unlink()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other runs of termkit from writing into the folder; the system frees what a kill leaves."""
    try:
        import fcntl
    except ImportError:  # Windows: what is left is the moment between the second look and the write
        yield
        return
    folder = path.resolve().parent
    if not folder.is_dir():
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
