"""Quotation marks by locale: “ ” ‘ ’ in zh-CN, 「 」『 』 in zh-TW and zh-HK.

The outer marks are exchanged one for one, which the table does with its characters.
What needs a look at the line is done before, in the source and without moving
anything: inner marks by their depth, apostrophes, lines that are not Chinese.
"""

import re
from collections.abc import Iterator
from functools import cache

from termkit.convert.marks import KEEP_QUOTES, SHOW_QUOTES
from termkit.locales import Script
from termkit.patterns import regex
from termkit.scripts.paired import QUOTES, pairs
from termkit.text import HAN, has_han

OUTER = {Script.HANT: {"“": "「", "”": "」"}, Script.HANS: {"「": "“", "」": "”"}}
"""The marks that are exchanged wherever nothing else is said, by target script."""

LINE_END = regex(r"[\r\n]")
_SINGLE = regex("[‘’『』]")
_ALONE = str.maketrans({"『": "‘", "』": "’"})


def set_quotes(text: str, target: Script) -> str:
    """Settle the quotation marks of ``text`` that depend on their line; the length stays.

    What is left to the table is ``OUTER``.
    """
    lines = dict(_special_lines(text, target))
    if not lines:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(lines.items()):
        pieces += (text[at:start], _settled(text[start:end], target))
        at = end
    return "".join((*pieces, text[at:]))


def show_quotes(text: str) -> str:
    """Write the quotation marks again that ``set_quotes`` has hidden from the table."""
    for kept, quote in SHOW_QUOTES.items():
        text = text.replace(kept, quote)
    return text


def _special_lines(text: str, target: Script) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin and end that need a look."""
    inner = "‘’" if target is Script.HANT else "『』"
    for quote in inner:
        at = text.find(quote)
        while at >= 0:
            start, end = line_around(text, at)
            yield start, end
            at = text.find(quote, end)
    if target is Script.HANT:
        for quote in "“”":
            for match in _bare(quote).finditer(text) if quote in text else ():
                start, end = line_around(text, match.start())
                if not has_han(text[start:end]):
                    yield start, end


@cache
def _bare(quote: str) -> re.Pattern[str]:
    """Return what finds a mark with no Han character near before it or behind it in its line.

    It is literal at its beginning, because such a search runs at the speed of memory.
    """
    before = f"(?<![{HAN}]{quote})(?<![{HAN}].{quote})"  # a quotation at the end of a line
    return re.compile(rf"{quote}{before}[^{HAN}\r\n]*+(?=[\r\n]|\Z)")


def line_around(text: str, at: int) -> tuple[int, int]:
    """Return where the line around an offset begins and ends, without what ends it."""
    found = LINE_END.search(text, at)
    return _line_start(text, at), found.start() if found else len(text)


def _line_start(text: str, at: int) -> int:
    reach = 256  # a search to the beginning of a long text would take its time at every call
    while True:
        begin = max(0, at - reach)
        last = max(text.rfind("\n", begin, at), text.rfind("\r", begin, at))
        if last >= 0 or not begin:
            return last + 1
        reach *= 4


def _settled(line: str, target: Script) -> str:
    if target is Script.HANT and not has_han(line):
        return line.translate(KEEP_QUOTES)
    outer, inner = ("「」", "『』") if target is Script.HANT else ("“”", "‘’")
    # A single curly mark by itself is an apostrophe, or nothing that we know of.
    alone = KEEP_QUOTES if target is Script.HANT else _ALONE
    settled = {m.start(): alone.get(ord(m[0]), m[0]) for m in _SINGLE.finditer(line)}
    for pair in pairs(line, QUOTES):
        # What is right already tells depths, so that a second pass sees the same pairs.
        if line[pair.end] not in outer + inner:
            marks = outer if pair.depth % 2 == 0 else inner
            settled[pair.start], settled[pair.end] = marks[0], marks[1]
    pieces: list[str] = []
    done = 0
    for at, mark in sorted(settled.items()):
        pieces += (line[done:at], mark)
        done = at + 1
    return "".join((*pieces, line[done:]))
