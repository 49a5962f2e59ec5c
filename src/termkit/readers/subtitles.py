"""Subtitles (SubRip, WebVTT): the texts of the cues are prose, one segment each.

Numbers, timings, the header and its ``NOTE``, ``STYLE`` and ``REGION`` blocks are
left alone; tags, entities and override codes inside a cue are masked.
"""

from collections.abc import Iterator
from pathlib import PurePath

from termkit.errors import InputError
from termkit.files import BOM
from termkit.messages import tr
from termkit.model.document import Document, Reader, Segment
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.readers.masks import urls
from termkit.readers.segments import segment
from termkit.text import Span

_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TIMING = regex(r"[ \t]*[\d:.,]+[ \t]*-->[ \t]*[\d:.,]+")
_NUMBER = regex(r"\s*\d+\s*")
_WEBVTT = regex(r"WEBVTT(?:\s|\Z)")
_FIELD = regex(r"([A-Za-z-]+)[ \t]*:[ \t]*(.*?)\s*")
_MARKUP = regex(
    r"</?[A-Za-z][^<>]*>|<(?:/|[\d:.]+)>"
    r"|\{\\[^{}\r\n]*\}|\{[A-Za-z]:[^{}\r\n]*\}|\\[Nnh]"
    r"|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"
)


def parse(source: str, path: str) -> Document:
    """Return the document of a subtitle file; raise InputError for WebVTT without its first word."""
    start = 1 if source.startswith(BOM) else 0
    lines = [Span(*match.span()) for match in _LINE.finditer(source, start) if match[0]]
    if PurePath(path).suffix.lower() != ".vtt":
        return Document(path, source, tuple(_segments(source, lines)))
    if source[start:].strip() and not _WEBVTT.match(source, start):
        raise InputError(
            Problem(path, 1, "", tr("does not begin with WEBVTT; add this first line"))
        )
    metadata, labels = _header(source, lines)
    return Document(
        path,
        source,
        tuple(_segments(source, lines)),
        declared=metadata.get("Language", ""),
        metadata=metadata,
        labels=labels,
    )


def _segments(source: str, lines: list[Span]) -> Iterator[Segment]:
    """Yield the cues: what follows a timing, to the next blank line or timing."""
    cue: list[Span] | None = None
    for line in lines:
        if _TIMING.match(source, *line):
            # The number of the next cue, where no blank line stands between the two.
            if cue and _NUMBER.fullmatch(source, *cue[-1]):
                cue.pop()
            yield from _cue(source, cue)
            cue = []
        elif not line.of(source).strip():
            yield from _cue(source, cue)
            cue = None
        elif cue is not None:
            cue.append(line)
    yield from _cue(source, cue)


def _cue(source: str, lines: list[Span] | None) -> Iterator[Segment]:
    if not lines:
        return
    span = Span(lines[0].start, lines[-1].end)
    masks = [Span(*match.span()) for match in _MARKUP.finditer(source, *span)]
    yield from segment(source, span, "cue", [*masks, *urls(source, span)])


def _header(source: str, lines: list[Span]) -> tuple[dict[str, str], tuple[Span, ...]]:
    """Return the fields under WEBVTT, and where the one stands that tells the locale."""
    found: dict[str, str] = {}
    labels: list[Span] = []
    for line in lines[1:]:
        if not line.of(source).strip():
            break
        if match := _FIELD.fullmatch(source, *line):
            name = match[1].capitalize()
            found.setdefault(name, match[2])
            if name == "Language":
                labels.append(Span(*match.span(2)))
    return found, tuple(labels)


READER = Reader("subtitles", (".srt", ".vtt"), parse)
