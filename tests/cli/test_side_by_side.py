"""Source and result side by side."""

import re

import pytest

from termkit.cli.side_by_side import show_side_by_side
from termkit.engine.trace import FileTrace, TracedChange

_SOURCE = "第一行。\n他说头发白了。\n\n最后的程序\n"
_CHANGES = (
    TracedChange(6, 7, 2, 2, "说", "說", "character", "", certain=True),
    TracedChange(7, 9, 2, 3, "头发", "頭髮", "phrase", "", certain=True),
    TracedChange(15, 16, 4, 2, "后", "後", "character", "", certain=False),
)
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is printed on a terminal of 60 columns."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    show_side_by_side(_SOURCE, FileTrace("a.md", "zh-CN", "zh-TW", _CHANGES))
    return capsys.readouterr().out


def test_only_changed_lines_are_shown(shown: str) -> None:
    """Each changed line stands beside what it has become, under its number."""
    lines = [line.split() for line in _ESCAPE.sub("", shown).splitlines() if line]
    assert lines == [
        ["a.md"],
        ["zh-CN", "zh-TW"],
        ["2", "他说头发白了。", "他說頭髮白了。"],
        ["4", "最后的程序", "最後的程序"],
    ]


def test_colours_tell_what_is_certain(shown: str) -> None:
    """Certain changes are red and green, the others yellow on both sides."""
    assert "\x1b[31m说\x1b[0m" in shown
    assert "\x1b[32m頭髮\x1b[0m" in shown
    assert "\x1b[33m后\x1b[0m" in shown
    assert "\x1b[33m後\x1b[0m" in shown
