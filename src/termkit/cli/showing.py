"""Where results go: what standard output can show, or a file."""

import difflib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from termkit.cli.report import emit
from termkit.context import Check
from termkit.files import write_atomic
from termkit.outputs import View


def make_view(checks: tuple[Check, ...] = (), *, to_file: bool = False) -> View:
    """Return what the reader of the results can see.

    NO_COLOR switches colours off and FORCE_COLOR on, if they are not empty;
    hyperlinks are for terminals alone.
    """
    terminal = not to_file and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    forced = bool(os.environ.get("FORCE_COLOR")) and not to_file
    return View(
        checks=checks,
        root=Path.cwd(),
        width=shutil.get_terminal_size().columns if terminal else 0,
        color=(terminal or forced) and not os.environ.get("NO_COLOR"),
        links=terminal,
    )


def deliver(pieces: Iterable[str], file: Path | None) -> None:
    """Print pieces of text as they come, or put all of them into a file, replaced at once."""
    if file:
        write_atomic(file, "".join(pieces).encode("utf-8", "surrogatepass"))
        return
    for piece in pieces:
        emit(piece)


def count(number: int, noun: str, plural: str = "s") -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else plural}"


def unified_diff(path: str, before: str, after: str) -> str:
    """Return what changes in a file, as git shows it."""
    lines = difflib.unified_diff(
        _lines(before), _lines(after), f"a/{path.lstrip('/')}", f"b/{path.lstrip('/')}"
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
