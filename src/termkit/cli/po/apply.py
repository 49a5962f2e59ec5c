"""``termkit po apply``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.po._options import DirectoryOption, DomainOption
from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    FromOption,
    GlossaryOption,
    complain_all,
    open_base,
    open_settings,
)
from termkit.engine.collect import find_files
from termkit.engine.converting import Converters
from termkit.engine.placing import Placing
from termkit.engine.po.apply import KEEP, Applied, Applying, apply_articles
from termkit.engine.po.export import catalog_path
from termkit.engine.po.places import find_targets, referenced_files
from termkit.errors import InputError
from termkit.files import write_atomic
from termkit.messages import mark, tr
from termkit.po.file import Catalog
from termkit.problems import Problem


def apply(
    directory: DirectoryOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the articles go.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH…]", show_default=False, help="The articles, else all in the catalogue."
        ),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", "-t", help="Build this locale only; may be repeated."),
    ] = None,
    keep: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=100, help="Write an article if N % of it is translated."
        ),
    ] = KEEP,
    fuzzy: Annotated[
        bool, typer.Option("--fuzzy/--no-fuzzy", help="Use fuzzy translations as well.")
    ] = False,
    source: FromOption = "",
    domain: DomainOption = "articles",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Build the translated articles from the catalogues.

    What has no translation stays as it is in the source, and is told. The article's own
    lang, and links to pages that there are in the target's locale, follow it. Exit code
    1 if too little of an article is translated to write it.
    """
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    tags = to or [locale.tag for locale in find_targets(directory, domain)]
    targets = [Converters(tag, base, source, by_path=settings.locales) for tag in tags]
    catalogs = [catalog_path(directory, each.target.gettext, domain) for each in targets]
    files, problems = find_files(paths or [], settings.exclusion)
    if not paths:
        files = referenced_files(map(Catalog.load, catalogs))
    complain_all(problems)
    failed, incomplete = bool(problems or base.problems), False
    how = Applying(keep, fuzzy)
    for done in apply_articles(files, targets, directory, domain, output, how):
        try:
            if isinstance(done, Problem):
                raise InputError(done)
            complain_all(done.fallbacks)
            incomplete |= done.text is None
            _write(done, output, keep)
        except InputError as error:
            complain_all(error.problems)
            failed = True
    if failed or incomplete:
        raise typer.Exit(EXIT_FAILED if failed else EXIT_FINDINGS)


def _write(done: Applied, output: Path, keep: int) -> None:
    counts = {"translated": done.translated, "total": done.total, "percent": done.percent}
    if done.text is None:
        message = mark(
            "{path}: {translated} of {total} texts translated ({percent} %), less than {keep} %: "
            "not written"
        )
        typer.echo(tr(message, path=done.file.name, keep=keep, **counts))
        return
    placing = Placing(done.target, output, to_folder=True)
    placing.verify(done.file, done.place, done.data)
    changed = write_atomic(done.place, done.data)
    message = mark("{path}: {translated} of {total} texts translated ({percent} %), written")
    if not changed:
        message = mark("{path}: {translated} of {total} texts translated ({percent} %), unchanged")
    typer.echo(tr(message, path=done.place.as_posix(), **counts))
