"""What no conversion of a real file may touch, told by the readers and, apart from them, by plain patterns."""

import re
from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path

import polib

from termkit import Converter, TermBase
from termkit.engine.collect import Named, load_document
from termkit.engine.converting import convert_document
from termkit.errors import InputError
from termkit.locales import CHINESE, HK
from termkit.model.document import Document
from termkit.readers import read_document
from termkit.text import MASK

# Kept simple, and apart from the readers' own, so that one mistake is not made twice.
_MARKDOWN = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$"  # fenced code
    r"|(?<!`)`[^`\n]+`(?!`)"  # code
    r"|<!--.*?-->|\{\{[<%].*?[%>]\}\}|\{%.*?%\}"  # comments, shortcodes, template tags
    r"|</?[A-Za-z][A-Za-z0-9-]*(?:\s+[a-z-]+=\"[^\"\u2e80-\U0003ffff]*\")*\s*/?>"  # tags
    r"|(?:https?|ftp)://[A-Za-z0-9./?&=#%_~:+-]+"  # URLs
    r"|\]\([^\s)]+|^\[[^\]]+\]:\s*\S+",  # destinations of links
    re.DOTALL | re.MULTILINE,
)
_MESSAGE = re.compile(
    r"%(?:\(\w+\)|\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:l{0,2}|h|z)[diouxXeEfgGcrs]"  # printf
    r"|\$?\{[A-Za-z0-9_.]*\}|\{\{[^{}\u2e80-\U0003ffff]*\}\}"  # braces
    r"|</?[A-Za-z][A-Za-z0-9-]*(?:\s+[a-z-]+=\"[^\"\u2e80-\U0003ffff]*\")*\s*/?>"  # tags
    r"|(?:https?|ftp)://[A-Za-z0-9./?&=#%_~:+-]+"
)
_SIGNS = frozenset('%<>{}&\\/$#@_"=|`~^[]*\n\t')


def faults(path: Path, source: str, base: TermBase) -> Iterator[str]:
    """Yield what a conversion of the file, from its locale to both others, touches and must not.

    Nothing is yielded for a file that cannot be read.
    """
    try:
        document = load_document(Named(path))
    except InputError:
        return
    for target in sorted(set(CHINESE) - {source}):
        text = convert_document(document, Converter(source, target, base)).text
        of_format = _of_catalogue if path.suffix == ".po" else _of_markdown
        found = chain(_of_readers(document, text), of_format(document, text))
        yield from (f"{path.name} → {target}: {fault}" for fault in found)


def source_of(path: Path) -> str:
    """Return the locale that a path of the collection tells; of "zh_HK", "zh-TW" and so on."""
    name = path.as_posix().replace("_", "-")
    return next((tag for tag in CHINESE if f"{tag}." in name or f"/{tag}/" in name), HK)


def _of_readers(document: Document, text: str) -> Iterator[str]:
    again = read_document(text, document.path)
    if hidden(document) != hidden(again):
        yield "what is not prose differs"


def hidden(document: Document) -> str:
    """Return what of a document is not prose."""
    pairs = zip(document.source, document.prose, strict=True)
    return "".join(char for char, prose in pairs if prose == MASK or char in "\r\n")


def _of_markdown(document: Document, text: str) -> Iterator[str]:
    before, after = _MARKDOWN.findall(document.source), _MARKDOWN.findall(text)
    yield from _differing("code, tags or URLs", before, after)


def _of_catalogue(document: Document, text: str) -> Iterator[str]:
    try:
        before, after = (polib.pofile(each) for each in (document.source, text))
    except (OSError, ValueError, IndexError):
        return
    if before.metadata != after.metadata or before.header != after.header:
        yield "the header differs"
    yield from _differing("fields other than msgstr", _fields(before), _fields(after))
    for one, other in zip(before, after, strict=False):
        messages = zip(
            [one.msgstr, *one.msgstr_plural.values()],
            [other.msgstr, *other.msgstr_plural.values()],
            strict=True,
        )
        for old, new in messages:
            yield from _differing("placeholders", _MESSAGE.findall(old), _MESSAGE.findall(new))
            yield from _differing("signs", _signs(old), _signs(new))


def _fields(catalogue: polib.POFile) -> list[object]:
    return [
        (
            entry.msgctxt,
            entry.msgid,
            entry.msgid_plural,
            entry.comment,
            entry.tcomment,
            entry.occurrences,
            entry.flags,
            entry.previous_msgid,
            entry.msgstr if entry.obsolete else "",
        )
        for entry in catalogue
    ]


def _signs(text: str) -> list[str]:
    return [char for char in text if char in _SIGNS]


def _differing(
    what: str, before: list[object] | list[str], after: list[object] | list[str]
) -> Iterator[str]:
    for old, new in zip_longest(before, after):
        if old != new:
            yield f"{what}: {old!r} became {new!r}"
            return
