"""A concept as a row of the wide CSV."""

from termkit.model.term import Concept
from termkit.termbase.columns import SEPARATOR


def concept_row(concept: Concept) -> dict[str, str]:
    """Return the cells of a concept that are not empty, by column name."""
    row = {"id": concept.id}
    for locale, terms in concept.terms.items():
        row[locale] = join_cell(terms)
    for aspect, cells in (
        ("avoid", concept.avoid),
        ("except", concept.shields),
        ("context", concept.context),
    ):
        for locale, terms in cells.items():
            row[f"{locale}:{aspect}"] = join_cell(terms)
    row |= {
        "domain": concept.domain,
        "pos": concept.pos,
        "definition": concept.definition,
        "note": concept.note,
        "source": concept.source,
        "status": concept.status,
        "flags": " ".join(sorted(concept.flags)),
        "since": concept.since,
        "until": concept.until,
        **concept.extra,
    }
    return {name: cell for name, cell in row.items() if cell}


def join_cell(terms: tuple[str, ...]) -> str:
    """Join the terms of a cell."""
    return f" {SEPARATOR} ".join(terms)
