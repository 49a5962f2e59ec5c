"""A term base as it is in the working tree, or as it was in a revision of git."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from termkit.engine.editing.formatting import table_files
from termkit.engine.git import run_git
from termkit.errors import InputError, TermkitError
from termkit.files import decode, read_text
from termkit.messages import mark, tr
from termkit.problems import Problem
from termkit.termbase.sheet import Sheet, open_sheets
from termkit.termbase.store import Layer

HEAD = "HEAD"
_git = partial(run_git, mark("a revision needs git, which can't be run ({error})"))


def read_versions(
    first: str, second: str, layers: Sequence[Layer]
) -> tuple[list[Sheet], list[Sheet]]:
    """Read two versions of a term base.

    Each is a file, a directory, a revision, or ``REVISION:PATH``; "" is HEAD for the
    first and the working tree for the second. A revision is one of the path that the
    other names, or else of ``layers``. Raises InputError with the faults of both.
    """
    if first and not second and Path(first).exists():
        first, second = "", first  # a path alone: what has changed in it
    named = [path for path in (first, second) if path and Path(path).exists()]
    named += [spec.partition(":")[2] for spec in (first, second) if spec not in named]
    layers = [Layer(Path(path)) for path in named if path][:1] or layers
    versions: list[list[Sheet]] = []
    problems: list[Problem] = []
    for spec, revision in ((first, HEAD), (second, "")):
        try:
            versions.append(read_version(spec or revision, layers))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    return versions[0], versions[1]


def read_version(spec: str, layers: Sequence[Layer]) -> list[Sheet]:
    """Read one version; without ``spec`` ``layers`` as they are now. Raises InputError with its faults."""
    if not spec:
        return read_sheets(table_files(layers))
    if Path(spec).exists():
        return read_sheets(table_files([Layer(Path(spec))]))
    revision, colon, path = spec.partition(":")
    if colon and path:
        layers = [Layer(Path(path))]
    elif not layers:
        table_files(layers)  # says what to do
    texts = {name: text for layer in layers for name, text in _at(revision, layer.path).items()}
    if not texts:
        paths = ", ".join(str(layer.path) for layer in layers)
        raise TermkitError(
            tr(
                "{revision} has no CSV file at {paths}; name a path that it has",
                revision=revision,
                paths=paths,
            )
        )
    return open_sheets(texts)


def read_sheets(files: Iterable[Path]) -> list[Sheet]:
    """Read files as cells; raise InputError with the faults of all of them."""
    return open_sheets({str(file): read_text(file) for file in files})


def _at(revision: str, path: Path) -> dict[str, str]:
    """Return the CSV files of a path in a revision, by ``REVISION:PATH``."""
    place = Path(os.path.realpath(path))
    folder = next(parent for parent in (place, *place.parents) if parent.is_dir())
    top = _git(str(folder), "rev-parse", "--show-toplevel")
    if top is None:
        raise TermkitError(
            tr(
                "{revision!r} is neither a file nor, as {folder} belongs to no git repository, "
                "a revision",
                revision=revision,
                folder=folder,
            )
        )
    root = os.fsdecode(top).rstrip("\n")
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise TermkitError(
            tr(
                "{revision!r} is neither a file nor a revision of {root}; "
                "git log shows the revisions",
                revision=revision,
                root=root,
            )
        )
    at = commit.decode().strip()
    inside = Path(os.path.relpath(place, os.path.realpath(root))).as_posix()
    blob = _git(root, "cat-file", "blob", f"{at}:{inside}")
    if blob is not None:
        return {f"{revision}:{inside}": decode(blob, f"{revision}:{inside}")}
    listed = _git(root, "ls-tree", "-z", "--name-only", f"{at}:{inside}" if inside != "." else at)
    prefix = "" if inside == "." else f"{inside}/"
    names = sorted(name for name in os.fsdecode(listed or b"").split("\0") if name.endswith(".csv"))
    texts = {}
    for name in names:
        data = _git(root, "cat-file", "blob", f"{at}:{prefix}{name}")
        if data is not None:
            label = f"{revision}:{prefix}{name}"
            texts[label] = decode(data, label)
    return texts
