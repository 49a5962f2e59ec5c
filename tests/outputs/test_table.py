"""Concept × document."""

from dataclasses import replace
from pathlib import Path

import pytest

from termkit.engine.census import count_names
from termkit.model.result import FileResult, Mention, Standing
from termkit.outputs.display import width
from termkit.readers import read_document
from termkit.termbase.store import TermBase
from tests.outputs.make import BROKEN, SKIPPED, VIEW, shown

GOOD, ADMITTED, WRONG = Standing.PREFERRED, Standing.ADMITTED, Standing.WRONG


def document(
    path: str, *names: tuple[str, str, Standing, int], locale: str = "zh-TW"
) -> FileResult:
    """Return the result of a document that uses these names."""
    return FileResult(path, "", locale, names=tuple(Mention(*name) for name in names))


TAIWAN = document(
    "docs/a.zh-TW.md",
    ("nvidia", "輝達", GOOD, 3),
    ("nvidia", "NVIDIA", ADMITTED, 4),
    ("algorithm", "演算法", GOOD, 9),
)
MAINLAND = document(
    "docs/x/b.zh-CN.md",
    ("macron", "马克宏", WRONG, 1),
    ("algorithm", "算法", GOOD, 2),
    ("nvidia", "英伟达", GOOD, 1),
    locale="zh-CN",
)


def test_table() -> None:
    """Concepts that are not named evenly come first; columns are aligned, wrong names marked."""
    assert shown("table", TAIWAN, SKIPPED, BROKEN, MAINLAND) == (
        "In docs:\n"
        "concept    a.zh-TW.md        x/b.zh-CN.md\n"
        "nvidia     NVIDIA 4, 輝達 3  英伟达 1\n"
        "macron                       !马克宏 1\n"
        "algorithm  演算法 9          算法 2\n"
        "\n"
        "! marks what is wrong in the locale of the document.\n"
    )


def test_no_names() -> None:
    """Nothing to show is said."""
    assert shown("table", document("a.md"), document("b.md")) == (
        "No names of the term base in 2 files.\n"
    )


def test_narrow_terminal() -> None:
    """What has no room beside goes below, with only the concepts that it names."""
    text = shown("table", TAIWAN, MAINLAND, view=replace(VIEW, width=30))
    first, second, _ = text.split("\n\n")
    assert first.splitlines()[1:] == [
        "concept    a.zh-TW.md",
        "nvidia     NVIDIA 4, 輝達 3",
        "algorithm  演算法 9",
    ]
    assert second.splitlines()[0] == "concept    x/b.zh-CN.md"
    assert len(second.splitlines()) == 4
    assert all(width(line) <= 30 for line in text.splitlines()[:-1])


def test_colours() -> None:
    """Wrong names are red, several names yellow."""
    text = shown("table", TAIWAN, MAINLAND, view=replace(VIEW, color=True))
    assert "\x1b[1;33mNVIDIA 4, 輝達 3\x1b[0m" in text
    assert "\x1b[1;31m!马克宏 1   \x1b[0m" in text


NAMES = [
    (
        "zh-TW",
        "輝達（NVIDIA）和NVIDIA，nvidia.com 不算。",
        "nvidia NVIDIA admitted 2; nvidia 輝達 preferred 1",
    ),
    (
        "zh-TW",
        "英偉達發佈軟件，軟件猿發布軟體。",
        (
            "nvidia 英偉達 wrong 1; publish 發佈 admitted 1; publish 發布 preferred 1; "
            "software 軟件 wrong 1; software 軟體 preferred 1"
        ),
    ),
    ("zh-TW", "主權人工智能", "sovereign-ai 主權人工智能 wrong 1"),
    ("zh-TW", "Github、XGitHub", "github GitHub preferred 1"),
    (
        "zh-TW",
        "法律程序。在程序裡執行程序。",
        "procedure 程序 preferred 1; program 程序 wrong 2",
    ),
    ("zh-CN", "法律程序。", "procedure 程序 preferred 1; program 程序 preferred 1"),
    ("zh-HK", "`輝達` 英偉達", "nvidia 英偉達 admitted 1"),
]


@pytest.mark.parametrize(("locale", "text", "expected"), NAMES, ids=[name[1] for name in NAMES])
def test_names_are_counted(locale: str, text: str, expected: str, small: TermBase) -> None:
    """Good names and wrong ones, Chinese and Latin; shields and code are none."""
    found = count_names(read_document(text, "a.md"), locale, small)
    told = [f"{one.concept} {one.name} {one.standing} {one.count}" for one in found]
    assert "; ".join(told) == expected


def test_rows_that_name_nothing(tmp_path: Path) -> None:
    """An obsolete row and a row about spelling name nothing; an upper layer decides."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.csv").write_text(
        "id,zh-TW,status\nx,數據湖,\ny,雲海,obsolete\n", encoding="utf-8"
    )
    (tmp_path / "a" / "characters.csv").write_text(
        "id,zh-TW,zh-TW:avoid\nz,製作,製做\n", encoding="utf-8"
    )
    (tmp_path / "b.csv").write_text("id,zh-TW\nx,資料湖 | 數據湖\n", encoding="utf-8")
    base = TermBase.load(tmp_path / "a", tmp_path / "b.csv", builtin=False)
    found = count_names(read_document("數據湖，雲海，製做，製作", "a.txt"), "zh-TW", base)
    assert found == (Mention("x", "數據湖", ADMITTED, 1),)
