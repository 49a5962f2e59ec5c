"""Weblate's glossary as CSV: one pair of terms a row, the concept's id as context."""

from collections.abc import Iterator, Sequence

from termkit.errors import InputError
from termkit.files import write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.bilingual import Pair, Unit, collect, locales_of, pairs
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import DATES, MATCHING, Field, active
from termkit.glossary_formats.tabular import dump_rows, header_of, load_rows
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem

_COLUMNS = (
    "location",
    "source",
    "target",
    "id",
    "fuzzy",
    "context",
    "translator_comments",
    "developer_comments",
)
_DRAFT = "draft"
_FUZZY = {"1", "x", "true", "yes", "fuzzy"}


def export(request: ExportRequest) -> Exported:
    """Write a row for each pair of terms that may be used; forbidden ones have no place here."""
    concepts = active(request.concepts, request.source)
    rows = (row for concept in concepts for row in _rows(concept, request))
    data = dump_rows([_COLUMNS, *rows], ",", for_excel=request.for_excel)
    write_atomic(request.path, data)
    return Exported(len(concepts))


def _rows(concept: Concept, request: ExportRequest) -> Iterator[Sequence[str]]:
    fuzzy = str(concept.status == _DRAFT)
    for pair in pairs(concept, request.source, request.target):
        if not pair.is_forbidden:
            texts = (concept.note, concept.definition) if pair.is_main else ("", "")
            yield ("", pair.source, pair.target, "", fuzzy, pair.key, *texts)


def load(request: ImportRequest) -> Imported:
    """Read a file with Weblate's columns."""
    source, target = locales_of(request)
    rows = load_rows(request)
    number, header = next(rows, (1, ()))
    places = {name.strip().lower(): place for place, name in enumerate(header)}
    for needed in ("source", "target"):
        if needed not in places:
            message = tr("is no glossary of Weblate: the column {column} is missing", column=needed)
            raise InputError(Problem(str(request.path), number, "", message))
    found = Collector(request.path)
    units: list[Unit] = []
    for line, row in rows:
        cell = {name: row[place] for name, place in places.items() if place < len(row)}
        pair = Pair(cell.get("context", ""), cell.get("source", ""), cell.get("target", ""))
        if cell.get("location"):
            found.notes.add(tr("has no place in the term base"), line, "location")
        is_draft = cell.get("fuzzy", "").strip().lower() in _FUZZY
        texts = (
            ("status", _DRAFT if is_draft else ""),
            ("note", cell.get("translator_comments", "")),
            ("definition", cell.get("developer_comments", "")),
        )
        units.append(Unit(pair, line, texts))
    collect(found, units, source, target)
    return found.result(source)


def _recognizes(data: bytes) -> bool:
    return {"source", "target", "context"} <= set(header_of(data))


FORMAT = GlossaryFormat(
    "weblate-csv",
    (".csv",),
    (
        Field.OTHER_LOCALES,
        Field.AVOID,
        *MATCHING,
        Field.DOMAIN,
        Field.POS,
        Field.SOURCE,
        Field.APPROVED,
        Field.OBSOLETE,
        Field.FLAGS,
        *DATES,
        Field.OWN_COLUMNS,
    ),
    export,
    load,
    "Weblate's glossary as CSV",
    bilingual=True,
    recognizes=_recognizes,
)
