"""``termkit convert``."""

import sys
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.placing import Writer
from termkit.cli.progress import with_progress
from termkit.cli.reasons import Engine, Reasons, Wishes
from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    FromOption,
    GlossaryOption,
    JobsOption,
    PathsArgument,
    StdinFilenameOption,
    VerboseOption,
    complain_all,
    open_base,
    open_settings,
)
from termkit.cli.sidecars import SidecarOption, verify_sidecars
from termkit.engine.collect import (
    STDIN,
    STDIN_NAME,
    Named,
    find_files,
    find_others,
    load_document,
    read_stdin,
    verify_columns,
)
from termkit.engine.converting import (
    WORTH_A_PROCESS,
    Converters,
    ConvertFile,
    Load,
    convert_document_text,
    convert_file,
    convert_plainly,
)
from termkit.engine.parallel import choose_jobs, in_order
from termkit.engine.placing import Placing, is_folder, sort_out
from termkit.engine.streaming import can_stream, convert_stream
from termkit.engine.way_back import WayBack
from termkit.errors import TermkitError
from termkit.messages import tr
from termkit.scripts.tai import Tai


def convert(
    paths: PathsArgument,
    to: Annotated[str, typer.Option("--to", "-t", help="The locale to convert to.")],
    source: FromOption = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write here: a file for one input, else a directory."),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", "-i", help="Replace the files themselves.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; name the outputs that would change."),
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite", help="Replace the translations that a catalogue in the output has."
        ),
    ] = False,
    keep_names: Annotated[
        bool,
        typer.Option("--keep-names", help="Leave zh-TW and the like in names of files as it is."),
    ] = False,
    copy_others: Annotated[
        bool,
        typer.Option("--copy-others", help="Copy what is not converted to --output DIR as well."),
    ] = False,
    all_formats: Annotated[
        bool,
        typer.Option(
            "--all-formats",
            help="In directories, take all messages and tables (JSON, YAML, TOML, CSV).",
        ),
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Convert this column of a table; may be repeated."),
    ] = None,
    jobs: JobsOption = 0,
    domain: Annotated[
        str,
        typer.Option(help="What the texts are about: software or general; otherwise found out."),
    ] = "",
    script_only: Annotated[
        bool, typer.Option("--script-only", help="Convert characters, and leave words as they are.")
    ] = False,
    keep_quotes: Annotated[
        bool, typer.Option("--keep-quotes", help="Leave quotation marks as they are.")
    ] = False,
    tai: Annotated[
        Tai | None,
        typer.Option(
            help="What to write: 台灣, 臺灣, or what a traditional text has; else house.tai of the "
            "configuration, else 台."
        ),
    ] = None,
    stdin_filename: StdinFilenameOption = "",
    engine: Annotated[
        Engine, typer.Option(help="opencc: convert as opencc-python-reimplemented does.")
    ] = Engine.termkit,
    compare: Annotated[
        bool, typer.Option("--compare", help="Print where --engine opencc differs, and why.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print every change and what is behind it.")
    ] = False,
    trace: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the changes as JSON.")
    ] = None,
    review: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Write the places that an editor has to decide."),
    ] = None,
    apply_review: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Write the decisions of a review over the result."),
    ] = None,
    learn: Annotated[
        Path | None,
        typer.Option(
            metavar="TEAM.csv", help="Add what --apply-review decided as rows to a term base."
        ),
    ] = None,
    sidecar: SidecarOption = False,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Convert articles to another Chinese locale: script, regional words and your own terms.

    One file goes to standard output unless told otherwise, a directory to
    --output DIR. Code, URLs, tags and front-matter keys stay byte for byte;
    what a file says of its own locale is brought up to date, and so are names
    like index.zh-tw.md. --explain and --compare print a table instead of the
    text; --review and --apply-review let an editor decide what is uncertain.
    Exit code 2 if a file could not be converted, 1 if a decision could not be
    applied or, with --check, if an output would change.
    """
    _verify(paths, output, in_place=in_place, copy_others=copy_others, check=check)
    wishes = Wishes(explain, compare, engine, trace, review, apply_review, learn)
    wishes.verify(
        map(Path, paths),
        output=output is not None,
        in_place=in_place,
        check=check,
        script_only=script_only,
    )
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    converters = Converters(
        to,
        base,
        source,
        domain,
        script_only=script_only,
        keep_quotes=keep_quotes,
        tai=tai or settings.house_tai or Tai.COMMON,
        by_path=settings.locales,
    )
    reasons = Reasons(wishes, converters)
    named = [path for path in paths if path != STDIN]
    exclusion = replace(settings.exclusion, output=output)
    files, problems = find_files(named, exclusion, every_format=all_formats, localised=True)
    others = find_others(named, files, exclusion) if copy_others else []
    stdin = [Named(Path(STDIN))] if STDIN in paths else []
    inputs = [*stdin, *files]
    verify_columns([stdin_filename, *(file.name for file in files)], column)
    placing = Placing(converters.target, output, is_folder(output, paths, inputs), keep_names)
    to_output = not output and not in_place
    fast = wishes.text_only and not sidecar
    how = convert_document_text if fast else reasons.engine()
    load: Load = partial(load_document, columns=column)
    run: ConvertFile = partial(convert_file, converters=converters, load=load, convert=how)
    way_back = WayBack(converters, how, column, keeps=not to_output) if sidecar else None
    if way_back:
        verify_sidecars(inputs, placed=way_back.keeps, compare=compare)
        load, run = way_back.load, way_back.convert_file
    files, others, refused = sort_out(placing, files, others, converters, load)
    complain_all((*problems, *refused))
    homeless = to_output and len(inputs) > 1
    if homeless and not wishes.prints and not wishes.writes:
        raise TermkitError(tr("several files need --output DIR or --in-place"))

    writer = Writer(placing, to_output, homeless or wishes.prints, check, verbose, overwrite)
    work = run if wishes.asks_why else partial(convert_plainly, convert=run)
    results = in_order(work, files, choose_jobs(jobs, files, WORTH_A_PROCESS))
    if stdin and to_output and can_stream(stdin_filename or STDIN_NAME) and wishes.text_only:
        writer.stream(convert_stream(sys.stdin.buffer, stdin_filename or STDIN_NAME, converters))
    elif stdin:
        text = convert_file(stdin[0], converters, lambda _: read_stdin(stdin_filename, column), how)
        results = chain([text], results)
    results = reasons.watch(results)
    if way_back and apply_review:  # the texts are other ones now
        results = map(way_back.keep, results)
    total = 0 if to_output else len(files)
    writer.write_all(with_progress(results, total), copy_skipped=copy_others)
    writer.copy_all(others)
    code = reasons.finish() or (EXIT_FINDINGS if writer.changes else 0)
    if problems or refused or base.problems or writer.failed:
        code = EXIT_FAILED
    if code:
        raise typer.Exit(code)


def _verify(
    paths: list[str], output: Path | None, *, in_place: bool, copy_others: bool, check: bool
) -> None:
    """Raise TermkitError where options make no sense together."""
    if output and in_place:
        raise TermkitError(tr("--output and --in-place exclude each other"))
    if copy_others and not output:
        raise TermkitError(tr("--copy-others copies to --output DIR; name one"))
    if check and STDIN in paths:
        raise TermkitError(tr("--check compares files; standard input is none"))
