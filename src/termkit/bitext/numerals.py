"""Numbers in words: Chinese numerals and English number words."""

import re
from collections.abc import Iterator
from fractions import Fraction

from termkit.patterns import regex

DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
DIGITS |= {char: value for value, char in enumerate("零壹貳參肆伍陸柒捌玖")}
DIGITS |= {"兩": 2, "两": 2, "雙": 2, "双": 2, "贰": 2, "叁": 3, "陆": 6, "○": 0}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
NUMERAL = regex(f"[{''.join((*DIGITS, *SMALL, *LARGE))}廿卅]+")
HALF = (Fraction(1, 2), Fraction(50), Fraction(30), Fraction(6), Fraction(2))
"""What a half may be: of one, of a hundred, an hour, a year, two."""

SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALES |= {"trillion": 10**12, "bn": 10**9, "tn": 10**12}
UNREAD = regex(r"\b(?!million|billion|trillion)\w+illions?\b|\bgoogol", re.IGNORECASE)
"""Number words that are too large to be read here."""

_ONES = (  # not shown
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ORDINALS = (  # not shown
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"  # not shown
_MONTHS = "january february march april may june july august september october november december"  # not shown
_MULTIPLES = {  # not shown
    0: "no none zero noon midnight",
    1: "a an single sole once",
    2: "both twice double doubled doubles doubling pair couple dual fortnight binary",
    3: "triple tripled thrice quarter",
    4: "quadruple quarter",
    7: "week weekly",
    8: "octal",
    10: "decade decades decimal",
    12: "dozen dozens noon midnight year",
    14: "fortnight",
    15: "quarter",
    16: "hexadecimal hex",
    20: "score",
    24: "day midnight",
    25: "quarter",
    100: "century centuries percent",
}
_WORD = regex(r"[A-Za-z]+")
_JOINT = regex(r"[\s-]*(?:and\s+)?")


def read_chinese(numeral: str) -> Fraction:
    """Return the value of a numeral, with places (二十) or without (二〇二四)."""
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if not any(char in SMALL or char in LARGE for char in numeral):
        return Fraction("".join(str(DIGITS[char]) for char in numeral))
    total = section = digit = 0
    for char in numeral:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in SMALL:
            section += (digit or 1) * SMALL[char]
            digit = 0
        else:
            section += digit
            if total < LARGE[char]:  # 二萬億: what is larger multiplies all before it
                total = ((total + section) or 1) * LARGE[char]
            else:
                total += section * LARGE[char]
            section = digit = 0
    return Fraction(total + section + digit)


def words_in(text: str) -> Iterator[Fraction]:
    """Yield what the English number words of a text may stand for, names of months among them."""
    total = part = Fraction(0)  # one million | two hundred
    end = -1
    for match in _WORD.finditer(text):
        word = match[0].lower()
        yield from map(Fraction, _OTHERS.get(word, ()))
        if word == "half":
            yield from HALF
        joint = _JOINT.match(text, max(end, 0))
        if end >= 0 and not (joint and joint.end() >= match.start()):
            yield total + part
            total, part, end = Fraction(0), Fraction(0), -1
        if word in _UNITS:
            yield Fraction(_UNITS[word])
            part += _UNITS[word]
            end = match.end()
        elif word in SCALES:
            part = (part or 1) * Fraction(SCALES[word])
            if SCALES[word] > 100:
                total, part = total + part, Fraction(0)
            end = match.end()
    if end >= 0:
        yield total + part


_UNITS = {word: value for value, word in enumerate(_ONES.split())}
_UNITS |= {word: value for value, word in enumerate(_ORDINALS.split())}
for _value, _word in enumerate(_TENS.split(), 2):
    _UNITS |= {_word: 10 * _value, f"{_word[:-1]}ieth": 10 * _value}
_OTHERS: dict[str, list[int]] = {}
for _value, _words in _MULTIPLES.items():
    for _word in _words.split():
        _OTHERS.setdefault(_word, []).append(_value)
for _value, _word in enumerate(_MONTHS.split(), 1):
    for _name in {_word, _word[:3], *(["sept"] if _value == 9 else [])}:
        _OTHERS.setdefault(_name, []).append(_value)
