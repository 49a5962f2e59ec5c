"""Where a line of a catalogue may be broken, and how many columns it takes (UAX 14 and 11).

gettext breaks by libunistring's rules; these are the ones that matter to strings of catalogues.
Characters that are not named here go by their general category and width.
"""

import unicodedata
from functools import cache

_NAMED = {
    "SP": " ",
    "ZW": "\u200b",
    "WJ": "\u2060\ufeff",
    "GL": "\u00a0\u202f\u2007\u2011\u034f",
    "OP": "([{（「『《〈【〔〖［｛｟｢¡¿‚„",
    "CL": "}、。，．」』》〉】〕〗］｝｠｣",
    "CP": ")]",
    "QU": "\"'«»‘’‛“”‟‹›",
    "EX": "!?！？‼⁇⁈⁉",
    "NS": "：；々〻・ーヽヾゝゞ〜ゟヿ゠ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
    "IN": "…‥․",
    "IS": ",.:;",
    "SY": "/",
    "HY": "-",
    "BA": "|\t\u00ad–‒‐\u2009\u200a\u2002\u2003\u2004\u2005\u2006\u2008",
    "B2": "—",
    "PR": "$+\\£¥±№€￥＄￡",
    "PO": "%¢°‰‱′″‴％￠℃℉",
    "AL": "#&*<=>@^_`~·→←↑↓↔©®×÷§¶",
}
_BY_CHAR = {char: name for name, chars in _NAMED.items() for char in chars}
_BY_CATEGORY = {
    "Ps": "OP",
    "Pe": "CL",
    "Pi": "QU",
    "Pf": "QU",
    "Nd": "NU",
    "Sc": "PR",
    "Mn": "CM",
    "Mc": "CM",
    "Me": "CM",
    "Cc": "CM",
    "Zs": "BA",
}
_PAIRS = {
    "AL": "AL NU OP PR PO IN",
    "NU": "NU AL OP PR PO IN",
    "ID": "PO IN",
    "EX": "IN",
    "IN": "IN",
    "PR": "AL ID NU OP",
    "PO": "AL NU OP",
    "CL": "PO PR",
    "CP": "AL NU PO PR",
    "HY": "NU",
    "IS": "NU",
    "SY": "NU",
}
_JOINED = {name: frozenset(after.split()) for name, after in _PAIRS.items()}
_NEVER_BEFORE = frozenset(("CL", "CP", "EX", "IS", "SY", "WJ", "ZW", "SP"))
_CLINGS = frozenset(("BA", "HY", "NS", "QU"))
_HOLDS = frozenset(("WJ", "GL", "QU"))
_CLINGING_PAIRS = frozenset((("QU", "OP"), ("CL", "NS"), ("CP", "NS"), ("B2", "B2")))
"""These stay together with spaces between them, too."""


@cache
def line_class(char: str) -> str:
    """Return the line breaking class of a character, as far as the rules here tell classes apart."""
    named = _BY_CHAR.get(char)
    if named:
        return named
    category = unicodedata.category(char)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    return "ID" if unicodedata.east_asian_width(char) in "WF" else "AL"


@cache
def columns(char: str) -> int:
    """Return how many columns a character takes: two if it is wide, none if it is a mark."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"} and char != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def opportunities(text: str) -> list[int]:
    """Return the offsets before which ``text`` may be broken, in order."""
    found: list[int] = []
    before, spaced = "", False
    for at, char in enumerate(text):
        after = line_class(char)
        if after == "SP":
            spaced = True
            continue
        if after == "CM":
            if before and not spaced:
                continue
            after = "AL"
        if (before or spaced) and _may_break(before, after, spaced=spaced):
            found.append(at)
        before, spaced = after, False
    return found


def _may_break(before: str, after: str, *, spaced: bool) -> bool:
    if after in _NEVER_BEFORE or before == "OP":
        return False
    clings = (before, after) in _CLINGING_PAIRS
    if before == "ZW" or spaced:
        return before == "ZW" or not clings
    if before in _HOLDS or after in _CLINGS:
        return False
    if after == "GL":
        return before in {"BA", "HY"}
    return not clings and after not in _JOINED.get(before, ())
