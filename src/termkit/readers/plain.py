"""Plain text: every line with something on it is a segment; URLs are masked."""

from bisect import bisect_right

from termkit.files import BOM
from termkit.model.document import Document, Reader, Segment
from termkit.patterns import regex
from termkit.readers.masks import merged, url_hints, urls
from termkit.text import Span

_new = tuple.__new__  # of the many lines of a long text each would take three times as long
_LINE = regex(rf"[^{BOM}\s](?:[^\r\n]*\S)?")


def parse(source: str, path: str) -> Document:
    """Return the document of a plain text."""
    is_one_line = "\n" not in source and "\r" not in source and not source.startswith(BOM)
    if is_one_line and source and source == source.strip():
        whole = Span(0, len(source))
        return Document(path, source, (Segment(whole, "line", merged(urls(source, whole))),))
    spans = [_new(Span, match.span()) for match in _LINE.finditer(source)]
    segments = [_new(Segment, (span, "line", ())) for span in spans]
    for hint in url_hints(source):
        line = bisect_right(spans, hint, key=lambda span: span.start) - 1
        if not segments[line].masks:
            segments[line] = Segment(spans[line], "line", merged(urls(source, spans[line])))
    return Document(path, source, tuple(segments))


READER = Reader("plain", (".txt", ".text"), parse)
