"""The option ``--sidecar`` of ``termkit convert``."""

from collections.abc import Iterable
from typing import Annotated

import typer

from termkit.engine.collect import STDIN, Named
from termkit.engine.sidecar import sidecar_path
from termkit.errors import TermkitError
from termkit.messages import tr

SidecarOption = Annotated[
    bool,
    typer.Option(
        "--sidecar",
        help="Keep what the way back needs beside each output, and use it where an input has it.",
    ),
]


def verify_sidecars(files: Iterable[Named], *, placed: bool, compare: bool) -> None:
    """Raise TermkitError where --sidecar makes no sense."""
    if compare:
        raise TermkitError(tr("--compare looks at a fresh conversion; leave out --sidecar"))
    if any(file.name == STDIN for file in files):
        raise TermkitError(tr("--sidecar is for files; standard input has none"))
    if not placed and not all(sidecar_path(file.path).is_file() for file in files):
        raise TermkitError(
            tr("--sidecar writes a file beside the output; use --output or --in-place")
        )
