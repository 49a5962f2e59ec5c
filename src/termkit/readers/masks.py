"""What is not prose in any format: URLs, addresses, template tags, HTML tags."""

import re
from collections.abc import Iterable, Iterator, Sequence

from termkit.patterns import pattern
from termkit.text import URL, Span

# Hugo shortcodes, Hexo and Liquid tags, template expressions.
# One that opens with a backtick is one that the text speaks of: `{{` … `}}`.
_OPENING = pattern(r"(?:\{\{[<%]?+|\{%)(?!`)")
_CLOSING = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_HOLDS_CODE = pattern(r"\{(%-?|\{[<%])\s*(codeblock|code|highlight|comment)\b")

# What is not closed reaches to the end, as in a browser.
HTML = pattern(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(script|style|pre|code|kbd|samp|textarea)\b[^>]*>.*?(?:</\1\s*>|\Z)"
    r"|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|</?[A-Za-z][^<>]*>|<![^>]*>"
    r"|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);",
    re.DOTALL | re.IGNORECASE,
)

_TITLE = pattern(r"""\s(?:"((?:[^"\\]|\\.)+)"|'((?:[^'\\]|\\.)+)'|\(([^()]+)\))\s*\)?\Z""")
_ESCAPE = pattern(r"\\[!-/:-@\[-`{-~]|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_URL_HINT = pattern(r"://|@|www\.")


def url_hints(text: str) -> Iterator[int]:
    """Yield where something stands that a URL or an e-mail address must have, and other text may."""
    for match in _URL_HINT.finditer(text):
        yield match.start()


def urls(text: str, span: Span) -> Iterator[Span]:
    """Yield the URLs and e-mail addresses inside a span of ``text``."""
    if _URL_HINT.search(text, span.start, span.end):
        for match in URL.finditer(text, span.start, span.end):
            yield Span(*match.span())


def templates(text: str) -> tuple[Span, ...]:
    """Return the template tags of ``text``; those that hold code or a comment reach to their end tag."""
    found: list[Span] = []
    absent: set[str] = set()
    at = 0
    while match := _OPENING.search(text, at):
        closing = _CLOSING[match[0]]
        end = -1 if closing in absent else text.find(closing, match.end())
        if end < 0:
            absent.add(closing)
            at = match.start() + 1
            continue
        at = end + len(closing)
        if holder := _HOLDS_CODE.match(text, match.start()):
            mark, name = holder.groups()
            ending = rf"\{{%-?\s*end{name}\b[^%]*%\}}"
            if mark[0] == "{":
                ending = rf"\{{\{{[<%]\s*/\s*{name}\s*[%>]\}}\}}"
            last = None if ending in absent else re.compile(ending).search(text, at)
            if last:
                at = last.end()
            else:
                absent.add(ending)
        found.append(Span(match.start(), at))
    return tuple(found)


def title(text: str, span: Span) -> Iterator[Span]:
    """Yield the prose of the title that a Markdown link or a definition ends with."""
    match = _TITLE.search(text, *span)
    if match:
        whole = Span(*match.span(match.lastindex or 0))
        yield from without([whole], [Span(*m.span()) for m in _ESCAPE.finditer(text, *whole)])


def without(spans: Iterable[Span], hidden: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of ``spans`` without ``hidden``; both are in order and disjoint."""
    first = 0
    for start, end in spans:
        while first < len(hidden) and hidden[first].end <= start:
            first += 1
        at, index = start, first
        while index < len(hidden) and hidden[index].start < end:
            if at < hidden[index].start:
                yield Span(at, hidden[index].start)
            at = hidden[index].end
            index += 1
        if at < end:
            yield Span(at, end)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch or overlap."""
    result: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
