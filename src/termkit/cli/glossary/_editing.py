"""What the commands share that edit rows: options, and telling what was done."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import complain, emit
from termkit.cli.showing import make_view
from termkit.config.settings import Settings
from termkit.engine.editing.rows import Edited
from termkit.messages import tr
from termkit.outputs.comparison import concept_text
from termkit.termbase.store import Layer

FileOption = Annotated[
    Path | None,
    typer.Option("--file", metavar="FILE", help="The CSV file; otherwise it is found out."),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Check and show it, and write nothing.")
]


def team_layers(settings: Settings, file: Path | None) -> tuple[Layer, ...]:
    """Return where rows may be edited: the file that was named, or the team's term base."""
    return (Layer(file),) if file else settings.glossary


def tell(edited: Edited, *, dry_run: bool) -> None:
    """Print what was done to a file, or would be."""
    for name in edited.new_columns:
        complain(tr("{path}: has a new column, {name}", path=edited.path, name=name))
    view = make_view()
    for change in edited.changes:
        emit(concept_text(change, view))
    if not edited.changes:
        complain(tr("{path}: nothing to change", path=edited.path))
    elif dry_run:
        complain(tr("{path}: not written (--dry-run)", path=edited.path))
