"""What has been compiled, kept in the user's cache directory.

Entries are plain values (``marshal``: no code is ever run on load), named by a
digest of everything that they were made from, and stored behind a checksum. An
entry that is missing, damaged or unwritable is simply made again.
"""

import hashlib
import marshal
import mmap
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from termkit.errors import InputError
from termkit.files import write_atomic
from termkit.scripts.dictionaries import find_dictionaries
from termkit.version import __version__

_KEEP = 48
"""Entries kept; the least recently written go first."""

_CHECKSUM = 4
_MADE_BY = ("model", "scripts", "termbase", "bitext", "convert", "text.py", "locales.py")


def cache_key(*parts: str | bytes) -> str:
    """Return the name of an entry made from ``parts``, this termkit and its dictionaries."""
    digest = hashlib.sha256(_stamp())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()


def load(key: str, shelf: str = "") -> Any | None:
    """Return the entry of that name, or None; each ``shelf`` is a directory of its own."""
    folder = _folder(shelf)
    if folder is None:
        return None
    try:
        # Megabytes, which are not copied.
        with (
            open(folder / key, "rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
            memoryview(mapped) as data,
            data[_CHECKSUM:] as value,
        ):
            return marshal.loads(value) if _checksum(value) == data[:_CHECKSUM] else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def store(key: str, value: Any, shelf: str = "") -> None:
    """Keep an entry made of plain values; silently does nothing where it can't."""
    folder = _folder(shelf)
    if folder is None:
        return
    data = marshal.dumps(value)
    try:
        write_atomic(folder / key, _checksum(data) + data)
        files = (path for path in folder.iterdir() if path.is_file())
        entries = sorted(files, key=lambda path: path.stat().st_mtime)
        for old in entries[:-_KEEP]:
            old.unlink(missing_ok=True)
    except (OSError, InputError):
        return


def _checksum(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_CHECKSUM, "little")


def cached(parts: tuple[str | bytes, ...], make: Callable[[], Any]) -> Any:
    """Return the entry made from ``parts``, making and keeping it if it is not there."""
    key = cache_key(*parts)
    value = load(key)
    if value is None:
        value = make()
        store(key, value)
    return value


def code_stamp() -> str:
    """Return what changes with any module of termkit, and with those that read and segment text."""
    found = map(find_spec, ("daachorse", "pyromark", "rjieba"))  # a tenth of asking for versions
    others = [spec.origin for spec in found if spec and spec.origin]
    root = Path(__file__).parent.parent
    return "\n".join([*map(_file_stamp, others), *_stamps(str(root))])


def _stamps(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            yield _file_stamp(entry.path)
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _stamps(entry.path)


def _file_stamp(path: str) -> str:
    stat = os.stat(path)
    return f"{path},{stat.st_size},{stat.st_mtime_ns}"


def _folder(shelf: str) -> Path | None:
    named = os.environ.get("TERMKIT_CACHE_DIR")
    if named == "":
        return None
    if named:
        return Path(named, shelf)
    if sys.platform == "linux":  # where platformdirs would say the same, in a tenth of a start
        cache_home = os.environ.get("XDG_CACHE_HOME", "")
        root = Path(cache_home) if os.path.isabs(cache_home) else Path.home() / ".cache"
        return root / "termkit" / shelf
    from platformdirs import user_cache_path

    return user_cache_path("termkit", appauthor=False) / shelf


@cache
def _stamp() -> bytes:
    """Everything that an entry depends on besides its inputs."""
    parts = [__version__, sys.version, str(marshal.version), find_dictionaries().stamp()]
    root = Path(__file__).parent.parent
    for name in _MADE_BY:
        for file in sorted((root / name).glob("*.*")) if "." not in name else [root / name]:
            stat = file.stat()
            parts.append(f"{file.name},{stat.st_size},{stat.st_mtime_ns}")
    return "\n".join(parts).encode()
