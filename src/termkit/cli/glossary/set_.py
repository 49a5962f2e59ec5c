"""``termkit glossary set``."""

from typing import Annotated

import typer

from termkit.cli.glossary._editing import DryRunOption, FileOption, team_layers, tell
from termkit.cli.report import ConfigOption, GlossaryOption, open_settings
from termkit.engine.editing.choosing import find_row, verify_free
from termkit.engine.editing.formatting import table_files
from termkit.engine.editing.rows import set_cells
from termkit.termbase.assignments import parse_assignments
from termkit.termbase.columns import ID


def set_(
    concept_id: Annotated[str, typer.Argument(metavar="ID", help="The row.")],
    cells: Annotated[
        list[str],
        typer.Argument(
            metavar="COLUMN=VALUE…",
            help="What to write: zh-TW=輝達 (the whole cell), zh-TW+=輝達 (a term more), zh-TW-=輝達 "
            "(a term less), note= (nothing).",
        ),
    ],
    file: FileOption = None,
    dry_run: DryRunOption = False,
    glossary: GlossaryOption = None,
    config: ConfigOption = None,
) -> None:
    """Change cells of a concept, once the new values are found to be right.

    All other bytes of the file stay. Columns that the file lacks are added to it.
    """
    assignments = parse_assignments(cells)
    settings = open_settings(config, glossary, None)
    files = table_files(team_layers(settings, file))
    path = find_row(files, concept_id, settings.open_base)
    for new in (one.value.strip() for one in assignments if one.name == ID):
        verify_free(settings.glossary, path, new)
    tell(set_cells(path, concept_id, assignments, write=not dry_run), dry_run=dry_run)
