"""``termkit glossary format``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    ConfigOption,
    complain,
    complain_all,
    emit,
    open_settings,
)
from termkit.cli.showing import unified_diff
from termkit.engine.collect import STDIN, STDIN_NAME
from termkit.engine.editing.formatting import Formatting, table_files
from termkit.engine.editing.revisions import read_version
from termkit.errors import TermkitError
from termkit.files import decode
from termkit.messages import mark, tr, tr_n
from termkit.termbase.store import Layer


def format_(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH…]",
            show_default=False,
            help="CSV files or directories of them, or - for standard input; otherwise the term "
            "base of the configuration.",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name the files that would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
    sort: Annotated[
        bool,
        typer.Option(
            "--sort", help="Sort rows by id; comments and empty lines stay and divide the lists."
        ),
    ] = False,
    restore: Annotated[
        str,
        typer.Option(
            metavar="VERSION",
            help="Put back what a spreadsheet has rewritten (001 as 1) since this version: a git "
            "revision, a file or a directory.",
        ),
    ] = "",
    config: ConfigOption = None,
) -> None:
    """Bring files of the term base into canonical form: order of columns, spacing, quotes.

    What a cell says never changes; columns of your own, comments, BOM and line
    ends are kept. What a spreadsheet has damaged is told, and stays. Exit code
    2 if a file could not be formatted, 1 with --check or --diff if one would
    change.
    """
    layers = [Layer(Path(path)) for path in paths or () if path != STDIN]
    if not paths:
        layers = list(open_settings(config, None, None).glossary)
    formatting = Formatting(sort, read_version(restore, layers) if restore else ())
    if paths == [STDIN]:
        _filter(formatting, check=check, diff=diff)
        return
    if STDIN in (paths or ()):
        raise TermkitError(tr("- reads standard input, alone"))
    files = table_files(layers)
    changed = failed = 0
    for result in formatting.format_files(files, write=not check and not diff):
        complain_all((*result.problems, *result.restored, *result.damage))
        failed += bool(result.problems)
        if not result.changes:
            continue
        changed += 1
        if diff:
            emit(unified_diff(result.path, result.before, result.after))
        else:
            done = mark("{path}: would be formatted") if check else mark("{path}: formatted")
            typer.echo(tr(done, path=result.path))
    _tell_sum(changed, len(files), written=not check and not diff)
    if failed:
        raise typer.Exit(EXIT_FAILED)
    if changed and (check or diff):
        raise typer.Exit(EXIT_FINDINGS)


def _tell_sum(changed: int, files: int, *, written: bool) -> None:
    complain(
        tr_n(
            "{changed} of {number} file formatted",
            "{changed} of {number} files formatted",
            files,
            changed=changed,
        )
        if written
        else tr_n(
            "{changed} of {number} file to format",
            "{changed} of {number} files to format",
            files,
            changed=changed,
        )
    )


def _filter(formatting: Formatting, *, check: bool, diff: bool) -> None:
    """Format standard input onto standard output."""
    text = decode(sys.stdin.buffer.read(), STDIN_NAME)
    result = formatting.format(text, STDIN_NAME)
    complain_all((*result.restored, *result.damage))
    if diff:
        emit(unified_diff(STDIN_NAME, result.before, result.after))
    elif not check:
        emit(result.after)
    if result.changes and (check or diff):
        raise typer.Exit(EXIT_FINDINGS)
