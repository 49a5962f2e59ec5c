"""Subtitles: the texts of cues are prose."""

import pytest

from termkit.errors import InputError
from termkit.readers.subtitles import parse
from tests.readers.show import segments

T = "00:00:01,000 --> 00:00:02,000"
V = "00:01.000 --> 00:02.000"
CASES = {
    "cues": ("a.srt", f"1\n{T}\n甲\n\n2\n{T}\n乙\n", ["甲", "乙"]),
    "two lines": ("a.srt", f"1\n{T}\n甲\n乙\n\n", ["甲\n乙"]),
    "number as text": ("a.srt", f"1\n{T}\n甲\n42\n", ["甲\n42"]),
    "blank line missing": ("a.srt", f"1\n{T}\n甲\n2\n{T}\n乙", ["甲", "乙"]),
    "empty cue": ("a.srt", f"1\n{T}\n\n2\n{T}\n乙", ["乙"]),
    "position": ("a.srt", f"1\n{T} X1:40 Y1:2\n甲", ["甲"]),
    "tags": ("a.srt", f"1\n{T}\n<i>甲</i><font color='软'>乙</font>", ["·甲·乙·"]),
    "override codes": ("a.srt", f"1\n{T}\n{{\\an8}}甲{{y:i}}乙\\N丙", ["·甲·乙·丙"]),
    "URL": ("a.srt", f"1\n{T}\n见 https://a.b/软件 吧", ["见 · 吧"]),
    "only tags": ("a.srt", f"1\n{T}\n<i></i>\n", []),
    "text outside": ("a.srt", f"软件\n\n1\n{T}\n甲\n\n软件\n", ["甲"]),
    "header": ("a.vtt", f"WEBVTT - 软件\nKind: 软件\n\n{V}\n甲\n", ["甲"]),
    "identifier": ("a.vtt", f"WEBVTT\n\n软件\n{V} align:start\n甲\n", ["甲"]),
    "note, style and region": (
        "a.vtt",
        f"WEBVTT\n\nNOTE 软件\n软件\n\nSTYLE\n::cue(软件) {{}}\n\nREGION\nid:软件\n\n{V}\n甲\n",
        ["甲"],
    ),
    "voices and classes": (
        "a.vtt",
        f"WEBVTT\n\n{V}\n<v 软件>甲</v><c.x>乙</c><00:01.500>丙&amp;丁",
        ["·甲·乙·丙·丁"],
    ),
    "dashes": ("a.vtt", f"WEBVTT\n\n{V}\n- 甲\n- 乙 -> 丙\n", ["- 甲\n- 乙 -> 丙"]),
}


@pytest.mark.parametrize(("name", "source", "expected"), list(CASES.values()), ids=list(CASES))
def test_prose(name: str, source: str, expected: list[str]) -> None:
    """The prose of a subtitle file is just this."""
    assert segments(parse(source, name)) == expected


def test_declared() -> None:
    """The header of WebVTT tells the locale."""
    document = parse("WEBVTT\nKind: captions\nLanguage: zh-TW\n\nLanguage: zh-CN\n", "a.vtt")
    assert document.declared == "zh-TW"
    assert document.metadata == {"Kind": "captions", "Language": "zh-TW"}
    assert parse("Language: zh-TW\n", "a.srt").declared == ""


@pytest.mark.parametrize("source", ["甲\n", "\ufeffwebvtt\n", "WEBVTTX\n"])
def test_no_webvtt(source: str) -> None:
    """A browser would not take it, and neither do we."""
    with pytest.raises(InputError) as caught:
        parse(source, "a.vtt")
    assert str(caught.value) == "a.vtt:1: does not begin with WEBVTT; add this first line"
