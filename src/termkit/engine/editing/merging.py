"""Merging files, for a person or as git's merge driver."""

import os
from pathlib import Path

from termkit.errors import InputError, Problem, TermkitError
from termkit.files import decode, encode, read_text, write_atomic
from termkit.termbase.merge import Merged, merge


def merge_files(base: Path, ours: Path, theirs: Path, name: str = "") -> Merged:
    """Merge two files that both come from ``base``; conflicts are told under ``name``.

    Raises InputError, with all faults, where a file cannot be read as a table.
    """
    problems: list[Problem] = []
    texts: dict[Path, str] = {}
    for file in (base, ours, theirs):
        try:
            texts[file] = read_text(file)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    return merge(texts[base], texts[ours], texts[theirs], name or str(ours))


def write_merged(merged: Merged, output: Path) -> None:
    """Write the merged file."""
    write_atomic(output, encode(merged.text, "utf-8", str(output)))


def merge_as_text(base: Path, ours: Path, theirs: Path) -> bool:
    """Merge into ``ours`` line by line, as git does by itself; tell whether it left conflicts."""
    import subprocess

    labels = [part for label in ("ours", "base", "theirs") for part in ("-L", label)]
    command = ["git", "merge-file", *labels, *map(os.fspath, (ours, base, theirs))]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise TermkitError(f"git can't be run ({error.strerror})") from None
    if done.returncode < 0 or done.returncode > 127:
        # Binary, for instance: our file is as it was, and git must not take it for merged.
        reason = decode(done.stderr, "git").strip() or "git merge-file failed"
        raise TermkitError(reason)
    return done.returncode > 0
