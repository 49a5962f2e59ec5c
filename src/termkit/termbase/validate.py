"""Everything that is wrong with the files of a term base, all at once."""

from collections.abc import Iterable
from itertools import chain, groupby

from termkit.errors import InputError
from termkit.files import decode
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.termbase.csvfile import Table, read_table
from termkit.termbase.faults import Fault
from termkit.termbase.store import Source
from termkit.termbase.validate_cells import header_faults, row_faults
from termkit.termbase.validate_relations import relation_faults
from termkit.termbase.validate_rows import concept_faults
from termkit.termbase.validate_shields import shield_faults


def validate(sources: Iterable[Source]) -> tuple[list[Fault], list[Problem]]:
    """Return the faults of a term base by place, and what keeps files from being looked at.

    Rows are compared with those of their own layer: an upper one may say otherwise.
    """
    ordered = sorted(sources, key=lambda source: source.layer)
    faults: list[Fault] = []
    problems: list[Problem] = []
    for _, layer in groupby(ordered, key=lambda source: source.layer):
        tables: list[Table] = []
        for source in layer:
            try:
                text = decode(source.data, source.path)
            except InputError as error:
                problems += error.problems
            else:
                tables.append(read_table(text, source.path, source.layer))
        faults += _layer_faults(tables)
    order = {source.path: number for number, source in enumerate(ordered)}
    return sorted(faults, key=lambda fault: (order[fault.path], fault.line)), problems


def _layer_faults(tables: list[Table]) -> Iterable[Fault]:
    rows = [(table, row) for table in tables for row in table.rows]
    concepts: list[Concept] = [row.concept for _, row in rows]
    return chain(
        *(table.faults for table in tables),
        *(header_faults(table) for table in tables),
        *(row_faults(table, row) for table, row in rows),
        *(concept_faults(concept) for concept in concepts),
        relation_faults(concepts),
        shield_faults(concepts),
    )
