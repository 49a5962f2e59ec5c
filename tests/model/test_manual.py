"""Reading the manual page of a check."""

import pytest

from termkit.checks import all_checks
from termkit.context import Check
from termkit.model.manual import Example, Section, read_manual

PAGE = """Allow no x.

What
    A thing,
    in two lines.

    * and a list
Options
    `x`: what it does.
Flagged
    zh-TW | 這是數據。 | 數據 → 資料; 是 → 為
    zh-CN | <!-- 这 -->。 | 这
Fine
    zh-TW | 這是資料。
Fix safety
    {}
"""


def test_sections() -> None:
    """Every heading is kept, known or not, with its text or its examples."""
    manual = read_manual(PAGE.format("Safe."))
    assert manual.title == "Allow no x."
    assert [one.heading for one in manual.sections] == [
        "What",
        "Options",
        "Flagged",
        "Fine",
        "Fix safety",
    ]
    assert manual.sections[0] == Section("What", "A thing,\nin two lines.\n\n* and a list")
    assert manual.sections[2].examples == (
        Example("zh-TW", "這是數據。", "數據 → 資料; 是 → 為"),
        Example("zh-CN", "<!-- 这 -->。", "这"),
    )
    assert manual.sections[3].examples == (Example("zh-TW", "這是資料。"),)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_plain(check: Check) -> None:
    """As plain text a page is what its author wrote."""
    assert read_manual(check.doc).plain == check.doc.strip()


def test_markdown() -> None:
    """Examples are tables."""
    assert read_manual(PAGE.format("Safe.")).markdown == (
        "**What.** A thing,\nin two lines.\n\n* and a list\n\n"
        "**Options.** `x`: what it does.\n\n"
        "**Flagged**\n\n"
        "| locale | text | found → suggested |\n"
        "| --- | --- | --- |\n"
        "| zh-TW | 這是數據。 | 數據 → 資料; 是 → 為 |\n"
        "| zh-CN | `<!-- 这 -->。` | 这 |\n\n"
        "**Fine**\n\n"
        "| locale | text |\n"
        "| --- | --- |\n"
        "| zh-TW | 這是資料。 |\n\n"
        "**Fix safety.** Safe."
    )


@pytest.mark.parametrize(
    ("safety", "kinds"),
    [
        ("Safe.", "safe"),
        ("Unsafe: look at it.", "unsafe"),
        ("Safe with one meaning, else unsafe.", "safe or unsafe"),
        ("Unsafe, but safe for spelling.", "safe or unsafe"),
        ("There is no fix.", "none"),
    ],
)
def test_fixes(safety: str, kinds: str) -> None:
    """The page says which kinds of fix there are."""
    assert read_manual(PAGE.format(safety)).fixes == kinds
