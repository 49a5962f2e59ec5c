"""``termkit check`` as a user meets it."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

WRONG = "這是數據中心。\n第二行有Github。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A Taiwanese article with two mistakes."""
    path = tmp_path / "a.zh-TW.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_concise_output(article: Path) -> None:
    """A line a finding, then the summary by check and by concept."""
    done = run("check", "a.zh-TW.txt", "--format", "concise", cwd=article.parent)
    assert done.stderr == ""
    assert done.returncode == 1
    assert done.stdout == (
        "a.zh-TW.txt:1:3: error wrong-region-term: "
        "“數據中心” is zh-HK and zh-CN usage; zh-TW writes “資料中心”\n"
        "a.zh-TW.txt:2:5: warning latin-casing: “Github” is written “GitHub”\n"
        "\n"
        "2 findings in 1 of 1 file, 2 fixable with --fix.\n"
        "By check:\n"
        "  wrong-region-term  1\n"
        "  latin-casing       1\n"
        "By concept:\n"
        "    1 × 數據中心 → 資料中心  (data-center)\n"
        "    1 × Github → GitHub  (github)\n"
    )


def test_json_output(article: Path) -> None:
    """One array; positions are 1-based code points, ends exclusive."""
    done = run("check", "a.zh-TW.txt", "--format", "json", cwd=article.parent)
    finding = json.loads(done.stdout)[0]
    assert len(finding.pop("fingerprint")) == 32
    assert finding == {
        "path": "a.zh-TW.txt",
        "line": 1,
        "column": 3,
        "end_line": 1,
        "end_column": 7,
        "check": "wrong-region-term",
        "severity": "error",
        "message": "“數據中心” is zh-HK and zh-CN usage; zh-TW writes “資料中心”",
        "text": "數據中心",
        "suggestions": ["資料中心"],
        "applicability": "safe",
        "locale": "zh-TW",
        "concept": "data-center",
        "edits": [{"line": 1, "column": 3, "end_line": 1, "end_column": 7, "text": "資料中心"}],
    }


def test_clean(tmp_path: Path) -> None:
    """A clean text: exit 0, an empty array."""
    (tmp_path / "a.zh-TW.md").write_text("# 資料中心\n", encoding="utf-8")
    assert run("check", str(tmp_path)).returncode == 0
    assert json.loads(run("check", str(tmp_path), "-f", "json").stdout) == []


def test_stdin() -> None:
    """Standard input is read under the name that is given, and its locale is found out."""
    done = run("check", "-", "--stdin-filename", "x.zh-TW.md", stdin="`數據中心` 數據中心")
    assert done.stdout.startswith("x.zh-TW.md:1:8: error wrong-region-term")
    assert run("check", "-", "--locale", "zh-CN", stdin="数据中心").returncode == 0


def test_select_and_ignore(article: Path) -> None:
    """Only the chosen checks run; an unknown name is refused with a suggestion."""
    assert "latin" not in run("check", str(article), "--select", "wrong-region-term").stdout
    assert "latin" in run("check", str(article), "--ignore", "wrong-region-term").stdout
    done = run("check", str(article), "--ignore", "wrong-regoin-term")
    assert done.returncode == 2
    assert (
        done.stderr
        == "termkit: unknown check 'wrong-regoin-term'; did you mean wrong-region-term?\n"
    )


def test_diff_changes_nothing(article: Path) -> None:
    """--diff shows what --fix would do."""
    done = run("check", "a.zh-TW.txt", "--diff", cwd=article.parent)
    assert done.returncode == 1
    assert "-這是數據中心。\n-第二行有Github。\n+這是資料中心。\n+第二行有GitHub。\n" in done.stdout
    assert article.read_text("utf-8") == WRONG


def test_fix(article: Path) -> None:
    """--fix writes the safe fixes and nothing else; a second run finds nothing."""
    source = "﻿這是數據中心。\r\n`數據中心` 第二行有Github。\r\n"
    path = article.with_name("b.zh-TW.md")
    path.write_bytes(source.encode())
    done = run("check", str(path), "--fix")
    assert (done.returncode, done.stderr) == (0, "termkit: 2 fixes applied\n")
    expected = "﻿這是資料中心。\r\n`數據中心` 第二行有GitHub。\r\n"
    assert path.read_bytes() == expected.encode()
    assert run("check", str(path), "--fix").stdout == "No findings in 1 file.\n"


def test_fix_of_stdin_is_a_filter() -> None:
    """With - and --fix the fixed text goes to standard output, and nothing else does."""
    done = run("check", "-", "--fix", "--locale", "zh-TW", stdin="數據中心\n")
    assert done.stdout == "資料中心\n"


def test_verbose_tells_locale_and_reason(article: Path) -> None:
    """-v tells each file's locale and why it was taken."""
    assert run("check", str(article), "-v").stderr == f"termkit: {article}: zh-TW (its name)\n"


def test_team_glossary(article: Path, tmp_path: Path) -> None:
    """A team's row decides against the built-in one."""
    team = tmp_path / "team.csv"
    team.write_text("id,zh-TW,zh-CN\ndata-center,數據中心,数据中心\n", encoding="utf-8")
    assert "數據中心" not in run("check", str(article), "-g", str(team)).stdout
    assert run("check", str(article), "--no-builtin").returncode == 0


BROKEN_ROWS = {
    "too few cells": ("a,甲\n", "2: a has 2 cells, the header has 4; add the missing commas"),
    "two rows, one id": ("a,甲,,\na,乙,,\n", "3: id: the id a stands already at"),
    "preferred and avoided": (
        "a,甲詞,,甲詞\n",
        "2: zh-TW:avoid: “甲詞” is both a good term and an avoided one",
    ),
    "simplified": ("a,软体,,\n", "2: zh-TW: “软体” holds the simplified character 软"),
}


@pytest.mark.parametrize(("rows", "message"), BROKEN_ROWS.values(), ids=BROKEN_ROWS)
def test_broken_glossary(article: Path, tmp_path: Path, rows: str, message: str) -> None:
    """A fault in a term base is told with file, line and column; articles are still checked."""
    team = tmp_path / "team.csv"
    team.write_text("id,zh-TW,zh-CN,zh-TW:avoid\n" + rows, encoding="utf-8")
    done = run("check", str(article), "-g", str(team))
    assert done.returncode == 2
    assert f"{team}:{message}" in done.stderr
    assert "Traceback" not in done.stderr
    assert "數據中心 → 資料中心" in done.stdout


def test_broken_articles(article: Path) -> None:
    """Files that cannot be read are told; the others are still checked."""
    folder = article.parent
    (folder / "big5.zh-TW.txt").write_bytes("第一行\n資料".encode("big5"))
    (folder / "binary.txt").write_bytes(b"\0\1\2")
    done = run("check", "big5.zh-TW.txt", "binary.txt", "missing.md", "a.zh-TW.txt", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "missing.md: no such file or directory; check the path",
        "big5.zh-TW.txt:1: not UTF-8 (byte 0xb2); save the file as UTF-8 (it may be BIG5)",
        "binary.txt: is a binary file or UTF-16; save it as UTF-8 text",
    ]
    assert "a.zh-TW.txt:1:3" in done.stdout


def test_unknown_locale(article: Path) -> None:
    """An unknown locale is refused with the known ones."""
    done = run("check", str(article), "--locale", "zh-TV")
    assert done.returncode == 2
    assert done.stderr.startswith("termkit: unknown locale 'zh-TV'; did you mean zh-TW?")


def test_text_that_is_not_chinese(tmp_path: Path) -> None:
    """A file without Chinese is skipped, and that is said."""
    (tmp_path / "readme.md").write_text("# Hello\n", encoding="utf-8")
    done = run("check", str(tmp_path))
    assert done.returncode == 0
    assert "skipped: it holds no Chinese text" in done.stderr
