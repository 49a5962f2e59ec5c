"""The placeholders of a message, in the syntaxes that its flags name or that its text shows."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from termkit.bitext import icu
from termkit.patterns import regex
from termkit.text import Span


class Placeholder(NamedTuple):
    """One placeholder, and under which ``key`` a translation must have it too.

    One that is filled by its place among the others has that in its key.
    """

    span: Span
    text: str
    key: str


_PRINTF_FLAGS = frozenset(
    f"{name}-format"
    for name in (
        *("c", "objc", "gcc-internal", "gfc-internal", "php", "perl", "lua", "awk", "tcl", "ycp"),
        *("object-pascal", "java-printf", "javascript", "python", "ruby", "go"),
    )
)
_BRACE_FLAGS = frozenset(
    f"{name}-format" for name in ("python-brace", "csharp", "java", "perl-brace", "c++", "rust")
)
_QT_FLAGS = frozenset({"qt-format", "qt-plural-format", "kde-format", "boost-format"})

_PRINTF = regex(
    r"%%|%(?:(?P<position>\d+)\$)?(?P<flags>[-+ #0'I]*)(?P<width>\*(?:\d+\$)?|\d+)?"
    r"(?:\.(?P<precision>\*(?:\d+\$)?|\d*))?(?:(?P<size>hh|ll|I64|I32|[hlLqjzt])?"
    r"(?P<kind>[diouxXeEfFgGaAcCsSpn@r])|<(?P<macro>\w+)>)"
)
# Those that nobody would write in a sentence; of the loose ones the next word may be a part.
_LOOSE_PRINTF = regex(
    r"%%|(?<![\d%])%(?:(?P<position>\d+)\$)?(?P<flags>0?)(?P<width>\d*)(?:\.(?P<precision>\d+))?"
    r"(?:(?P<size>ll?|z)?(?P<kind>[dius]|(?<=\d)f|f\b)|(?P<macro>(?!)))"
)
_PLAIN_PRINTF = regex(f"{_LOOSE_PRINTF.pattern}(?![A-Za-z0-9])")
_NUMBERED = regex(r"(?<!%)%\d+\$")
_DATE = regex(r"(?<!%)%[-_0^#EO]?[YBHMAbmpIljyWUZzTDFRhkVGwP]")
_ALIKE = {"i": "d", **dict.fromkeys("oxX", "u"), **dict.fromkeys("EfFgGaA", "e")}

_NAMED = regex(
    r"%%|%\((?P<name>[^()\s][^()\r\n]*)\)[-+ #0]*(?:\*|\d+)?(?:\.\d+)?[hlL]?[diouxXeEfFgGcrsa]"
)
_BRACE = regex(
    r"\{\{|\{(?P<name>\w[\w.]*(?:\[[^\[\]{}]*\])*|)(?:![rsa])?"
    r"(?:[:,](?:[^{}\r\n]|\{[^{}]*\})*)?\}"
)
_PLAIN_BRACE = regex(r"(?<![{$%#@\\])\{(?P<name>[A-Za-z_][\w.-]*|\d+|)\}(?!\})", re.ASCII)
_QT = regex(r"%L?(?P<name>[1-9]\d?|n)(?![\d$])")
_PLAIN_QT = regex(r"(?<![\w%])%L?(?P<name>[1-9])(?![\w$%.,])", re.ASCII)
_RUBY = regex(r"(?<!%)%<(?P<name>\w+)>[-+ 0-9.]*[a-zA-Z]")
_SHELL = regex(r"\$(?P<name>[A-Za-z_]\w*)", re.ASCII)
_OTHERS = (
    re.compile(r"\{\{-?\s*(?P<name>[^{}\r\n]*?)\s*-?\}\}"),  # mustache, Django, Jinja
    # Of a tag the words in it may be translated: {% note "Warning" %}
    re.compile(r"\{%-?\s*(?P<name>[^{}\s]+)[^{}\r\n]*%\}"),
    re.compile(r"(?<!\\)\$\{(?P<name>[^{}\r\n]+)\}"),  # shell, JavaScript
    re.compile(r"(?<!%)%\{(?P<name>\w+)\}"),  # Ruby, i18n.js
    re.compile(r"\$t\((?P<name>[^()\r\n]+)\)"),  # i18next
)


def compare(
    source: str, target: str, flags: Collection[str]
) -> tuple[list[Placeholder], list[Placeholder]]:
    """Return the placeholders that only ``source`` has, and those that only ``target`` has."""
    readings = (_differences(source, target, flags, loose) for loose in (False, True))
    return min(readings, key=lambda found: len(found[0]) + len(found[1]))


def _differences(
    source: str, target: str, flags: Collection[str], loose: bool
) -> tuple[list[Placeholder], list[Placeholder]]:
    # Who numbers them writes for printf.
    is_numbered = bool(_NUMBERED.search(source) or _NUMBERED.search(target))
    ours, theirs = ([*_all(text, flags, source, loose, is_numbered)] for text in (source, target))
    return _without(ours, theirs), _without(theirs, ours)


def _without(ones: list[Placeholder], others: list[Placeholder]) -> list[Placeholder]:
    keys = {each.key for each in others}
    return sorted(each for each in ones if each.key not in keys)


def _all(
    text: str, flags: Collection[str], source: str, loose: bool, is_numbered: bool
) -> Iterator[Placeholder]:
    """Yield the placeholders of a text, whose message has these flags and this original."""
    if not any(char in text for char in "%{$"):
        return
    is_flagged = any(not flag.startswith("no-") and flag.endswith("-format") for flag in flags)
    yield from _by_name(_NAMED, text)
    if _PRINTF_FLAGS.intersection(flags) or (not is_flagged and is_numbered):
        yield from _in_order(_PRINTF, text)
    elif not is_flagged and not _is_denied(flags, _PRINTF_FLAGS) and not _DATE.search(source):
        yield from _in_order(_LOOSE_PRINTF if loose else _PLAIN_PRINTF, text)
    if _BRACE_FLAGS.intersection(flags):
        yield from _by_name(_BRACE, text)
        return
    if _QT_FLAGS.intersection(flags):
        yield from _by_name(_QT, text)
    elif not is_flagged and not _PRINTF.search(source):
        yield from _by_name(_PLAIN_QT, text)
    if "ruby-format" in flags:
        yield from _by_name(_RUBY, text)
    if "sh-format" in flags:
        yield from _by_name(_SHELL, text)
    for pattern in _OTHERS if not icu.is_message(source) else ():
        yield from _by_name(pattern, text)
    if icu.is_message(source):
        for span, name in icu.arguments(text):
            yield Placeholder(span, span.of(text), f"{{{name}}}")
    elif not _is_denied(flags, _BRACE_FLAGS):
        yield from _by_name(_PLAIN_BRACE, text)


def _is_denied(flags: Iterable[str], kinds: Collection[str]) -> bool:
    return any(flag.startswith("no-") and flag[3:] in kinds for flag in flags)


def _by_name(pattern: re.Pattern[str], text: str) -> Iterator[Placeholder]:
    """Yield placeholders that have a name; those without are counted from 0, as {} is."""
    unnamed = 0
    for match in pattern.finditer(text):
        name = match["name"]
        if name is None:
            continue
        key = f"{pattern.pattern}{' '.join(name.split()) or unnamed}"
        unnamed += not name
        yield Placeholder(Span(*match.span()), match[0], key)


def _in_order(pattern: re.Pattern[str], text: str) -> Iterator[Placeholder]:
    """Yield printf's placeholders, which are filled in their order if they have no numbers."""
    count = 0
    for match in pattern.finditer(text):
        if match[0] == "%%":
            continue
        span = Span(*match.span())
        for part in (match["width"], match["precision"]):
            if part and part.startswith("*"):
                count += part == "*"
                yield Placeholder(span, match[0], f"%{part[1:-1] or count}$*")
        count += not match["position"]
        kind = match["macro"] or (match["size"] or "") + _ALIKE.get(match["kind"], match["kind"])
        yield Placeholder(span, match[0], f"%{match['position'] or count}${kind}")


def misspelt(wanted: str, text: str) -> Span | None:
    """Return where a placeholder stands with other spaces, capitals or full-width characters, if once."""
    loose = r"\s*".join(
        f"[{re.escape(char)}{chr(ord(char) + 0xFEE0)}]" if "!" <= char <= "~" else re.escape(char)
        for char in wanted
    )
    found = [*re.finditer(loose, text, re.IGNORECASE)]
    return Span(*found[0].span()) if len(found) == 1 and found[0][0] != wanted else None
