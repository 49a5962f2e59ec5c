"""Writing guards into the rows that need them: single cells change, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.curation.diagnosis import Ailment
from termkit.errors import InputError, Problem
from termkit.files import read_text, write_atomic
from termkit.model.term import Concept
from termkit.termbase.cells import CellIndex, read_cell, replace_cells
from termkit.termbase.columns import split_cell
from termkit.termbase.csvfile import read_csv
from termkit.termbase.rows import join_cell

_Cell = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class RowEdit:
    """A cell of a row with what it holds now and what it is to hold."""

    path: str
    line: int
    column: str
    concept: str
    before: str
    after: str


def plan(ailments: Iterable[Ailment]) -> list[RowEdit]:
    """Return the edits that bring in the guards of the ailments, one for each cell."""
    added: dict[_Cell, list[str]] = defaultdict(list)
    rows: dict[_Cell, Concept] = {}
    for each in ailments:
        if each.guard:
            place = (each.concept.path, each.concept.line, each.guard.column)
            added[place] += each.guard.terms
            rows[place] = each.concept
    edits: list[RowEdit] = []
    for (path, line, column), terms in added.items():
        row = rows[path, line, column]
        held = row.shields.get(column.partition(":")[0], ())
        new = tuple(dict.fromkeys((*held, *terms)))
        if new != held:
            edit = RowEdit(path, line, column, row.id, join_cell(held), join_cell(new))
            edits.append(edit)
    return edits


def write(edits: Iterable[RowEdit]) -> list[str]:
    """Make the edits; return the files that changed.

    Raises InputError where a file is not as it was when it was read, or would not be
    read back with these edits alone; then that file stays as it is.
    """
    files: dict[str, list[RowEdit]] = defaultdict(list)
    for edit in edits:
        files[edit.path].append(edit)
    for path, wanted in files.items():
        text = read_text(Path(path))
        index = CellIndex(text)
        for edit in wanted:
            _verify_cell(text, index, edit)
        result = replace_cells(text, {(edit.line, edit.column): edit.after for edit in wanted})
        if len(read_csv(result, path)[0]) != len(read_csv(text, path)[0]):
            raise InputError(
                Problem(path, 0, "", "cannot be read back with the edits; not changed")
            )
        write_atomic(Path(path), result.encode())
    return list(files)


def _verify_cell(text: str, index: CellIndex, edit: RowEdit) -> None:
    """Raise InputError unless the row is still there and its cell still says the same."""
    ids, cell = index.cell(edit.line, "id"), index.cell(edit.line, edit.column)
    same_row = ids is not None and read_cell(ids.of(text)).strip() == edit.concept
    held = split_cell(read_cell(cell.of(text))) if cell is not None else ()
    if not same_row or join_cell(held) != edit.before:
        message = f"the row {edit.concept} has changed meanwhile; run the command again"
        raise InputError(Problem(edit.path, edit.line, edit.column, message))
