"""``termkit glossary import``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    complain,
    complain_all,
    emit,
    open_settings,
)
from termkit.cli.speaking import listing
from termkit.engine.editing.importing import CellChange, ImportReport, Wanted, import_files
from termkit.engine.editing.matching_rows import Match
from termkit.engine.editing.taking_over import Outcome
from termkit.errors import TermkitError
from termkit.glossary_formats import all_formats
from termkit.locales import get_locale
from termkit.messages import tr, tr_n

_FORMATS = ", ".join(found.name for found in all_formats() if found.load)


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…", help="Of cldr: territories, languages, currencies.", show_default=False
        ),
    ],
    into: Annotated[
        Path,
        typer.Option("--into", "-i", help="The CSV file that takes the rows; made if need be."),
    ],
    input_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help=listing("{names}; default: by suffix and content.", names=_FORMATS),
        ),
    ] = "",
    source: Annotated[
        str, typer.Option("--from", help="The source locale, where the file does not tell it.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", "-t", help="The target locale, where the file does not tell it.")
    ] = "",
    match: Annotated[
        Match, typer.Option(help="What makes a row the same as one of the term base.")
    ] = Match.EITHER,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=COLUMN", help="Where a column of a table belongs; may be repeated."
        ),
    ] = None,
    separators: Annotated[
        str, typer.Option(help="Characters that stand between two terms of a cell, such as “；、”.")
    ] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Where a cell differs, let the file win.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Tell what would change; write nothing.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List the new rows too.")
    ] = False,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Import terms into a file of the term base. No cell is overwritten unless --overwrite is given.

    Exit code 1: a cell differs and was kept, or something could not be used.
    """
    wanted = Wanted(
        files,
        input_format,
        get_locale(source).base if source else "",
        get_locale(to).base if to else "",
        dict(_assignment(each) for each in column or ()),
        separators,
        match,
        overwrite,
    )
    base = open_settings(config, glossary, builtin).open_base()
    report = import_files(wanted, into, {each.id for each in base.concepts}, dry_run=dry_run)
    _show(report, into, verbose=verbose, dry_run=dry_run)
    if report.kept or report.left_out:
        raise typer.Exit(EXIT_FINDINGS)


def _assignment(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (equals and name.strip() and column.strip()):
        message = tr("--column wants NAME=COLUMN, such as Taiwan=zh-TW, not {text!r}", text=text)
        raise TermkitError(message)
    return name.strip(), column.strip()


def _show(report: ImportReport, into: Path, *, verbose: bool, dry_run: bool) -> None:
    complain_all(report.unmapped)
    complain_all(report.left_out)
    for name in report.added if verbose else ():
        emit(tr("{name}: new", name=name) + "\n")
    for change in report.changes:
        emit(f"{change.concept}: {change.column}: {_told(change)} ({change.place})\n")
    changed = {change.concept for change in report.changes if change.outcome is not Outcome.KEPT}
    told = tr(
        "{path}: {read} rows read: {new} new, {changed} changed, {same} as they were",
        path=into.as_posix(),
        read=report.read,
        new=len(report.added),
        changed=len(changed),
        same=report.same,
    )
    if report.joined:
        told += tr(", {number} about a row that is new", number=report.joined)
    emit(told + (tr(" (nothing written)") if dry_run else "") + "\n")
    if report.kept:
        complain(
            tr_n(
                "{number} cell differs and is kept; --overwrite takes the file's",
                "{number} cells differ and are kept; --overwrite takes the file's",
                len(report.kept),
            )
        )


def _told(change: CellChange) -> str:
    if change.outcome is Outcome.KEPT:
        return tr("kept {before}, the file has {after}", before=change.before, after=change.after)
    if change.outcome is Outcome.FILLED:
        return tr("filled with {after}", after=change.after)
    return f"{change.before} → {change.after}"
