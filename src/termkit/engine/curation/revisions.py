"""A term base as it is, and as it was in a revision of git."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from termkit.engine.git import run_git
from termkit.errors import InputError, Problem, TermkitError
from termkit.termbase.store import Source, TermBase, builtin_folder

_git = partial(run_git, "a revision")


def open_side(
    text: str, glossary: Sequence[Path], *, builtin: bool, beside: Sequence[Path] = ()
) -> TermBase:
    """Return the term base that one side of a comparison names.

    ``text`` is a file or a directory, a revision, or ``REVISION:PATH``. A bare revision
    is that of ``glossary``, or else of the path that the other side names, or else of the
    built-in base. With ``builtin`` the built-in base lies below, unless it is what is
    compared. Raises InputError with every fault of the files.
    """
    path = Path(text)
    revision, colon, inner = text.partition(":")
    if path.exists():
        paths, revision = [path], ""
    elif colon and inner:
        paths = [Path(inner)]
    else:
        paths = list(glossary or beside or [builtin_folder()])
    is_base = [each.resolve() for each in paths] == [builtin_folder().resolve()]
    layer = 0 if is_base else 1
    sources: list[Source] = []
    problems: list[Problem] = []
    for each in paths:
        if revision:
            sources += _sources_at(each, revision, layer)
            continue
        found = TermBase.open(each, builtin=False)
        sources += (Source(source.path, layer, source.data) for source in found.sources)
        problems += found.unread
        layer += 1
    below = TermBase.open().sources if builtin and not is_base else ()
    base = TermBase((*below, *sources), problems)
    if base.problems:
        raise InputError(*base.problems)
    return base


def _sources_at(path: Path, revision: str, layer: int) -> list[Source]:
    """Return the files that a path named in a revision."""
    place = Path(os.path.realpath(path))
    folder = next(each for each in (place, *place.parents) if each.is_dir())
    top = _git(str(folder), "rev-parse", "--show-toplevel")
    if top is None:
        raise TermkitError(f"{revision!r} is no path, and {path} is not inside of a git repository")
    root = os.path.realpath(os.fsdecode(top.rstrip(b"\r\n")))
    asked = f"{revision}^{{commit}}"
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    if found is None:
        raise TermkitError(f"{revision!r} is no path, and no revision of the repository {root}")
    commit = os.fsdecode(found.strip())
    inside = place.relative_to(root).as_posix()
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", inside) or b""
    names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
    files = [name for name in names if name == inside or _is_table_in(name, inside)]
    if not files:
        raise TermkitError(f"{inside} holds no .csv file in {revision}")
    return [
        Source(f"{revision}:{name}", layer, _git(root, "show", f"{commit}:{name}") or b"")
        for name in sorted(files)
    ]


def _is_table_in(name: str, folder: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix == ".csv" and path.parent == PurePosixPath(folder)
