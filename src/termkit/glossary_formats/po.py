"""The glossary as a bilingual PO file, with the flags that Weblate understands.

msgctxt is the concept's id. Other terms have entries of their own, with more in their
msgctxt: ``id/source/2``, ``id/target/2``, and ``id/avoid/1`` for one to avoid.
"""

from collections.abc import Iterator

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
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.po.catalog import Entry, build_catalog, save
from termkit.po.file import Catalog
from termkit.po.header import get_field, set_field
from termkit.po.message import FUZZY, Message

_FORBIDDEN, _READ_ONLY, _TERMINOLOGY = "forbidden", "read-only", "terminology"
_DRAFT, _APPROVED = "draft", "approved"
_KEPT_FLAGS = {FUZZY, _FORBIDDEN, _READ_ONLY, _TERMINOLOGY}
_SOURCE_HEADER = "X-Source-Language"


def export(request: ExportRequest) -> Exported:
    """Write every concept that has a term in the source locale."""
    concepts = active(request.concepts, request.source)
    entries = [entry for concept in concepts for entry in _entries(concept, request)]
    target = get_locale(request.target)
    catalog = build_catalog(entries, target, request.path, "glossary", keep=False)
    if catalog.header:
        source = get_locale(request.source).gettext
        catalog.set_header(set_field(catalog.header, _SOURCE_HEADER, source))
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
    catalog = Catalog.load(request.path)
    source, target = locales_of(
        request,
        _locale(get_field(catalog.header, _SOURCE_HEADER)),
        _locale(get_field(catalog.header, "Language")),
    )
    found = Collector(request.path)
    units = []
    for item in catalog.items:
        message = item.message
        if message.obsolete or message.is_header:
            continue
        if message.plural is not None:
            found.notes.add(tr("an entry with plural forms is no term; left out"), item.line)
            continue
        units.append(_unit(message, item.line))
        for flag in sorted(set(message.flags) - _KEPT_FLAGS):
            found.notes.add(
                tr("has no place in the term base"), item.line, tr("flag {flag}", flag=flag)
            )
    collect(found, units, source, target)
    return found.result(source)


def _unit(message: Message, line: int) -> Unit:
    pair = Pair(message.msgctxt or "", message.msgid, message.msgstr[0])
    if _FORBIDDEN in message.flags and not pair.is_forbidden:
        pair = Pair("/avoid", message.msgid, message.msgstr[0])
    status = _DRAFT if message.is_fuzzy else _APPROVED if _TERMINOLOGY in message.flags else ""
    texts = (
        ("definition", "\n".join(message.extracted)),
        ("note", "\n".join(message.notes)),
        ("status", status if pair.is_main else ""),
        ("flags", DNT if _READ_ONLY in message.flags else ""),
    )
    return Unit(pair, line, texts)


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
