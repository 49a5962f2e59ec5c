"""The long table: one row a term. CSV, or TSV where the file's name ends in ``.tsv``."""

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
from termkit.glossary_formats.collecting import Collector, locale_column
from termkit.glossary_formats.tabular import (
    delimiter_for,
    dump_rows,
    header_of,
    load_rows,
    map_column,
)
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.termbase.columns import ASPECTS, TEXT_COLUMNS
from termkit.termbase.rows import concept_row

_PREFERRED, _ADMITTED = "preferred", "admitted"
_HEAD = ("id", "locale", "kind", "term")
_LOCALE = {"locale", "language", "lang", "語言", "语言"}
_TERM = {"term", "terms", "術語", "术语", "詞", "词"}
_KIND = {"kind", "type", "usage", "term status", "administrativestatus"}  # not shown
_KINDS = {  # not shown
    **dict.fromkeys(("", _PREFERRED, _ADMITTED, "approved", "allowed"), ""),
    **dict.fromkeys(("avoid", "deprecated", "forbidden", "not recommended"), ":avoid"),
    "except": ":except",
    "context": ":context",
}


def export(request: ExportRequest) -> Exported:
    """Write one row a term, the texts of its concept beside each."""
    delimiter = delimiter_for(request.path)
    data = dump_rows(_rows(request.concepts), delimiter, for_excel=request.for_excel)
    write_atomic(request.path, data)
    return Exported(len(request.concepts))


def _rows(concepts: Sequence[Concept]) -> Iterator[Sequence[str]]:
    cells = [concept_row(concept) for concept in concepts]
    own = dict.fromkeys(name for concept in concepts for name in concept.extra if name)
    columns = [name for name in (*TEXT_COLUMNS, *own) if any(row.get(name) for row in cells)]
    yield (*_HEAD, *columns)
    for concept, row in zip(concepts, cells, strict=True):
        texts = [row.get(name, "") for name in columns]
        if not concept.terms:
            yield (concept.id, "", "", "", *texts)
        for locale, kind, term in _terms(concept):
            yield (concept.id, locale, kind, term, *texts)


def _terms(concept: Concept) -> Iterator[tuple[str, str, str]]:
    for locale, terms in concept.terms.items():
        for number, term in enumerate(terms):
            yield locale, _ADMITTED if number else _PREFERRED, term
    for aspect, cells in zip(
        ASPECTS, (concept.avoid, concept.shields, concept.context), strict=True
    ):
        for locale, terms in cells.items():
            for term in terms:
                yield locale, aspect, term


def load(request: ImportRequest) -> Imported:
    """Read a table of one row a term; rows of one id are a concept, wherever they stand."""
    rows = load_rows(request)
    number, header = next(rows, (1, ()))
    places = {_role(name): place for place, name in enumerate(header)}
    if missing := [name for name in ("locale", "term") if name not in places]:
        message = tr("is no table of terms: the column {column} is missing", column=missing[0])
        raise InputError(Problem(str(request.path), number, "", message))
    texts = {
        place: column
        for place, name in enumerate(header)
        if not _role(name)
        if (column := map_column(name, request.columns)) and column.kind in {"text", "extra"}
    }
    groups: dict[str, list[tuple[int, Sequence[str]]]] = {}
    for line, cells in rows:
        full = [*cells, *("" for _ in range(len(header) - len(cells)))]
        concept = full[places["id"]].strip() if "id" in places else ""
        groups.setdefault(concept or f"\0{line}", []).append((line, full))
    found = Collector(request.path)
    for concept, members in groups.items():
        found.open(members[0][0], "" if concept.startswith("\0") else concept)
        for line, cells in members:
            _add(found, line, cells, places)
            for place, column in texts.items():
                put = found.set if column.kind == "extra" else found.text
                put(column.name, cells[place])
    return found.result()


def _add(found: Collector, line: int, cells: Sequence[str], places: dict[str, int]) -> None:
    tag, term = (cells[places[name]].strip() for name in ("locale", "term"))
    locale = locale_column(tag)
    kind = cells[places["kind"]].strip().lower() if "kind" in places else ""
    if not tag and not term:
        return
    if not locale:
        found.notes.add(
            tr("{locale} is no locale of the term base", locale=tag or tr("nothing")),
            line,
            "locale",
        )
    elif kind not in _KINDS:
        found.notes.add(
            tr("unknown kind {name!r} (known: {known})", name=kind, known=", ".join(_KINDS)[2:]),
            line,
            "kind",
        )
    else:
        found.term(locale + _KINDS[kind], term)


def _role(name: str) -> str:
    name = name.strip().lower()
    for role, names in (("locale", _LOCALE), ("term", _TERM), ("kind", _KIND)):
        if name in names:
            return role
    return "id" if name in {"id", "concept", "concept id", "concept_id"} else ""  # not shown


def _recognizes(data: bytes) -> bool:
    roles = {_role(name) for name in header_of(data)}
    return {"locale", "term"} <= roles


FORMAT = GlossaryFormat(
    "long",
    (".tsv", ".csv"),
    (),
    export,
    load,
    "long table, a row a term",
    recognizes=_recognizes,
)
