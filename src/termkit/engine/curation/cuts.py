"""Whether a form that stands inside a longer word is one of its parts, or lies across them.

项目 in 项目经理 is a part, and the word is rightly replaced with it; 方差 in 借方|差额 is none.
The longer word is cut into words in two ways: along the edges of the form, and across one
of them. What is more likely, by the frequencies of jieba's dictionary, is how it is read.
"""

import math
from collections.abc import Iterator
from functools import cache

from termkit.locales import CHINESE
from termkit.model.term import Concept
from termkit.scripts.words import frequency, simplified
from termkit.text import Span

_TOTAL = math.log(60_101_967)
"""The number of words that the frequencies were counted in."""

_TERM = math.log(200) - _TOTAL
"""A term is a word, though the dictionary has it not: as likely as one that is not rare."""

_MARGIN = 2.0
"""How much more likely the cut along the edges must be to be sure: 皮|夹克 is about as likely as 皮夹|克."""

_NEVER = -math.inf

_RARE = math.log(9) - _TOTAL
"""A word of the dictionary that was met less often is hardly one."""

_COMMON = math.log(15_000) - _TOTAL

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几数多半零〇0123456789")


def pieces(word: str, span: Span, row: Concept) -> tuple[str, ...]:
    """Return the words that a longer word is read as, if one lies across an edge of a row's form.

    The form is as likely as the likeliest of the names of its row: 网路 as 网络.
    """
    plain = simplified(word)
    before, after = plain[: span.start], plain[span.end :]
    likely = max(_TERM, _weight(plain[span.start : span.end]), _name_weight(row))
    across, ends = _best_across(plain, span)
    if across + _MARGIN <= _likelihood(before) + likely + _likelihood(after):
        return ()
    return tuple(word[start:end] for start, end in zip((0, *ends), ends, strict=False))


def is_common(word: str) -> bool:
    """Tell whether a word is so frequent that it stands beside anything: 可能, 一个."""
    return _weight(simplified(word)) > _COMMON


def _name_weight(row: Concept) -> float:
    names = (term for locale in CHINESE for term in row.terms.get(locale, ()))
    return max((_weight(simplified(name)) for name in names), default=_NEVER)


def _best_across(word: str, span: Span) -> tuple[float, tuple[int, ...]]:
    """Return the best cut of which a word crosses one edge of the form, and none holds all of it."""
    nothing: tuple[float, tuple[int, ...]] = (_NEVER, ())
    plain: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]  # the best up to each place
    crossed = [nothing]
    for end in range(1, len(word) + 1):
        best, best_crossed = nothing, nothing
        for start, weight in _words_ending(word, end):
            if start <= span.start and span.end <= end:
                continue
            crosses = start < span.start < end or start < span.end < end
            if crosses and not _may_cross(word, start, end, span, weight):
                continue
            before = max(plain[start], crossed[start]) if crosses else crossed[start]
            best_crossed = max(best_crossed, (before[0] + weight, (*before[1], end)))
            if not crosses:
                best = max(best, (plain[start][0] + weight, (*plain[start][1], end)))
        plain.append(best)
        crossed.append(best_crossed)
    return crossed[-1]


def _may_cross(word: str, start: int, end: int, span: Span, weight: float) -> bool:
    """Tell whether a word may cross an edge: it is no rare one, and goes into no number (六|周年)."""
    counted = start < span.start < end and word[span.start - 1] in _NUMERALS
    return weight > _RARE and not counted


def _likelihood(text: str) -> float:
    """Return how likely a text is in its best cut."""
    best = [0.0]
    for end in range(1, len(text) + 1):
        best.append(max(best[start] + weight for start, weight in _words_ending(text, end)))
    return best[-1]


def _words_ending(text: str, end: int) -> Iterator[tuple[int, float]]:
    """Yield where words begin that end at a place, and how likely each is."""
    for start in range(end):
        weight = _weight(text[start:end])
        if weight > _NEVER:
            yield start, weight


@cache
def _weight(word: str) -> float:
    """Return how likely a word is; a single character always may be one."""
    if count := frequency(word):
        return math.log(count) - _TOTAL
    return -_TOTAL if len(word) == 1 else _NEVER
