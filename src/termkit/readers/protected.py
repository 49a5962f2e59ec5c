"""Text that its author protects: MediaWiki's -{ }- and termkit's keep comments, in any format."""

import re
from dataclasses import replace

from termkit.model.document import Document, Segment
from termkit.patterns import pattern
from termkit.readers.masks import merged
from termkit.text import Span

_PROTECTED = pattern(
    r"-\{[^\n]{0,500}?\}-"
    r"|(?P<open><!--\s*termkit:\s*keep\s*-->).*?(?:(?P<close><!--\s*/termkit\s*-->)|\Z)",
    re.DOTALL,
)
_UNFINISHED = pattern(r"<!--\s*(?:termkit:\s*(?:keep\s*)?|/termkit\s*)?\Z")

KEEP = "<!-- termkit: keep -->"
"""Protects what follows it."""


def protect(document: Document) -> Document:
    """Mask what is protected; segments that are nothing else are dropped."""
    source = document.source
    if "-{" not in source and "termkit:" not in source:
        return document
    kept = merged(Span(*match.span()) for match in _PROTECTED.finditer(source))
    if not kept:
        return document
    return replace(
        document,
        segments=tuple(
            masked for segment in document.segments if (masked := _masked(segment, kept))
        ),
    )


def ends_protected(source: str) -> bool:
    """Tell whether what would follow a text is protected by a mark in it."""
    if "termkit:" not in source:
        return False
    last = None
    for last in _PROTECTED.finditer(source):  # noqa: B007 - only the last one can be open
        pass
    return last is not None and last["open"] is not None and last["close"] is None


def safe_end(source: str) -> int:
    """Return where a text that ends with a line can be cut: before a mark that is not finished."""
    end = len(source)
    while True:  # before one mark there may be another, which its line would have finished
        opening = source.rfind("<!--", 0, end)
        if opening < 0 or not _UNFINISHED.match(source, opening, end):
            return end
        end = max(source.rfind("\n", 0, opening), source.rfind("\r", 0, opening)) + 1


def _masked(segment: Segment, kept: tuple[Span, ...]) -> Segment | None:
    start, end = segment.span
    inside = [
        Span(max(span.start, start), min(span.end, end))
        for span in kept
        if span.start < end and start < span.end
    ]
    if not inside:
        return segment
    masks = merged([*segment.masks, *inside])
    if masks == (segment.span,):
        return None
    return Segment(segment.span, segment.kind, masks)
