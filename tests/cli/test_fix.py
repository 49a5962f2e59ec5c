"""``termkit check --fix`` as a user meets it."""

from pathlib import Path

import pytest

from tests.cli.runner import run

# 數據中心 has a safe fix, 皇後 an unsafe one.
ARTICLE = "皇後的數據中心。\n"
FIXED = "皇后的資料中心。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a safe and an unsafe fix."""
    path = tmp_path / "a.zh-TW.md"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_unsafe(article: Path) -> None:
    """Unsafe fixes go in if asked for, and only then."""
    assert run("check", str(article), "--fix").returncode == 1
    assert article.read_text("utf-8") == "皇後的資料中心。\n"
    done = run("check", str(article), "--fix", "--unsafe-fixes")
    assert (done.returncode, done.stderr) == (0, "termkit: 1 fix applied\n")
    assert article.read_text("utf-8") == FIXED


def test_unsafe_diff(article: Path) -> None:
    """--diff shows what --fix would do, with the same options."""
    done = run("check", article.name, "--diff", "--unsafe-fixes", cwd=article.parent)
    assert done.returncode == 1
    assert done.stdout == (
        "--- a/a.zh-TW.md\n+++ b/a.zh-TW.md\n@@ -1 +1 @@\n-皇後的數據中心。\n+皇后的資料中心。\n"
    )
    assert article.read_text("utf-8") == ARTICLE


def test_unsafe_alone(article: Path) -> None:
    """--unsafe-fixes says nothing of its own."""
    done = run("check", str(article), "--unsafe-fixes")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "termkit: --unsafe-fixes goes with --fix, or with --diff to see them first\n"
    )
    assert article.read_text("utf-8") == ARTICLE


def test_unsafe_of_standard_input() -> None:
    """Standard input is fixed in the same way."""
    options = ("--fix", "--unsafe-fixes", "--locale", "zh-TW")
    assert run("check", "-", *options, stdin=ARTICLE).stdout == FIXED


CATALOGUE = 'msgid ""\nmsgstr "Language: zh_TW\\n"\n\nmsgid "a"\nmsgstr "數據中心"\n'


@pytest.mark.parametrize(
    ("options", "flag"), [((), "#, fuzzy\n"), (("--no-fuzzy",), "")], ids=["fuzzy", "not fuzzy"]
)
def test_catalogue(tmp_path: Path, options: tuple[str, ...], flag: str) -> None:
    """Fixed entries are flagged fuzzy unless that is not wanted; --diff shows it."""
    path = tmp_path / "a.po"
    path.write_text(CATALOGUE, "utf-8")
    diff = run("check", str(path), "--diff", *options).stdout
    assert ("+#, fuzzy\n" in diff) == bool(flag)
    assert run("check", str(path), "--fix", *options).returncode == 0
    expected = CATALOGUE.replace('msgid "a"', flag + 'msgid "a"').replace("數據", "資料")
    assert path.read_text("utf-8") == expected


def test_many_files(tmp_path: Path) -> None:
    """Files are fixed whatever the number of processes, and with the cache; then none is left."""
    for number in range(12):
        (tmp_path / f"{number:02}.zh-TW.md").write_text(f"{number}\n\n{ARTICLE}", "utf-8")
    assert run("check", ".", "-j", "3", cwd=tmp_path).returncode == 1
    done = run("check", ".", "--fix", "--unsafe-fixes", "-j", "3", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "termkit: 24 fixes applied\n")
    for number in range(12):
        text = (tmp_path / f"{number:02}.zh-TW.md").read_text("utf-8")
        assert text == f"{number}\n\n{FIXED}"
    done = run("check", ".", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "termkit: 0 fixes applied\n")


def test_character_that_the_encoding_lacks(tmp_path: Path) -> None:
    """A fix that can't be written back leaves its file as it is, and the others are fixed."""
    (tmp_path / "team.csv").write_text("id,zh-TW,zh-TW:avoid\na,𠮷詞,壞詞\n", "utf-8")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=BIG5\\n"\n\n'
    data = f'{header}msgid "a"\nmsgstr "壞詞"\n'.encode("big5")
    (tmp_path / "a.po").write_bytes(data)
    (tmp_path / "b.txt").write_text("壞詞", "utf-8")
    options = ("--fix", "--locale", "zh-TW", "-g", "team.csv")
    done = run("check", "a.po", "b.txt", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("a.po:6: '𠮷' (U+20BB7) does not exist in BIG5")
    assert (tmp_path / "a.po").read_bytes() == data
    assert (tmp_path / "b.txt").read_text("utf-8") == "𠮷詞"


def test_diff_of_odd_lines(tmp_path: Path) -> None:
    """What only Python takes for a line break is none in a diff."""
    path = tmp_path / "a.zh-TW.txt"
    path.write_text("甲\u2028數據中心\x0b乙\n丙\n", "utf-8")
    done = run("check", path.name, "--diff", cwd=tmp_path)
    assert done.stdout.splitlines(keepends=False)[0] == "--- a/a.zh-TW.txt"
    assert "-甲\u2028數據中心\x0b乙\n+甲\u2028資料中心\x0b乙\n 丙\n" in done.stdout
