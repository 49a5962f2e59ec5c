"""Gettext catalogues: the translations are prose, their placeholders, tags and escapes are not.

A ``msgstr`` over several lines is one segment, whose masks hold the quotes and line
breaks between its strings. Comments, obsolete entries, originals and the header are
left alone; so is code between backticks that a translation has from its original.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from termkit.model.document import Directive, Document, Reader, Segment
from termkit.model.domains import SOFTWARE
from termkit.patterns import regex
from termkit.po.charset import codec_of, decode_catalogue
from termkit.po.syntax import ESCAPE, Entry, entries, unescape
from termkit.readers.directives import MARK, read_directives
from termkit.readers.header import header_labels
from termkit.readers.placeholders import accelerators, placeholders
from termkit.readers.segments import segment
from termkit.text import Span

TICKED = regex(r"(`+)(?!`).{1,500}?(?<!`)\1(?!`)", re.DOTALL)
_JOINT = regex(r'"\s*"')
_TRANSLATORS = regex(r"#\s")


def parse(source: str, path: str) -> Document:
    """Return the document of a catalogue; raise InputError at the first fault of its syntax."""
    segments: list[Segment] = []
    metadata: dict[str, str] = {}
    labels: tuple[Span, ...] = ()
    found = list(entries(source, path))
    for entry in found:
        if entry.obsolete:
            continue
        if entry.is_header:
            if not metadata:
                strings = entry.fields.get("msgstr", [])
                metadata, labels = _header(source, strings), tuple(header_labels(source, strings))
            continue
        for name, strings in entry.fields.items():
            if name.startswith("msgstr"):
                segments += _segment(source, name, strings, entry.fields["msgid"])
    return Document(
        path,
        source,
        tuple(segments),
        declared=metadata.get("Language", ""),
        metadata=metadata,
        encoding=codec_of(source) or "utf-8",
        labels=labels,
        directives=_directives(source, found),
        domain=SOFTWARE,
    )


def _directives(source: str, found: list[Entry]) -> tuple[Directive, ...]:
    """Return what translators' comments tell the checks: of an entry, of all above the header."""
    if MARK not in source:
        return ()
    scopes = {
        comment: Span(0, len(source)) if entry.is_header else Span(entry.start, entry.end)
        for entry in found
        if not entry.obsolete
        for comment in entry.comments
        if _TRANSLATORS.match(source, comment.start)
    }
    return read_directives(source, scopes, scopes.__getitem__)


def _segment(
    source: str, name: str, strings: list[Span], original: list[Span]
) -> Iterator[Segment]:
    filled = [span for span in strings if span.start < span.end]
    if not filled:
        return
    whole = Span(filled[0].start, filled[-1].end)
    masks = [Span(a.end, b.start) for a, b in pairwise(filled)]
    for span in filled:
        masks += (Span(*match.span()) for match in ESCAPE.finditer(source, *span))
    masks += _code(source, whole, "".join(span.of(source) for span in original))
    yield from segment(
        source, whole, name, [*masks, *placeholders(source, whole), *accelerators(source, whole)]
    )


def _code(source: str, span: Span, original: str) -> Iterator[Span]:
    """Yield what stands between backticks as it does in the original: code."""
    if "`" in original:
        for match in TICKED.finditer(source, *span):
            if _JOINT.sub("", match[0]) in original:
                yield Span(*match.span())


def _header(source: str, strings: list[Span]) -> dict[str, str]:
    text = "".join(span.of(source) for span in strings)
    pairs = (line.partition(":") for line in unescape(text).split("\n"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


READER = Reader("po", (".po", ".pot"), parse, decode_catalogue)
