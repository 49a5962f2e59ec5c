"""Places that the first pass of a conversion leaves open, as marks in its output.

A mark is three code points: a Unicode noncharacter, which no text holds, and the
number of the open entry in two digits that are Han characters, so that what looks
at the text around it takes the mark for what it stands for: a Chinese word.
"""

LEAD = "\ufdd0"
"""Opens a mark."""

_KEPT_QUOTES = {"“": "\ufdd1", "”": "\ufdd2", "‘": "\ufdd3", "’": "\ufdd4"}

RESERVED = LEAD + "".join(_KEPT_QUOTES.values())
"""What a text must not hold while it is converted: noncharacters, for use inside a program."""

KEEP_QUOTES = str.maketrans(_KEPT_QUOTES)
"""Writes quotation marks that must stay as something that no table knows …"""

SHOW_QUOTES = {kept: quote for quote, kept in _KEPT_QUOTES.items()}
"""… and back."""

SIZE = 3
_FIRST, _BASE = 0x3400, 4096

LINE = LEAD + "\u2460"
"""Tells, before a character of the target's script, that its line holds one.

The second digit of this mark is the character as the source has it.
"""


def mark(number: int) -> str:
    """Return the mark of an open entry."""
    high, low = divmod(number, _BASE)
    return LEAD + chr(_FIRST + high) + chr(_FIRST + low)


def number_of(digits: str) -> int:
    """Return the number that the two digits of a mark stand for."""
    return (ord(digits[0]) - _FIRST) * _BASE + ord(digits[1]) - _FIRST
