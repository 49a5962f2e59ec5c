"""What a terminal shows of a text: how wide it is, and nothing that it would obey."""

import re
from enum import StrEnum

from termkit.outputs import View
from termkit.patterns import regex
from termkit.text import Span, is_latin

# Controls, also those that turn the direction of the line around, and what cannot be encoded.
_HIDDEN = regex(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_TAB = "    "
_CUT = "…"
_JOINER = "\u200d"
_LEAST = 12
"""Columns of context that a long finding leaves."""
_WORD = 20
"""A Latin word up to this length is not cut in two."""


class Style(StrEnum):
    """The parameters of the escape sequence for a colour or a weight."""

    BOLD = "1"
    DIM = "2"
    RED = "1;31"
    GREEN = "32"
    YELLOW = "1;33"
    CYAN = "1;36"
    UNDERLINED_RED = "1;4;31"
    UNDERLINED_YELLOW = "1;4;33"
    UNDERLINED_CYAN = "1;4;36"


def visible(text: str) -> str:
    """Return ``text`` on one line, with a picture for each control character."""
    return _HIDDEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\t":
        return _TAB
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if char == "\x7f" else "\ufffd"


def width(text: str) -> int:
    """Return how many columns a visible text takes: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, columns: int) -> str:
    """Fill a visible text up to a number of columns."""
    return text + " " * (columns - width(text))


def paint(text: str, style: Style, view: View) -> str:
    """Colour a visible text, where the view takes it."""
    return f"\x1b[{style}m{text}\x1b[0m" if view.color and text else text


def link(text: str, uri: str, view: View) -> str:
    """Make a visible text a hyperlink, where the view takes it."""
    return f"\x1b]8;;{uri}\x1b\\{text}\x1b]8;;\x1b\\" if view.links and uri else text


def excerpt(source: str, line: Span, found: Span, columns: int) -> tuple[str, str, str]:
    """Return what stands in a line before a finding, the finding, and what follows, as visible text.

    Whatever ``columns`` have no room for is cut away, on both sides of the finding
    alike, but not inside of a Latin word or before a combining mark. Only a
    neighbourhood is looked at, however long the line is.
    """
    text = line.of(source).rstrip("\r\n")
    start = found.start - line.start
    end = min(found.end - line.start, len(text))
    shown, rest = _head(text[start:end], columns - _LEAST)
    middle = shown + (_CUT if rest or found.end - line.start > len(text) else "")
    room = columns - width(visible(middle))
    near = 4 * columns
    before, after = text[max(0, start - near) : start], text[end : end + near]
    after_width = width(visible(after))
    before_room = room - after_width if after_width < room // 2 else room - room // 2
    is_cut = start > near or width(visible(before)) > before_room
    if is_cut:
        before = _CUT + _tail(before, before_room - 1)
    left = visible(before)
    room -= width(left)
    if after_width > room or end + near < len(text):
        after = _head(after, room - 1)[0] + _CUT
    return left, visible(middle), visible(after)


def _head(text: str, columns: int) -> tuple[str, str]:
    """Cut a text where ``columns`` are full; return both parts."""
    used = 0
    for index, char in enumerate(text):
        own = width(visible(char))
        if own and used + own > columns and text[index - 1 : index] != _JOINER:
            cut = _back_to_word(text, index)
            return text[:cut], text[cut:]
        used += own
    return text, ""


def _tail(text: str, columns: int) -> str:
    """Return as much of the end of a text as ``columns`` hold."""
    used, cut = 0, len(text)
    for index in range(len(text) - 1, -1, -1):
        own = width(visible(text[index]))
        used += own
        if used > columns:
            break
        if own and text[index - 1 : index] != _JOINER:
            cut = index
    for index in range(cut, min(cut + _WORD, len(text))):
        if not (index and is_latin(text[index - 1]) and is_latin(text[index])):
            return text[index:]
    return text[cut:]


def _back_to_word(text: str, cut: int) -> int:
    for index in range(cut, max(cut - _WORD, 0), -1):
        if not (is_latin(text[index - 1]) and is_latin(text[index])):
            return index
    return cut
