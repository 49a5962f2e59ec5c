"""``termkit glossary merge-driver``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import EXIT_FINDINGS, ConfigOption, open_settings
from termkit.engine.editing.driver import (
    Installation,
    find_repository,
    inspect,
    install,
    patterns_for,
    uninstall,
)
from termkit.errors import TermkitError
from termkit.messages import tr
from termkit.outputs.display import pad, width


class Action(StrEnum):
    """What to do about the driver."""

    install = "install"
    uninstall = "uninstall"
    status = "status"


def merge_driver(
    action: Annotated[Action, typer.Argument(help="What to do.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH…]",
            show_default=False,
            help="CSV files or directories of them; otherwise the term base of the configuration.",
        ),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Make git merge the term base with ``glossary merge``, or stop it.

    install writes the command into the configuration of this clone, and which
    files it is for into .gitattributes, to be committed. Each clone installs it
    once; where it is not installed, git merges lines as ever.
    """
    named = paths or [layer.path for layer in open_settings(config, None, None).glossary]
    folder = named[0] if named and named[0].is_dir() else named[0].parent if named else Path()
    root = find_repository(folder)
    if action is Action.install:
        if not named:
            raise TermkitError(
                tr(
                    "which files? name CSV files or a directory of them, or put `glossary` into "
                    "termkit.toml (docs/configuration.md)"
                )
            )
        _show(install(root, patterns_for(named, root)))
        return
    found = uninstall(root) if action is Action.uninstall else inspect(root)
    _show(found)
    if action is Action.status and not (found.command and found.patterns):
        raise typer.Exit(EXIT_FINDINGS)


def _show(found: Installation) -> None:
    if found.command:
        typer.echo(tr("{root}: installed", root=found.root))
    else:
        typer.echo(
            tr("{root}: not installed; run termkit glossary merge-driver install", root=found.root)
        )
    labels = tr("command"), tr("files")
    column = max(map(width, labels)) + 2
    if found.command:
        typer.echo(f"  {pad(labels[0], column)}{found.command}")
    for pattern in found.patterns:
        typer.echo(f"  {pad(labels[1], column)}{pattern}")
