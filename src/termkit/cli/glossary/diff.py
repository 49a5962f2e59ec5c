"""``termkit glossary diff``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FINDINGS,
    ConfigOption,
    GlossaryOption,
    choose,
    complain_all,
    open_settings,
)
from termkit.cli.showing import deliver, make_view
from termkit.cli.speaking import listing
from termkit.engine.editing.revisions import read_versions
from termkit.messages import mark
from termkit.outputs.comparison import RENDERERS
from termkit.termbase.compare import compare


def diff(
    first: Annotated[
        str,
        typer.Argument(
            metavar="[A]",
            help="The old version: a CSV file, a directory of them, a git revision, or "
            "REVISION:PATH; otherwise HEAD.",
        ),
    ] = "",
    second: Annotated[
        str,
        typer.Argument(metavar="[B]", help="The new version; otherwise the files as they are now."),
    ] = "",
    output_format: Annotated[
        str,
        typer.Option(
            "--format", "-f", help=listing("How to show it: {names}.", names=", ".join(RENDERERS))
        ),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there are changes.")
    ] = False,
    glossary: GlossaryOption = None,
    config: ConfigOption = None,
) -> None:
    """Show what has changed in the term base, by concept and cell.

    Order of rows and columns, quotes, BOM, line ends and comments say nothing,
    and neither do cells that a spreadsheet has rewritten (001 as 1): those are
    told on standard error. A revision is looked up for the path that the other
    side names, or else for the term base of the configuration. A alone, if it
    is a path, is compared with HEAD.
    """
    render = choose(mark("format"), output_format, RENDERERS)
    layers = open_settings(config, glossary, None).glossary
    comparison = compare(*read_versions(first, second, layers))
    complain_all(comparison.resaved)
    deliver(render(comparison, make_view(to_file=output is not None)), output)
    if exit_code and comparison.changes:
        raise typer.Exit(EXIT_FINDINGS)
