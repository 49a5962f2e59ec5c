"""``termkit po export``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    PathsArgument,
    complain,
    complain_all,
    open_base,
    open_settings,
)
from termkit.engine.collect import find_files
from termkit.engine.converting import Converters
from termkit.engine.po_export import export_articles


def export(
    paths: PathsArgument,
    to: Annotated[str, typer.Option("--to", "-t", help="The locale to translate into.")],
    directory: Annotated[
        Path, typer.Option("--directory", "-d", help="Where the catalogues go (gettext layout).")
    ],
    source: Annotated[
        str,
        typer.Option(
            "--from", help="The locale of the files; otherwise each file's own is found out."
        ),
    ] = "",
    domain: Annotated[str, typer.Option(help="The name of the catalogue.")] = "articles",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the articles as a catalogue with converted drafts, and as a template.

    DIR/zh_CN/LC_MESSAGES/articles.po has one entry per prose segment, its draft
    flagged fuzzy; DIR/articles.pot has the same without drafts. Translations that
    the catalogue already holds are kept, and a second run changes nothing.
    """
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    converters = Converters(to, base, source, by_path=settings.locales)
    files, problems = find_files(paths, settings.exclusion)
    done = export_articles(files, converters, directory, domain)
    complain_all((*problems, *done.problems))
    for name in done.skipped:
        complain(f"{name}: skipped, it is already in {converters.target.tag}")
    if done.entries:
        state = "written" if done.changed else "unchanged"
        typer.echo(f"{done.catalog.as_posix()}: {done.entries} entries, {state}")
        typer.echo(done.template.as_posix())
    elif not (problems or done.problems):
        complain("nothing to export")
    if problems or done.problems or base.problems:
        raise typer.Exit(EXIT_FAILED)
