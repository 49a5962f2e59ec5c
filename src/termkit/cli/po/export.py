"""``termkit po export``."""

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
    PathsArgument,
    complain,
    complain_all,
    open_base,
    open_settings,
)
from termkit.engine.collect import find_files
from termkit.engine.converting import Converters
from termkit.engine.po.export import Wishes, export_articles
from termkit.messages import tr


def export(
    paths: PathsArgument,
    to: Annotated[
        list[str], typer.Option("--to", "-t", help="A locale to translate into; may be repeated.")
    ],
    directory: DirectoryOption,
    source: FromOption = "",
    domain: DomainOption = "articles",
    compendium: CompendiumOption = None,
    draft: DraftOption = True,
    rewrite: RewriteOption = False,
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the articles as catalogues with converted drafts, and as a template.

    DIR/zh_CN/LC_MESSAGES/articles.po has one entry per block, its draft flagged
    fuzzy; DIR/articles.pot has the same without drafts. Translations are taken from
    the catalogue itself, from --compendium, and from the article's sibling in the
    target's locale. What translators did is kept, and a second run changes nothing.
    """
    settings = open_settings(config, glossary, builtin)
    base = open_base(settings)
    targets = [Converters(tag, base, source, by_path=settings.locales) for tag in dict.fromkeys(to)]
    files, problems = find_files(paths, settings.exclusion)
    complain_all(problems)
    wishes = Wishes(domain, tuple(compendium or ()), draft, rewrite)
    done = export_articles(files, targets, directory, wishes)
    for name in done.skipped:
        complain(
            tr(
                "{name}: skipped, it is already in {locale}",
                name=name,
                locale=targets[0].target.tag,
            )
        )
    tell(done)
    if problems or done.problems or base.problems:
        raise typer.Exit(EXIT_FAILED)
