"""What kind of block a text of a page is, for the comments of a catalogue."""

import re

from termkit.text import Span

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("td", "th"), "table cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    "p": "paragraph",
    "li": "list item",
    "dt": "term",
    "dd": "definition",
    "title": "title",
}
_BLOCK = re.compile(
    r"<(/?)(h[1-6]|td|th|caption|figcaption|p|li|dt|dd|title|div|section|body|head|figure|ul|ol"
    r"|table|tr|blockquote|article|main|header|footer|nav)\b",
    re.IGNORECASE,
)
_NEAR = 1000


def html_kind(source: str, span: Span, kind: str) -> str:
    """Return the kind of a text by the element that it begins in; ``kind`` where none tells."""
    last = None
    for last in _BLOCK.finditer(source, max(0, span.start - _NEAR), span.start):  # noqa: B007
        pass
    if last is None or last[1]:
        return kind
    return _KINDS.get(last[2].lower(), kind)
