"""``termkit config show``."""

import json
from typing import Annotated

import typer

from termkit.cli.report import (
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    IgnoreOption,
    SelectOption,
    choose,
    emit,
    names,
    open_settings,
)
from termkit.config.settings import Settings
from termkit.config.show import entries
from termkit.messages import mark, tr


def show(
    output: Annotated[
        str, typer.Option("--format", "-f", help="How to show it: toml or json.")
    ] = "toml",
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Print what holds, and where each value comes from: default, file or command line."""
    render = choose(mark("format"), output, {"toml": _toml, "json": _json})
    settings = open_settings(config, glossary, builtin)
    emit(render(settings.with_checks(names(select), names(ignore))))


def _toml(settings: Settings) -> str:
    head = f"# {_file(settings) or tr('no configuration file')}\n"
    return head + "".join(f"{entry.line}\n" for entry in entries(settings))


def _json(settings: Settings) -> str:
    values = [
        {"key": list(entry.keys), "value": entry.value, "origin": entry.origin}
        for entry in entries(settings)
    ]
    shown = {"file": _file(settings) or None, "values": values}
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _file(settings: Settings) -> str:
    return settings.file.path.as_posix() if settings.file else ""
