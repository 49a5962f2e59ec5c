"""``termkit po export`` and ``termkit glossary export`` as a user meets them."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from tests.cli.runner import run

SOURCE = """\
---
title: 軟體新聞
---

# 資料中心

這是**軟體**，
換行的`程式`。

> 引言第一行
> 第二行，see
> this.

- 軟體
- 資料中心
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A Taiwanese article."""
    path = tmp_path / "a.zh-TW.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def export(article: Path) -> polib.POFile:
    """Export into the article's folder and read the catalogue back."""
    done = run("po", "export", article.name, "--to", "zh-CN", "-d", "po", cwd=article.parent)
    assert (done.returncode, done.stderr) == (0, "")
    return polib.pofile(str(article.parent / "po/zh_CN/LC_MESSAGES/articles.po"))


def test_entries(article: Path) -> None:
    """One entry per block, inline Markdown kept, line-wrapping undone, drafts fuzzy, places named."""
    catalog = export(article)
    assert [(e.msgid, e.msgstr, e.occurrences) for e in catalog] == [
        ("軟體新聞", "软件新闻", [("a.zh-TW.md", "2")]),
        ("資料中心", "数据中心", [("a.zh-TW.md", "5"), ("a.zh-TW.md", "15")]),
        ("這是**軟體**，換行的`程式`。", "这是**软件**，换行的`程式`。", [("a.zh-TW.md", "7")]),
        ("引言第一行第二行，see this.", "引言第一行第二行，see this.", [("a.zh-TW.md", "10")]),
        ("軟體", "软件", [("a.zh-TW.md", "14")]),
    ]
    assert all(entry.flags == ["fuzzy"] for entry in catalog)
    assert catalog.metadata["Language"] == "zh_CN"
    assert catalog.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    template = polib.pofile(str(article.parent / "po/articles.pot"))
    assert [e.msgid for e in template] == [e.msgid for e in catalog]
    assert not any(e.msgstr or e.flags for e in template)


def test_translations_are_kept(article: Path) -> None:
    """What a translator did stays; a text that is gone becomes obsolete; a second run changes no byte."""
    export(article)
    path = article.parent / "po/zh_CN/LC_MESSAGES/articles.po"
    catalog = polib.pofile(str(path))
    for msgid in ("軟體新聞", "軟體"):
        entry = catalog.find(msgid)
        assert entry
        entry.msgstr, entry.flags = "译者的话", []
    catalog.save()
    article.write_text(SOURCE.replace("title: 軟體新聞", "title: 新聞"), encoding="utf-8")
    again = export(article)
    kept = {entry.msgid: (entry.msgstr, entry.flags, entry.obsolete) for entry in again}
    assert kept["軟體"] == ("译者的话", [], False)
    assert kept["軟體新聞"] == ("译者的话", [], True)
    assert kept["新聞"] == ("新闻", ["fuzzy"], False)
    before = path.read_bytes()
    export(article)
    assert path.read_bytes() == before
    article.write_text(SOURCE, encoding="utf-8")
    entry = export(article).find("軟體新聞")
    assert entry
    assert (entry.msgstr, entry.flags, entry.obsolete) == ("译者的话", [], 0)


def test_source_in_the_target_locale_is_skipped(article: Path) -> None:
    """An article that is already in the target locale is passed over, and that is said."""
    done = run("po", "export", article.name, "--to", "zh-TW", "-d", "po", cwd=article.parent)
    assert done.returncode == 0
    assert "skipped, it is already in zh-TW" in done.stderr
    assert not (article.parent / "po").exists()


def test_broken_catalogue_is_not_overwritten(article: Path) -> None:
    """A catalogue that cannot be read is told and left as it is."""
    path = article.parent / "po/zh_CN/LC_MESSAGES/articles.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "a\nmsgstr ""\n', encoding="utf-8")
    done = run("po", "export", article.name, "--to", "zh-CN", "-d", "po", cwd=article.parent)
    assert done.returncode == 2
    assert "articles.po:1: is not PO syntax" in done.stderr
    assert path.read_text("utf-8") == 'msgid "a\nmsgstr ""\n'


def test_glossary(tmp_path: Path) -> None:
    """The glossary's PO has ids as contexts, an entry a term, texts as comments, and is stable."""
    team = tmp_path / "team.csv"
    team.write_text(
        "id,zh-TW,zh-CN,definition,note\nx,甲詞 | 乙詞,甲词,What it is.,Why so.\ny,丙詞,,,\nz,,丁词,,\n",
        encoding="utf-8",
    )
    command = ("glossary", "export", "--format", "po", "--from", "zh-TW", "--to", "zh-CN")
    arguments = (*command, "-o", "g.po", "-g", "team.csv", "--no-builtin")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "g.po: 2 concepts\n")
    assert done.stderr == "termkit: po does not hold: domain (3)\n"
    catalog = polib.pofile(str(tmp_path / "g.po"))
    assert [(e.msgctxt, e.msgid, e.msgstr, e.comment, e.tcomment) for e in catalog] == [
        ("x", "甲詞", "甲词", "What it is.", "Why so."),
        ("x/source/2", "乙詞", "甲词", "", ""),
        ("y", "丙詞", "", "", ""),
    ]
    before = (tmp_path / "g.po").read_bytes()
    run(*arguments, cwd=tmp_path)
    assert (tmp_path / "g.po").read_bytes() == before


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs msgfmt (Debian: gettext)")
def test_gettext_is_content(article: Path, tmp_path: Path) -> None:
    """Msgfmt -c takes the catalogues of articles and of the glossary without a word."""
    export(article)
    run("glossary", "export", "--from", "zh-TW", "--to", "zh-CN", "-o", str(tmp_path / "g.po"))
    for path in (tmp_path / "po/zh_CN/LC_MESSAGES/articles.po", tmp_path / "g.po"):
        done = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
