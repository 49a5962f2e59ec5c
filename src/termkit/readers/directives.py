"""Comments that speak to the checks: ``termkit: ignore``, ``ignore-line``, ``off`` and ``on``."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from termkit.model.document import DIRECTIVES, Directive, Segment
from termkit.patterns import pattern
from termkit.readers.masks import without
from termkit.text import Span

MARK = "termkit:"
HTML_COMMENTS = pattern(r"(?:\s*<!--.*?-->)+\s*", re.DOTALL)
_DIRECTIVE = pattern(
    r"(?:<!--|#)\s*termkit:\s*(?P<verb>(?:(?!-->)[^\s,<>])*)(?P<names>.*?)(?:-->|\Z)", re.DOTALL
)
_NAME = pattern(r"[^\s,]+")
_KEEP = "keep"
_ALL = ""


def read_directives(
    source: str, comments: Iterable[Span], following: Callable[[Span], Span]
) -> tuple[Directive, ...]:
    """Return what ``comments``, in order, tell the checks.

    ``following`` gives the block that an ``ignore`` at some place is meant for. What is
    switched off and not on again is off to the end.
    """
    return tuple(_Reading(source, following).directives(comments))


class _Reading:
    """One pass over the comments of one text."""

    def __init__(self, source: str, following: Callable[[Span], Span]) -> None:
        self._source = source
        self._following = following
        self._off: dict[str, Span] = {}

    def directives(self, comments: Iterable[Span]) -> Iterator[Directive]:
        for comment in comments:
            match = _DIRECTIVE.match(self._source, *comment)
            if match and match["verb"] != _KEEP:
                if match["verb"] not in DIRECTIVES:
                    span = Span(*match.span("verb")) if match["verb"] else comment
                    yield Directive(match["verb"], "", span, Span(comment.end, comment.end))
                    continue
                names = {
                    each[0]: Span(*each.span())
                    for each in _NAME.finditer(self._source, *match.span("names"))
                }
                yield from self._directive(match["verb"], names or {_ALL: comment}, comment)
        for name in list(self._off):
            yield self._closed(name, len(self._source))

    def _directive(self, verb: str, names: dict[str, Span], comment: Span) -> Iterator[Directive]:
        if verb == "on" and _ALL in names and self._off:
            names = dict.fromkeys(list(self._off), comment)
        for name, span in names.items():
            if verb == "off" and name not in self._off:
                self._off[name] = span
            elif verb == "on" and name in self._off:
                yield self._closed(name, comment.start)
            elif verb == "ignore":
                yield Directive(verb, name, span, self._following(comment))
            elif verb == "ignore-line":
                yield Directive(verb, name, span, self._lines(comment))
            else:  # nothing to switch off or on
                yield Directive(verb, name, span, Span(comment.end, comment.end))

    def _closed(self, name: str, end: int) -> Directive:
        span = self._off.pop(name)
        return Directive("off", name, span, Span(span.end, end))

    def _lines(self, span: Span) -> Span:
        start = max(
            self._source.rfind("\n", 0, span.start), self._source.rfind("\r", 0, span.start)
        )
        ends = (self._source.find(mark, span.end) for mark in "\r\n")
        return Span(start + 1, min((end for end in ends if end >= 0), default=len(self._source)))


def block_after(
    source: str, comment: Span, blocks: Sequence[Span], segments: Sequence[Segment]
) -> Span:
    """Return the block that follows a comment: the rest of its own, or the next one whole.

    ``blocks`` are in order of their starts, an outer one before those inside of it.
    """
    at = comment.end
    index = bisect_left(blocks, at, key=lambda block: block.start)
    following = blocks[index] if index < len(blocks) else Span(len(source), len(source))
    prose = _next_prose(source, at, segments)
    if prose >= following.start:
        return following
    around = [block for block in blocks[:index] if block.end > prose]
    return Span(at, min(following.start, around[-1].end) if around else following.start)


def _next_prose(source: str, at: int, segments: Sequence[Segment]) -> int:
    for segment in segments:
        if segment.span.end > at:
            for piece in without([segment.span], segment.masks):
                start = max(piece.start, at)
                if source[start : piece.end].strip():
                    return start
    return len(source)
