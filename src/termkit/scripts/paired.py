"""Marks that open and close: quotation marks, brackets of titles."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

QUOTES: Mapping[str, str] = {"”": "“", "’": "‘", "」": "「", "』": "『"}
"""Closing quotation marks, and what opens them."""


_ELISION = re.compile(r"(?<=[A-Za-z] )‘[a-z]{1,2}’(?= [A-Za-z])")
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
    for match in _pattern(frozenset(openings.items()), breaks).finditer(text):
        at, mark = match.start(), match[0]
        if at in elided:
            continue
        opening = openings.get(mark)
        if opening is None and mark not in openings.values():
            opened.clear()
        elif opening is None:
            opened.append((at, mark))
        elif any(other == opening for _, other in opened) and not _is_apostrophe(text, at):
            while opened[-1][1] != opening:
                opened.pop()  # it was never closed
            start, _ = opened.pop()
            yield Pair(start, at, len(opened))


def _pattern(openings: Collection[tuple[str, str]], breaks: str) -> re.Pattern[str]:
    marks = "".join(sorted(mark for both in openings for mark in both))
    return re.compile(f"[{marks}]|{breaks}" if breaks else f"[{marks}]")


def _is_apostrophe(text: str, at: int) -> bool:
    """Tell a ’ inside a word: it’s."""
    if text[at] != "’":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
