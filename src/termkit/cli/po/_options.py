"""What the commands of the group share."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import complain, complain_all
from termkit.engine.po.export import Exported
from termkit.messages import mark, tr

DirectoryOption = Annotated[
    Path, typer.Option("--directory", "-d", help="Where the catalogues are (gettext layout).")
]
DomainOption = Annotated[str, typer.Option(help="The name of the catalogues.")]
CompendiumOption = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="A catalogue, or a directory of them, whose translations are used; may be repeated.",
    ),
]
DraftOption = Annotated[
    bool,
    typer.Option("--draft/--no-draft", help="Draft what has no translation, or leave it empty."),
]
RewriteOption = Annotated[
    bool,
    typer.Option(
        "--rewrite", help="Where a term was replaced in the base, replace it in translations too."
    ),
]


def tell(done: Exported) -> None:
    """Print what a run did to the catalogues."""
    complain_all(done.problems)
    for written in done.catalogs:
        counts = written.counts
        numbers = {
            mark(", {number} recalled"): counts.recalled,
            mark(", {number} drafted"): counts.drafted,
            mark(", {number} edited"): counts.edited,
            mark(", {number} touched by the term base"): counts.touched,
            mark(", {number} now obsolete"): counts.obsolete,
        }
        details = "".join(tr(text, number=number) for text, number in numbers.items() if number)
        state = mark("{path}: {number} entries, written")
        if not written.changed:
            state = mark("{path}: {number} entries, unchanged")
        typer.echo(tr(state, path=written.path.as_posix(), number=counts.entries) + details)
    if done.template:
        typer.echo(done.template.path.as_posix())
    elif not done.problems and not done.skipped:
        complain(tr("nothing to export"))
