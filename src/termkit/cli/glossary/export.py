"""``termkit glossary export``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    choose,
    open_base,
    open_settings,
)
from termkit.glossary_formats import ExportRequest, all_formats
from termkit.locales import get_locale

_FORMATS = {found.name: found for found in all_formats()}


def export(
    to: Annotated[str, typer.Option("--to", "-t", help="The target locale.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    source: Annotated[str, typer.Option("--from", help="The source locale.")] = "en",
    output_format: Annotated[
        str, typer.Option("--format", "-f", help=f"The format: {' or '.join(_FORMATS)}.")
    ] = "po",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Export the term base: preferred terms of two locales, with definition and note."""
    base = open_base(open_settings(config, glossary, builtin))
    request = ExportRequest(base.concepts, get_locale(source).base, get_locale(to).base, output)
    count = choose("format", output_format, _FORMATS).export(request)
    typer.echo(f"{output.as_posix()}: {count} concepts")
    if base.problems:
        raise typer.Exit(EXIT_FAILED)
