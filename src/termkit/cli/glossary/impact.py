"""``termkit glossary impact``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.progress import with_progress
from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    choose,
    complain_all,
    names,
    open_settings,
)
from termkit.cli.several import SeveralValues
from termkit.cli.showing import deliver
from termkit.engine.collect import find_files
from termkit.engine.curation.impact import Impact, measure
from termkit.engine.curation.impact_report import impact_markdown, impact_values
from termkit.engine.curation.revisions import open_side
from termkit.locales import CHINESE, get_chinese
from termkit.messages import mark

COMMAND = SeveralValues


def impact(
    before: Annotated[str, typer.Argument(metavar="BASE", show_default=False)],
    after: Annotated[str, typer.Argument(metavar="HEAD", show_default=False)],
    corpus: Annotated[
        list[str],
        typer.Option(metavar="PATH…", help="Texts to look at: articles, catalogues, directories."),
    ],
    to: Annotated[
        list[str] | None,
        typer.Option("--to", "-t", help="Convert into these locales only; may be repeated."),
    ] = None,
    examples: Annotated[
        int, typer.Option("--examples", "-n", help="Examples to show of each kind; 0: all.")
    ] = 10,
    output: Annotated[
        str, typer.Option("--format", "-f", help="How to tell it: markdown or json.")
    ] = "markdown",
    report: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the report to this file.")
    ] = None,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell what a change to the term base does to texts, for a pull request.

    BASE and HEAD are each a CSV file, a directory of them, a git revision, or REVISION:PATH.
    A bare revision is that of the term base which --glossary or the configuration names,
    else of the path on the other side, else of the built-in base. Exit code 0, whatever
    changes; 2: something could not be read.
    """
    render = choose(mark("format"), output, {"markdown": _markdown, "json": _json})
    targets = [get_chinese(tag).base for tag in names(to)] or CHINESE
    settings = open_settings(config, glossary, builtin)
    layers = [layer.path for layer in settings.glossary]
    paths = [[Path(text)] if Path(text).exists() else [] for text in (before, after)]
    old = open_side(before, layers, builtin=settings.builtin, beside=paths[1])
    new = open_side(after, layers, builtin=settings.builtin, beside=paths[0])
    files, missing = find_files(corpus, settings.exclusion)
    both = settings.check_options(old), settings.check_options(new)
    found = measure(both, with_progress(files, len(files)), targets)
    complain_all([*missing, *found.problems])
    deliver(render(found, examples), report)
    if missing or found.problems:
        raise typer.Exit(EXIT_FAILED)


def _markdown(found: Impact, examples: int) -> Iterator[str]:
    yield from impact_markdown(found, examples)


def _json(found: Impact, examples: int) -> Iterator[str]:  # noqa: ARG001
    yield json.dumps(impact_values(found), ensure_ascii=False, indent=2) + "\n"
