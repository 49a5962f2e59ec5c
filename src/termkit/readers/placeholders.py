"""What stands inside messages for a program to read: placeholders, tags, URLs, accelerators."""

import re
from collections.abc import Generator, Iterator

from termkit.patterns import pattern
from termkit.readers.masks import urls
from termkit.text import HAN, Span

# Only what is closed: a message may speak of a tag (「<pre> 標籤」).
_TAG = pattern(
    r"<!--.*?-->|<(script|style|pre|code|kbd|samp|textarea)\b[^<>]*>.*?</\1\s*>"
    # <a title="軟件"> is a tag, <rev-list 選項> is not.
    rf"|</?[A-Za-z][A-Za-z0-9:._-]*(?:\s[^<>{HAN}]*|\s[^<>{HAN}]*=[^<>]*)?/?>"
    r"|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);",
    re.DOTALL | re.IGNORECASE,
)
_PLACEHOLDER = pattern(
    # printf, Python, Qt, strftime: %s %1$d %(name)s %-5.2lf %1 %L1 %Y %% and %{name}, %<name>s
    r"%L[0-9]{1,2}|%(?:\([^()\r\n]*\)|\{[^{}\r\n]*\}|<\w+>|[0-9]+\$)?"
    r"[-+#0']*(?:\*|[0-9]+)?(?:\.(?:\*(?:[0-9]+\$)?|[0-9]+))?(?:hh|ll|I64|[hlLqjzt])?[A-Za-z%@]"
    r"|%[0-9]{1,2}|%[{(][^{}()\r\n]*[)}]"
    # shell, JavaScript, PHP, i18next: ${x} $x $t(key)
    r"|\$\{[^{}\r\n]*\}|\$t\([^()\r\n]*\)|\$[A-Za-z_][A-Za-z0-9_]*"
    # mustache, Python, ICU: {{ x }} {} {0} {名字} {x!r:>8} {n, number}
    rf"|\{{\{{[^{{}}\r\n]*\}}\}}|\{{[^{{}}\s，。、；：]*\}}|\{{[^{{}}{HAN}\r\n]*\}}"
)
# ICU: {n, plural, offset:1 =0 {…} other {…}}
_CHOICE = pattern(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,\s*(?:offset:\d+\s*)?")
_CASE = pattern(r"\s*(?:=\d+|[\w-]+)\s*\{")
_CHOICE_END = pattern(r"\s*\}")
_DEPTH = 20
_ACCELERATOR = pattern(
    rf"\([_&~^]?[A-Za-z0-9]\)|(?<![A-Za-z0-9_])_(?=[A-Za-z0-9{HAN}])"
    rf"|(?<![A-Za-z0-9&])&(?=[A-Za-z0-9{HAN}])"
)


def placeholders(text: str, span: Span, depth: int = 0) -> Iterator[Span]:
    """Yield what is not prose in a message; the spans may overlap.

    Of an ICU choice the texts of its cases are prose, its skeleton is not.
    """
    at = span.start
    while depth < _DEPTH and (choice := _CHOICE.search(text, at, span.end)):
        yield from _simple(text, Span(at, choice.start()))
        at = yield from _cases(text, choice, span.end, depth)
    yield from _simple(text, Span(at, span.end))


def accelerators(text: str, span: Span) -> Iterator[Span]:
    """Yield the marks of keyboard accelerators: (_F) (&F) (F) as a whole, else the sign alone."""
    for match in _ACCELERATOR.finditer(text, *span):
        yield Span(*match.span())


def _simple(text: str, span: Span) -> Iterator[Span]:
    for hidden in (_TAG, _PLACEHOLDER):
        for match in hidden.finditer(text, *span):
            yield Span(*match.span())
    yield from urls(text, span)


def _cases(text: str, choice: re.Match[str], limit: int, depth: int) -> Generator[Span, None, int]:
    yield Span(*choice.span())
    at = choice.end()
    while case := _CASE.match(text, at, limit):
        yield Span(*case.span())
        close = _closing(text, case.end(), limit)
        yield from placeholders(text, Span(case.end(), close), depth + 1)
        at = min(close + 1, limit)
        yield Span(close, at)
    if end := _CHOICE_END.match(text, at, limit):
        yield Span(*end.span())
        at = end.end()
    return at


def _closing(text: str, start: int, limit: int) -> int:
    """Return where the brace closes whose inside begins at ``start``."""
    depth = 1
    for at in range(start, limit):
        depth += (text[at] == "{") - (text[at] == "}")
        if not depth:
            return at
    return limit
