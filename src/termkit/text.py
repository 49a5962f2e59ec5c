"""Spans, lines and character classes. Offsets are code points."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from termkit.patterns import regex

MASK = "\ufffc"
"""Stands for one code point that is not prose, so that offsets stay those of the source."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for use inside a regular expression's brackets."""

HAN_RE = regex(f"[{HAN}]")
_SURROGATE = regex("[\ud800-\udfff]")
SENTENCE_ENDS = "。！？!?；;\n\r"
USUAL_SENTENCE, LONGEST_SENTENCE = 60, 400
"""How far the ends of a sentence are looked for to either side, at first and at most."""

_SENTENCE_END = regex(f"[{SENTENCE_ENDS}]")
_LAST_END = regex(f"(?s:.*)[{SENTENCE_ENDS}]")
LINE_BREAK = regex(r"\r\n|\r|\n")
_LONG = 30_000
"""From this length on a search is worth compiling a class of thousands of characters."""

_PIECE = 1 << 20

# Han characters belong to a URL only right after one of its delimiters (…/wiki/軟體).
URL = regex(
    rf"(?:https?|ftp|file)://(?:[A-Za-z0-9._~:/?#\[\]@!$&*+,;=%|-]|(?<=[/=#&?_-])[{HAN}]+)+"
    r"|(?<![A-Za-z0-9_.])www\.[A-Za-z0-9._~:/?#@!$&*+,;=%-]+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
"""A URL or an e-mail address."""


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]


class Position(NamedTuple):
    """A place in a text: line and column, both 1-based, in code points."""

    line: int
    column: int


class LineIndex:
    """Turns offsets into lines and columns; built once per text, in linear time.

    A byte order mark is no part of the first line: editors do not count it.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        first = 1 if text.startswith("\ufeff") else 0
        self._starts = [first, *(match.end() for match in LINE_BREAK.finditer(text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of ``offset``."""
        offset = max(offset, self._starts[0])
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line, its line break included."""
        end = self._starts[line] if line < len(self._starts) else self._length
        return Span(self._starts[line - 1], end)


def line_start(text: str, at: int) -> int:
    """Return where the line of an offset begins; no more than that line is looked at."""
    feed = text.rfind("\n", 0, at) + 1
    return max(feed, text.rfind("\r", feed, at) + 1)


def has_han(text: str) -> bool:
    """Tell whether ``text`` holds a Han character."""
    return HAN_RE.search(text) is not None


def occurring(characters: frozenset[str], text: str) -> set[str]:
    """Return those of ``characters``, which may be thousands, that stand in ``text``."""
    if len(text) < _LONG:
        return set(characters.intersection(text))
    return set(characters.intersection(_any_of(characters).findall(text)))


@cache
def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    """Return a class that holds ``characters``, and every other one beyond the basic plane.

    Up to there a class is a table, but what lies beyond would be compared one by one.
    """
    basic = "".join(sorted(char for char in characters if char <= "\uffff"))
    return re.compile(f"[{re.escape(basic)}\U00010000-\U0010ffff]")


def matches(
    find: Callable[[str], Iterable[tuple[int, int, int]]], text: str, first: int = 0
) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of what an automaton finds in ``text``, from number ``first`` on.

    Nothing that it looks for holds a line break: a long text is searched piece by piece,
    because the automaton returns a list. Lone surrogates are passed over.
    """
    for at, piece in _pieces(text):
        try:
            found = find(piece)
        except UnicodeEncodeError:
            found = find(without_surrogates(piece))
        for start, end, number in [hit for hit in found if hit[2] >= first] if first else found:
            yield at + start, at + end, number


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    while len(text) - at > _PIECE and (end := text.find("\n", at + _PIECE) + 1):
        yield at, text[at:end]
        at = end
    yield at, text[at:] if at else text


def is_latin(char: str) -> bool:
    """Tell whether ``char`` continues a Latin word: an ASCII letter, digit or underscore."""
    return char < "\x80" and (char.isalnum() or char == "_")


def cuts_latin(text: str, span: Span) -> bool:
    """Tell whether ``span`` cuts a Latin word of ``text`` at either end."""
    start, end = span
    if text[start] >= "\x80" <= text[end - 1]:  # as nearly always
        return False
    if start and is_latin(text[start]) and is_latin(text[start - 1]):
        return True
    return end < len(text) and is_latin(text[end - 1]) and is_latin(text[end])


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which Rust cannot take, one for one."""
    try:
        text.encode()  # faster than a search
    except UnicodeEncodeError:
        return _SURROGATE.sub(MASK, text)
    return text


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence of ``text`` that ``span`` stands in, cut off where it is very long."""
    return Span(*sentence_around_mark(text, span.start, span.end))


def sentence_around_mark(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a place begins and ends; this one is for hot paths."""
    begin = max(0, start - LONGEST_SENTENCE)
    for reach in (USUAL_SENTENCE, LONGEST_SENTENCE):
        last = _LAST_END.match(text, max(0, start - reach), start)
        if last:
            begin = last.end()
            break
    found = _SENTENCE_END.search(text, end, end + LONGEST_SENTENCE)
    return begin, found.start() if found else min(len(text), end + LONGEST_SENTENCE)
