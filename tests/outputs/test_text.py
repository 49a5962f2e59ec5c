"""The outputs for a person: text and concise."""

from dataclasses import replace
from pathlib import Path

import pytest

from termkit.model.diagnostic import Applicability, Severity
from termkit.outputs import View
from tests.outputs.make import BROKEN, CLEAN, SKIPPED, VIEW, hit, result, shown

SOURCE = "# 輝達\n\n\t這座數據中心在 Github 上。\n"
RESULT = result(
    SOURCE,
    hit(SOURCE, "數據中心", "資料中心", concept="data-center"),
    hit(
        SOURCE,
        "Github",
        "GitHub",
        "Git",
        check="latin-casing",
        severity=Severity.WARNING,
        applicability=Applicability.DISPLAY,
    ),
)
SUMMARY = """
2 findings in 1 of 2 files, 1 fixable with --fix; 1 input with errors.
By check:
  wrong-region-term  1
  latin-casing       1
By concept:
    1 × 數據中心 → 資料中心  (data-center)
"""


def test_text() -> None:
    """Each finding has its line, carets in the right columns, and what may stand there."""
    assert shown("text", CLEAN, BROKEN, RESULT, SKIPPED) == (
        "a.zh-TW.md:3:4: error wrong-region-term: “數據中心” is wrong\n"
        "  3 |     這座數據中心在 Github 上。\n"
        "    |         ^^^^^^^^ 資料中心\n"
        "\n"
        "a.zh-TW.md:3:10: warning latin-casing: “Github” is wrong\n"
        "  3 |     這座數據中心在 Github 上。\n"
        "    |                    ^^^^^^ GitHub / Git\n" + SUMMARY
    )


def test_concise() -> None:
    """A line a finding."""
    assert shown("concise", CLEAN, BROKEN, RESULT, SKIPPED) == (
        "a.zh-TW.md:3:4: error wrong-region-term: “數據中心” is wrong\n"
        "a.zh-TW.md:3:10: warning latin-casing: “Github” is wrong\n" + SUMMARY
    )


@pytest.mark.parametrize("output", ["text", "concise"])
def test_nothing_found(output: str) -> None:
    """A clean run is one line; what was skipped is not counted."""
    assert shown(output, CLEAN, SKIPPED) == "No findings in 1 file.\n"
    assert shown(output, BROKEN) == "No findings in 0 files; 1 input with errors.\n"


def test_many_concepts() -> None:
    """Fifteen concepts are told, the rest is counted."""
    source = "".join(f"詞{number:02}\n" for number in range(20))
    words = source.split()
    lines = shown("concise", result(source, *(hit(source, w, "字", concept=w) for w in words)))
    assert lines.endswith("    1 × 詞14 → 字  (詞14)\n  … and 5 more\n")


def test_colour() -> None:
    """The finding is marked in the line too, where carets may be off by a column."""
    text = shown("text", RESULT, view=replace(VIEW, color=True))
    assert "\x1b[1ma.zh-TW.md:3:4\x1b[0m: \x1b[1;31merror\x1b[0m " in text
    assert "這座\x1b[1;4;31m數據中心\x1b[0m在 Github" in text
    assert "\x1b[1;31m^^^^^^^^\x1b[0m \x1b[32m資料中心\x1b[0m\n" in text
    assert "\x1b[1;33m^^^^^^\x1b[0m" in text


@pytest.mark.parametrize("output", ["text", "concise"])
def test_links(output: str, tmp_path: Path) -> None:
    """On a terminal the place is a hyperlink to the file; standard input has none."""
    (tmp_path / "文 a.md").write_text(SOURCE, encoding="utf-8")
    view = View(root=tmp_path, links=True)
    text = shown(output, replace(RESULT, path="文 a.md"), view=view)
    uri = tmp_path.as_uri() + "/%E6%96%87%20a.md"
    assert text.startswith(f"\x1b]8;;{uri}\x1b\\文 a.md:3:4\x1b]8;;\x1b\\: error")
    assert "\x1b" not in shown(output, replace(RESULT, path="<stdin>"), view=view)


@pytest.mark.parametrize("output", ["text", "concise", "github"])
def test_nothing_is_obeyed(output: str) -> None:
    """Neither a path nor a message nor the text itself reaches the terminal with its controls."""
    bad = "\x1b]0;x\x07\x9b2J數據\r\x1b[1A"
    finding = hit(bad, "數據\r", "\x1b[31m", message=f"{bad}\nnew line", concept="c")
    text = shown(output, result(bad, finding, path="a\x1b[2J\n.md"))
    assert not [char for char in text if char != "\n" and not char.isprintable()]


def test_narrow_terminal() -> None:
    """A long line is cropped to the terminal, or to a readable width without one."""
    source = "這" * 200 + "數據中心" + "那" * 200
    for columns, longest in ((60, 60), (10, 40), (0, 100)):
        text = shown(
            "text", result(source, hit(source, "數據中心")), view=replace(VIEW, width=columns)
        )
        line = text.splitlines()[1]
        assert "…這" in line
        assert "數據中心" in line
        assert longest - 3 <= len(line) + sum(char > "\u2e80" for char in line) <= longest
