"""Writing guards into the rows that need them: single cells change, and nothing else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
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
        for guard in each.guards:
            rows[each.concept.id] = each.concept
            added[each.concept.id, guard.column] += guard.terms
    edits: list[RowEdit] = []
    for (concept_id, column), terms in added.items():
        held = _held(rows[concept_id], column)
        new = tuple(term for term in dict.fromkeys(terms) if term not in held)
        if new:
            edits.append(RowEdit(rows[concept_id], column, new))
    return edits


def _held(row: Concept, column: str) -> Collection[str]:
    locale, _, aspect = column.partition(":")
    if not aspect:
        return row.flags
    return (row.shields if aspect == "except" else row.context).get(locale, ())


def write(edits: Sequence[RowEdit]) -> None:
    """Make the edits. Raises InputError where a row is gone, or would have a fault afterwards."""
    cells: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for edit in edits:
        assignment = Assignment(edit.column, Operator.ADD, join_cell(edit.terms))
        cells[edit.concept.path, edit.concept.id].append(assignment)
    for (path, concept_id), assignments in cells.items():
        set_cells(Path(path), concept_id, assignments)
