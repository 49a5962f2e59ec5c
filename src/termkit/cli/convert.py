"""``termkit convert``."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    GlossaryOption,
    PathsArgument,
    complain,
    complain_all,
    emit,
    open_base,
)
from termkit.engine.collect import STDIN, Named, find_files, load_document, read_stdin
from termkit.engine.converting import ConvertedFile, Converters, convert_files
from termkit.errors import TermkitError
from termkit.files import write_atomic
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
    stdin_filename: Annotated[
        str, typer.Option(help="The name that standard input (-) is read under.")
    ] = "",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = True,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Tell each file's locale, and why.")
    ] = False,
) -> None:
    """Convert articles to another Chinese locale: script, regional words and your own terms.

    One file goes to standard output unless told otherwise. Code, URLs, tags and
    front-matter keys stay byte for byte. Exit code 2 if a file could not be converted.
    """
    if output and in_place:
        raise TermkitError("--output and --in-place exclude each other")
    base = open_base(glossary, builtin)
    converters = Converters(to, base, source, domain)
    files, problems = find_files([path for path in paths if path != STDIN])
    complain_all(problems)
    failed = bool(problems or base.problems)
    if STDIN in paths:
        files.insert(0, Named(Path(STDIN)))
    to_folder = _goes_to_folder(files, paths, output)
    if len(files) > 1 and not output and not in_place:
        raise TermkitError("several files need --output DIR or --in-place")

    def load(file: Named) -> Document:
        return read_stdin(stdin_filename) if file.name == STDIN else load_document(file)

    failed |= _write_all(
        convert_files(files, converters, load),
        output if not in_place else None,
        to_folder,
        in_place,
        verbose,
    )
    if failed:
        raise typer.Exit(EXIT_FAILED)


def _write_all(
    results: Iterable[ConvertedFile],
    output: Path | None,
    to_folder: bool,
    in_place: bool,
    verbose: bool,
) -> bool:
    """Write every result to its place; return whether one failed."""
    failed = False
    written: dict[Path, str] = {}
    for result in results:
        if result.problems:
            complain_all(result.problems)
            failed = True
            continue
        if verbose:
            complain(f"{result.file.name}: from {result.source_locale} ({result.reason})")
        if result.file.name == STDIN or (output is None and not in_place):
            emit(result.text, result.document.encoding if result.document else "utf-8")
            continue
        place = _place(result.file, output, to_folder)
        if place in written:
            complain(
                f"{result.file.name}: {place} is already written from {written[place]}; not overwritten"
            )
            failed = True
            continue
        written[place] = result.file.name
        write_atomic(place, result.data)
    return failed


def _goes_to_folder(files: list[Named], paths: list[str], output: Path | None) -> bool:
    return output is not None and (
        len(files) > 1 or output.is_dir() or any(Path(path).is_dir() for path in paths)
    )


def _place(file: Named, output: Path | None, to_folder: bool) -> Path:
    if output is None:
        return file.path
    if not to_folder:
        return output
    return output / (file.path.relative_to(file.root) if file.root else Path(file.path.name))
