"""The program: its commands and groups."""

from typing import Annotated

import typer

from termkit.cli import check, config, convert, glossary, manual, po
from termkit.version import __version__

app = typer.Typer(
    name="termkit",
    help="One term base for zh-TW, zh-HK and zh-CN: check articles, convert them, export PO.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"termkit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    pass


app.command("check")(check.check)
app.command("convert")(convert.convert)
app.command("explain")(manual.explain)
app.command("checks")(manual.checks)
app.add_typer(po.app, name="po")
app.add_typer(glossary.app, name="glossary")
app.add_typer(config.app, name="config")
