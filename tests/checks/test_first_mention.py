"""first-mention: which names, and what is running text."""

from pathlib import Path

import pytest

from termkit.context import House
from termkit.engine.runner import CheckOptions, check_document
from termkit.readers import read_document
from termkit.termbase.store import TermBase
from tests.checks.harness import CHECKS

ROWS = """\
id,en,zh-TW
lantern,Lantern Press,燈籠社
cameron-actor,Cameron (the actor),卡瑪倫
cameron-singer,Cameron Lee,卡瑪倫
lamp,lamp,檯燈
"""


@pytest.fixture
def base(tmp_path: Path) -> TermBase:
    """A team's names above the built-in base."""
    (tmp_path / "names.csv").write_text(ROWS, "utf-8")
    return TermBase.load(tmp_path / "names.csv")


CASES = [
    ("a.md", "# 燈籠社。\n\n燈籠社出書。\n", ("*",), "3: 燈籠社（Lantern Press）"),
    ("a.md", "---\ndescription: 燈籠社出書。\n---\n燈籠社出書\n", ("*",), ""),
    ("a.md", "| 燈籠社。 |\n|---|\n| 燈籠社。 |\n", ("*",), ""),
    ("a.md", "燈籠社\n出書。\n", ("*",), "1: 燈籠社（Lantern Press）"),
    ("a.txt", "燈籠社\n出書。\n", ("*",), ""),
    ("a.po", 'msgid "a"\nmsgstr "燈籠社。"\n', ("*",), ""),
    ("a.txt", "燈籠社出書。", ("names",), "1: 燈籠社（Lantern Press）"),
    ("a.txt", "燈籠社出書。", ("companies",), ""),
    ("a.txt", "檯燈壞了。", ("*",), ""),
    ("a.txt", "卡瑪倫來了。", ("*",), "1: 卡瑪倫（Cameron）/卡瑪倫（Cameron Lee）"),
    ("a.txt", "卡瑪倫（Cameron）來了。", ("*",), ""),
    ("a.txt", "聯合國召開大會。", ("organisations",), "1: 聯合國（UN）"),
]


@pytest.mark.parametrize(("name", "text", "domains", "expected"), CASES)
def test_names(
    name: str, text: str, domains: tuple[str, ...], expected: str, base: TermBase
) -> None:
    """Only names of the chosen domains count, and only in running text."""
    options = CheckOptions(base, (CHECKS["first-mention"],), house=House(first_mention=domains))
    found = check_document(read_document(text, name), "zh-TW", options)
    lines = (
        f"{text.count(chr(10), 0, each.span.start) + 1}: {'/'.join(each.suggestions)}"
        for each in found
    )
    assert "; ".join(lines) == expected
    assert all((each.applicability == "unsafe") == (len(each.suggestions) == 1) for each in found)
