"""``termkit glossary validate``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    choose,
    complain_all,
    open_settings,
)
from termkit.cli.showing import deliver, make_view
from termkit.cli.speaking import listing
from termkit.engine.curation.layers import as_one_layer, own_sources, shown
from termkit.engine.curation.validating import validate_files
from termkit.messages import mark
from termkit.outputs import all_outputs

# What the table of names shows has no meaning for a term base.
_OUTPUTS = {name: output for name, output in all_outputs().items() if not output.names}


def validate(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", show_default=False)
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help=listing("How to show the faults: {names}.", names=", ".join(_OUTPUTS)),
        ),
    ] = "text",
    errors_only: Annotated[
        bool, typer.Option("--errors-only", help="Leave the warnings out, and do not count them.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the faults to this file.")
    ] = None,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell everything that is wrong with a term base.

    PATH is a CSV file or a directory of them; several are looked at as one layer. Without
    PATH it is the term base of the configuration, or the built-in one. Exit code 0: sound,
    1: faults, 2: something could not be read.
    """
    chosen = choose(mark("output"), output, _OUTPUTS)
    settings = open_settings(config, glossary, builtin)
    base = as_one_layer(paths) if paths else settings.open_base()
    results = list(validate_files(shown(own_sources(base)), base.unread, errors_only=errors_only))
    for result in results:
        complain_all(result.problems)
    deliver(chosen.render(results, make_view(to_file=report is not None)), report)
    if any(result.problems for result in results):
        raise typer.Exit(EXIT_FAILED)
    if any(result.diagnostics for result in results):
        raise typer.Exit(EXIT_FINDINGS)
