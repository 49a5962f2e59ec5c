"""Spans, lines, sentences and character classes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.text import (
    MASK,
    LineIndex,
    Position,
    Span,
    has_han,
    is_latin,
    matches,
    occurring,
    sentence_around,
    without_surrogates,
)

LINES = st.text(alphabet=st.sampled_from("a字𠀀 \n\r"), max_size=60)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 0), ""),
        ((0, 2), "甲𠀀"),
        ((1, 3), "𠀀乙"),
        ((2, 9), "乙"),
    ],
    ids=["empty", "from the start", "non-BMP counts one", "beyond the end"],
)
def test_span_covers(span: tuple[int, int], expected: str) -> None:
    """A span covers the code points from its start up to its end."""
    assert Span(*span).of("甲𠀀乙") == expected


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("甲乙", 2, (1, 3)),
        ("甲\n乙", 1, (1, 2)),
        ("甲\n乙", 2, (2, 1)),
        ("甲\r\n乙", 2, (1, 3)),
        ("甲\r\n乙", 3, (2, 1)),
        ("甲\r乙", 2, (2, 1)),
        ("甲\r\r\n乙", 4, (3, 1)),
        ("\n\n", 2, (3, 1)),
        ("𠀀𠮟x", 2, (1, 3)),
        ("甲\u2028乙\x85丙\x0b丁", 6, (1, 7)),
    ],
    ids=[
        "empty text",
        "end of the only line",
        "the line feed itself",
        "after a line feed",
        "inside CRLF",
        "after CRLF",
        "after a lone CR",
        "CR and then CRLF",
        "after the last line feed",
        "non-BMP counts one",
        "separators that break no line",
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    """Lines end at LF, CRLF and CR; both numbers start at one and count code points."""
    assert LineIndex(text).position(offset) == Position(*position)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (1, "甲\r\n"),
        (2, "\n"),
        (3, "乙\r"),
        (4, "丙"),
    ],
    ids=["CRLF", "empty line", "CR", "last line without a break"],
)
def test_line_span(line: int, expected: str) -> None:
    """The span of a line holds its line break."""
    text = "甲\r\n\n乙\r丙"
    assert LineIndex(text).line_span(line).of(text) == expected


@given(LINES)
def test_line_spans_make_up_the_text(text: str) -> None:
    """The lines, one after another, are the text; none holds a break but at its end."""
    index = LineIndex(text)
    count = index.position(len(text)).line
    lines = [index.line_span(line).of(text) for line in range(1, count + 1)]
    assert "".join(lines) == text
    for line in lines:
        assert "\n" not in line.removesuffix("\n")
        assert "\r" not in line.removesuffix("\n").removesuffix("\r")
    assert all(line.endswith(("\n", "\r")) for line in lines[:-1])


@given(LINES, st.data())
def test_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    """The start of the line plus the column is the offset again."""
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line, column = index.position(offset)
    assert index.line_span(line).start + column - 1 == offset


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("程式壞了。軟體好了。", "軟體", "軟體好了"),
        ("程式壞了。軟體好了。", "程式", "程式壞了"),
        ("真的嗎？軟體好了！好", "軟體", "軟體好了"),
        ("one!軟體 two?", "軟體", "軟體 two"),
        ("甲；軟體;乙", "軟體", "軟體"),
        ("甲\n軟體\r\n乙", "軟體", "軟體"),
        ("甲，軟體、v1.2：乙", "軟體", "甲，軟體、v1.2：乙"),
        ("軟體", "軟體", "軟體"),
        ("甲。𠀀軟體𠮟。乙", "軟體", "𠀀軟體𠮟"),
    ],
    ids=[
        "after a full stop",
        "before a full stop",
        "question and exclamation marks",
        "half-width marks",
        "semicolons",
        "line breaks",
        "commas and points divide nothing",
        "the text is the sentence",
        "non-BMP characters",
    ],
)
def test_sentence_around(text: str, word: str, expected: str) -> None:
    """A sentence runs between full stops, question marks, semicolons and line breaks."""
    start = text.index(word)
    assert sentence_around(text, Span(start, start + len(word))).of(text) == expected


def test_sentence_is_bounded() -> None:
    """A text without full stops is cut 400 code points from the word on either side."""
    text = "字" * 1000 + "軟體" + "字" * 1000
    assert sentence_around(text, Span(1000, 1002)) == (600, 1402)


@given(st.text(alphabet="字a。\n；!", max_size=80), st.data())
def test_sentence_holds_the_span(text: str, data: st.DataObject) -> None:
    """The sentence of a span contains it and stays inside the text."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sentence = sentence_around(text, Span(start, end))
    assert 0 <= sentence.start <= start <= end <= sentence.end <= len(text)


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("a", True),
        ("Z", True),
        ("7", True),
        ("_", True),
        ("-", False),
        (".", False),
        (" ", False),
        ("é", False),
        ("Ａ", False),
        ("²", False),
        ("字", False),
        ("𠀀", False),
        (MASK, False),
    ],
    ids=[
        "lower case",
        "upper case",
        "digit",
        "underscore",
        "hyphen",
        "point",
        "space",
        "accented",
        "full-width",
        "superscript digit",
        "Han",
        "non-BMP Han",
        "mask",
    ],
)
def test_is_latin(char: str, *, expected: bool) -> None:
    """Only ASCII letters, digits and the underscore continue a Latin word."""
    assert is_latin(char) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc 字", True),
        ("𠀀", True),
        ("㐀", True),
        ("豈", True),
        ("abc，。「」", False),
        ("かな カナ 한글", False),
        ("", False),
    ],
    ids=["Han", "non-BMP", "extension A", "compatibility", "punctuation", "other scripts", "empty"],
)
def test_has_han(text: str, *, expected: bool) -> None:
    """Han characters are told from punctuation and from other scripts of East Asia."""
    assert has_han(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("字𠀀", "字𠀀"),
        ("甲\ud800乙\udfff", f"甲{MASK}乙{MASK}"),
        ("\ud840\udc00", MASK * 2),
    ],
    ids=["ASCII", "sound text", "lone surrogates", "a pair of surrogates as two code points"],
)
def test_without_surrogates(text: str, expected: str) -> None:
    """Every surrogate gives way to a mask; nothing else changes."""
    assert without_surrogates(text) == expected


@given(st.text(alphabet=st.characters(categories=None), max_size=40))
def test_without_surrogates_can_be_encoded(text: str) -> None:
    """What comes out can be encoded and is as long as what went in."""
    clean = without_surrogates(text)
    assert len(clean) == len(text)
    assert clean.encode().decode() == clean


@pytest.mark.parametrize("length", [0, 1, 29_999, 30_001, 200_000])
def test_occurring_in_short_and_long_texts(length: int) -> None:
    """Which characters stand in a text does not depend on how it is searched."""
    text = "字" * length + "]^軟\U00020000😀-"
    wanted = frozenset("]^-\\軟硬\U00020000\U00020001")
    assert occurring(wanted, text) == set("]^-軟\U00020000")


def test_matches_of_a_long_text() -> None:
    """Cut into pieces, a text has the matches that it has whole, surrogates or not."""
    text = "甲乙\ud800丙甲\n" * 300_000

    def find(piece: str) -> list[tuple[int, int, int]]:
        piece.encode()  # as an automaton does
        return [(m.start(), m.end(), 7) for m in re.finditer("甲", piece)]

    found = list(matches(find, text))
    assert found == [(m.start(), m.end(), 7) for m in re.finditer("甲", text)]
    assert list(matches(lambda _: [(0, 1, 2), (1, 2, 3)], "ab", 3)) == [(1, 2, 3)]
