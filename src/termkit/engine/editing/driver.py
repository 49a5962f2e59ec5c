"""termkit as git's merge driver: what the repository is told about it."""

import os
import shlex
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.editing.rewriting import rewrite
from termkit.engine.git import run_git
from termkit.errors import TermkitError
from termkit.files import read_text
from termkit.messages import mark, tr
from termkit.text import LINE_BREAK

DRIVER = "termkit"
_PURPOSE = mark("a merge driver needs git, which can't be run ({error})")
_SECTION = f"merge.{DRIVER}"
_ATTRIBUTE = f"merge={DRIVER}"


@dataclass(frozen=True, slots=True)
class Installation:
    """What a repository knows of the driver: the command, and the patterns of its files."""

    root: Path
    command: str
    patterns: tuple[str, ...]

    @property
    def attributes(self) -> Path:
        """The file that says which files are merged by it."""
        return self.root / ".gitattributes"


def find_repository(folder: Path) -> Path:
    """Return the root of the repository around a folder."""
    top = run_git(_PURPOSE, str(folder), "rev-parse", "--show-toplevel")
    if top is None:
        raise TermkitError(
            tr("{folder} belongs to no git repository; go into one, or git init it", folder=folder)
        )
    return Path(os.fsdecode(top).rstrip("\r\n"))


def patterns_for(paths: Iterable[Path], root: Path) -> list[str]:
    """Return the patterns of .gitattributes for CSV files and directories of them."""
    patterns: list[str] = []
    for path in paths:
        place = os.path.realpath(path)
        inside = Path(os.path.relpath(place, os.path.realpath(root)))
        if inside.parts[:1] == ("..",):
            raise TermkitError(
                tr("{path} is outside of the repository {root}", path=path, root=root)
            )
        name = inside.as_posix()
        if os.path.isdir(place):
            name = "*.csv" if name == "." else f"{name}/*.csv"
        patterns.append(f'"/{name}"' if " " in name else f"/{name}")
    return patterns


def install(root: Path, patterns: Iterable[str]) -> Installation:
    """Tell the repository about the driver, and which files it is for; what it knows stays."""
    known = inspect(root)
    _configure(root, f"{_SECTION}.name", "termkit: the term base, by id and column")  # not shown
    _configure(root, f"{_SECTION}.driver", _command())
    new = [pattern for pattern in patterns if pattern not in known.patterns]
    if new:
        rewrite(known.attributes, lambda text: _with_lines(text, new), create=True)
    return inspect(root)


def uninstall(root: Path) -> Installation:
    """Take the driver out again."""
    known = inspect(root)
    if known.command:
        run_git(_PURPOSE, str(root), "config", "--local", "--remove-section", _SECTION)
    if known.patterns:
        rewrite(known.attributes, _without_lines)
    return inspect(root)


def inspect(root: Path) -> Installation:
    """Return what a repository knows of the driver."""
    command = run_git(_PURPOSE, str(root), "config", "--get", f"{_SECTION}.driver") or b""
    file = root / ".gitattributes"
    lines = LINE_BREAK.split(read_text(file)) if file.exists() else []
    patterns = tuple(_pattern(line) for line in lines if _is_ours(line))
    return Installation(root, os.fsdecode(command).strip(), patterns)


def _command() -> str:
    """Return the command, which must work wherever git is started from: in an editor, too.

    What termkit cannot merge, because a version is no table or because there is no
    termkit any more, is merged line by line: git would take our version for the result.
    """
    program = shlex.join([sys.executable.replace("\\", "/"), "-P", "-m", "termkit"])
    return (
        f"{program} glossary merge %O %A %B -o %A --name %P; code=$?; "  # not shown
        "test $code -le 1 && exit $code; echo termkit: %P: merged as lines >&2; "
        "git merge-file -L ours -L base -L theirs %A %O %B"
    )


def _configure(root: Path, key: str, value: str) -> None:
    if run_git(_PURPOSE, str(root), "config", "--local", key, value) is None:
        raise TermkitError(tr("git can't write the configuration of {root}", root=root))


def _is_ours(line: str) -> bool:
    return _ATTRIBUTE in line.split() and not line.lstrip().startswith("#")


def _pattern(line: str) -> str:
    return line.rpartition(_ATTRIBUTE)[0].strip()


def _with_lines(text: str, patterns: Iterable[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    joint = "" if not text or text.endswith(("\n", "\r")) else end
    return text + joint + "".join(f"{pattern} {_ATTRIBUTE}{end}" for pattern in patterns)


def _without_lines(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not _is_ours(line))
