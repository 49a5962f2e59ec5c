"""``termkit convert``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.placing import goes_to_folder, write_all
from termkit.cli.reasons import Engine, Reasons, Wishes
from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    PathsArgument,
    StdinFilenameOption,
    VerboseOption,
    complain_all,
    open_base,
    open_settings,
)
from termkit.engine.collect import STDIN, Named, find_files, load_document, read_stdin
from termkit.engine.converting import Converters, convert_files
from termkit.errors import TermkitError
from termkit.model.document import Document


def convert(
    paths: PathsArgument,
    to: Annotated[str, typer.Option("--to", "-t", help="The locale to convert to.")],
    source: Annotated[
        str,
        typer.Option(
            "--from", help="The locale of the files; otherwise each file's own is found out."
        ),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write here: a file for one input, else a directory."),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", "-i", help="Replace the files themselves.")
    ] = False,
    domain: Annotated[
        str,
        typer.Option(help="What the texts are about: software or general; otherwise found out."),
    ] = "",
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
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Convert articles to another Chinese locale: script, regional words and your own terms.

    One file goes to standard output unless told otherwise. Code, URLs, tags and
    front-matter keys stay byte for byte. --explain and --compare print a table instead
    of the text; --review and --apply-review let an editor decide what is uncertain.
    Exit code 2 if a file could not be converted, 1 if a decision could not be applied.
    """
    if output and in_place:
        raise TermkitError("--output and --in-place exclude each other")
    wishes = Wishes(explain, compare, engine, trace, review, apply_review, learn)
    wishes.verify(map(Path, paths), output=output is not None, in_place=in_place)
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    converters = Converters(to, base, source, domain, settings.locales)
    reasons = Reasons(wishes, converters)
    files, problems = find_files([path for path in paths if path != STDIN], settings.exclusion)
    complain_all(problems)
    failed = bool(problems or base.problems)
    if STDIN in paths:
        files.insert(0, Named(Path(STDIN)))
    homeless = len(files) > 1 and not output and not in_place
    if homeless and not wishes.prints and not wishes.writes:
        raise TermkitError("several files need --output DIR or --in-place")

    def load(file: Named) -> Document:
        return read_stdin(stdin_filename) if file.name == STDIN else load_document(file)

    failed |= write_all(
        reasons.watch(convert_files(files, converters, load, reasons.engine())),
        output if not in_place else None,
        goes_to_folder(files, paths, output),
        in_place,
        verbose,
        silent=homeless or wishes.prints,
    )
    code = reasons.finish()
    if failed or code:
        raise typer.Exit(EXIT_FAILED if failed else code)
