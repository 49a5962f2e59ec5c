"""The commands that look at a term base: find and stats."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

BASE = """\
id,en,zh-TW,zh-HK,zh-CN,zh-TW:except,note
data-center,data centre,資料中心,數據中心,数据中心,,
data,data,資料,數據,数据,大數據 | 數據機,in a computer
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a term base of two rows."""
    (tmp_path / "it.csv").write_text(BASE, encoding="utf-8")
    return tmp_path


GLOSSARY = ("-g", "it.csv", "--no-builtin")


def test_find_shows_cards(folder: Path) -> None:
    """A card holds what the row says, and what it reports."""
    done = run("glossary", "find", *GLOSSARY, "数据", "--limit", "1", cwd=folder)
    assert done.returncode == 0
    assert done.stderr == "termkit: 1 more; --limit 0 shows all\n"
    assert done.stdout == (
        "data  (it, it.csv:3)\n"
        "  en              data\n"
        "  zh-TW           資料\n"
        "  zh-HK           數據\n"
        "  zh-CN           数据\n"
        "  zh-TW:except    大數據 | 數據機\n"
        "  note            in a computer\n"
        "  wrong in zh-TW  數據\n"
        "  wrong in zh-HK  資料\n"
        "  wrong in zh-CN  资料\n"
    )


def test_find_near_miss_and_nothing(folder: Path) -> None:
    """What is nearly so is told apart from what is found; nothing at all is exit code 1."""
    near = run("glossary", "find", *GLOSSARY, "資料重心", "-f", "json", cwd=folder)
    assert near.returncode == 0
    (found,) = json.loads(near.stdout)
    assert (found["id"], found["closeness"], found["line"]) == ("data-center", "near", 2)
    assert near.stderr == "termkit: nothing holds '資料重心'; these are nearly so\n"
    nothing = run("glossary", "find", *GLOSSARY, "香蕉船", cwd=folder)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert nothing.stderr == "termkit: nothing is found for '香蕉船'\n"


def test_doctor(folder: Path) -> None:
    """Several texts may follow --corpus; what never occurs is counted, and told when asked for."""
    for name, text in (("a.zh-TW.txt", "這裡的資料中心。\n"), ("b.zh-CN.txt", "什么都没有。\n")):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "it.csv").write_text("id,zh-TW\ncenter,資料中心\nmoon,月球\n", encoding="utf-8")
    texts = ("--corpus", "a.zh-TW.txt", "b.zh-CN.txt")
    done = run("glossary", "doctor", "it.csv", "--no-builtin", *texts, "--apply", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "termkit: 0 cells written\n")
    assert done.stdout == (
        "0 certain, 0 possible.\n"
        "      1  counted never-occurs: no term of a row occurs in the texts"
        " (--kind never-occurs lists them)\n"
    )
    done = run("glossary", "doctor", "it.csv", "--no-builtin", *texts, "--all", cwd=folder)
    assert done.stdout.startswith(
        "possible never-occurs: 1 row of it: moon\n0 certain, 1 possible."
    )


def test_impact(folder: Path) -> None:
    """Both sides and the texts are named; the report goes where it is wanted."""
    (folder / "new.csv").write_text(BASE.replace("資料中心", "數據中心"), encoding="utf-8")
    (folder / "a.zh-TW.txt").write_text("一座數據中心。\n", encoding="utf-8")
    sides = ("it.csv", "new.csv", "--no-builtin", "--to", "zh-TW")
    done = run("glossary", "impact", *sides, "--corpus", "a.zh-TW.txt", "-o", "i.md", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    report = (folder / "i.md").read_text("utf-8")
    assert "Rows: 0 added, 0 removed, 1 changed. Of 1 texts 1 hold something of them" in report
    assert "| findings lost | 1 | 1 |\n" in report
    assert "| a.zh-TW.txt:1 | wrong-region-term | 數據中心 | 資料中心 | data-center |" in report


def test_stats(folder: Path) -> None:
    """The table ends with a sentence; a file that is named is looked at alone."""
    done = run("glossary", "stats", "it.csv", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("Concepts by domain\n")
    assert done.stdout.endswith(
        "\n2 concepts with 8 terms; 2 differ between regions in more than script, "
        "2 (100 %) between zh-TW and zh-CN.\n"
    )
    values = json.loads(run("glossary", "stats", "it.csv", "-f", "json", cwd=folder).stdout)
    assert values["pairs"]["zh-TW/zh-HK"]["words"] == 2
