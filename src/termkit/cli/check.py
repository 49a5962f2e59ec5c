"""``termkit check``."""

import difflib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    GlossaryOption,
    PathsArgument,
    StdinFilenameOption,
    VerboseOption,
    choose,
    complain,
    complain_all,
    emit,
    open_base,
)
from termkit.cli.showing import deliver, make_view
from termkit.engine.collect import STDIN, find_files, read_stdin
from termkit.engine.fixer import Fixed, fix_document, fix_files
from termkit.engine.runner import CheckOptions, check_files, check_one, select_checks
from termkit.errors import InputError, TermkitError
from termkit.locales import get_chinese
from termkit.model.result import FileResult
from termkit.outputs import all_outputs


def check(
    paths: PathsArgument,
    locale: Annotated[
        str, typer.Option("--locale", "-l", help="Check as this locale, whatever the files say.")
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--format", "-f", help=f"How to show the findings: {', '.join(all_outputs())}."
        ),
    ] = "text",
    select: Annotated[
        list[str] | None,
        typer.Option(help="Run these checks only (names, with commas or repeated)."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Leave these checks out.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes to the files.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change; change nothing.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write the findings to this file."),
    ] = None,
    stdin_filename: StdinFilenameOption = "",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = True,
    verbose: VerboseOption = False,
) -> None:
    """Check articles against the term base.

    PATH is a file, a directory, or - for standard input. Exit code 0: no findings,
    1: findings, 2: something could not be read.
    """
    tag = get_chinese(locale).tag if locale else ""
    chosen = choose("output", output, all_outputs())
    checks = select_checks(_names(select), _names(ignore))
    if report and (diff or (fix and STDIN in paths)):
        raise TermkitError(
            "--output takes findings; leave it out with --diff, or with --fix and standard input"
        )
    base = open_base(glossary, builtin)
    options = CheckOptions(base, checks, tag, names=chosen.names)
    run = _Run(options, verbose)
    run.failed = bool(base.problems)
    if diff:
        for fixed in run.fix(paths, stdin_filename, write=False):
            emit(_diff(fixed.result.path, fixed.before, fixed.result.source))
            run.findings |= bool(fixed.applied)
    elif fix and STDIN in paths:
        for fixed in run.fix(paths, stdin_filename, write=True):
            if fixed.result.path == run.stdin_name(stdin_filename):
                emit(fixed.result.source, fixed.encoding)
    else:
        results = (
            (fixed.result for fixed in run.fix(paths, stdin_filename, write=True))
            if fix
            else run.check(paths, stdin_filename)
        )
        broken = (FileResult(problem.path, problems=(problem,)) for problem in base.problems)
        view = make_view(checks, to_file=report is not None)
        deliver(chosen.render(chain(broken, results), view), report)
    if fix and not diff:
        complain(f"{run.applied} fix{'' if run.applied == 1 else 'es'} applied")
    if run.failed:
        raise typer.Exit(EXIT_FAILED)
    if run.findings:
        raise typer.Exit(EXIT_FINDINGS)


class _Run:
    """One run: gathers the files, tells on standard error what it must, remembers the outcome."""

    def __init__(self, options: CheckOptions, verbose: bool) -> None:
        self._options = options
        self._verbose = verbose
        self.failed = False
        self.findings = False
        self.applied = 0

    @staticmethod
    def stdin_name(name: str) -> str:
        return name or "<stdin>"

    def check(self, paths: list[str], name: str) -> Iterator[FileResult]:
        if STDIN in paths:
            try:
                yield self._noted(check_one(read_stdin(name), self._options))
            except InputError as error:
                yield self._noted(FileResult(self.stdin_name(name), problems=error.problems))
        files, problems = find_files([path for path in paths if path != STDIN])
        for problem in problems:
            yield self._noted(FileResult(problem.path, problems=(problem,)))
        for result in check_files(files, self._options):
            yield self._noted(result)

    def fix(self, paths: list[str], name: str, *, write: bool) -> Iterator[Fixed]:
        if STDIN in paths:
            try:
                yield self._counted(fix_document(read_stdin(name), self._options))
            except InputError as error:
                self._noted(FileResult(self.stdin_name(name), problems=error.problems))
        files, problems = find_files([path for path in paths if path != STDIN])
        for problem in problems:
            yield self._counted(Fixed("", FileResult(problem.path, problems=(problem,))))
        for fixed in fix_files(files, self._options, write=write):
            yield self._counted(fixed)

    def _counted(self, fixed: Fixed) -> Fixed:
        self.applied += fixed.applied
        self._noted(fixed.result)
        return fixed

    def _noted(self, result: FileResult) -> FileResult:
        complain_all(result.problems)
        self.failed |= bool(result.problems)
        self.findings |= bool(result.diagnostics)
        if self._verbose and not result.problems:
            complain(f"{result.path}: {result.locale or 'no locale'} ({result.reason})")
        elif result.reason.startswith("skipped"):
            complain(f"{result.path}: {result.reason}")
        return result


def _names(values: list[str] | None) -> list[str]:
    return [name.strip() for value in values or () for name in value.split(",") if name.strip()]


def _diff(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"a/{path.lstrip('/')}",
        f"b/{path.lstrip('/')}",
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
