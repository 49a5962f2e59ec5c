"""What readers share: from a span and what is hidden in it to a segment."""

from collections.abc import Iterable, Iterator

from termkit.model.document import Segment
from termkit.readers.masks import merged, without
from termkit.text import Span

FILLER = "x"
"""Stands for what a parser shall not see."""


def segment(source: str, span: Span, kind: str, masks: Iterable[Span]) -> Iterator[Segment]:
    """Yield the segment of a span without the space around it, if any of it is prose."""
    run = trimmed(source, span)
    clipped = merged(Span(max(m.start, run.start), min(m.end, run.end)) for m in masks)
    if any(piece.of(source).strip() for piece in without([run], clipped)):
        yield Segment(run, kind, clipped)


def trimmed(source: str, span: Span) -> Span:
    """Return a span without the space around it."""
    start, end = span
    while end > start and source[end - 1].isspace():
        end -= 1
    while start < end and source[start].isspace():
        start += 1
    return Span(start, end)


def hide(source: str, spans: Iterable[Span]) -> str:
    """Replace ``spans``, in order and disjoint, by a filler; line breaks stay."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        hidden = "".join(c if c in "\r\n" else FILLER for c in span.of(source))
        pieces += (source[at : span.start], hidden)
        at = span.end
    return "".join((*pieces, source[at:])) if pieces else source
