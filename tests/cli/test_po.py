"""``termkit po export`` and ``termkit glossary export`` as a user meets them."""

import json
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
    fault = "articles.po:1: string without a closing quote; repair it, or move the file away"
    assert fault in done.stderr
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


def test_out_and_back(article: Path) -> None:
    """The whole way: export, review, an edit, update, stats, apply, compile; each command says what it did."""
    folder = article.parent

    def termkit(*arguments: str, code: int = 0) -> tuple[str, str]:
        done = run(*arguments, cwd=folder)
        assert done.returncode == code, done.stderr
        return done.stdout, done.stderr

    termkit("po", "export", article.name, "--to", "zh-CN", "-d", "po")
    path = folder / "po/zh_CN/LC_MESSAGES/articles.po"
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    article.write_text(SOURCE.replace("引言第一行", "引言的第一行"), encoding="utf-8")
    out, _ = termkit("po", "update", "-d", "po")
    assert out == (
        "po/zh_CN/LC_MESSAGES/articles.po: 5 entries, written, 1 edited\npo/articles.pot\n"
    )
    assert '#| msgid "引言第一行第二行，see this."' in path.read_text("utf-8")
    out, _ = termkit("po", "stats", "po", "--format", "json")
    (counted,) = json.loads(out)
    assert (counted["translated"]["entries"], counted["fuzzy"]["entries"]) == (4, 1)
    assert (counted["locale"], counted["findings"]) == ("zh-CN", {})
    assert "articles.po           4      1" in termkit("po", "stats", "po")[0]
    out, err = termkit("po", "apply", "-d", "po", "-o", "site", code=0)
    assert out == "site/a.zh-CN.md: 5 of 6 texts translated (83 %), written\n"
    assert err == "a.zh-TW.md:10: paragraph: its translation is fuzzy\n"
    expected = (
        article.read_text("utf-8")
        .replace("軟體新聞", "软件新闻")
        .replace("資料中心", "数据中心")
        .replace("這是**軟體**，\n換行的`程式`。", "这是**软件**，换行的`程式`。")
        .replace("- 軟體", "- 软件")
    )
    assert (folder / "site/a.zh-CN.md").read_text("utf-8") == expected
    out, _ = termkit("po", "apply", "-d", "po", "-o", "other", "--keep", "90", code=1)
    assert out == "a.zh-TW.md: 5 of 6 texts translated (83 %), less than 90 %: not written\n"
    assert not (folder / "other").exists()
    out, _ = termkit("po", "compile", "po")
    assert out == "po/zh_CN/LC_MESSAGES/articles.mo: written\n"


def test_converted_catalogue_is_kept(tmp_path: Path) -> None:
    """A catalogue is converted into one that is there: its translations stay, but with --overwrite."""
    header = 'msgid ""\nmsgstr "Language: zh_%s\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "zh_CN.po").write_text(header % "CN" + 'msgid "a"\nmsgstr "软件"\n', "utf-8")
    (tmp_path / "zh_TW.po").write_text(header % "TW" + 'msgid "a"\nmsgstr "我的"\n', "utf-8")
    before = (tmp_path / "zh_TW.po").read_bytes()
    command = ("convert", "zh_CN.po", "--to", "zh_TW", "-o", "zh_TW.po")
    assert run(*command, cwd=tmp_path).returncode == 0
    assert (tmp_path / "zh_TW.po").read_bytes() == before
    assert run(*command, "--overwrite", cwd=tmp_path).returncode == 0
    assert 'msgstr "軟體"' in (tmp_path / "zh_TW.po").read_text("utf-8")
