"""What a terminal shows: the caret stands under the finding, and nothing is obeyed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.outputs.display import excerpt, visible, width
from termkit.text import LineIndex, Span

FAMILY = "👨\u200d👩\u200d👧"
PICTURES = [
    ("plain", "這是數據中心。", "數據", "這是|數據|中心。", 4),
    ("ASCII before", "the 數據 center", "數據", "the |數據| center", 4),
    ("ASCII found", "在 Github 上", "Github", "在 |Github| 上", 3),
    ("tab", "\t這是\t數據。", "數據", "    這是    |數據|。", 12),
    ("combining mark", "cafe\u0301 的數據", "數據", "cafe\u0301 的|數據|", 7),
    ("variation selector", "葛\U000e0100城數據", "數據", "葛\U000e0100城|數據|", 4),
    ("emoji", f"{FAMILY}和🇹🇼與❤️的數據", "數據", f"{FAMILY}和🇹🇼與❤️的|數據|", 12),
    ("half-width kana", "ｶﾅ數據", "數據", "ｶﾅ|數據|", 2),
    ("BOM", "\ufeff數據中心\r\n", "數據", "|數據|中心", 0),
    ("CRLF", "第一\r\n這數據。\r\n", "數據", "這|數據|。", 2),
    ("lone CR", "第一\r這數據。\r", "數據", "這|數據|。", 2),
    ("escape sequence", "\x1b[31m紅\x07\x9b數據\x7f", "數據", "␛[31m紅␇\ufffd|數據|␡", 9),
    ("turned line", "a\u202e數據", "數據", "a\ufffd|數據|", 2),
    ("two lines", "這數據\n中心", "數據\n中", "這|數據…|", 2),
    ("nothing", "這\n", "", "||這", 0),
    ("cut after", "這數據" + "中" * 40, "數據", "這|數據|中中中中中中中中中中中中中中中中…", 2),
    ("cut before", "中" * 40 + "數據", "數據", "…中中中中中中中中中中中中中中中中中|數據|", 35),
    (
        "cut twice",
        "中" * 90 + "數據" + "文" * 90,
        "數據",
        "…中中中中中中中中|數據|文文文文文文文文文…",
        17,
    ),
    (
        "Latin words stay whole",
        "中" * 40 + "artificial intelligence數據the data center is on the hill",
        "數據",
        "… intelligence|數據|the data center is on…",
        14,
    ),
    ("long finding", "中" * 60, "中" * 50, "|中中中中中中中中中中中中中中…|中中中中中…", 0),
    (
        "marks stay on their letters",
        "e\u0301" * 99 + "數據",
        "數據",
        "…" + "e\u0301" * 35 + "|數據|",
        36,
    ),
]


@pytest.mark.parametrize(
    ("source", "found", "expected", "column"),
    [picture[1:] for picture in PICTURES],
    ids=[picture[0] for picture in PICTURES],
)
def test_excerpt(source: str, found: str, expected: str, column: int) -> None:
    """The line is cropped around the finding; columns are those of the terminal."""
    start = source.index(found)
    lines = LineIndex(source)
    line = lines.line_span(lines.position(start).line)
    parts = excerpt(source, line, Span(start, start + len(found)), 40)
    assert "|".join(parts) == expected
    assert width(parts[0]) == column
    assert width("".join(parts)) <= 40


@given(
    st.text(st.sampled_from("中a\u0301👍\u200d\t\x1b。 ﷽\ufeffé"), max_size=120),
    st.integers(0, 120),
    st.integers(0, 60),
    st.integers(24, 80),
)
def test_excerpt_fits(source: str, start: int, length: int, columns: int) -> None:
    """Whatever the line holds, it fits, what is shown is harmless, and the finding is in it."""
    start = min(start, len(source))
    span = Span(start, min(start + length, len(source)))
    before, found, after = excerpt(source, Span(0, len(source)), span, columns)
    assert width(before) + width(found) + width(after) <= columns
    assert not re.search("[\x00-\x1f\x7f-\x9f]", before + found + after)
    assert visible(span.of(source)).startswith(found.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("輝達 NVIDIA", "輝達 NVIDIA"),
        ("a\nb\r\n", "a␊b␍␊"),
        ("a\tb", "a    b"),
        ("\x1b]8;;http://evil\x1b\\x", "␛]8;;http://evil␛\\x"),
        ("\u2028\u2066\ud800", "\ufffd\ufffd\ufffd"),
    ],
    ids=["text", "line breaks", "tab", "hyperlink", "separators, turns, surrogates"],
)
def test_visible(text: str, expected: str) -> None:
    """Controls become pictures, so that a text stays on its line."""
    assert visible(text) == expected
