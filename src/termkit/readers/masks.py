"""What is not prose in any format: URLs, addresses, template tags, HTML tags."""

import re
from collections.abc import Iterable, Iterator

from termkit.text import HAN, Span

# Han characters belong to a URL only right after one of its delimiters (…/wiki/軟體).
URL = re.compile(
    rf"(?:https?|ftp|file)://(?:[A-Za-z0-9._~:/?#\[\]@!$&*+,;=%|-]|(?<=[/=#&?_-])[{HAN}]+)+"
    r"|\bwww\.[A-Za-z0-9._~:/?#@!$&*+,;=%-]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)

# Hugo shortcodes, Hexo and Liquid tags, template expressions.
TEMPLATE = re.compile(r"\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)

HTML = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|pre|code|kbd|samp|textarea)\b[^>]*>.*?</\1\s*>"
    r"|</?[A-Za-z][^<>]*>|<[!?][^>]*>"
    r"|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);",
    re.DOTALL | re.IGNORECASE,
)

_URL_HINT = re.compile(r"://|@|www\.")


def urls(text: str, span: Span) -> Iterator[Span]:
    """Yield the URLs and e-mail addresses inside a span of ``text``."""
    if _URL_HINT.search(text, span.start, span.end):
        for match in URL.finditer(text, span.start, span.end):
            yield Span(*match.span())


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
