"""``termkit glossary add``."""

from typing import Annotated

import typer

from termkit.cli.glossary._editing import DryRunOption, FileOption, tell
from termkit.cli.report import ConfigOption, GlossaryOption, complain, open_settings
from termkit.engine.editing.choosing import (
    choose_file,
    claimed_elsewhere,
    like,
    replaced,
    verify_free,
)
from termkit.engine.editing.rows import add_row, columns_of, new_cells
from termkit.locales import EN
from termkit.messages import tr
from termkit.termbase.assignments import parse_assignments


def add(
    cells: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EN] COLUMN=VALUE…",
            show_default=False,
            help="The cells, such as “Tide Map” zh-TW=潮線地圖 tw=潮線地圖 note=…; terms with | "
            "between them.",
        ),
    ] = None,
    concept_id: Annotated[
        str, typer.Option("--id", help="The id; otherwise it is made from the English term.")
    ] = "",
    template: Annotated[
        str,
        typer.Option(
            "--like", metavar="ID", help="Begin with the cells of this row, built-in or not."
        ),
    ] = "",
    file: FileOption = None,
    dry_run: DryRunOption = False,
    glossary: GlossaryOption = None,
    config: ConfigOption = None,
) -> None:
    """Add a concept to the term base, once its cells are found to be right.

    The file is that of its domain (domain=…), or the only one. Columns that the
    file lacks are added to it.
    """
    settings = open_settings(config, glossary, None)
    base = settings.open_base()
    start = like(base, template) if template else {}
    typed = parse_assignments(cells or (), bare=EN)
    domain = next((one.value.strip() for one in typed if one.name == "domain"), "")
    path = file or choose_file(settings.glossary, domain or start.get("domain", ""))
    row = new_cells(typed, concept_id, start, columns_of(path))
    verify_free(settings.glossary, path, row["id"])
    tell(add_row(path, row, write=not dry_run), dry_run=dry_run)
    for note in filter(None, (replaced(base, row["id"], row), *claimed_elsewhere(base, row))):
        complain(tr("note: {note}", note=note))
