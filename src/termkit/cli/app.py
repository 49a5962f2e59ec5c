"""The program: its commands and groups."""

from typing import Annotated

import typer

from termkit.cli.language import OPTION
from termkit.cli.lazy import lazy_app
from termkit.cli.speaking import listing
from termkit.engine.language import LANGUAGES
from termkit.messages import mark
from termkit.version import __version__

# A group is a package of commands, one module each, found by its name.
_COMMANDS = {
    "check": "termkit.cli.check:check",
    "convert": "termkit.cli.convert:convert",
    "explain": "termkit.cli.manual:explain",
    "checks": "termkit.cli.manual:checks",
    "po": "termkit.cli.po",
    "glossary": "termkit.cli.glossary",
    "config": "termkit.cli.config",
}

app = lazy_app(
    _COMMANDS,
    mark("One term base for zh-TW, zh-HK and zh-CN: check articles, convert them, export PO."),
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"termkit {__version__}")  # not shown
        raise typer.Exit


@app.callback()
def _root(
    _: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
    __: Annotated[
        str,
        typer.Option(
            OPTION,
            metavar="LANG",
            help=listing(
                "The language of the messages: {names}; otherwise that of the environment.",
                names=", ".join(LANGUAGES),
            ),
        ),
    ] = "",
) -> None:
    # The language is known before anything is parsed: see termkit.cli.language.
    pass
