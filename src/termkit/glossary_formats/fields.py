"""What a format may be unable to hold, and what of a row is left without it."""

from collections.abc import Collection
from enum import StrEnum

from termkit.messages import mark
from termkit.model.term import Concept
from termkit.termbase.columns import (
    ASPECTS,
    CANONICAL,
    SEPARATOR,
    TERM_LOCALES,
)
from termkit.termbase.rows import concept_row


class Field(StrEnum):
    """A part of a row that a format may lose."""

    ID = "id"
    OTHER_LOCALES = mark("other locales")
    ENGLISH = "en"
    ADMITTED = mark("admitted terms")
    SOURCE_ADMITTED = mark("admitted terms of the source")
    AVOID = "avoid"
    SOURCE_AVOID = mark("avoid of the source")
    EXCEPT = "except"
    CONTEXT = "context"
    DOMAIN = "domain"
    POS = "pos"
    DEFINITION = "definition"
    NOTE = "note"
    SOURCE = "source"
    STATUS = "status"
    APPROVED = mark("status approved")
    OBSOLETE = mark("obsolete rows")
    FLAGS = "flags"
    OTHER_FLAGS = mark("flags other than dnt")
    SINCE = "since"
    UNTIL = "until"
    OWN_COLUMNS = mark("columns of your own")


MATCHING = (Field.EXCEPT, Field.CONTEXT)
DATES = (Field.SINCE, Field.UNTIL)
TEXTS = (Field.DOMAIN, Field.POS, Field.DEFINITION, Field.NOTE, Field.SOURCE)
REST = (Field.STATUS, Field.FLAGS, *DATES, Field.OWN_COLUMNS)
"""What formats for exchange with other programs have no place for, as a rule."""

DNT = "dnt"
_INACTIVE = {Field.STATUS, Field.APPROVED, Field.OBSOLETE}


def kept_cells(
    concept: Concept, loses: Collection[Field], source: str = "", target: str = ""
) -> dict[str, str] | None:
    """Return the cells of a concept that a format holds; None where it leaves the row out.

    ``source`` and ``target`` are the locales of a format that has no others.
    """
    if not concept.is_active and not _INACTIVE.isdisjoint(loses):
        return None
    kept: dict[str, str] = {}
    for column, cell in concept_row(concept).items():
        if left := _left(column, cell, loses, source, target):
            kept[column] = left
    return kept


def count_losses(
    concepts: Collection[Concept], loses: Collection[Field], source: str, target: str
) -> dict[Field, int]:
    """Return in how many concepts each field that a format loses holds something."""
    counts: dict[Field, int] = {}
    for field in loses:
        lost = 0
        for concept in concepts:
            left = kept_cells(concept, (field,), source, target)
            lost += left is None or left != concept_row(concept)
        if lost:
            counts[field] = lost
    return counts


def _left(column: str, cell: str, loses: Collection[Field], source: str, target: str) -> str:
    """Return what a format keeps of a cell."""
    locale, _, aspect = column.partition(":")
    if locale in TERM_LOCALES and aspect in {"", *ASPECTS}:
        return _left_of_terms(locale, aspect, cell, loses, source, target)
    if column not in CANONICAL:
        return "" if Field.OWN_COLUMNS in loses else cell
    if Field(column) in loses or (cell == "approved" and Field.APPROVED in loses):
        return ""
    if column == "flags" and Field.OTHER_FLAGS in loses:
        return DNT if DNT in cell.split() else ""
    return cell


def _left_of_terms(
    locale: str, aspect: str, cell: str, loses: Collection[Field], source: str, target: str
) -> str:
    if Field.OTHER_LOCALES in loses and locale not in {source, target}:
        return ""
    if Field.ENGLISH in loses and locale == "en":
        return ""
    if aspect:
        is_source = aspect == "avoid" and locale == source and Field.SOURCE_AVOID in loses
        return "" if is_source or Field(aspect) in loses else cell
    only_first = Field.ADMITTED in loses or (Field.SOURCE_ADMITTED in loses and locale == source)
    return cell.partition(f" {SEPARATOR} ")[0] if only_first else cell


def active(concepts: Collection[Concept], *needed: str) -> list[Concept]:
    """Return the concepts in use that have a term in each of the locales."""
    return [
        concept
        for concept in concepts
        if concept.is_active and all(concept.terms.get(locale) for locale in needed)
    ]
