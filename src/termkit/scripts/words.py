"""How a string that was found lies on the words of its text.

The segmentation is jieba's (its Rust edition, without guessing at unknown words),
run on the simplified text around a place, so that one dictionary serves both
scripts. It is loaded when the first doubtful place is met.
"""

from enum import Enum
from functools import cache

from termkit.scripts.dictionaries import load_dictionary
from termkit.text import Span

_MARGIN = 10
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿兆两几半数多每0123456789")


class Fit(Enum):
    """How a span lies on the words of a text."""

    WHOLE = "begins and ends with words"
    INSIDE = "is part of one longer word"
    CUT = "a word stands across one of its ends"


def fit(text: str, span: Span) -> Fit:
    """Tell how ``span`` lies on the words of ``text``.

    算法 is cut in 計算|法則 and 製服 in 客製|服務; 發式 is inside 爆發式. A number
    before a unit (三公里) makes no longer word.
    """
    start = max(0, span.start - _MARGIN)
    at = start
    for word in _segment(simplified(text[start : span.end + _MARGIN])):
        end = at + len(word)
        if at <= span.start and span.end <= end:
            head = word[: span.start - at]
            whole = end == span.end and all(char in _NUMERALS for char in head)
            return Fit.WHOLE if whole else Fit.INSIDE
        if at < span.start < end or at < span.end < end:
            return Fit.CUT
        if end >= span.end:
            break
        at = end
    return Fit.WHOLE


def simplified(text: str) -> str:
    """Simplify character by character, so that offsets stay the same."""
    return text.translate(_to_simplified())


def _segment(text: str) -> list[str]:
    import rjieba

    words: list[str] = rjieba.cut(text, False)
    return words


@cache
def _to_simplified() -> dict[int, str]:
    to_hans, to_hant = load_dictionary("TSCharacters.txt"), load_dictionary("STCharacters.txt")
    table: dict[int, str] = {}
    for char, values in to_hans.items():
        # 瞭 and 乾 may stay as they are in simplified text; what matters here is 了 and 干.
        merged = [value for value in values if value != char and char in to_hant.get(value, ())]
        value = (merged or values)[0]
        if len(char) == len(value) == 1:
            table[ord(char)] = value
    return table
