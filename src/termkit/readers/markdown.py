"""Markdown: CommonMark with tables, footnotes, front matter, Hugo shortcodes and HTML.

pulldown-cmark tells where every event stands in the source; what its text events
cover is prose, and everything else in a block is a mask.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pyromark

from termkit.files import BOM
from termkit.model.document import Directive, Document, Reader, Segment
from termkit.readers.directives import HTML_COMMENTS, MARK, block_after, read_directives
from termkit.readers.frontmatter import FrontMatter, read_front_matter
from termkit.readers.masks import HTML, merged, templates, title, urls, without
from termkit.readers.segments import FILLER, hide, segment
from termkit.text import HAN_RE, Span, without_surrogates

_OPTIONS = pyromark.Options(0)
for _option in (
    "TABLES",
    "FOOTNOTES",
    "STRIKETHROUGH",
    "TASKLISTS",
    "HEADING_ATTRIBUTES",
    "MATH",
    "GFM",
    "DEFINITION_LIST",
):
    _OPTIONS |= getattr(pyromark.Options, f"ENABLE_{_option}")

_INLINE = frozenset(
    ("Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript")
)
_KINDS = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "Item": "list item",
    "TableCell": "table cell",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "definition",
    "HtmlBlock": "html",
    "Definition": "link title",
}
# A link whose text is also the key of its definition must not be changed.
_KEYED_LINKS = frozenset(("Collapsed", "CollapsedUnknown", "Shortcut", "ShortcutUnknown"))
# Only at the very beginning: pulldown-cmark's own metadata blocks may stand anywhere.
_FRONT_MATTER = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\r?\n(?![ \t]*\r?\n)(?P<body>.*?)"
    r"^(?:(?P=mark)|\.\.\.)[ \t]*\r?$",
    re.MULTILINE | re.DOTALL,
)
_CODE_TAG = re.compile(r"<(/?)(code|kbd|samp|pre|script|style|textarea)\b", re.IGNORECASE)

_Event: TypeAlias = str | Mapping[str, Any]


def parse(source: str, path: str) -> Document:
    """Return the document of a Markdown text."""
    return _Parser(source).document(path)


class _Parser:
    """One pass over the events of one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._segments: list[Segment] = []
        self._blocks: list[str] = []
        self._run: Span | None = None
        self._prose: list[Span] = []
        self._html: list[Span] = []
        self._keyed = 0
        self._code = 0
        self._front = FrontMatter()
        self._outline: list[Span] = []  # every block, and
        self._comments: list[Span] = []

    def document(self, path: str) -> Document:
        source = self._source
        shift = 1 if source.startswith(BOM) else 0
        # Template tags would confuse the Markdown parser; they are hidden from it.
        self._templates = templates(source)
        front = _FRONT_MATTER.match(source, shift)
        if front:
            shift = front.end()
            self._metadata(Span(*front.span("body")), toml=front["mark"] == "+++")
        hidden = hide(source, self._templates).replace("\0", FILLER)
        self._shown = without_surrogates(hidden)
        text = self._shown[shift:]
        events = list(pyromark.events_with_range(text, options=_OPTIONS))
        titled = _titled_definitions(text)
        ranges = [(where["start"], where["end"]) for _, where in events]
        spans = _spans(text.encode(), [*ranges, *titled], shift)
        for (event, _), span in zip(events, spans, strict=False):
            self._event(event, span)
        self._flush()
        for span in spans[len(events) :]:
            self._definition(span)
        segments = sorted(self._segments, key=lambda segment: segment.span)
        return Document(
            path,
            source,
            tuple(segments),
            declared=self._front.declared,
            metadata=self._front.metadata,
            labels=self._front.labels,
            directives=(*self._front.directives, *self._directives(segments)),
        )

    def _directives(self, segments: list[Segment]) -> tuple[Directive, ...]:
        if MARK not in self._source:
            return ()
        blocks = [
            block
            for block in sorted(self._outline, key=lambda block: (block.start, -block.end))
            if not HTML_COMMENTS.fullmatch(self._source, *block)
        ]
        return read_directives(
            self._source,
            self._comments,
            lambda comment: block_after(self._source, comment, blocks, segments),
        )

    def _event(self, event: _Event, span: Span) -> None:
        if isinstance(event, str):
            if event in {"SoftBreak", "HardBreak"}:
                self._extend(span)
            else:
                self._flush()
            return
        ((kind, value),) = event.items()
        if kind == "Start":
            self._start(value, span)
        elif kind == "End":
            self._end(value, span)
        elif kind == "Text":
            self._text(value, span)
        elif kind in {"InlineMath", "DisplayMath"} and HAN_RE.search(value):
            # 「花了$5，比$6便宜」 is no formula.
            self._extend(span, prose=True)
        elif kind == "InlineHtml":
            tag = _CODE_TAG.match(value)
            if tag:
                self._code = max(0, self._code - 1) if tag[1] else self._code + 1
            if value.startswith("<!--"):
                self._comments.append(span)
            self._extend(span)
        elif kind == "Html":
            self._html.append(span)
        elif kind in {"Code", "InlineMath", "DisplayMath", "FootnoteReference"}:
            self._extend(span)

    def _start(self, tag: _Event, span: Span) -> None:
        name = _name(tag)
        if name in _INLINE:
            self._extend(span)
            if isinstance(tag, Mapping) and name in {"Link", "Image"}:
                self._link(tag[name], span)
            return
        self._flush()
        self._blocks.append(name)
        self._outline.append(span)

    def _end(self, tag: _Event, span: Span) -> None:
        name = _name(tag)
        if name in _INLINE:
            if name in {"Link", "Image"} and self._keyed:
                self._keyed -= 1
            self._extend(span)
            return
        self._flush()
        self._html_block()
        self._code = self._keyed = 0
        if self._blocks:
            self._blocks.pop()

    def _text(self, text: str, span: Span) -> None:
        if "CodeBlock" in self._blocks:
            return
        # A text that is not what the source says is an escape or an entity.
        literal = span.of(self._shown) == text
        self._extend(span, prose=literal and not self._keyed and not self._code)

    def _link(self, link: Mapping[str, Any], span: Span) -> None:
        if (
            link["link_type"] in _KEYED_LINKS
            or link["link_type"] in {"Autolink", "Email"}
            or self._keyed
        ):
            self._keyed += 1
        if link["link_type"] == "Inline" and link["title"]:
            for piece in title(self._shown, span):
                self._extend(piece, prose=True)

    def _definition(self, span: Span) -> None:
        self._blocks = ["Definition"]
        for piece in title(self._shown, span):
            self._extend(piece, prose=True)
        self._flush()

    def _html_block(self) -> None:
        lines, self._html = self._html, []
        if not lines:
            return
        # What stands between the lines belongs to a blockquote or a list, not to a tag.
        start = at = lines[0].start
        pieces: list[str] = []
        for line in lines:
            pieces += (" " * (line.start - at), line.of(self._shown))
            at = line.end
        found = [
            Span(start + match.start(), start + match.end())
            for match in HTML.finditer("".join(pieces))
        ]
        self._comments += (span for span in found if span.of(self._source).startswith("<!--"))
        hidden = merged(found)
        for piece in without(lines, hidden):
            if piece.of(self._source).strip():
                self._extend(piece, prose=True)
                self._flush()

    def _metadata(self, span: Span, *, toml: bool) -> None:
        self._front = read_front_matter(self._source, span, toml=toml)
        for value in self._front.values:
            masks = [*value.masks, *urls(self._source, value.span), *self._templates_in(value.span)]
            self._segments.append(Segment(value.span, value.kind, merged(masks)))

    def _templates_in(self, span: Span) -> Iterator[Span]:
        first = bisect_right(self._templates, span.start, key=lambda template: template.end)
        for start, end in self._templates[first:]:
            if start >= span.end:
                return
            yield Span(max(start, span.start), min(end, span.end))

    def _extend(self, span: Span, prose: bool = False) -> None:
        if self._run is None:
            self._run = span
        else:
            self._run = Span(min(self._run.start, span.start), max(self._run.end, span.end))
        if prose:
            self._prose.append(span)

    def _flush(self) -> None:
        run, prose = self._run, self._prose
        self._run, self._prose = None, []
        if run is None or not prose or "CodeBlock" in self._blocks:
            return
        masks: list[Span] = []
        at = run.start
        for span in merged(prose):
            masks.append(Span(at, span.start))
            at = span.end
            masks.extend(urls(self._source, span))
        masks.append(Span(at, run.end))
        masks += self._templates_in(run)
        self._segments.extend(segment(self._source, run, self._kind(), masks))

    def _kind(self) -> str:
        return next(
            (_KINDS[name] for name in reversed(self._blocks) if name in _KINDS), "paragraph"
        )


def _name(tag: _Event) -> str:
    return tag if isinstance(tag, str) else next(iter(tag))


def _titled_definitions(text: str) -> list[tuple[int, int]]:
    """Return where the link definitions stand that have a title; of those over two lines none."""
    if "]:" not in text:
        return []
    found = pyromark.reference_definitions(text, options=_OPTIONS).values()
    return [
        (each["span"]["start"], each["span"]["end"])
        for each in found
        if each["title"] and "\n" not in each["title"]
    ]


def _spans(data: bytes, ranges: Sequence[tuple[int, int]], shift: int) -> list[Span]:
    """Turn ranges of bytes into spans of code points, in one walk over the text."""
    offsets: dict[int, int] = {}
    at, count = 0, shift
    for offset in sorted({offset for where in ranges for offset in where}):
        count += len(data[at:offset].decode("utf-8", "replace"))
        offsets[offset] = count
        at = offset
    return [Span(offsets[start], offsets[end]) for start, end in ranges]


READER = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd"), parse)
