"""MediaWiki: the template NoteTA, which converts the words of one page."""

import re

from termkit.errors import InputError
from termkit.files import BOM, decode, read_bytes, write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import MATCHING, REST, TEXTS, Field
from termkit.glossary_formats.mediawiki_rules import add_rule, rule_of
from termkit.messages import tr
from termkit.problems import Problem
from termkit.text import LineIndex

_TEMPLATE = re.compile(r"\{\{\s*noteta\s*(?=[|}])((?:[^{}]|\{[^{]|\}(?!\}))*)\}\}", re.IGNORECASE)
_PARAMETER = re.compile(r"\|\s*(?:(\w+)\s*=)?([^|]*)")


def export(request: ExportRequest) -> Exported:
    """Write a numbered rule for every concept with terms of two Chinese locales or more."""
    rules = [rule for each in request.concepts if each.is_active and (rule := rule_of(each))]
    lines = (f"|{number}={rule}\n" for number, rule in enumerate(rules, start=1))
    write_atomic(request.path, f"{{{{NoteTA\n{''.join(lines)}}}}}\n".encode("utf-8", "replace"))
    return Exported(len(rules))


def load(request: ImportRequest) -> Imported:
    """Read the numbered rules of every NoteTA in a page."""
    path = str(request.path)
    text = decode(read_bytes(request.path), path).removeprefix(BOM)
    templates = list(_TEMPLATE.finditer(text))
    if not templates:
        raise InputError(Problem(path, 0, "", tr("holds no {{NoteTA|…}}")))
    found = Collector(request.path)
    lines = LineIndex(text)
    for template in templates:
        for match in _PARAMETER.finditer(text, *template.span(1)):
            line = lines.position(match.start()).line
            name, rule = match[1] or "", match[2].strip()
            if name and not name.isdigit():
                found.notes.add(tr("is no rule; it has no place in the term base"), line, name)
            elif rule:
                found.open(line)
                add_rule(found, rule, line)
    return found.result()


FORMAT = GlossaryFormat(
    "noteta",
    (".wiki", ".wikitext", ".mediawiki"),
    (Field.ID, Field.ENGLISH, Field.ADMITTED, Field.AVOID, *MATCHING, *TEXTS, *REST),
    export,
    load,
    "MediaWiki's template NoteTA",
)
