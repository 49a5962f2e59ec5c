"""A concept as a card: what a person wants to see of a row."""

from collections.abc import Iterator
from pathlib import Path

from termkit.engine.curation.find import Hit
from termkit.locales import CHINESE
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.outputs.places import relative_path
from termkit.scripts.words import simplified
from termkit.termbase.columns import CANONICAL, SEPARATOR
from termkit.termbase.forms import bad_forms
from termkit.termbase.rows import concept_row

_IN_HEADING = frozenset({"id", "domain"})


def heading(concept: Concept, root: Path) -> str:
    """Return the first line of a card: the id, the domain, and where the row stands from ``root``."""
    place = f"{relative_path(concept.path, root)}:{concept.line}"
    about = f"{concept.domain}, {place}"
    if not concept.is_active:
        about = tr("{about}, obsolete", about=about)
    return f"{concept.id}  ({about})"


def card(concept: Concept) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the cells of a row that are filled, in the usual order, and what the row reports.

    A cell of terms comes term by term.
    """
    row = concept_row(concept)
    for column in (*CANONICAL, *(name for name in row if name not in CANONICAL)):
        if column not in _IN_HEADING and column in row:
            is_list = column.partition(":")[0] in {"en", *CHINESE}
            parts = row[column].split(f" {SEPARATOR} ") if is_list else [row[column]]
            yield column, tuple(parts)
    if concept.is_active:
        for locale in CHINESE:
            # A term may be spelt in several ways in the other script; the first is the usual one.
            known = set(map(simplified, concept.terms.get(locale, ())))
            wrong: dict[str, str] = {}
            for _, text, origin in bad_forms(concept, locale):
                if not origin or simplified(text) not in known:
                    wrong.setdefault(text if not origin else simplified(text), text)
            if wrong:
                yield tr("wrong in {locale}", locale=locale), tuple(wrong.values())


def values(hit: Hit) -> dict[str, object]:
    """Return a hit as plain values."""
    concept = hit.concept
    return {
        "id": concept.id,
        "closeness": hit.closeness.name.lower(),
        "column": hit.column,
        "text": hit.text,
        "path": concept.path,
        "line": concept.line,
        "cells": concept_row(concept),
    }
