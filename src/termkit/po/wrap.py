"""Strings and comments as lines of a catalogue, wrapped as gettext wraps them."""

import re
from collections.abc import Iterable, Iterator

from termkit.patterns import regex
from termkit.po.breaks import columns, opportunities

PAGE = 79
"""The columns of a line, its quotes included."""

_SPECIAL = regex(r'[\\"\x07-\x0d]')
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\v": "\\v",
}
_PORTION = regex(r"(?:(?!\\n)(?:\\.|[^\\]))*(?:\\n|\Z)", re.DOTALL)
_ESCAPED = regex(r"\\.", re.DOTALL)


def escape(text: str) -> str:
    """Write a text as it stands between the quotes of a string."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def field_lines(keyword: str, text: str, prefix: str = "", *, wrap: bool = True) -> list[str]:
    """Return the lines of one field: ``msgid "…"``, over several lines where it is long.

    A string breaks after each line feed; if it has several lines, the first one is empty.
    ``prefix`` stands before every line.
    """
    escaped = escape(text)
    portions = [portion for portion in _PORTION.findall(escaped) if portion] or [""]
    width = PAGE - 2 - len(prefix)
    head = len(keyword) + 1
    if len(portions) == 1:
        if head + len(escaped) * 2 <= width or not wrap:
            return [f'{prefix}{keyword} "{escaped}"']
        if len(list(broken(escaped, width, head))) == 1 and head <= width:
            return [f'{prefix}{keyword} "{escaped}"']
    lines = [f'{prefix}{keyword} ""']
    for portion in portions:
        pieces = broken(portion, width, 0) if wrap else [portion]
        lines += (f'{prefix}"{piece}"' for piece in pieces)
    return lines


def reference_lines(references: Iterable[str]) -> Iterator[str]:
    """Yield ``#:`` lines that hold as many places each as fit."""
    line = "#:"
    for reference in references:
        written = len(reference.encode())  # gettext counts bytes here
        if line != "#:" and len(line.encode()) + 1 + written >= PAGE + 1:
            yield line
            line = "#:"
        line += f" {reference}"
    if line != "#:":
        yield line


def broken(text: str, width: int, column: int = 0) -> Iterator[str]:
    """Break a string without line feeds inside; its first line begins at ``column``."""
    if column + 2 * len(text) <= width:
        yield text
        return
    begin, piece_start = 0, 0
    inside = {match.start() + 1 for match in _ESCAPED.finditer(text)}
    ends_line = text.endswith("\\n")
    if ends_line:
        inside.add(len(text) - 2)  # a line feed stays with what it ends
    for at in [*(each for each in opportunities(text) if each not in inside), len(text)]:
        piece = sum(map(columns, text[piece_start:at]))
        if piece_start > begin and column + piece > width:
            yield text[begin:piece_start]
            begin, column = piece_start, 0
        column += piece
        piece_start = at
    yield text[begin:]
