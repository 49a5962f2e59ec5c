"""``termkit glossary merge``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import EXIT_FINDINGS, complain, complain_all, emit
from termkit.cli.showing import count
from termkit.engine.editing.merging import merge_as_text, merge_files
from termkit.errors import InputError


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
    driver: Annotated[
        bool,
        typer.Option(
            "--driver",
            help="Write into OURS, as git wants it, and merge what is no table as lines.",
        ),
    ] = False,
) -> None:
    """Merge two versions of a term base file by id and column.

    Terms are merged as sets. The order of rows and columns, quotes, BOM and line
    ends never conflict. A cell that both sides changed in different ways holds
    both versions between <<<<<<< and >>>>>>> until you keep one. Exit code 1 if
    there are such cells. ``glossary merge-driver install`` makes git do this.
    """
    place = output or (ours if driver else None)
    try:
        merged = merge_files(base, ours, theirs, name, place)
    except InputError as error:
        if not driver:
            raise
        complain_all(error.problems)
        complain(
            f"{name or ours}: merged as lines, as a version is no table that can be told apart"
        )
        if merge_as_text(base, ours, theirs):
            raise typer.Exit(EXIT_FINDINGS) from None
        return
    complain_all((*merged.resaved, *merged.conflicts))
    if not place:
        emit(merged.text)
    if merged.conflicts:
        complain(f"{name or ours}: {count(len(merged.conflicts), 'conflict')}")
        raise typer.Exit(EXIT_FINDINGS)
