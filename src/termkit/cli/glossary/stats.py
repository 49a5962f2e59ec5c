"""``termkit glossary stats``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    choose,
    complain_all,
    emit,
    open_settings,
)
from termkit.cli.tables import show_table
from termkit.engine.curation.layers import as_one_layer
from termkit.engine.curation.stats import Stats, count_concepts
from termkit.engine.curation.stats_tables import headline, stats_tables, stats_values
from termkit.engine.curation.tables import markdown_table
from termkit.messages import mark, tr


def stats(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", show_default=False)
    ] = None,
    output: Annotated[
        str, typer.Option("--format", "-f", help="How to show it: table, markdown or json.")
    ] = "table",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Count concepts by domain, what each locale covers, real regional differences, status.

    PATH is a CSV file or a directory of them, looked at alone. Without PATH it is the term
    base that a check would use. Regional differences are other words; what only stands in
    other characters is counted apart.
    """
    render = choose(mark("format"), output, {"table": _table, "markdown": _markdown, "json": _json})
    settings = open_settings(config, glossary, builtin)
    base = as_one_layer(paths) if paths else settings.open_base()
    complain_all(base.problems)
    render(count_concepts(base.concepts))
    if base.problems:
        raise typer.Exit(EXIT_FAILED)


def _table(found: Stats) -> None:
    for table in stats_tables(found):
        show_table(tr(table.title), table.header, table.rows, numbers=True)
    emit(headline(found) + "\n")


def _markdown(found: Stats) -> None:
    for table in stats_tables(found):
        emit(markdown_table([*map(tr, table.header)], table.rows) + "\n")
    emit(headline(found) + "\n")


def _json(found: Stats) -> None:
    emit(json.dumps(stats_values(found), ensure_ascii=False, indent=2) + "\n")
