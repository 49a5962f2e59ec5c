"""Writing TBX: what its kinds share, and where they differ."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from termkit.files import write_atomic
from termkit.glossary_formats import Exported, ExportRequest
from termkit.glossary_formats.fields import DNT
from termkit.glossary_formats.tbx_reading import MARK
from termkit.glossary_formats.xmltree import escape
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.version import __version__

PARTS_OF_SPEECH = frozenset({"noun", "verb", "adjective", "adverb", "other"})
_PREFERRED = "preferredTerm-admn-sts"
_ADMITTED = "admittedTerm-admn-sts"
_DEPRECATED = "deprecatedTerm-admn-sts"
_NAME = re.compile(r"[^\W\d][\w.-]*\Z")
_TITLE = f"Term base, written by termkit {__version__}"  # not shown


@dataclass(frozen=True, slots=True)
class Dialect:
    """A kind of TBX: its lines around the entries, its elements, and how it tells a fact.

    ``fact(name, text)`` gives the element of a data category. ``note`` is the opening
    tag of a note. ``has_dnt`` says that a concept may be marked as not to be translated.
    """

    head: str
    tail: str
    entry: str
    language: str
    term: str
    fact: Callable[[str, str], str]
    note: str = "<note>"
    has_dnt: bool = False
    any_part_of_speech: bool = False


def header(root: str, name: str) -> str:
    """Return the lines before the entries, given the root's opening tag and the header's name."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n  <{name}>\n    <fileDesc>\n'
        f"      <sourceDesc>\n        <p>{_TITLE}</p>\n      </sourceDesc>\n    </fileDesc>\n"
        f"  </{name}>\n  <text>\n    <body>\n"
    )


def write(request: ExportRequest, dialect: Dialect) -> Exported:
    """Write the concepts that have a term; each with all its locales."""
    concepts = [each for each in request.concepts if each.is_active and each.terms]
    lines = (line for concept in concepts for line in _entry(concept, dialect))
    body = "".join(f"      {line}\n" for line in lines)
    write_atomic(request.path, (dialect.head + body + dialect.tail).encode())
    left_out = tuple(
        _misfit(each)
        for each in concepts
        if each.pos and not dialect.any_part_of_speech and each.pos not in PARTS_OF_SPEECH
    )
    return Exported(len(concepts), left_out)


def _misfit(concept: Concept) -> Problem:
    known = ", ".join(sorted(PARTS_OF_SPEECH))
    message = tr("“{text}” is left out; TBX-Basic knows {known}", text=concept.pos, known=known)
    return Problem(concept.path, concept.line, "pos", message)


def _entry(concept: Concept, dialect: Dialect) -> Iterator[str]:
    name = concept.id if _NAME.match(concept.id) else MARK + concept.id
    yield f'<{dialect.entry} id="{escape(name)}">'
    for category, text in (
        ("subjectField", concept.domain),
        ("definition", concept.definition),
        ("source", concept.source),
    ):
        if text:
            yield f"  {dialect.fact(category, escape(text))}"
    if dialect.has_dnt and DNT in concept.flags:
        yield f"  {dialect.fact('Translation needed', 'No')}"  # not shown
    if concept.note:
        yield f"  {dialect.note}{escape(concept.note)}</note>"
    for locale in concept.terms:
        yield f'  <{dialect.language} xml:lang="{locale}">'
        for term, status in _terms(concept, locale):
            yield f"    <{dialect.term}>"
            yield f"      <term>{escape(term)}</term>"
            yield f"      {dialect.fact('administrativeStatus', status)}"
            if concept.pos and (dialect.any_part_of_speech or concept.pos in PARTS_OF_SPEECH):
                yield f"      {dialect.fact('partOfSpeech', escape(concept.pos))}"
            yield f"    </{dialect.term}>"
        yield f"  </{dialect.language}>"
    yield f"</{dialect.entry}>"


def _terms(concept: Concept, locale: str) -> Iterator[tuple[str, str]]:
    for number, term in enumerate(concept.terms[locale]):
        yield term, _ADMITTED if number else _PREFERRED
    for term in concept.avoid.get(locale, ()):
        yield term, _DEPRECATED


def as_attribute(name: str, text: str) -> str:
    """Tell a fact in the style of version 2 and of DCA: the category is an attribute."""
    element = _ELEMENTS[name]
    return f'<{element} type="{name}">{text}</{element}>'


_ELEMENTS = {
    "subjectField": "descrip",
    "definition": "descrip",
    "Translation needed": "descrip",  # not shown
    "source": "admin",
    "administrativeStatus": "termNote",
    "partOfSpeech": "termNote",
}
