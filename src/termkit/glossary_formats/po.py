"""The glossary as a bilingual PO file, with the flags that Weblate understands.

msgctxt is the concept's id. Other terms have entries of their own, with more in their
msgctxt: ``id/source/2``, ``id/target/2``, and ``id/avoid/1`` for one to avoid.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.bilingual import Pair, Unit, collect, locales_of, pairs
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import DATES, DNT, MATCHING, Field, active
from termkit.locales import find_locale, get_locale
from termkit.model.term import Concept
from termkit.po.catalog import Entry, build_catalog, read_catalog, save

if TYPE_CHECKING:
    import polib

_FORBIDDEN, _READ_ONLY, _TERMINOLOGY = "forbidden", "read-only", "terminology"
_DRAFT, _APPROVED = "draft", "approved"
_KEPT_FLAGS = {"fuzzy", _FORBIDDEN, _READ_ONLY, _TERMINOLOGY}
_SOURCE_HEADER = "X-Source-Language"


def export(request: ExportRequest) -> Exported:
    """Write every concept that has a term in the source locale."""
    concepts = active(request.concepts, request.source)
    entries = [entry for concept in concepts for entry in _entries(concept, request)]
    target = get_locale(request.target)
    catalog = build_catalog(entries, target, request.path, "glossary", keep=False)
    catalog.metadata[_SOURCE_HEADER] = get_locale(request.source).gettext
    catalog.wrapwidth = 0  # a comment is read back as it is
    save(catalog, request.path)
    return Exported(len(concepts))


def _entries(concept: Concept, request: ExportRequest) -> Iterator[Entry]:
    for pair in pairs(concept, request.source, request.target):
        flags = [_FORBIDDEN] if pair.is_forbidden else []
        flags += [_READ_ONLY] if DNT in concept.flags and pair.is_main else []
        flags += [_TERMINOLOGY] if concept.status == _APPROVED and pair.is_main else []
        yield Entry(
            pair.source,
            pair.target,
            pair.key,
            [concept.definition] if concept.definition and pair.is_main else [],
            fuzzy=concept.status == _DRAFT,
            flags=flags,
            note=concept.note if pair.is_main else "",
        )


def load(request: ImportRequest) -> Imported:
    """Read a glossary's catalogue, as exported or as Weblate has it."""
    catalog = read_catalog(request.path)
    source, target = locales_of(
        request,
        _locale(catalog.metadata.get(_SOURCE_HEADER, "")),
        _locale(catalog.metadata.get("Language", "")),
    )
    found = Collector(request.path)
    units = []
    for entry in catalog:
        if entry.obsolete or not entry.msgid:
            continue
        if entry.msgid_plural:
            found.notes.add("an entry with plural forms is no term; left out", entry.linenum or 0)
            continue
        units.append(_unit(entry))
        for flag in sorted(set(entry.flags) - _KEPT_FLAGS):
            found.notes.add("has no place in the term base", entry.linenum or 0, f"flag {flag}")
    collect(found, units, source, target)
    return found.result(source)


def _unit(entry: "polib.POEntry") -> Unit:
    key = entry.msgctxt or ""
    pair = Pair(key, entry.msgid, entry.msgstr)
    if _FORBIDDEN in entry.flags and not pair.is_forbidden:
        pair = Pair("/avoid", entry.msgid, entry.msgstr)
    status = _DRAFT if entry.fuzzy else _APPROVED if _TERMINOLOGY in entry.flags else ""
    texts = (
        ("definition", entry.comment),
        ("note", entry.tcomment),
        ("status", status if pair.is_main else ""),
        ("flags", DNT if _READ_ONLY in entry.flags else ""),
    )
    return Unit(pair, entry.linenum or 0, texts)


def _locale(tag: str) -> str:
    locale = find_locale(tag) if tag else None
    return locale.base if locale else ""


FORMAT = GlossaryFormat(
    "po",
    (".po",),
    (
        Field.OTHER_LOCALES,
        Field.SOURCE_AVOID,
        *MATCHING,
        Field.DOMAIN,
        Field.POS,
        Field.SOURCE,
        Field.OBSOLETE,
        Field.OTHER_FLAGS,
        *DATES,
        Field.OWN_COLUMNS,
    ),
    export,
    load,
    "bilingual PO, with Weblate's flags",
    bilingual=True,
)
