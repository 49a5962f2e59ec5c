"""What kind of block a text of a page is, for the comments of a catalogue."""

import re

from termkit.messages import mark, tr
from termkit.patterns import regex
from termkit.text import Span

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), mark("heading")),
    **dict.fromkeys(("td", "th"), mark("table cell")),
    **dict.fromkeys((mark("caption"), "figcaption"), mark("caption")),
    "p": mark("paragraph"),
    "li": mark("list item"),
    "dt": mark("term"),
    "dd": mark("definition"),
    "title": mark("title"),
}
_BLOCK = regex(
    r"<(/?)(h[1-6]|td|th|caption|figcaption|p|li|dt|dd|title|div|section|body|head|figure|ul|ol"
    r"|table|tr|blockquote|article|main|header|footer|nav)\b",
    re.IGNORECASE,
)
_NEAR = 1000


def spoken(kind: str) -> str:
    """Return a kind in the user's language; a name may stand behind it: front matter: title."""
    name, colon, rest = kind.partition(": ")
    return tr(name) + colon + rest


def html_kind(source: str, span: Span, kind: str) -> str:
    """Return the kind of a text by the element that it begins in; ``kind`` where none tells."""
    last = None
    for last in _BLOCK.finditer(source, max(0, span.start - _NEAR), span.start):  # noqa: B007
        pass
    if last is None or last[1]:
        return kind
    return _KINDS.get(last[2].lower(), kind)
