"""The header of a catalogue: where it names the catalogue's locale."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from termkit.patterns import pattern
from termkit.text import Span

# The field as it stands in the file, its escapes not resolved.
_FIELD = pattern(
    r"(?:\A|\\n)[ \t]*(?P<name>Language|Language-Team)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*(?=\\n|\Z)",
    re.IGNORECASE,
)
# What follows is an address: <zh-l10n@example.org>, (https://example.org/zh_TW/).
_ADDRESS = pattern(r"<|\(?https?:|\S+@")
_NAME = pattern(
    r"(?<![\w-])(?:zh[-_][A-Za-z]+(?:[-_][A-Za-z]+)?"
    r"|Taiwan|Hong Kong|Macao|China|Singapore|Traditional|Simplified)(?![\w-])",
    re.IGNORECASE,
)


def header_labels(source: str, strings: Sequence[Span]) -> Iterator[Span]:
    """Yield the value of ``Language``, and the locales named in ``Language-Team``, in order.

    ``strings`` are the header's strings; a name that two of them share is passed over.
    """
    text = "".join(span.of(source) for span in strings)
    starts = [0, *accumulate(span.end - span.start for span in strings)]
    for start, end in _names(text):
        for first, found, last in zip(starts, strings, starts[1:], strict=False):
            if first <= start < end <= last:
                yield Span(found.start + start - first, found.start + end - first)


def _names(text: str) -> Iterator[Span]:
    for field in _FIELD.finditer(text):
        start, end = field.span("value")
        if field["name"].lower() == "language":
            yield Span(start, end)
            continue
        address = _ADDRESS.search(text, start, end)
        for match in _NAME.finditer(text, start, address.start() if address else end):
            yield Span(*match.span())
