"""``termkit check``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.checking import Run
from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    IgnoreOption,
    JobsOption,
    PathsArgument,
    SelectOption,
    StdinFilenameOption,
    VerboseOption,
    choose,
    names,
    open_base,
    open_settings,
)
from termkit.cli.speaking import listing
from termkit.engine.changed_lines import ChangedLines
from termkit.engine.checking import Means
from termkit.engine.collect import STDIN
from termkit.engine.fixer import Fixing
from termkit.engine.result_cache import ResultCache
from termkit.engine.selection import Selection
from termkit.errors import TermkitError
from termkit.locales import get_chinese
from termkit.messages import mark, tr
from termkit.outputs import all_outputs


def check(
    paths: PathsArgument,
    locale: Annotated[
        str, typer.Option("--locale", "-l", help="Check as this locale, whatever the files say.")
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help=listing("How to show the findings: {names}.", names=", ".join(all_outputs())),
        ),
    ] = "text",
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes to the files.")] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="With --fix or --diff: the unsafe fixes too."),
    ] = False,
    fuzzy: Annotated[
        bool,
        typer.Option("--fuzzy/--no-fuzzy", help="Flag fixed entries of a catalogue as fuzzy."),
    ] = True,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change; change nothing.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write the findings to this file."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="Only findings on lines that git has seen change since REV."
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out the findings that this baseline holds."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the findings to a baseline, instead of showing them."
        ),
    ] = None,
    source: Annotated[
        str,
        typer.Option(
            metavar="LOCALE",
            help="Compare articles with their siblings in this locale, which they are translated from.",
        ),
    ] = "",
    jobs: JobsOption = 0,
    cache: Annotated[
        bool,
        typer.Option("--cache/--no-cache", help="Take results of unchanged files from the cache."),
    ] = True,
    stdin_filename: StdinFilenameOption = "",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Check articles against the term base.

    PATH is a file, a directory, or - for standard input. Exit code 0: no findings,
    1: findings, 2: something could not be read.
    """
    tag = get_chinese(locale).tag if locale else ""
    chosen = choose(mark("output"), output, all_outputs())
    if write_baseline and (fix or diff or baseline or since is not None):
        raise TermkitError(
            tr(
                "--write-baseline takes all findings: leave out --fix, --diff, --baseline and --since"
            )
        )
    if unsafe_fixes and not (fix or diff):
        raise TermkitError(tr("--unsafe-fixes goes with --fix, or with --diff to see them first"))
    if report and (diff or write_baseline or (fix and STDIN in paths)):
        raise TermkitError(
            tr(
                "--output takes findings; leave it out with --diff, with --write-baseline, "
                "or with --fix and standard input"
            )
        )
    settings = (
        open_settings(config, glossary, builtin)
        .with_source(source)
        .with_checks(names(select), names(ignore))
    )
    known = None if write_baseline else settings.open_baseline(baseline)
    changed = (
        ChangedLines([p for p in paths if p != STDIN] or ["."], since)
        if since is not None
        else None
    )
    base = open_base(settings)
    options = settings.check_options(base, tag, names=chosen.names)
    fixing = Fixing(unsafe_fixes, fuzzy)
    means = Means(jobs, ResultCache(options) if cache else None)
    selection = Selection(options, known, changed)
    run = Run(paths, stdin_filename, settings.exclusion, options, selection, fixing, means, verbose)
    run.failed = bool(base.problems)
    if write_baseline:
        run.write_baseline(write_baseline)
    elif diff:
        run.show_diff()
    elif fix:
        run.fix(chosen, report)
    else:
        run.show(chosen, report)
    run.tell_of_baseline()
    if run.failed:
        raise typer.Exit(EXIT_FAILED)
    if run.findings:
        raise typer.Exit(EXIT_FINDINGS)
