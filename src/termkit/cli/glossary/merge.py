"""``termkit glossary merge``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import EXIT_FINDINGS, complain, complain_all, emit
from termkit.engine.editing.merging import merge_files
from termkit.messages import tr_n


def merge(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The version that both come from.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="The other version.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the result here; may be one of the three."
        ),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", metavar="PATH", help="The name of the file in messages.")
    ] = "",
) -> None:
    """Merge two versions of a term base file by id and column.

    Terms are merged as sets. The order of rows and columns, quotes, BOM and line
    ends never conflict. A cell that both sides changed in different ways holds
    both versions between <<<<<<< and >>>>>>> until you keep one. Exit code 1 if
    there are such cells. ``glossary merge-driver install`` makes git do this.
    """
    merged = merge_files(base, ours, theirs, name, output)
    complain_all((*merged.resaved, *merged.conflicts))
    if not output:
        emit(merged.text)
    if merged.conflicts:
        number = len(merged.conflicts)
        complain(
            tr_n(
                "{file}: {number} conflict", "{file}: {number} conflicts", number, file=name or ours
            )
        )
        raise typer.Exit(EXIT_FINDINGS)
