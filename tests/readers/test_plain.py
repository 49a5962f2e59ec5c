"""Plain text: every line is prose, but for its URLs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.readers import known_suffixes, reader_for
from termkit.readers.plain import parse
from termkit.text import MASK


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", []),
        (" \n\t\r\n\u3000\n", []),
        ("甲", ["甲"]),
        (" 甲 ", ["甲"]),
        ("甲\n乙\n", ["甲", "乙"]),
        ("甲\r\n\r\n乙\r丙", ["甲", "乙", "丙"]),
        ("  甲 乙\u3000\n\t丙\t", ["甲 乙", "丙"]),
        ("\ufeff甲\n乙", ["甲", "乙"]),
        ("\ufeff", []),
        ("𠀀\n𠮟", ["𠀀", "𠮟"]),
        ("# 甲 `乙` <b>", ["# 甲 `乙` <b>"]),
        ("甲\u2028乙", ["甲\u2028乙"]),
        ("甲\0\ud800乙\n", ["甲\0\ud800乙"]),
    ],
    ids=[
        "nothing",
        "only space",
        "one line",
        "one line with space around it",
        "two lines",
        "every line break",
        "space at the ends",
        "BOM",
        "only a BOM",
        "non-BMP",
        "no markup",
        "separators that break no line",
        "NUL and surrogate",
    ],
)
def test_lines(source: str, lines: list[str]) -> None:
    """Each line with something on it is a segment, without the space around it."""
    document = parse(source, "a.txt")
    assert [segment.span.of(source) for segment in document.segments] == lines
    assert [segment.kind for segment in document.segments] == ["line"] * len(lines)
    assert not any(segment.masks for segment in document.segments)


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("見https://a.b/c?d=軟件，好", "見·，好"),
        ("見 http://軟件.tw/ 好", "見 · 好"),
        ("ftp://a.b 與 file:///c", "· 與 ·"),
        ("到www.a.com好，awww.b", "到·好，awww.b"),
        ("寄a.b+c@d-e.com.tw，好", "寄·，好"),
        ("@甲 a@b @c 5:30", "@甲 a@b @c 5:30"),
        ("https://a.b\r\nhttps://a.b/軟件", "·\r\n·"),
        ("https 與 github.com", "https 與 github.com"),
    ],
    ids=[
        "with Han in it",
        "host in Han",
        "other schemes",
        "without a scheme",
        "e-mail",
        "signs that are no address",
        "nothing else on the line",
        "names that are no URL",
    ],
)
def test_urls(source: str, prose: str) -> None:
    """URLs and e-mail addresses are no prose; what stands beside them is."""
    shown = parse(source, "a.txt").prose
    assert len(shown) == len(source)
    while MASK * 2 in shown:
        shown = shown.replace(MASK * 2, MASK)
    assert shown.replace(MASK, "·") == prose


@given(st.text(alphabet=st.sampled_from(" \t\n\r甲a.𠀀\ufeff\0\ud800@:/w\u3000"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Offsets and line breaks stay; segments are ordered, hold one line each, and no masks outside."""
    document = parse(text, "a.txt")
    prose = document.prose
    assert len(prose) == len(text)
    assert all(s == c or (s == MASK and c not in "\r\n") for s, c in zip(prose, text, strict=True))
    done = 0
    for segment in document.segments:
        assert done <= segment.span.start < segment.span.end <= len(text)
        assert not {"\n", "\r"} & set(segment.span.of(text))
        assert segment.span.of(text).strip()
        for mask in segment.masks:
            assert segment.span.start <= mask.start < mask.end <= segment.span.end
        done = segment.span.end


@given(st.text(alphabet="甲乙 ，。\n\r𠀀", max_size=60))
def test_text_without_urls_is_all_prose(text: str) -> None:
    """Without a URL every character but blank space is prose."""
    prose = parse(text, "a.txt").prose
    assert prose.replace(MASK, "").split() == text.split()


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.txt", "plain"),
        ("a.zh-TW.TXT", "plain"),
        ("a.md", "markdown"),
        ("zh-TW/README.MD", "markdown"),
        ("a.markdown", "markdown"),
        ("a.unknown", "plain"),
        ("md", "plain"),
    ],
)
def test_reader_for(name: str, reader: str) -> None:
    """The suffix tells the reader; a name without a known one is plain text."""
    assert reader_for(name).name == reader


def test_known_suffixes() -> None:
    """A folder is searched for the suffixes of every reader."""
    assert {".md", ".markdown", ".txt"} <= known_suffixes()
    assert ".csv" not in known_suffixes()
