"""The texts of an article that are translated one by one, and how a translation is put back.

A unit is a block of the article. Line-wrapping is undone in its text; a line break that the
reader sees is a line feed. Template tags and HTML are placeholders there, ``{1}``, which a
translation has to hold as they are.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termkit.engine.po.kinds import html_kind
from termkit.engine.po.scalars import Scalar
from termkit.messages import mark, tr, tr_n
from termkit.model.change import Change, replay
from termkit.model.document import Document, Segment
from termkit.patterns import regex
from termkit.readers.masks import HTML, templates, without
from termkit.text import HAN, LineIndex, Span

PLACEHOLDER = regex(r"\{(\d+)\}")
_HAN = regex(f"[{HAN}\u3000-\u303f\uff00-\uffef]")
_WORD = regex(r"\w")
_FRONT_MATTER, _TABLE_CELL = mark("front matter"), mark("table cell")
_CODE = r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
_MARKUP = regex(
    f"{_CODE}|(?:{HTML.pattern.replace(chr(92) + '1', '(?P=holder)')})".replace(
        "<(script", "<(?P<holder>script"
    ),
    HTML.flags,
)
_AUTOLINK = regex(r"<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)|&", re.IGNORECASE)
_IMAGE = regex(
    r"!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\((?P<url>[^()\s]*)(?:\s+(?P<q>[\"'])(?P<title>.*)(?P=q))?\s*\)",
    re.DOTALL,
)
# What stands for a line break that shows, and what only wraps lines.
_BREAK = regex(r"(?P<hard>(?:[ ]{2,}|\\)(?=\r?\n))?[ \t]*(?:\r\n|\r|\n)(?P<mark>[ \t>]*)")
_PIPE = regex(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate: where it stands, what kind of block it is, and its text.

    ``places`` are the spans of its placeholders in the article, by their numbers; ``hard`` is
    how the article writes a line break in it.
    """

    span: Span
    kind: str
    text: str
    line: int
    places: tuple[tuple[str, Span], ...] = ()
    hard: str = ""
    scalar: Scalar | None = None

    def fault(self, translation: str) -> str:
        """Tell why a translation can't be put back; "" where it can."""
        wanted = Counter(number for number, _ in self.places)
        names = {number for number, _ in self.places}
        found = Counter(n for n in PLACEHOLDER.findall(translation) if n in names)
        if wanted != found:
            odd = sorted({*(wanted - found), *(found - wanted)})
            return tr_n(
                "{name} must stand in it once",
                "{name} must stand in it {number} times",
                wanted[odd[0]],
                name=f"{{{odd[0]}}}",
            )
        if self.scalar and self.scalar.write(translation) is None:
            return tr("has a character that its quotation marks don't allow")
        if "\n" in translation and not self.hard and not self.scalar:
            return tr("has a line break where the article has none")
        return ""


def find_units(document: Document) -> list[Unit]:
    """Return the units of a document in order; those inside a placeholder follow their own."""
    return list(_Finder(document).units())


class _Finder:
    """One pass over the segments of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = document.source
        self._lines = LineIndex(document.source)
        self._is_markdown = document.path.lower().endswith((".md", ".markdown", ".mdown", ".mkd"))

    def units(self) -> Iterator[Unit]:
        for segment in self._document.segments:
            if not _says_something(self._source, segment):
                continue
            if segment.kind.startswith(_FRONT_MATTER):
                scalar = Scalar(self._document, segment)
                text = scalar.text if scalar.style == "|" else unwrapped(scalar.text)
                yield self._unit(segment.span, segment.kind, text, scalar=scalar)
                continue
            image = self._is_markdown and _IMAGE.fullmatch(self._source, *segment.span)
            if image:
                yield from self._image(image)
                continue
            yield from self._text(segment)

    def _unit(self, span: Span, kind: str, text: str, **more: object) -> Unit:
        line = self._lines.position(span.start).line
        return replace(Unit(span, kind, text, line), **more)  # type: ignore[arg-type]

    def _image(self, image: re.Match[str]) -> Iterator[Unit]:
        for group, kind in (("alt", mark("alt text")), ("title", mark("title"))):
            text = image[group]
            if text and _WORD.search(text):
                yield self._unit(Span(*image.span(group)), kind, unwrapped(text))

    def _text(self, segment: Segment) -> Iterator[Unit]:
        inside: list[Unit] = []
        tags = list(self._tags(segment))
        prose = list(without([segment.span], segment.masks))
        for tag in tags:
            for piece in prose:
                if tag.start <= piece.start and piece.end <= tag.end:
                    text = piece.of(self._source)
                    inside.append(self._unit(piece, mark("attribute"), unwrapped(text)))
        if any(_WORD.search(piece.of(self._source)) for piece in without(prose, tags)):
            yield self._block(segment, tags)
        yield from inside

    def _tags(self, segment: Segment) -> Iterator[Span]:
        """Yield what is a placeholder: template tags and HTML, where the reader took it for such."""
        start, end = segment.span
        text = segment.span.of(self._source)
        taken = [Span(start + a, start + b) for a, b in templates(text)]
        for match in _MARKUP.finditer(text):
            span = Span(start + match.start(), start + match.end())
            if match["code"] or _AUTOLINK.match(match[0]):
                continue
            hidden = any(m.start <= span.start and span.end <= m.end for m in segment.masks)
            if (hidden or not self._is_markdown) and not any(
                t.start < span.end and span.start < t.end for t in taken
            ):
                taken.append(span)
        yield from sorted(span for span in taken if start <= span.start and span.end <= end)

    def _block(self, segment: Segment, tags: list[Span]) -> Unit:
        literal = set(PLACEHOLDER.findall(segment.span.of(self._source)))
        numbers: dict[str, str] = {}
        places: list[tuple[str, Span]] = []
        pieces: list[str] = []
        at = segment.span.start
        number = 0
        for tag in tags:
            written = tag.of(self._source)
            if written not in numbers:
                number += 1
                while str(number) in literal:
                    number += 1
                numbers[written] = str(number)
            pieces += (self._source[at : tag.start], f"{{{numbers[written]}}}")
            places.append((numbers[written], tag))
            at = tag.end
        pieces.append(self._source[at : segment.span.end])
        raw = "".join(pieces)
        hard = ""
        if self._is_markdown:
            breaks = [match for match in _BREAK.finditer(raw) if match["hard"]]
            hard = breaks[0][0] if breaks else ""
        kind = segment.kind
        if kind in {"text", "html"}:
            kind = html_kind(self._source, segment.span, kind)
        return self._unit(
            segment.span,
            kind,
            unwrapped(raw, hard=bool(hard)),
            places=tuple(places),
            hard=hard,
        )


def _says_something(source: str, segment: Segment) -> bool:
    return any(_WORD.search(piece.of(source)) for piece in without([segment.span], segment.masks))


def unwrapped(text: str, *, hard: bool = False) -> str:
    """Undo the line-wrapping of a text; with ``hard`` line breaks that show become line feeds."""

    def joint(match: re.Match[str]) -> str:
        if match["hard"] and hard:
            return "\n"
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return "" if _HAN.match(before) and _HAN.match(after) else " "

    return _BREAK.sub(joint, text) if "\n" in text or "\r" in text else text


def put_back(
    document: Document,
    units: Sequence[Unit],
    texts: Mapping[int, str],
    labels: Sequence[Change] = (),
) -> str:
    """Return the article with the texts, by the number of their unit, in the place of the units.

    ``labels`` are changes outside of what is replaced.
    """
    builder = _Builder(document.source, units, texts, labels)
    return builder.render(Span(0, len(document.source)))


class _Builder:
    """Writes one article."""

    def __init__(
        self,
        source: str,
        units: Sequence[Unit],
        texts: Mapping[int, str],
        labels: Sequence[Change],
    ) -> None:
        self._source = source
        self._units = units
        self._texts = texts
        self._labels = labels
        self._starts = sorted(
            [
                *((units[number].span, number) for number in texts),
                *((label.span, -1 - number) for number, label in enumerate(labels)),
            ]
        )

    def render(self, span: Span, within: int | None = None) -> str:
        """Return a part of the article; ``within`` is the unit that the part belongs to."""
        pieces: list[str] = []
        at = span.start
        for where, number in self._inside(span):
            if where.start < at or number == within:
                continue
            pieces += (self._source[at : where.start], self._written(number))
            at = where.end
        return "".join((*pieces, self._source[at : span.end]))

    def _inside(self, span: Span) -> list[tuple[Span, int]]:
        first = bisect_left(self._starts, (Span(span.start, span.start), -len(self._starts)))
        found: list[tuple[Span, int]] = []
        for where, number in self._starts[first:]:
            if where.start >= span.end:
                break
            if where.end <= span.end:
                found.append((where, number))
        # An outer unit comes before those inside of it.
        return sorted(found, key=lambda each: (each[0].start, -each[0].end))

    def _written(self, number: int) -> str:
        if number < 0:
            return self._labels[-1 - number].after
        unit, text = self._units[number], self._texts[number]
        if text == unit.text:
            return self.render(unit.span, number)
        if unit.scalar:
            return unit.scalar.write(text) or ""
        if unit.kind == _TABLE_CELL:
            text = _PIPE.sub(r"\\|", text)
        if unit.hard:
            text = text.replace("\n", unit.hard)
        places = dict(reversed(unit.places))
        return PLACEHOLDER.sub(
            lambda match: self.render(places[match[1]]) if match[1] in places else match[0], text
        )


def converted(document: Document, trace: tuple[Change, ...]) -> Document:
    """Return the document as the changes leave it, with its segments where they have moved."""
    moved = _Mover(trace)
    return replace(
        document,
        source=replay(document.source, trace),
        segments=tuple(
            Segment(moved(each.span), each.kind, tuple(map(moved, each.masks)))
            for each in document.segments
        ),
    )


class _Mover:
    """Moves spans that cut no change."""

    def __init__(self, trace: tuple[Change, ...]) -> None:
        self._ends = [change.span.end for change in trace]
        self._shift = [0]
        for change in trace:
            grown = len(change.after) - (change.span.end - change.span.start)
            self._shift.append(self._shift[-1] + grown)

    def __call__(self, span: Span) -> Span:
        start, end = (at + self._shift[bisect_right(self._ends, at)] for at in span)
        return Span(start, end)
