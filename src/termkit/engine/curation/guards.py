"""Writing guards into the rows that need them: single cells change, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.curation.diagnosis import Ailment
from termkit.engine.editing.rows import set_cells
from termkit.model.term import Concept
from termkit.termbase.assignments import Assignment, Operator
from termkit.termbase.rows import join_cell


@dataclass(frozen=True, slots=True)
class RowEdit:
    """Terms to add to a cell of a row."""

    concept: Concept
    column: str
    terms: tuple[str, ...]


def plan(ailments: Iterable[Ailment]) -> list[RowEdit]:
    """Return the edits that bring in the guards of the ailments, one for each cell."""
    added: dict[tuple[str, str], list[str]] = defaultdict(list)
    rows: dict[str, Concept] = {}
    for each in ailments:
        if each.guard:
            rows[each.concept.id] = each.concept
            added[each.concept.id, each.guard.column] += each.guard.terms
    edits: list[RowEdit] = []
    for (concept_id, column), terms in added.items():
        held = rows[concept_id].shields.get(column.partition(":")[0], ())
        new = tuple(term for term in dict.fromkeys(terms) if term not in held)
        if new:
            edits.append(RowEdit(rows[concept_id], column, new))
    return edits


def write(edits: Sequence[RowEdit]) -> None:
    """Make the edits. Raises InputError where a row is gone, or would have a fault afterwards."""
    cells: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for edit in edits:
        assignment = Assignment(edit.column, Operator.ADD, join_cell(edit.terms))
        cells[edit.concept.path, edit.concept.id].append(assignment)
    for (path, concept_id), assignments in cells.items():
        set_cells(Path(path), concept_id, assignments)
