"""What readers share: from a span and what is hidden in it to a segment."""

from collections.abc import Iterable, Iterator, Sequence

from termkit.model.document import Segment
from termkit.readers.masks import merged, urls, without
from termkit.text import Span

FILLER = "x"
"""Stands for what a parser shall not see."""


def segment(source: str, span: Span, kind: str, masks: Iterable[Span]) -> Iterator[Segment]:
    """Yield the segment of a span without the space around it, if any of it is prose."""
    run = trimmed(source, span)
    if not masks:
        if run.start < run.end:
            yield Segment(run, kind)
        return
    clipped = merged(Span(max(m.start, run.start), min(m.end, run.end)) for m in masks)
    if any(piece.of(source).strip() for piece in without([run], clipped)):
        yield Segment(run, kind, clipped)


def prose_segment(
    source: str, run: Span, kind: str, prose: Sequence[Span], hidden: Iterable[Span] = ()
) -> Iterator[Segment]:
    """Yield the segment of a run of which only ``prose`` is prose, but for ``hidden`` and URLs."""
    masks = [*hidden]
    at = run.start
    for span in merged(prose) if len(prose) > 1 else prose:
        if at < span.start:
            masks.append(Span(at, span.start))
        at = span.end
        masks += urls(source, span)
    if at < run.end:
        masks.append(Span(at, run.end))
    yield from segment(source, run, kind, masks)


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
