"""A progress bar on standard error, where that is a terminal."""

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from termkit.messages import tr

T = TypeVar("T")

_AFTER = 0.5
_EVERY = 0.1
_BAR = 30


def with_progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Yield items as they come; show how many of ``total`` there were, if it takes a while.

    The bar is there only while the next item is waited for, so that whoever takes the
    items may print.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    due = time.monotonic() + _AFTER
    shown = False
    try:
        for number, item in enumerate(items, 1):
            if shown:
                _write("\r\x1b[K")
                shown = False
            yield item
            if number < total and time.monotonic() >= due:
                _write(_bar(number, total))
                shown = True
                due = time.monotonic() + _EVERY
    finally:
        if shown:
            _write("\r\x1b[K")


def _bar(number: int, total: int) -> str:
    width = max(1, min(_BAR, shutil.get_terminal_size().columns - 20))
    done = width * number // total
    files = tr("{number}/{total} files", number=number, total=total)
    return f"\r[{'#' * done}{'.' * (width - done)}] {files}"


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
