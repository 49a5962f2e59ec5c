"""Quotations, titles and official names have levels of their own."""

from pathlib import Path

import pytest

from termkit.engine.fixer import fix_document
from termkit.engine.runner import CheckOptions, check_document, check_one, select_checks
from termkit.engine.zones import Level, Zones
from termkit.readers import read_document
from termkit.termbase.store import TermBase

INFO_OFF = Zones(quotation=Level.INFO, title=Level.OFF)
CASES = [
    ("他說軟件很好。", INFO_OFF, "軟件 error"),
    ("他說「軟件很好」。", INFO_OFF, "軟件 info"),
    ("他說『軟件很好』。", INFO_OFF, "軟件 info"),
    ("他說“軟件很好”。", INFO_OFF, "軟件 info"),
    ("他寫過《軟件工程》。", INFO_OFF, ""),
    ("他寫過〈軟件工程〉，談軟件。", INFO_OFF, "軟件 error"),
    ("「他寫過《軟件工程》，談軟件」", INFO_OFF, "軟件 info"),
    ("《論「軟件」的軟件》", INFO_OFF, "軟件 info"),
    ("「他說『軟件』」軟件", Zones(quotation=Level.OFF), "軟件 error"),
    ("「開頭沒有結尾，軟件。\n下一行的軟件」。", Zones(quotation=Level.OFF), "軟件 error; 軟件 error"),
    ("「軟件》", INFO_OFF, "軟件 error"),
    ("結尾」軟件「開頭", INFO_OFF, "軟件 error"),
    ("「開頭（《軟件」軟件》", INFO_OFF, "軟件 info; 軟件 error"),
    ("「《軟件》」", Zones(quotation=Level.OFF), ""),
    ("《軟件》", Zones(title=Level.ERROR), "軟件 error"),
    ("「看着」", Zones(quotation=Level.ERROR), "着 error"),
    ("「軟件」", Zones(), "軟件 error"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "zones", "expected"), CASES)
def test_levels(text: str, zones: Zones, expected: str, small: TermBase) -> None:
    """A finding has the level of the innermost zone that it stands in."""
    options = CheckOptions(small, select_checks(), zones=zones)
    found = check_document(read_document(text, "a.txt"), "zh-TW", options)
    assert "; ".join(f"{each.span.of(text)} {each.severity}" for each in found) == expected


NAMES = [
    (Level.BODY, "! warning; ? warning"),
    (Level.INFO, "! info; ? warning"),
    (Level.OFF, "? warning"),
]


@pytest.mark.parametrize(("level", "expected"), NAMES)
def test_official_names(level: Level, expected: str, tmp_path: Path) -> None:
    """The spelling of an official name is its owner's."""
    file = tmp_path / "names.csv"
    file.write_text("id,zh-TW,flags\nshop,沙發!客廳,dnt\n", "utf-8")
    checks = select_checks(["punctuation-width"])
    base = TermBase.load(file, builtin=False)
    options = CheckOptions(base, checks, zones=Zones(name=level))
    text = "去沙發!客廳嗎?好。"
    found = check_document(read_document(text, "a.txt"), "zh-TW", options)
    assert "; ".join(f"{each.span.of(text)} {each.severity}" for each in found) == expected


def test_paragraphs(small: TermBase) -> None:
    """A quotation may run over the lines of a paragraph, and not into the next one."""
    options = CheckOptions(small, select_checks(), zones=Zones(quotation=Level.OFF))
    text = "他說「這個\n軟件」。\n\n「軟件\n\n軟件」\n"
    found = check_document(read_document(text, "a.md"), "zh-TW", options)
    assert [text.count("\n", 0, each.span.start) for each in found] == [3, 5]


def test_off_is_not_fixed(small: TermBase) -> None:
    """What is off in a zone is not fixed there, and a comment has nothing to hide in it."""
    options = CheckOptions(small, select_checks(), "zh-TW", zones=Zones(quotation=Level.OFF))
    text = "軟件與「軟件」。\n\n<!-- termkit: ignore -->\n「軟件」\n"
    document = read_document(text, "a.md")
    result = check_one(document, options)
    fixed = fix_document(document, result, result.diagnostics, options)
    assert fixed.result.source == text.replace("軟件", "軟體", 1)
    assert [each.check for each in fixed.result.diagnostics] == ["unused-suppression"]
