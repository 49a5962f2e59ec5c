"""Plain text: every line with something on it is a segment; URLs are masked."""

import re

from termkit.files import BOM
from termkit.model.document import Document, Reader, Segment
from termkit.readers.masks import merged, urls
from termkit.text import Span

_LINE = re.compile(rf"[^\r\n{BOM}\s][^\r\n]*")


def parse(source: str, path: str) -> Document:
    """Return the document of a plain text."""
    is_one_line = "\n" not in source and "\r" not in source and not source.startswith(BOM)
    if is_one_line and source and source == source.strip():
        whole = Span(0, len(source))
        return Document(path, source, (Segment(whole, "line", merged(urls(source, whole))),))
    segments = []
    for match in _LINE.finditer(source):
        start, end = match.span()
        while source[end - 1].isspace():
            end -= 1
        span = Span(start, end)
        segments.append(Segment(span, "line", merged(urls(source, span))))
    return Document(path, source, tuple(segments))


READER = Reader("plain", (".txt", ".text"), parse)
