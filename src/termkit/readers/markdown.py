"""Markdown: CommonMark with tables, footnotes, front matter, Hugo shortcodes and HTML.

pulldown-cmark tells where every event stands in the source; what its text events
cover is prose, and everything else in a block is a mask.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from termkit.files import BOM
from termkit.messages import mark
from termkit.model.document import Directive, Document, Reader, Segment
from termkit.patterns import regex
from termkit.readers.directives import HTML_COMMENTS, MARK, block_after, read_directives
from termkit.readers.frontmatter import FrontMatter, read_front_matter
from termkit.readers.masks import HTML, merged, templates, title, urls, without
from termkit.readers.offsets import Offsets
from termkit.readers.pulldown import Event, Range, events, titled_definitions
from termkit.readers.segments import FILLER, hide, prose_segment
from termkit.text import HAN_RE, Span, without_surrogates

_INLINE = frozenset(
    ("Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript")
)
_KINDS = {
    "Paragraph": mark("paragraph"),
    "Heading": mark("heading"),
    "Item": mark("list item"),
    "TableCell": mark("table cell"),
    "DefinitionListTitle": mark("term"),
    "DefinitionListDefinition": mark("definition"),
    "HtmlBlock": mark("html"),
    "Definition": mark("link title"),
}
_PARAGRAPH = mark("paragraph")
_LINKS = frozenset(("Link", "Image"))
# A link whose text is also its address, or the key of its definition, must not be changed.
_KEYED_LINKS = frozenset(
    ("Collapsed", "CollapsedUnknown", "Shortcut", "ShortcutUnknown", "Autolink", "Email")
)
_BREAKS = frozenset(("SoftBreak", "HardBreak"))  # a run always goes on behind one
_NOWHERE = -1
# Only at the very beginning: pulldown-cmark's own metadata blocks may stand anywhere.
_FRONT_MATTER = regex(
    r"(?P<mark>---|\+\+\+)[ \t]*\r?\n(?![ \t]*\r?\n)(?P<body>.*?)"
    r"^(?:(?P=mark)|\.\.\.)[ \t]*\r?$",
    re.MULTILINE | re.DOTALL,
)
_CODE_TAG = regex(r"<(/?)(code|kbd|samp|pre|script|style|textarea)\b", re.IGNORECASE)


def parse(source: str, path: str) -> Document:
    """Return the document of a Markdown text."""
    return _Parser(source).document(path)


class _Block(NamedTuple):
    """A block that is open: its name, the kind of its text, and its place in the outline."""

    name: str
    kind: str
    place: int


class _Parser:
    """One pass over the events of one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._segments: list[Segment] = []
        self._blocks: list[_Block] = []
        self._start = self._end = _NOWHERE  # of the run of text that is being read
        self._prose: list[Span] = []
        self._html: list[Span] = []
        self._links: list[
            tuple[int, bool]
        ] = []  # where each open one begins; whether it has a title
        self._keyed = 0
        self._code = 0
        self._front = FrontMatter()
        self._is_directed = MARK in source
        self._outline: list[Span] = []  # where comments speak to the checks: every block, and
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
        self._offsets = Offsets(text.encode(), shift)
        self._read(text)
        for start, end in titled_definitions(text):
            self._definition(self._offsets.span(start, end))
        segments = sorted(self._segments, key=attrgetter("span"))
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
        if not self._is_directed:
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

    def _read(self, text: str) -> None:
        """Hand each event, with its range in bytes, to the method for its kind."""
        methods: dict[str, Callable[[Any, Range], object]] = {
            "Start": self._open,
            "End": self._close,
            "Text": self._text,
            "InlineMath": self._math,
            "DisplayMath": self._math,
            "InlineHtml": self._inline_html,
            "Html": self._block_html,
            "Code": self._passed,
            "FootnoteReference": self._passed,
        }
        for event, where in events(text):
            if isinstance(event, str):
                if event not in _BREAKS:
                    self._flush()
                continue
            ((kind, value),) = event.items()
            if method := methods.get(kind):
                method(value, where)
        self._flush()

    def _open(self, tag: Event, where: Range) -> None:
        name = _name(tag)
        if name in _INLINE:
            self._begin(where)
            if isinstance(tag, Mapping) and name in _LINKS:
                self._link(tag[name], self._offsets.at(where["start"]))
            return
        self._flush()
        kind = _KINDS.get(name) or (self._blocks[-1].kind if self._blocks else _PARAGRAPH)
        self._blocks.append(_Block(name, kind, len(self._outline)))
        if self._is_directed:
            start = self._offsets.at(where["start"])
            self._outline.append(Span(start, start))

    def _close(self, tag: Event, where: Range) -> None:
        name = _name(tag)
        if name in _INLINE:
            self._end = self._offsets.at(where["end"])
            if name in _LINKS:
                self._link_end()
            return
        self._flush()
        self._html_block()
        self._code = self._keyed = 0
        place = self._blocks.pop().place
        if self._is_directed:
            start, _ = self._outline[place]
            self._outline[place] = Span(start, self._offsets.at(where["end"]))

    def _text(self, text: str, where: Range) -> None:
        if self._blocks and self._blocks[-1].name == "CodeBlock":
            return
        # A text that is not what the source says is an escape or an entity.
        span = self._passed(text, where)
        if not self._keyed and not self._code and span.of(self._shown) == text:
            self._prose.append(span)

    def _math(self, formula: str, where: Range) -> None:
        span = self._passed(formula, where)
        if HAN_RE.search(formula):
            # 「花了$5，比$6便宜」 is no formula.
            self._prose.append(span)

    def _inline_html(self, html: str, where: Range) -> None:
        tag = _CODE_TAG.match(html)
        if tag:
            self._code = max(0, self._code - 1) if tag[1] else self._code + 1
        span = self._passed(html, where)
        if html.startswith("<!--"):
            self._comments.append(span)

    def _block_html(self, _: str, where: Range) -> None:
        self._html.append(self._offsets.span(where["start"], where["end"]))

    def _passed(self, _: str, where: Range) -> Span:
        """Take something into the run, prose or not; return its span."""
        self._begin(where)
        span = self._offsets.span(where["start"], where["end"])
        self._end = span.end
        return span

    def _begin(self, where: Range) -> None:
        """Begin a run, unless this only goes on with one."""
        if self._start == _NOWHERE:
            self._start = self._offsets.at(where["start"])

    def _link(self, link: Mapping[str, Any], start: int) -> None:
        if link["link_type"] in _KEYED_LINKS or self._keyed:
            self._keyed += 1
        self._links.append((start, bool(link["link_type"] == "Inline" and link["title"])))

    def _link_end(self) -> None:
        start, is_titled = self._links.pop()
        if self._keyed:
            self._keyed -= 1
        if is_titled:
            self._prose += title(self._shown, Span(start, self._end))

    def _definition(self, span: Span) -> None:
        if pieces := [*title(self._shown, span)]:
            self._emit(Span(pieces[0].start, pieces[-1].end), _KINDS["Definition"], pieces)

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
                self._emit(piece, self._blocks[-1].kind, [piece])

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

    def _flush(self) -> None:
        if self._start == _NOWHERE:
            return
        run, prose = Span(self._start, self._end), self._prose
        self._start, self._prose = _NOWHERE, []
        if prose:
            self._emit(run, self._blocks[-1].kind if self._blocks else _PARAGRAPH, prose)

    def _emit(self, run: Span, kind: str, prose: list[Span]) -> None:
        """Add a run as a segment: what of it is no prose is masked."""
        hidden = self._templates_in(run) if self._templates else ()
        self._segments += prose_segment(self._source, run, kind, prose, hidden)


def _name(tag: Event) -> str:
    return tag if isinstance(tag, str) else next(iter(tag))


READER = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd"), parse)
