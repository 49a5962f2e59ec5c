"""Numbers, and what each may stand for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.bitext.numbers import amounts, compare
from termkit.bitext.numerals import read_chinese, words_in


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("二十", 20),
        ("廿三", 23),
        ("一百零五", 105),
        ("兩千零二十四", 2024),
        ("二〇二四", 2024),
        ("三萬五千", 35_000),
        ("一億兩千萬", 120_000_000),
        ("二萬億", 2 * 10**12),
        ("壹佰", 100),
        ("萬", 10_000),
    ],
)
def test_numeral(numeral: str, value: int) -> None:
    """A numeral is read with and without places."""
    assert read_chinese(numeral) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five", 25),
        ("one hundred and five", 105),
        ("three million two hundred thousand", 3_200_000),
        ("twentieth", 20),
        ("a dozen", 12),
        ("in September", 9),
        ("twice", 2),
    ],
)
def test_words(text: str, value: int) -> None:
    """Number words are read, and what stands for a number."""
    assert value in set(words_in(text))


SAME = [
    ("€109 billion", "1,090億歐元"),
    ("€109 billion", "1090亿欧元"),
    ("$1.2bn", "12億美元"),
    ("1億2,000萬", "120 million"),
    ("3 p.m.", "15:00"),
    ("15:30", "下午三點半"),
    ("the 1990s", "上世纪90年代"),
    ("the 21st century", "二十一世紀"),
    ("50%", "五成"),
    ("two thirds", "三分之二"),
    ("2024-05-01", "2024年5月1日"),
    ("2024.05.01", "2024年5月1日"),
    ("2024", "民國113年"),
    ("２０２４", "2024"),
    ("20% off", "八折"),
    ("10k users", "1萬名用戶"),
    ("June 4", "6月4日"),
    ("3 dozen", "36"),
]
OTHER = [
    ("€109 billion", "109亿欧元"),
    ("3.5 million", "35萬"),
    ("2024-05-01", "2024年5月2日"),
    ("3 p.m.", "下午四點"),
    ("50%", "六成"),
    ("1,280", "1,820"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    """The same number is found in other words, from either side."""
    assert compare(one, other) == ([], [])
    assert compare(other, one) == ([], [])


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other(one: str, other: str) -> None:
    """Another number is told."""
    assert compare(one, other) != ([], [])


@given(
    st.text("0123456789.,:年月日億萬千百十兆一二半成折分之 %kMbnst-/（約)AB民國下午", max_size=40)
)
def test_any_text(text: str) -> None:
    """Whatever a text holds, its numbers stand in it, in order, and it says what it says."""
    found = amounts(text)
    assert [amount.span.of(text) for amount in found] == [amount.text for amount in found]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert compare(text, text) == ([], [])
