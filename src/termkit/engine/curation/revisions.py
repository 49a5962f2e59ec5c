"""A term base as it is, and as it was in a revision of git."""

from collections.abc import Sequence
from pathlib import Path

from termkit.engine.editing.revisions import read_version
from termkit.errors import InputError
from termkit.termbase.store import Layer, Source, TermBase, builtin_folder


def open_side(
    text: str, glossary: Sequence[Path], *, builtin: bool, beside: Sequence[Path] = ()
) -> TermBase:
    """Return the term base that one side of a comparison names.

    ``text`` is a file or a directory, a revision, or ``REVISION:PATH``. A bare revision
    is that of ``glossary``, or else of the path that the other side names, or else of the
    built-in base. With ``builtin`` the built-in base lies below, unless it is what is
    compared. Raises InputError with every fault of the files.
    """
    inner = text.partition(":")[2]
    if Path(text).exists():
        paths = [Path(text)]
    elif inner:
        paths = [Path(inner)]
    else:
        paths = list(glossary or beside or [builtin_folder()])
    is_base = [each.resolve() for each in paths] == [builtin_folder().resolve()]
    sources = [
        Source(sheet.path, 0 if is_base else layer, sheet.text.encode())
        for layer, path in enumerate(paths, 1)
        for sheet in read_version(text, [Layer(path)])
    ]
    below = TermBase.open().sources if builtin and not is_base else ()
    base = TermBase((*below, *sources))
    if base.problems:
        raise InputError(*base.problems)
    return base
