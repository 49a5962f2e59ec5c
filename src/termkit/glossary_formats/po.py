"""The glossary as a bilingual PO file: msgctxt is the concept's id."""

from termkit.glossary_formats import ExportRequest, GlossaryFormat
from termkit.locales import get_locale
from termkit.po.catalog import Entry, build_catalog, save


def export(request: ExportRequest) -> int:
    """Write every concept that has a term in the source locale."""
    entries = []
    for concept in request.concepts:
        term = concept.preferred(request.source)
        if not term or not concept.is_active:
            continue
        comments = [text for text in (concept.definition, concept.note) if text]
        entries.append(
            Entry(term, concept.preferred(request.target), concept.id, comments, fuzzy=False)
        )
    target = get_locale(request.target)
    catalog = build_catalog(entries, target, request.path, "glossary", keep=False)
    save(catalog, request.path)
    return len(entries)


FORMAT = GlossaryFormat(
    "po",
    (".po",),
    (
        "admitted terms",
        "avoid",
        "except",
        "context",
        "domain",
        "source",
        "status",
        "flags",
        "since",
        "until",
    ),
    export,
)
