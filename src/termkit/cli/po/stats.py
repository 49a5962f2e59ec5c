"""``termkit po stats``."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    PathsArgument,
    choose,
    complain_all,
    emit,
    open_base,
    open_settings,
)
from termkit.engine.po.places import find_catalogs
from termkit.engine.po.stats import Stats, count_catalog
from termkit.engine.runner import CheckOptions, select_checks
from termkit.errors import InputError
from termkit.messages import mark, tr
from termkit.outputs.display import visible, width

_HEADER = (
    mark("catalogue"),
    mark("translated"),
    mark("fuzzy"),
    mark("untranslated"),
    mark("words"),
    mark("characters"),
    mark("done"),
    mark("findings"),
)


def stats(
    paths: PathsArgument,
    output_format: Annotated[
        str, typer.Option("--format", "-f", help="The format: table or json.")
    ] = "table",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell how far catalogues are translated, how much text that is, and what check finds.

    PATH is a catalogue or a directory. A Han character counts as a word.
    """
    show = choose(mark("format"), output_format, {"table": _table, "json": _json})
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    options = CheckOptions(base, select_checks(), locales=settings.locales)
    counted: list[Stats] = []
    failed = bool(base.problems)
    for path in find_catalogs(paths):
        try:
            counted.append(count_catalog(path, options))
        except InputError as error:
            complain_all(error.problems)
            failed = True
    emit("".join(show(counted)))
    if failed:
        raise typer.Exit(EXIT_FAILED)


def _json(counted: Sequence[Stats]) -> Iterator[str]:
    rows = [
        {**asdict(each), "findings": dict(each.findings), "percent": each.percent}
        for each in counted
    ]
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _table(counted: Sequence[Stats]) -> Iterator[str]:
    rows = [tuple(map(tr, _HEADER)), *map(_row, counted)]
    widths = [max(width(row[column]) for row in rows) for column in range(len(_HEADER) - 1)]
    for row in rows:
        cells = [row[0] + " " * (widths[0] - width(row[0]))]
        cells += (
            " " * (columns - width(cell)) + cell
            for cell, columns in zip(row[1:-1], widths[1:], strict=True)
        )
        yield "  ".join((*cells, row[-1])).rstrip() + "\n"


def _row(each: Stats) -> tuple[str, ...]:
    findings = ", ".join(f"{count} {check}" for check, count in each.findings)
    return (
        visible(each.path),
        str(each.translated.entries),
        str(each.fuzzy.entries),
        str(each.untranslated.entries),
        str(each.total.words),
        str(each.total.characters),
        f"{each.percent} %",
        findings or tr("none"),
    )
