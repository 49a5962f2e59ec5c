"""HTML: the text between tags is prose, and so are the attributes that a reader sees.

A block's text is one segment, its inline tags are masks inside it; ``alt``,
``title``, ``placeholder``, ``aria-label`` and the description of the page are prose
too. Comments, scripts, styles, code and entities are not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from termkit.files import BOM
from termkit.model.document import Directive, Document, Reader, Segment
from termkit.patterns import pattern
from termkit.readers.directives import MARK, block_after, read_directives
from termkit.readers.masks import HTML, merged, templates, urls, without
from termkit.readers.segments import hide, segment
from termkit.text import Span

# As in a browser, a tag that never closes hides the rest.
_MARKUP = pattern(rf"{HTML.pattern}|<[/!?A-Za-z][^<>]*\Z", HTML.flags)
_TAG = pattern(r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/<>]*)")
_OPENING = pattern(r"<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = pattern(
    r"(?<=[\s\"'/])([^\s\"'<>/=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))"
)
_ENTITY = pattern(r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);", re.IGNORECASE)
_PROSE_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label")
_PROSE_META = frozenset(
    ("description", "og:title", "og:description", "twitter:title", "twitter:description")
)
_LOCALE_META = frozenset(("og:locale", "content-language"))
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s"),
        *("samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
        "wbr",
    )
)

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "input", "link", "meta", "source", "track")
)


def parse(source: str, path: str) -> Document:
    """Return the document of a page; whatever its faults, it is read as far as it goes."""
    return _Parser(source).document(path)


class _Parser:
    """One pass over the markup of one page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._templates = templates(source)
        self._shown = hide(source, self._templates)
        self._speaks = MARK in source
        self._segments: list[Segment] = []
        self._run: list[Span] = []  # a block: its text, entities and inline tags
        self._texts: list[Span] = []  # what of it is text
        self._values: list[tuple[str, Span]] = []  # and what are attributes
        self._declared = ""
        self._labels: list[Span] = []
        self._open: list[tuple[str, int]] = []  # blocks that are open, and
        self._outline: list[Span] = []  # those that are closed
        self._comments: list[Span] = []

    def document(self, path: str) -> Document:
        at = 1 if self._source.startswith(BOM) else 0
        for match in _MARKUP.finditer(self._shown, at):
            self._text(Span(at, match.start()))
            self._markup(Span(*match.span()))
            at = match.end()
        self._text(Span(at, len(self._shown)))
        self._flush()
        segments = tuple(sorted(self._segments, key=lambda each: each.span))
        return Document(
            path,
            self._source,
            segments,
            declared=self._declared,
            labels=tuple(self._labels),
            directives=self._directives(segments),
        )

    def _directives(self, segments: tuple[Segment, ...]) -> tuple[Directive, ...]:
        if not self._comments:
            return ()
        self._close(0, len(self._source))
        # Text outside of any element is a block too.
        blocks = sorted(self._outline, key=lambda block: (block.start, -block.end))
        return read_directives(
            self._source,
            self._comments,
            lambda comment: block_after(self._source, comment, blocks, segments),
        )

    def _text(self, span: Span) -> None:
        if span.start < span.end:
            self._run.append(span)
            self._texts.append(span)

    def _markup(self, span: Span) -> None:
        tag = _TAG.match(self._shown, *span)
        name = tag["name"].lower() if tag else ""
        if self._speaks and not tag and self._source.startswith("<!--", span.start):
            self._comments.append(span)
        if tag and name not in _INLINE:
            self._flush()
            if self._speaks:
                self._block(name, span, is_end=bool(tag["end"]))
        elif tag or self._shown[span.start] == "&":
            self._run.append(span)
        if not tag or tag["end"]:
            return
        opening = _OPENING.match(self._shown, *span)
        end = opening.end() if opening else span.end
        values = {
            match[1].lower(): Span(*match.span(match.lastindex or 0))
            for match in _ATTRIBUTE.finditer(self._shown, tag.end(), end)
        }
        self._values += sorted(_prose(self._shown, name, values), key=lambda value: value[1])
        if name == "html" and not self._declared:
            declared = values.get("lang") or values.get("xml:lang")
            self._declared = declared.of(self._source) if declared else ""
        self._labels += sorted(_labels(self._shown, name, values))
        if name not in _INLINE:
            self._flush()

    def _block(self, name: str, span: Span, *, is_end: bool) -> None:
        if not is_end:
            if name in _VOID:
                return
            self._open.append((name, span.start))
            return
        depth = next((i for i, (each, _) in reversed([*enumerate(self._open)]) if each == name), -1)
        if depth >= 0:
            # Those inside of it end with it, written or not.
            self._close(depth + 1, span.start)
            self._close(depth, span.end)

    def _close(self, depth: int, end: int) -> None:
        self._outline += (Span(start, end) for _, start in self._open[depth:])
        del self._open[depth:]

    def _flush(self) -> None:
        run, texts, values = self._run, self._texts, self._values
        self._run, self._texts, self._values = [], [], []
        if any(text.of(self._shown).strip() for text in texts):
            whole = Span(run[0].start, run[-1].end)
            prose = merged([*texts, *(span for _, span in values)])
            self._segments += self._segment(whole, "text", without([whole], prose))
            return
        for name, span in values:
            self._segments += self._segment(span, name, ())

    def _segment(self, span: Span, kind: str, masks: Iterable[Span]) -> Iterator[Segment]:
        source = self._source
        hidden = [*masks, *urls(source, span)]
        hidden += (Span(*match.span()) for match in _ENTITY.finditer(source, *span))
        first = bisect_right(self._templates, span.start, key=lambda template: template.end)
        for template in self._templates[first:]:
            if template.start >= span.end:
                break
            hidden.append(template)
        yield from segment(source, span, kind, hidden)


def _prose(text: str, name: str, values: dict[str, Span]) -> Iterator[tuple[str, Span]]:
    """Yield the attributes of a tag that are prose, with their names."""
    for key in _PROSE_ATTRIBUTES:
        if key in values:
            yield key, values[key]
    kind = values.get("name") or values.get("property")
    if name == "meta" and kind and "content" in values and kind.of(text).lower() in _PROSE_META:
        yield kind.of(text).lower(), values["content"]


def _labels(text: str, name: str, values: dict[str, Span]) -> Iterator[Span]:
    """Yield where a tag names the locale of the page."""
    if name == "html":
        yield from (values[key] for key in ("lang", "xml:lang") if key in values)
    kind = values.get("property") or values.get("name") or values.get("http-equiv")
    if name == "meta" and kind and "content" in values and kind.of(text).lower() in _LOCALE_META:
        yield values["content"]


READER = Reader("html", (".html", ".htm", ".xhtml"), parse)
