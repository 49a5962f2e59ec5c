"""``po update``: an edited article keeps what translators did."""

from pathlib import Path

import pytest

from termkit.engine.converting import Converters
from termkit.engine.po.export import Wishes
from termkit.po.message import Message
from termkit.termbase.store import TermBase
from tests.conftest import SMALL_BASE
from tests.engine.po.project import Project

ARTICLE = """\
---
title: 港口的故事
---

## 清晨的碼頭

漁船在清晨六點回港。漁民把魚箱搬上岸。

港務局的[網頁](https://example.org/a)有船期，也可以用 `port list` 查。

- 第一班船
- 第二班船

## 夜裡的燈塔

燈塔每十秒閃一次，遠遠就看得見。
"""

BOATS = "漁船在清晨六點回港。漁民把魚箱搬上岸。"
OFFICE = "港務局的[網頁](https://example.org/a)有船期，也可以用 `port list` 查。"
DONE = "done"
FUZZY = "fuzzy"

# What is replaced in the article by what; then texts with their state, and their previous text.
EDITS: dict[str, tuple[list[tuple[str, str]], dict[str, tuple[str, str | None]]]] = {
    "typo": (
        [("遠遠就看得見", "遠遠地就看得見")],
        {"燈塔每十秒閃一次，遠遠地就看得見。": (FUZZY, "燈塔每十秒閃一次，遠遠就看得見。")},
    ),
    "moved paragraph": (
        [
            ("漁船在清晨六點回港。漁民把魚箱搬上岸。\n\n", ""),
            ("看得見。\n", "看得見。\n\n漁船在清晨六點回港。漁民把魚箱搬上岸。\n"),
        ],
        {"漁船在清晨六點回港。漁民把魚箱搬上岸。": (DONE, None)},
    ),
    "split": (
        [("回港。漁民", "回港。\n\n漁民")],
        {
            "漁船在清晨六點回港。": (FUZZY, "漁船在清晨六點回港。漁民把魚箱搬上岸。"),
            "漁民把魚箱搬上岸。": (FUZZY, "漁船在清晨六點回港。漁民把魚箱搬上岸。"),
        },
    ),
    "merge": (
        [("搬上岸。\n\n港務局", "搬上岸。港務局")],
        {
            f"{BOATS}{OFFICE}": (FUZZY, OFFICE),
        },
    ),
    "new list item": (
        [("- 第二班船", "- 第二班船\n- 末班車早就開走了")],
        {"末班車早就開走了": ("draft", None), "第二班船": (DONE, None)},
    ),
    "deleted section": ([("## 夜裡的燈塔\n\n燈塔每十秒閃一次，遠遠就看得見。\n", "")], {}),
    "changed link": (
        [("example.org/a", "example.org/b")],
        {"港務局的[網頁](https://example.org/b)有船期，也可以用 `port list` 查。": (DONE, None)},
    ),
    "changed front matter": (
        [("title: 港口的故事", "title: 港口的小故事")],
        {"港口的小故事": (FUZZY, "港口的故事")},
    ),
    "changed code": (
        [("port list", "port ls")],
        {"港務局的[網頁](https://example.org/a)有船期，也可以用 `port ls` 查。": (DONE, None)},
    ),
    "renamed file": ([], {}),
}


def translated(message: Message) -> str:
    """Return what the translator makes of a text; a sentence stays a sentence."""
    return "。".join(f"译{part}" if part.strip() else part for part in message.msgid.split("。"))


@pytest.mark.parametrize(("replacements", "expected"), EDITS.values(), ids=EDITS)
def test_edited_article(
    project: Project,
    replacements: list[tuple[str, str]],
    expected: dict[str, tuple[str, str | None]],
    request: pytest.FixtureRequest,
) -> None:
    """Every translation that still fits is kept, what was edited is fuzzy, what is gone obsolete."""
    article = Path("a.md")
    article.write_text(ARTICLE, encoding="utf-8")
    project.export("a.md")
    project.translate(translated)
    before = {message.msgid: message for message in project.catalog.messages}
    text = ARTICLE
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    article.write_text(text, encoding="utf-8")
    names = []
    if "renamed" in request.node.callspec.id:
        article.rename("b.md")
        names = ["b.md"]
    project.export(*names)
    after = {message.msgid: message for message in project.catalog.messages}
    for msgid, (state, previous) in expected.items():
        message = after[msgid]
        assert message.is_fuzzy == (state != DONE), message
        assert (message.previous.msgid if message.previous else None) == previous
        assert ("译" in message.msgstr[0]) == (state != "draft"), message
    for msgid in after.keys() & before.keys():
        assert after[msgid].msgstr == before[msgid].msgstr
        assert not after[msgid].is_fuzzy
    # Whatever a translator wrote is still in the file, but for a link or code that was replaced.
    written = "".join("".join(item.message.msgstr) for item in project.catalog.items)
    for message in before.values():
        for sentence in message.msgstr[0].split("。"):
            if "港务" not in sentence and "網頁" not in sentence:
                assert sentence in written
    once = project.path.read_bytes()
    project.export()
    assert project.path.read_bytes() == once


def test_reverted_edit(project: Project) -> None:
    """A text that comes back has its translation back."""
    article = Path("a.md")
    article.write_text(ARTICLE, encoding="utf-8")
    project.export("a.md")
    project.translate(translated)
    article.write_text(ARTICLE.replace("- 第二班船\n", ""), encoding="utf-8")
    project.export()
    assert [item.message.msgid for item in project.catalog.items if item.message.obsolete] == [
        "第二班船"
    ]
    article.write_text(ARTICLE, encoding="utf-8")
    project.export()
    message = project.message("第二班船")
    assert (message.msgstr, message.is_fuzzy, message.obsolete) == (("译第二班船",), False, False)
    assert not any(item.message.obsolete for item in project.catalog.items)


def test_drafts_that_nobody_touched_leave_nothing(project: Project) -> None:
    """A draft whose text is gone is no translator's work, and is not kept."""
    article = Path("a.md")
    article.write_text(ARTICLE, encoding="utf-8")
    project.export("a.md")
    article.write_text(ARTICLE.replace("遠遠就", "遠遠地就"), encoding="utf-8")
    project.export()
    message = project.message("燈塔每十秒閃一次，遠遠地就看得見。")
    assert (message.previous, message.is_fuzzy) == (None, True)
    assert not any(item.message.obsolete for item in project.catalog.items)


RENAMED = "輝達 | 英偉達 | NVIDIA,{} | NVIDIA"
RENAMED_BASE = SMALL_BASE.replace(RENAMED.format("英伟达"), RENAMED.format("辉达"))


def with_base(project: Project, text: str, path: Path) -> Project:
    """Return the project with another term base."""
    path.write_text(text, encoding="utf-8")
    base = TermBase.load(path, builtin=False)
    return Project(Converters(project.converters.target.tag, base, "zh-TW"))


def test_changed_term(project: Project, tmp_path: Path) -> None:
    """Exactly the entries with a term that is no longer right become fuzzy, and say why."""
    article = Path("a.md")
    article.write_text("輝達出新晶片。\n\n輝達沒有寫錯。\n\n天氣很好。\n", encoding="utf-8")
    project.export("a.md")
    project.translate(lambda m: m.msgid.replace("輝達出", "英伟达出").replace("輝達沒", "NVIDIA沒"))
    assert RENAMED_BASE != SMALL_BASE
    other = with_base(project, RENAMED_BASE, tmp_path / "other.csv")
    (done,) = other.export().catalogs
    assert done.counts.touched == 1
    message = other.message("輝達出新晶片。")
    assert message.is_fuzzy
    assert message.notes == ("glossary: 輝達 is 辉达 now, no longer 英伟达",)
    assert message.msgstr == ("英伟达出新晶片。",)
    assert not other.message("輝達沒有寫錯。").is_fuzzy
    assert not other.message("天氣很好。").is_fuzzy
    # Reviewed and left as it is: it is not asked about again, and the reason goes.
    other.translate(lambda m: "英伟达出新晶片。" if m.is_fuzzy else None)
    other.export()
    assert not other.message("輝達出新晶片。").is_fuzzy
    assert other.message("輝達出新晶片。").notes == ()


def test_rewritten_term(project: Project, tmp_path: Path) -> None:
    """A term that has one successor and no other meaning is replaced on request, without a flag."""
    Path("a.md").write_text("輝達出新晶片。\n\n執行程式。\n", encoding="utf-8")
    project.export("a.md")
    project.translate(lambda m: m.msgid.replace("輝達", "英伟达").replace("程式", "程序"))
    changed = RENAMED_BASE.replace("program,程式,程式,程序", "program,程式,程式,程式码")
    other = with_base(project, changed, tmp_path / "other.csv")
    (done,) = other.export(wishes=Wishes(rewrite=True)).catalogs
    assert done.counts.touched == 2
    message = other.message("輝達出新晶片。")
    assert (message.msgstr, message.is_fuzzy) == (("辉达出新晶片。",), False)
    # 程序 is also the term of a procedure: only a person can tell.
    message = other.message("執行程式。")
    assert (message.msgstr, message.is_fuzzy) == (("執行程序。",), True)


def test_drafts_follow_the_base(project: Project, tmp_path: Path) -> None:
    """A draft that nobody touched is what the base gives now."""
    Path("a.md").write_text("輝達出新書。\n", encoding="utf-8")
    project.export("a.md")
    assert project.message("輝達出新書。").msgstr == ("英伟达出新书。",)
    other = with_base(project, RENAMED_BASE, tmp_path / "other.csv")
    other.export()
    message = other.message("輝達出新書。")
    assert (message.msgstr, message.is_fuzzy, message.notes) == (("辉达出新书。",), True, ())
