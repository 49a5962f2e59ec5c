"""Reading TBX of every kind: version 2, and version 3 in both of its styles."""

from collections.abc import Iterator

from termkit.errors import InputError
from termkit.files import read_bytes
from termkit.glossary_formats import Imported, ImportRequest
from termkit.glossary_formats.collecting import Collector, locale_columns
from termkit.glossary_formats.fields import DNT
from termkit.glossary_formats.xmltree import Node, parse_xml
from termkit.messages import tr
from termkit.problems import Problem

_ENTRIES = {"conceptEntry", "termEntry"}
_LANGUAGES = {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig"}
_GROUPS = {"descripGrp", "adminGrp", "termNoteGrp", "termGrp"}
_TEXTS = {
    "definition": "definition",
    "note": "note",
    "source": "source",
    "partOfSpeech": "pos",
    "subjectField": "domain",
}
_STATUS = "administrativeStatus"
_AVOIDED = ("deprecated", "superseded", "forbidden", "obsolete", "notrecommended")
_DNT = "Translation needed"  # not shown

MARK = "_"
"""Stands before an id that could not be one in XML."""


def load(request: ImportRequest) -> Imported:
    """Read a TBX file."""
    path = str(request.path)
    root = parse_xml(read_bytes(request.path), path)
    if root.name not in {"tbx", "martif"}:
        message = tr("is no TBX: the root is <{element}>, not <tbx> or <martif>", element=root.name)
        raise InputError(Problem(path, root.line, "", message))
    found = Collector(request.path)
    for entry in _inside(root, _ENTRIES):
        _add_entry(found, entry)
    return found.result()


def _add_entry(found: Collector, entry: Node) -> None:
    found.open(entry.line, entry.attributes.get("id", "").removeprefix(MARK))
    _add_texts(found, entry)
    sections = [node for node in entry.children if node.name in _LANGUAGES]
    columns = locale_columns(node.language for node in sections)
    for section in sections:
        if column := columns.get(section.language):
            _add_section(found, section, column)
        else:
            message = tr(
                "{locale} is no locale of the term base",
                locale=section.language or tr("no language"),
            )
            found.notes.add(message, section.line)


def _add_section(found: Collector, section: Node, column: str) -> None:
    _add_texts(found, section)
    terms: list[tuple[int, str, str]] = []
    for group in (node for node in section.children if node.name in _TERMS):
        status = "".join(node.text for node in _facts(group) if node.kind == _STATUS).lower()
        avoided = status.startswith(_AVOIDED)
        rank = 0 if status.startswith("preferred") else 1
        terms += (
            (rank, column + (":avoid" if avoided else ""), node.text)
            for node in _facts(group)
            if node.name == "term"
        )
        _add_texts(found, group)
    for _, cell, term in sorted(terms, key=lambda each: each[0]):
        found.term(cell, term)


def _add_texts(found: Collector, node: Node) -> None:
    """Put what is told of a concept, a language or a term into the row of the concept."""
    for fact in _facts(node):
        if column := _TEXTS.get(fact.kind):
            found.text(column, fact.text)
        elif fact.kind == _DNT:
            if fact.text.lower() == "no":
                found.text("flags", DNT)
        elif fact.kind == "descrip":  # without a type, the explanation of Weblate
            found.text("definition", fact.text)
        elif fact.kind not in {_STATUS, "term"}:
            found.notes.add(tr("has no place in the term base"), fact.line, fact.kind)


def _facts(node: Node) -> Iterator[Node]:
    """Yield what stands in an element itself, or in groups around single facts."""
    for child in node.children:
        if child.name in _GROUPS:
            yield from _facts(child)
        elif child.name not in _LANGUAGES | _TERMS:
            yield child


def _inside(node: Node, names: set[str]) -> Iterator[Node]:
    for child in node.children:
        if child.name in names:
            yield child
        else:
            yield from _inside(child, names)
