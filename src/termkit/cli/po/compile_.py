"""``termkit po compile``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import EXIT_FAILED, PathsArgument, complain_all
from termkit.engine.po.places import find_catalogs
from termkit.errors import InputError, TermkitError
from termkit.files import write_atomic
from termkit.messages import mark, tr
from termkit.po.file import Catalog
from termkit.po.mo import compile_catalog


def compile_(
    paths: PathsArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write that of one catalogue."
        ),
    ] = None,
    fuzzy: Annotated[
        bool, typer.Option("--fuzzy/--no-fuzzy", help="Use fuzzy translations as well.")
    ] = False,
) -> None:
    """Compile catalogues to .mo, each beside its .po, for programs that use gettext."""
    files = find_catalogs(paths)
    if output and len(files) > 1:
        raise TermkitError(
            tr("--output is for one catalogue; several are written beside themselves")
        )
    failed = False
    for path in files:
        place = output or path.with_suffix(".mo")
        try:
            catalog = Catalog.load(path)
            catalog.by_key()
            changed = write_atomic(place, compile_catalog(catalog, fuzzy=fuzzy))
            told = mark("{path}: written") if changed else mark("{path}: unchanged")
            typer.echo(tr(told, path=place.as_posix()))
        except InputError as error:
            complain_all(error.problems)
            failed = True
    if failed:
        raise typer.Exit(EXIT_FAILED)
