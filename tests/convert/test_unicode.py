"""Conversion of whatever Unicode has: no crash, and no change where there is nothing to change."""

import random
import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit import Converter
from termkit.locales import CHINESE
from tests.convert.random_text import (
    HAN,
    INERT,
    NEWLINES,
    faults,
    inert_text,
    random_text,
    shortest_fault,
)

PAIRS = list(permutations(CHINESE, 2))
SCRIPTS = [("zh-CN", "zh-Hant"), ("zh-TW", "zh-Hans"), ("zh-HK", "zh-Hant")]
SEED = 20240229
LENGTH = 5_000
ROUNDS = 8


@pytest.mark.parametrize(("source", "target"), PAIRS + SCRIPTS)
def test_random_text(source: str, target: str) -> None:
    """The trace replays, what no table knows stays, twice is once, both paths agree."""
    rng = random.Random(f"{SEED} {source} {target}")
    converter = Converter(source, target)
    for _ in range(ROUNDS):
        text = random_text(rng, LENGTH)
        found = list(faults(converter, text))
        assert found == [], ascii(shortest_fault(converter, text))


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_nothing_to_change(source: str, target: str) -> None:
    """Text that no table knows comes back as it was, with an empty trace."""
    text = inert_text(random.Random(f"{SEED} {source}"), LENGTH)
    conversion = Converter(source, target).convert(text)
    assert conversion.text == text
    assert conversion.trace == ()


_ANY = st.sampled_from([*HAN.values(), *INERT.values()]).flatmap(st.sampled_from)


@given(
    st.lists(_ANY | st.characters(exclude_categories=[]), max_size=40).map("".join),
    st.sampled_from(PAIRS + SCRIPTS),
)
def test_any_text(text: str, pair: tuple[str, str]) -> None:
    """The same of short texts that hypothesis makes up and shrinks."""
    assert list(faults(Converter(*pair), text)) == []


MARKS = ["\ufe00", "\ufe0f", "\U000e0100", "\u0301", "\u302a", "\u200d", "\ue000", "\U00100000"]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: f"U+{ord(mark):04X}")
@pytest.mark.parametrize(
    ("source", "target", "before", "after"),
    [
        ("zh-CN", "zh-TW", "说{}", "說{}"),
        ("zh-CN", "zh-TW", "{}说{}软件{}", "{}說{}軟體{}"),
        ("zh-TW", "zh-CN", "說{}", "说{}"),
        ("zh-TW", "zh-CN", "{}說{}軟體{}", "{}说{}软件{}"),
    ],
)
def test_mark_stays(source: str, target: str, before: str, after: str, mark: str) -> None:
    """A character converts whatever follows it; a selector or mark after it stays in its place.

    A selector that no registered sequence has is not shown, so that it does no harm.
    """
    text, expected = before.replace("{}", mark), after.replace("{}", mark)
    assert Converter(source, target).convert(text).text == expected


@pytest.mark.parametrize(
    "between", [*NEWLINES, "\0", "\ufffc", "\ud800", "\ue000", "\ufe00"], ids=ascii
)
def test_no_word_across(between: str) -> None:
    """No word is found across a line break, a mask or any other stranger."""
    text = f"头{between}发{between}英{between}伟达{between}特朗{between}普"
    expected = f"頭{between}發{between}英{between}偉達{between}特朗{between}普"
    assert Converter("zh-CN", "zh-TW").convert(text).text == expected


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_compatibility_ideographs(source: str, target: str) -> None:
    """A compatibility ideograph is not normalised: it stays, or becomes what its table entry says."""
    converter = Converter(source, target)
    for char in HAN["compatibility"]:
        after = converter.convert(char).text
        assert after == char or after != unicodedata.normalize("NFC", char), f"U+{ord(char):04X}"


@pytest.mark.parametrize(("source", "target"), PAIRS + SCRIPTS)
def test_readings_of_each_other(source: str, target: str) -> None:
    """Where a character becomes one that is itself converted, only one of the two is."""
    converter = Converter(source, target)
    once = converter.convert("幺\n么\n麼\n苎\n苧\n薴\n").text
    assert converter.convert(once).text == once


@pytest.mark.parametrize(
    ("source", "target", "before", "after"),
    [
        ("zh-CN", "zh-TW", "什么", "什麼"),
        ("zh-CN", "zh-TW", "苎麻", "苧麻"),
        ("zh-TW", "zh-CN", "什麼", "什么"),
        ("zh-TW", "zh-CN", "苧麻", "苎麻"),
    ],
)
def test_usual_reading(source: str, target: str, before: str, after: str) -> None:
    """The one that more is written with is converted."""
    assert Converter(source, target).convert(before).text == after


TWICE = [
    pytest.param(
        "zh-TW",
        "zh-CN",
        "软體",
        id="a word in both scripts is seen when it is in one",
        marks=pytest.mark.xfail(strict=True, reason="a known fault of the second pass"),
    ),
    pytest.param("zh-TW", "zh-CN", "数据品質", id="two words, each in one script"),
]


@pytest.mark.parametrize(("source", "target", "text"), TWICE)
def test_twice_is_once(source: str, target: str, text: str) -> None:
    """What begins in both scripts is converted by the first pass."""
    converter = Converter(source, target)
    once = converter.convert(text).text
    assert converter.convert(once).text == once
