"""Zones of a text that may have another level than its body: quotations, titles, official names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from termkit.context import CheckContext
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.scripts.paired import pairs
from termkit.termbase.names import official_names
from termkit.text import Span


class Level(StrEnum):
    """What findings in a zone count for: as much as in the body, one severity, or nothing."""

    BODY = "body"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Zones:
    """The levels of quotations 「」『』“”, of titles 《》〈〉, and of the base's ``dnt`` names."""

    quotation: Level = Level.BODY
    title: Level = Level.BODY
    name: Level = Level.BODY

    def __bool__(self) -> bool:
        return any(level is not Level.BODY for level in (self.quotation, self.title, self.name))

    def rated(self, found: list[Diagnostic], context: CheckContext) -> list[Diagnostic]:
        """Return findings with the levels of their zones; the innermost that has one decides."""
        if not found or not self:
            return found
        # Of two zones with one beginning the shorter is inside of the other.
        spans = sorted(self._spans(context), key=lambda zone: (zone[0].start, -zone[0].end))
        rated: list[Diagnostic] = []
        at = 0
        around: list[tuple[Span, Level]] = []
        for diagnostic in found:
            span = diagnostic.span
            while at < len(spans) and spans[at][0].start <= span.start:
                around.append(spans[at])
                at += 1
            around = [zone for zone in around if zone[0].end > span.start]
            inside = [level for zone, level in around if zone.end >= span.end]
            level = next((one for one in reversed(inside) if one is not Level.BODY), Level.BODY)
            if level is Level.BODY:
                rated.append(diagnostic)
            elif level is not Level.OFF:
                rated.append(replace(diagnostic, severity=Severity(level)))
        return rated

    def _spans(self, context: CheckContext) -> Iterator[tuple[Span, Level]]:
        for span, opening in _marked(context):
            yield span, self.title if opening in _TITLES else self.quotation
        if self.name is not Level.BODY:
            names = official_names(context.base, context.locale)
            for span, _ in context.base.matcher(context.locale).forms_in(context.prose):
                if span.of(context.prose) in names:
                    yield span, self.name


_PAIRS = {"」": "「", "』": "『", "”": "“", "》": "《", "〉": "〈"}
_TITLES = frozenset("《〈")
_PARAGRAPH = r"\r?\n[ \t]*\r?\n"


def _marked(context: CheckContext) -> Iterator[tuple[Span, str]]:
    """Yield what stands between two marks of a pair, and the opening one; a paragraph ends all."""
    for paragraph in _paragraphs(context):
        text, start = paragraph.of(context.prose), paragraph.start
        for pair in pairs(text, _PAIRS, _PARAGRAPH):
            yield Span(start + pair.start + 1, start + pair.end), text[pair.start]


def _paragraphs(context: CheckContext) -> Iterator[Span]:
    """Yield the paragraphs: in a text read by lines these, otherwise the reader's segments."""
    for segment in context.document.segments:
        if segment.kind != "line":
            yield segment.span
            continue
        at = segment.span.start
        for line in segment.span.of(context.document.source).splitlines(keepends=True):
            yield Span(at, at + len(line))
            at += len(line)
