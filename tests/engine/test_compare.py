"""The reference converter, and where termkit differs from it."""

import sys
from types import ModuleType

import pytest

from termkit.convert.converter import Converter
from termkit.convert.reference import Reference
from termkit.engine.collect import parse_document
from termkit.engine.compare import (
    UNTOUCHED,
    Difference,
    compare_file,
    convert_by_reference,
    count_decisions,
    merge_equal,
)
from termkit.engine.converting import Converters
from termkit.engine.origins import Origins
from termkit.errors import TermkitError
from termkit.termbase.store import TermBase
from tests.convert.test_table import PAIRS
from tests.engine.conftest import converted


def compared(
    text: str, base: TermBase, source: str = "zh-CN", target: str = "zh-TW"
) -> tuple[Difference, ...]:
    """Return the differences of a text."""
    converters = Converters(target, base, source)
    return compare_file(converted(text, base, source, target), converters, Origins(base, target))


CASES = [
    ("zh-CN", "zh-TW", "软件发布", "軟體釋出"),
    ("zh-CN", "zh-HK", "软件里面", "軟件裏面"),
    ("zh-TW", "zh-CN", "軟體裡面", "软件里面"),
    ("zh-HK", "zh-CN", "裏面", "里面"),
    ("zh-TW", "zh-TW", "裏面", "裏面"),
]


@pytest.mark.parametrize(("source", "target", "text", "expected"), CASES, ids=[c[2] for c in CASES])
def test_reference(source: str, target: str, text: str, expected: str) -> None:
    """The reference converts as opencc-python-reimplemented does."""
    assert Reference(source, target).convert(text) == expected


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=["→".join(pair) for pair in PAIRS])
def test_every_pair_has_a_reference(source: str, target: str) -> None:
    """There is something to compare with in every direction."""
    assert Reference(source, target).convert("plain") == "plain"


def test_pair_without_a_reference() -> None:
    """A pair that the package has no configuration for is refused by name."""
    with pytest.raises(TermkitError, match="the reference converter has no zh-TW → zh-Hant"):
        Reference("zh-TW", "zh-Hant")


def test_another_module_of_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The official package under the same module name does not matter."""
    from termkit.convert import reference

    monkeypatch.setitem(sys.modules, "opencc", ModuleType("opencc"))
    reference._load.cache_clear()
    assert Reference("zh-CN", "zh-TW").convert("软件") == "軟體"


def test_reference_respects_masks() -> None:
    """Code, URLs and keys come out byte for byte."""
    text = "---\ntitle: 软件\n---\n\n软件 `软件` [软件](https://a.b/软件)\r\n"
    document = parse_document(text.encode(), "a.md")
    done = convert_by_reference(document, Converter("zh-CN", "zh-TW"))
    assert done.text == ("---\ntitle: 軟體\n---\n\n軟體 `软件` [軟體](https://a.b/软件)\r\n")


def test_differences(team: TermBase) -> None:
    """A difference tells its place, both values, and the row or layer behind ours."""
    vendor, marks, end = compared("好。\n他在乙厂。\n“说”\n", team)
    assert (vendor.line, vendor.column, vendor.source) == (2, 3, "乙厂")
    assert (vendor.reference, vendor.termkit) == ("乙廠", "甲廠")
    assert vendor.decision.startswith("base: vendor (")
    assert (marks.line, marks.column, marks.reference, marks.termkit) == (3, 1, "“", "「")
    assert end.decision == "quote: quotation marks of zh-TW"


def test_kept_words_and_gaps(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where ours left a word alone the row that kept it is named, or that there is none."""
    path = tmp_path_factory.mktemp("base") / "b.csv"
    path.write_text("id,zh-TW,zh-CN\nkept,信息,信息\n", encoding="utf-8")
    base = TermBase.load(path, builtin=False)
    (kept,) = compared("看信息。", base)
    assert (kept.source, kept.reference, kept.termkit) == ("信息", "資訊", "信息")
    assert kept.decision.endswith("b.csv:2) (kept)")
    (line,) = compared("戶。", base, "zh-TW", "zh-HK")
    assert (line.reference, line.termkit, line.decision) == ("户", "戶", UNTOUCHED)


def test_same_result(team: TermBase) -> None:
    """Where both agree there is nothing to tell."""
    assert compared("说话，头发。\n\n里面", team) == ()


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=["→".join(pair) for pair in PAIRS])
def test_differences_make_one_from_the_other(team: TermBase, source: str, target: str) -> None:
    """Putting the reference's values over the differences' places gives its text."""
    text = (
        "“程序”的质量，乙厂 `乙厂` 发布软件。\r\n資料庫裡的程式、台灣與臺灣，著\n\n说：布局「項目」"
    )
    file = converted(text, team, source, target)
    document = parse_document(text.encode(), "a.md")
    theirs = convert_by_reference(document, Converter(source, target, team)).text
    lines = text.split("\n")
    for one in reversed(compared(text, team, source, target)):
        line = lines[one.line - 1]
        assert line[one.column - 1 :].startswith(one.source)
        assert one.reference != one.termkit
    ours = file.text.split("\n")
    same = [mine == other for mine, other in zip(ours, theirs.split("\n"), strict=True)]
    different = {one.line for one in compared(text, team, source, target)}
    assert different == {number for number, equal in enumerate(same, 1) if not equal}


def test_counting() -> None:
    """Equal differences are told once with their number; decisions are counted."""
    one = Difference(1, 1, "甲", "乙", "丙", "base: a")
    other = Difference(2, 1, "丁", "乙", "丙", "base: b")
    found = [one, other, Difference(3, 1, "甲", "乙", "丙", "base: a")]
    assert merge_equal(found) == [(one, 2), (other, 1)]
    assert count_decisions(found) == [("base: a", 2), ("base: b", 1)]
