"""``termkit glossary export``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    complain,
    complain_all,
    open_base,
    open_settings,
)
from termkit.cli.speaking import listing
from termkit.engine.exchange import export_glossary
from termkit.glossary_formats import all_formats
from termkit.messages import mark, tr

_FORMATS = ", ".join(found.name for found in all_formats() if found.export)
_COUNTED = {
    "concepts": mark("{path}: {number} concepts"),
    "rules": mark("{path}: {number} rules"),
}


def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; of some formats a directory.")
    ],
    source: Annotated[
        str, typer.Option("--from", help="The source locale of a bilingual format.")
    ] = "en",
    to: Annotated[
        str, typer.Option("--to", "-t", help="The target locale, where the format has one.")
    ] = "",
    output_format: Annotated[
        str,
        typer.Option(
            "--format", "-f", help=listing("{names}; default: by the suffix.", names=_FORMATS)
        ),
    ] = "",
    domain: Annotated[
        list[str] | None, typer.Option(help="Only rows of this domain; may be repeated.")
    ] = None,
    for_excel: Annotated[
        bool,
        typer.Option("--excel", help="CSV and TSV that Excel opens without harm."),
    ] = False,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Export the term base. What the format cannot hold is told on standard error."""
    base = open_base(open_settings(config, glossary, builtin))
    done = export_glossary(
        base.concepts, output, output_format, source, to, domains=domain or (), for_excel=for_excel
    )
    count = _COUNTED[done.exported.of]
    typer.echo(tr(count, path=output.as_posix(), number=done.exported.count))
    if done.losses:
        lost = ", ".join(f"{tr(field)} ({count})" for field, count in done.losses.items())
        complain(tr("{format} does not hold: {lost}", format=done.format, lost=lost))
    complain_all(done.exported.left_out)
    if base.problems:
        raise typer.Exit(EXIT_FAILED)
