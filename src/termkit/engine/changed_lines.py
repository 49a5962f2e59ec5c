"""Which lines have changed in git since a revision."""

import os
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from termkit.engine.git import run_git
from termkit.errors import TermkitError
from termkit.messages import mark, tr
from termkit.model.diagnostic import Diagnostic
from termkit.model.result import FileResult

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"t": b"\t",
    b"r": b"\r",
    b"a": b"\a",
    b"b": b"\b",
    b"f": b"\f",
    b"v": b"\v",
}
_git = partial(run_git, mark("--since needs git, which can't be run ({error})"))


class ChangedLines:
    """The changed lines of the files of one or several repositories."""

    def __init__(self, paths: Iterable[str], revision: str) -> None:
        """Ask git about the repositories of ``paths``; raise TermkitError where it can't tell."""
        self._roots: list[str] = []
        self._tracked: set[str] = set()
        self._lines: dict[str, list[range]] = {}
        for folder in dict.fromkeys(_folder(path) for path in paths):
            if not any(folder == root or folder.startswith(root + os.sep) for root in self._roots):
                self._ask(folder, revision)

    def among(self, result: FileResult) -> tuple[Diagnostic, ...]:
        """Return the findings of a file that stand on changed lines.

        All lines of a file that git does not know have changed.
        """
        path = os.path.realpath(result.path)
        if path not in self._tracked:
            return result.diagnostics
        changed = self._lines.get(path, [])
        source = result.source
        found = []
        line = at = 0
        for diagnostic in result.diagnostics:
            # As git counts lines.
            line += source.count("\n", at, diagnostic.span.start)
            at = diagnostic.span.start
            last = line + source.count("\n", at, max(at, diagnostic.span.end - 1))
            if any(lines.start <= last and line < lines.stop for lines in changed):
                found.append(diagnostic)
        return tuple(found)

    def _ask(self, folder: str, revision: str) -> None:
        top = _git(folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise TermkitError(
                tr("--since: {folder} is not inside of a git repository", folder=folder)
            )
        root = os.path.realpath(os.fsdecode(top.rstrip(b"\r\n")))
        commit = None
        if revision:
            asked = f"{revision}^{{commit}}"
            commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
        if commit is None:
            raise TermkitError(
                tr(
                    "--since: {revision!r} is no revision of the repository {root}",
                    revision=revision,
                    root=root,
                )
            )
        self._roots.append(root)
        tracked = _git(root, "ls-files", "-z") or b""
        self._tracked.update(
            os.path.realpath(os.path.join(root, os.fsdecode(name)))
            for name in tracked.split(b"\0")
            if name
        )
        options = (
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--text",
        )
        prefixes = (
            "--inter-hunk-context=0",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--ignore-submodules",
        )
        since = os.fsdecode(commit.strip())
        diff = _git(root, "diff", *options, *prefixes, since, "--")
        if diff is None:
            raise TermkitError(
                tr(
                    "--since: git can't compare {root} with {revision!r}",
                    root=root,
                    revision=revision,
                )
            )
        for name, lines in _changes(diff).items():
            self._lines[os.path.realpath(os.path.join(root, os.fsdecode(name)))] = lines


def _changes(diff: bytes) -> dict[bytes, list[range]]:
    """Return the ranges of changed lines, from 0, by file."""
    found: dict[bytes, list[range]] = {}
    lines: list[range] = []
    left = 0  # lines of a hunk that are still to come, which may look like anything
    for line in diff.split(b"\n"):
        if left and line[:1] in {b"+", b"-"}:
            left -= 1
        elif line.startswith(b"+++ "):
            lines = found.setdefault(_name(line[4:]), [])
        elif match := _HUNK.match(line):
            start, count = int(match[1]), int(match[2] or 1)
            removed = re.match(rb"@@ -\d+(?:,(\d+))?", line)
            left = count + int((removed and removed[1]) or 1)
            if count:
                lines.append(range(start - 1, start - 1 + count))
    return found


def _name(written: bytes) -> bytes:
    """Return the name of a file as git writes it in a diff, quoted or with a tab behind it."""
    written = written.rstrip(b"\r")
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written[1:].rpartition(b'"')[0])
    else:
        written = written.removesuffix(b"\t")
    return written.removeprefix(b"b/")


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8)]) if len(match[1]) == 3 else _ESCAPED.get(match[1], match[1])


def _folder(path: str) -> str:
    place = Path(os.path.realpath(path))
    return str(place if place.is_dir() else place.parent)
