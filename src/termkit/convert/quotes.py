"""Quotation marks by locale: “ ” ‘ ’ in zh-CN, 「 」『 』 in zh-TW and zh-HK."""

import re

from termkit.locales import Script
from termkit.text import HAN_RE

_TO_HANT = {"“": "「", "”": "」", "‘": "『", "’": "』"}
_TO_HANS = {"「": "“", "」": "”", "『": "‘", "』": "’"}
_CURLY = re.compile("[“”‘’]")
_CORNER = re.compile("[「」『』]")


def quote_changes(line: str, target: Script) -> dict[int, str]:
    """Return, by offset, the quotation marks of a line that the target script writes otherwise.

    A line without Han characters is left alone. Single curly quotes count only in
    pairs, because an apostrophe looks like the closing one.
    """
    if target is Script.HANS:
        if not HAN_RE.search(line):
            return {}
        return {match.start(): _TO_HANS[match[0]] for match in _CORNER.finditer(line)}
    if not _CURLY.search(line) or not HAN_RE.search(line):
        return {}
    changes: dict[int, str] = {}
    open_singles: list[int] = []
    for match in _CURLY.finditer(line):
        at, mark = match.start(), match[0]
        if mark in "“”":
            changes[at] = _TO_HANT[mark]
        elif mark == "‘":
            open_singles.append(at)
        elif open_singles and not _is_apostrophe(line, at):
            changes[open_singles.pop()] = _TO_HANT["‘"]
            changes[at] = _TO_HANT[mark]
    return changes


def _is_apostrophe(line: str, at: int) -> bool:
    return (
        line[at - 1 : at].isascii()
        and line[at + 1 : at + 2].isascii()
        and line[at + 1 : at + 2].isalpha()
    )
