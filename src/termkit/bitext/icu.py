"""The arguments of an ICU message: {name}, {count, plural, one {…} other {…}}."""

import re
from collections.abc import Generator, Iterator

from termkit.patterns import regex
from termkit.text import Span

_ARGUMENT = regex(r"\{\s*(?P<name>\w+)\s*(?:(?P<end>\})|,\s*(?P<type>[a-z]+)\s*)", re.ASCII)
_CASE = regex(r"\s*(?:,\s*)?(?:offset:\d+\s+)?(?:=\d+|[\w-]+)\s*\{")
_CHOICES = frozenset({"plural", "select", "selectordinal"})
_MESSAGE = regex(
    r"\{\s*\w+\s*,\s*(?:(?:plural|select|selectordinal)\s*,|(?:number|date|time)\s*[,}])", re.ASCII
)
_BRACES = regex(r"[{}]")
_DEPTH = 20


def is_message(text: str) -> bool:
    """Tell whether a text is a message of ICU."""
    return _MESSAGE.search(text) is not None


def arguments(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the arguments of a message: where each stands, and its name with its type."""
    yield from _read(text, 0, 0)


def _read(text: str, at: int, depth: int) -> Generator[tuple[Span, str], None, int]:
    """Yield what stands from ``at`` to the brace that closes the text; return where that ends."""
    while brace := _BRACES.search(text, at):
        if brace[0] == "}":
            return brace.end()
        match = _ARGUMENT.match(text, brace.start())
        if not match or depth > _DEPTH:
            at = brace.end()
            continue
        kind = match["type"] or ""
        yield Span(*match.span()), f"{match['name']},{kind}" if kind in _CHOICES else match["name"]
        at = match.end()
        if kind in _CHOICES:
            while case := _CASE.match(text, at):
                at = yield from _read(text, case.end(), depth + 1)
        if not match["end"]:
            at = yield from _read(text, at, depth + 1)
    return len(text)
