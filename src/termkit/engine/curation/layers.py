"""Which files of a term base a command looks after."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from termkit.outputs.places import relative_path
from termkit.termbase.store import Source, TermBase


def own_sources(base: TermBase) -> tuple[Source, ...]:
    """Return the files of a team's layers; those of the built-in base where there are no others."""
    own = tuple(source for source in base.sources if source.layer > 0)
    return own or base.sources


def as_one_layer(paths: Sequence[Path]) -> TermBase:
    """Return the files that the paths name, which belong together, each once."""
    base = TermBase.open(*paths, builtin=False)
    files = {os.path.abspath(source.path): source for source in reversed(base.sources)}
    sources = (source._replace(layer=1) for source in reversed(files.values()))
    return TermBase(sources, base.unread)


def shown(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the files under names that start from the current directory, where they are below it."""
    return tuple(source._replace(path=relative_path(source.path, Path.cwd())) for source in sources)
