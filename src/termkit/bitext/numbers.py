"""The numbers of a text, and what each may stand for: 1,090億, 109 billion and 1090亿 are one.

Only numbers in digits are looked for in the other text, and only those that stand for
themselves: UTF-8 and H.264 are names. What the other text may mean is taken
generously, words and names of months included.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeGuard

from termkit.bitext.numerals import (
    HALF,
    LARGE,
    NUMERAL,
    SCALES,
    SMALL,
    UNREAD,
    read_chinese,
    words_in,
)
from termkit.patterns import regex
from termkit.text import Span

Value = Fraction | str
"""What a number may stand for; one of several parts (3.11.2) stands for its text."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_UNITS = (
    "[kKMGTPE]i?[Bb]|[kKMGT]bps|bytes?|bits?|px|pt|em|rem|[mnkcμµ]?m|[kMGT]?Hz|[mk]?g|[kMG]?Wh?"
    "|m?[AV]|m?L|dpi|ppi|fps|[mnμµ]s|min|hrs?|h|x|[CF]"
)
_PLACES = "".join(char for char in (*SMALL, *LARGE) if SMALL.get(char) != 10)
_NUMBER = regex(
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)*)"
    rf"(?P<tail>(?:(?P<decade>['’]?s)|{_UNITS}|(?P<short>[kKMB]|[mbt]n)|st|nd|rd|th)(?![A-Za-z0-9]))?"
    rf"(?:[ \u00a0]?(?P<places>[{_PLACES}]+)"
    rf"|[ \u00a0-]?(?P<scale>{'|'.join(SCALES)})(?![A-Za-z]))?",
    re.ASCII,
)
_FOLLOWING = regex(rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<places>[{_PLACES}]+)", re.ASCII)
_SHORTS = {"k": 10**3, "K": 10**3, "M": 10**6, "mn": 10**6, "B": 10**9, "bn": 10**9, "tn": 10**12}
# What a number is a part of: a name (UTF-8, H.264), a variable, a path, a handle.
_NAME_BEFORE = regex(r"[A-Za-z_#$\\][A-Za-z0-9_]*[-_.+]?\Z|[A-Za-z]['’]\Z|[/\\~@<]\Z")
_NAME_AFTER = regex(r"[A-Za-z_]|[-./][A-Za-z]+[-_]?\d|[*:]{2}")
_BASE_AFTER = regex(r"\s?(?:[進进](?:制|位)|小[時时]制)")
_AFTERNOON = regex(r"(?:下午|晚上|晚間|晚间|傍晚|中午|午後|午后|夜裡|夜里|深夜)\s*\Z")
_PM = regex(r"(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)
_REPUBLIC = regex(r"民[國国]\s*\Z")
_CONVERTED = regex(
    r"[（(][^（()）]{0,6}?(?:[約约合]|about|around|approx\.?|some)[^\d（()）]{0,6}\Z", re.IGNORECASE
)
_TENTHS = regex(r"\s?成(?![為为立員员功本果長长就份人年都])")
_POWER = regex(r"\s?的?\s?\d*\s?次[方冪幂]")
_FRACTION = regex(f"({NUMERAL.pattern}|\\d+)分之({NUMERAL.pattern}|\\d+)", re.ASCII)
_WINDOW = 16


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in digits: where it stands, how it is written, what it may stand for.

    ``stands_alone`` tells that it is no part of a name, nor an estimate that its author added.
    """

    span: Span
    text: str
    values: frozenset[Value]
    stands_alone: bool

    @property
    def is_small(self) -> bool:
        """Whether another language often says it in no number at all: one of its digits."""
        return self.text.isdigit() and int(self.text) < 10

    @property
    def is_article(self) -> bool:
        """Whether it is what another language says as "a" or "no"."""
        return self.text in {"0", "1"}


def compare(source: str, target: str) -> tuple[list[Amount], list[Amount]]:
    """Return the numbers of ``source`` that ``target`` has in no form, and the reverse.

    A small number alone is often said in other words: 1:1 is 原來尺寸.
    """
    ours, theirs = amounts(source), amounts(target)
    missing = _unmatched(ours, theirs, target)
    added = _unmatched(theirs, ours, source)
    if UNREAD.search(source):
        added = []
    if not added:
        missing = [each for each in missing if not each.is_article]
    if not missing:
        added = [each for each in added if not each.is_small]
    return missing, added


def _unmatched(ours: list[Amount], theirs: list[Amount], other: str) -> list[Amount]:
    """Return those of ``ours`` that another text, whose numbers are ``theirs``, does not have."""
    wanted = [amount for amount in ours if amount.stands_alone]
    if not wanted:
        return []
    there: set[Value] = set().union(*(amount.values for amount in theirs))
    there.update(part for amount in theirs for part in _date(amount.text))
    left = [amount for amount in wanted if not _is_there(amount, there)]
    if left:
        there.update(_in_words(other.translate(_FULL_WIDTH)))
    return [amount for amount in left if not _is_there(amount, there)]


def _is_there(amount: Amount, there: set[Value]) -> bool:
    if amount.values & there:
        return True
    return any(_is_version(own) and _is_there_in_part(own, there) for own in amount.values)


def _is_version(value: Value) -> TypeGuard[str]:
    return isinstance(value, str) and "." in value


def _is_there_in_part(version: str, there: set[Value]) -> bool:
    """Tell whether a version stands there longer or shorter, or, as a date, in three numbers."""
    date = _date(version)
    if date and there.issuperset(date):
        return True
    dots = version.count(".")
    others = (value for value in there if _is_version(value) and value.count(".") != dots)
    return any(f"{a}.".startswith(f"{b}.") for o in others for a, b in ((o, version), (version, o)))


def _date(text: str) -> list[Fraction]:
    """Return the three numbers of a date with dots between them."""
    parts = text.translate(_FULL_WIDTH).split(".")
    if len(parts) != 3 or not any(len(part) == 4 for part in parts):
        return []
    return [Fraction(part) for part in parts if part.isdigit()]


def amounts(prose: str) -> list[Amount]:
    """Return the numbers in digits, in order."""
    text = prose.translate(_FULL_WIDTH)
    found: list[Amount] = []
    at = 0
    while match := _NUMBER.search(text, at):
        amount = _amount(text, match)
        found.append(replace(amount, text=amount.span.of(prose)))
        at = max(amount.span.end, match.end())
    return found


def _amount(text: str, match: re.Match[str]) -> Amount:
    digits = match["number"].replace(",", "")
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    alone = not _CONVERTED.search(before) and not _is_name(text, match, before)
    if digits.count(".") > 1:
        span = Span(*match.span("number"))
        return Amount(span, digits, frozenset({digits}), alone)
    value, end = _scaled(text, match, Fraction(digits))
    found: set[Value] = {value, *_readings(text, match, value, before, end)}
    if "." in digits:
        found |= {digits, *map(Fraction, digits.split("."))}  # 3.15 may be a date
    span = Span(match.start(), end)
    return Amount(span, span.of(text), frozenset(found), alone and not match["short"])


def _is_name(text: str, match: re.Match[str], before: str) -> bool:
    if match["number"] == "00" and before.endswith(":"):
        return True  # 15:00 is said without
    if _NAME_BEFORE.search(before) or _BASE_AFTER.match(text, match.end()):
        return True
    has_unit = any(match[name] for name in ("tail", "places", "scale"))
    return not has_unit and bool(_NAME_AFTER.match(text, match.end("number")))


def _scaled(text: str, match: re.Match[str], value: Fraction) -> tuple[Fraction, int]:
    """Return a value with what multiplies it, and where that ends: 3 billion, 1億2,000萬."""
    if match["scale"]:
        return value * SCALES[match["scale"].lower()], match.end()
    if not match["places"]:
        return value, match.end("number")
    total, end = value * _product(match["places"]), match.end()
    while more := _FOLLOWING.match(text, end):
        total += Fraction(more["number"].replace(",", "")) * _product(more["places"])
        end = more.end()
    return total, end


def _product(places: str) -> int:
    product = 1
    for char in places:
        product *= SMALL.get(char) or LARGE[char]
    return product


def _readings(
    text: str, match: re.Match[str], value: Fraction, before: str, end: int
) -> Iterator[Fraction]:
    """Yield what else a number may stand for."""
    if match["short"]:
        yield value * _SHORTS[match["short"]]
    if match["decade"] and value >= 1000:  # 1990s: 90年代, 20世紀
        yield from (value % 100, Fraction(value // 100 + 1))
    if 0 < value <= 12 and (_AFTERNOON.search(before) or _PM.match(text, match.end("number"))):
        yield value + 12
    if _REPUBLIC.search(before):
        yield value + 1911
    if _TENTHS.match(text, end):
        yield value * 10
    if text.startswith("折", end):
        yield from (100 - value * 10, 100 - value)


def _in_words(text: str) -> Iterator[Fraction]:
    """Yield what a text may say in numerals and number words."""
    yield from words_in(text)
    for match in NUMERAL.finditer(text):
        yield from _numeral(text, match)
    if "半" in text:
        yield from HALF
    for match in _FRACTION.finditer(text):
        below, above = map(_read, match.groups())
        if below:
            yield from (above / below, above / below * 100)


def _numeral(text: str, match: re.Match[str]) -> Iterator[Fraction]:
    value = read_chinese(match[0])
    yield from (value, value + 1911, value + 12)  # 民國九十年, 下午三點
    if _TENTHS.match(text, match.end()):
        yield value * 10
    if text.startswith("折", match.end()):
        yield 100 - value * 10
    if len(match[0]) > 1:  # 三五 may be 3 to 5
        yield from map(read_chinese, match[0])


def _read(number: str) -> Fraction:
    return Fraction(number) if number.isascii() else read_chinese(number)
