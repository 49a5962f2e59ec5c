"""Text that its author protects: MediaWiki's -{ }- and termkit's keep comments, in any format."""

import re
from dataclasses import replace

from termkit.model.document import Document, Segment
from termkit.readers.masks import merged
from termkit.text import Span

_PROTECTED = re.compile(
    r"-\{[^\n]{0,500}?\}-"
    r"|<!--\s*termkit:\s*keep\s*-->.*?(?:<!--\s*/termkit\s*-->|\Z)",
    re.DOTALL,
)


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
