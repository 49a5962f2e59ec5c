"""Rows that hold for a time: the document's date decides, today's where it has none."""

import time
from pathlib import Path

import pytest

from termkit.convert.converter import Converter
from termkit.engine.collect import Named
from termkit.engine.converting import Converters, convert_file
from termkit.engine.runner import CheckOptions, check_one, select_checks
from termkit.readers import read_document
from termkit.termbase.store import TermBase

BASE = """\
id,en,zh-TW,zh-CN,zh-TW:avoid,since,until
lake-state-old,Lake State,舊湖國,老湖国,,,2018-04-18
lake-state,Lake State,湖國,老湖国,舊湖國,2018-04-19,
future,Sea State,新海國,老海国,海國,2999-01-01,
present,Sea State,海國,老海国,,,2998-12-31
always,data,資料,数据,,,
"""


@pytest.fixture
def base(tmp_path: Path) -> TermBase:
    """A term base with names that have changed, and one that will."""
    path = tmp_path / "dated.csv"
    path.write_text(BASE, encoding="utf-8")
    return TermBase.load(path, builtin=False)


# A date as front matter has it, the state of the lake, and what is found in a text with its old name.
DATES = {
    "long ago": ("2015-01-01", "舊湖國", []),
    "the last day": ("2018-04-18", "舊湖國", []),
    "the first day": ("2018-04-19", "湖國", ["舊湖國"]),
    "with a time": ("2020-02-29T10:00:00+08:00", "湖國", ["舊湖國"]),
    "with slashes": ("2015/3/1", "舊湖國", []),
    "in quotes": ('"2015-03-01"', "舊湖國", []),
    "no date: today": ("", "湖國", ["舊湖國"]),
    "something else: today": ("soon", "湖國", ["舊湖國"]),
}


@pytest.mark.parametrize(("date", "name", "found"), list(DATES.values()), ids=list(DATES))
def test_date_decides(
    base: TermBase, tmp_path: Path, date: str, name: str, found: list[str]
) -> None:
    """Check and convert use the rows that hold on the day of the document."""
    header = f"---\ntitle: 甲\ndate: {date}\n---\n" if date else ""
    options = CheckOptions(base, select_checks(), "zh-TW")
    result = check_one(read_document(f"{header}舊湖國的資料。\n", "a.md"), options)
    assert [each.span.of(result.source) for each in result.diagnostics] == found
    article = tmp_path / "a.zh-CN.md"
    article.write_text(f"{header}老湖国的数据。\n", encoding="utf-8")
    converted = convert_file(Named(article), Converters("zh-TW", base))
    assert converted.text == f"{header}{name}的資料。\n"


def test_rows_of_the_future(base: TermBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is to change holds until then, and no day later."""
    assert Converter("zh-CN", "zh-TW", base).convert("老海国").text == "海國"
    monkeypatch.setattr(time, "strftime", lambda _: "2999-01-01")
    assert Converter("zh-CN", "zh-TW", base).convert("老海国").text == "新海國"


def test_days_between_changes_share_a_base(base: TermBase) -> None:
    """What is compiled serves every day until the next change."""
    assert base.dates == ("2018-04-19", "2999-01-01")
    assert base.at("2019-01-01") is base.at("2024-06-30")
    assert base.at("2019-01-01").key != base.at("2018-01-01").key
    assert base.at("2018-01-01").at("2024-01-01") is base.at("2018-01-01")


def test_base_without_dates_is_the_same_every_day(small: TermBase) -> None:
    """Nothing is compiled anew for a day where no row has dates."""
    assert small.at("2018-01-01") is small
    assert small.dates == ()
