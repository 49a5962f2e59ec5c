"""``termkit po update``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.po._options import (
    CompendiumOption,
    DirectoryOption,
    DomainOption,
    DraftOption,
    RewriteOption,
    tell,
)
from termkit.cli.report import (
    EXIT_FAILED,
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
from termkit.engine.po.export import Wishes, catalog_path, export_articles
from termkit.engine.po.places import find_targets, referenced_files
from termkit.po.catalog import open_catalog


def update(
    directory: DirectoryOption,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH…]", show_default=False, help="Articles that are new."),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", "-t", help="Update this locale only; may be repeated."),
    ] = None,
    source: FromOption = "",
    domain: DomainOption = "articles",
    compendium: CompendiumOption = None,
    draft: DraftOption = True,
    rewrite: RewriteOption = False,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Bring catalogues up to date after articles, or the term base, have changed.

    The articles are those that the catalogues name, as far as they are still there, and
    those named here. What translators did is kept: an edited text has its old
    translation, fuzzy, with the old text as its previous one; what is gone becomes
    obsolete. Where the term base has changed, the translations that are wrong now
    become fuzzy, with the reason.
    """
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    tags = to or [locale.tag for locale in find_targets(directory, domain)]
    targets = [Converters(tag, base, source, by_path=settings.locales) for tag in tags]
    catalogs = [Path(directory) / f"{domain}.pot"]
    catalogs += (catalog_path(directory, each.target.gettext, domain) for each in targets)
    known = referenced_files(open_catalog(path, domain, "") for path in catalogs)
    files, problems = find_files(paths or [], settings.exclusion)
    complain_all(problems)
    every = {file.path: file for file in (*known, *files)}
    wishes = Wishes(domain, tuple(compendium or ()), draft, rewrite)
    done = export_articles(every.values(), targets, directory, wishes)
    tell(done)
    if problems or done.problems or base.problems:
        raise typer.Exit(EXIT_FAILED)
