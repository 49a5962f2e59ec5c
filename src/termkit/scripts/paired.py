"""Marks that open and close: quotation marks, brackets of titles."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from termkit.patterns import regex

QUOTES: Mapping[str, str] = {"”": "“", "’": "‘", "」": "「", "』": "『"}
"""Closing quotation marks, and what opens them."""


_ELISION = regex(r"(?<=[A-Za-z] )‘[a-z]{1,2}’(?= [A-Za-z])")
"""Letters left out on both sides, as in rock ‘n’ roll; no quotation."""


class Pair(NamedTuple):
    """Where a mark opens and the one that closes it; ``depth`` counts the pairs around."""

    start: int
    end: int
    depth: int


def pairs(text: str, openings: Mapping[str, str], breaks: str = "") -> Iterator[Pair]:
    """Yield the pairs of ``text`` in the order of their closing marks.

    ``openings`` maps what closes to what opens. What is never closed is passed over, and
    so are apostrophes; ``breaks`` is a pattern over which no pair reaches.
    """
    opened: list[tuple[int, str]] = []
    elided = {at for found in _ELISION.finditer(text) for at in (found.start(), found.end() - 1)}
    starting = frozenset(openings.values())
    for match in _pattern(starting.union(openings), breaks).finditer(text):
        at, mark = match.start(), match[0]
        if at in elided:
            continue
        opening = openings.get(mark)
        if opening is None and mark not in starting:
            opened.clear()
        elif opening is None:
            opened.append((at, mark))
        elif _is_open(opening, opened) and not _is_apostrophe(text, at):
            while opened[-1][1] != opening:
                opened.pop()  # it was never closed
            start, _ = opened.pop()
            yield Pair(start, at, len(opened))


@cache
def _pattern(marks: frozenset[str], breaks: str) -> re.Pattern[str]:
    either = f"[{''.join(sorted(marks))}]"
    return re.compile(f"{either}|{breaks}" if breaks else either)


def _is_open(opening: str, opened: list[tuple[int, str]]) -> bool:
    if opened and opened[-1][1] == opening:  # as nearly always
        return True
    return any(other == opening for _, other in opened)


def _is_apostrophe(text: str, at: int) -> bool:
    """Tell a ’ inside a word: it’s."""
    if text[at] != "’":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
