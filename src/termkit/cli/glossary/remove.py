"""``termkit glossary remove``."""

from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.glossary._editing import DryRunOption, FileOption, team_layers, tell
from termkit.cli.report import ConfigOption, GlossaryOption, open_settings
from termkit.engine.editing.choosing import find_row
from termkit.engine.editing.formatting import table_files
from termkit.engine.editing.rows import remove_rows


def remove(
    concept_ids: Annotated[list[str], typer.Argument(metavar="ID…", help="The rows.")],
    file: FileOption = None,
    dry_run: DryRunOption = False,
    glossary: GlossaryOption = None,
    config: ConfigOption = None,
) -> None:
    """Take concepts out of the term base; all of them, or none if one is not there.

    To keep a row and switch it off, set status=obsolete.
    """
    settings = open_settings(config, glossary, None)
    files = table_files(team_layers(settings, file))
    wanted: dict[Path, list[str]] = {}
    for concept_id in dict.fromkeys(concept_ids):
        wanted.setdefault(find_row(files, concept_id, settings.open_base), []).append(concept_id)
    for path, found in wanted.items():
        tell(remove_rows(path, found, write=not dry_run), dry_run=dry_run)
