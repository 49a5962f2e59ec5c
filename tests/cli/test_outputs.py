"""The outputs of ``termkit check`` as a user, a terminal and a pipeline meet them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from termkit.outputs import all_outputs
from tests.cli.runner import run

SOURCE = "\ufeff# 標題\r\n\r\n\x1b[2J這座數據中心在 Github 上。\r\n"
PLAIN = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm-256color", "COLUMNS": "60"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article that has two mistakes, and a file that is no text."""
    (tmp_path / "a.zh-TW.md").write_bytes(SOURCE.encode())
    (tmp_path / "b.md").write_bytes(b"\0")
    return tmp_path


def on_terminal(folder: Path, *arguments: str, **env: str) -> str:
    """Run termkit with a terminal as its standard output; return what the terminal gets."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "termkit", *arguments],
        cwd=folder,
        env=os.environ | PLAIN | env,
        stdout=follower,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(follower)
        pieces = []
        try:
            while piece := os.read(leader, 4096):
                pieces.append(piece)
        except OSError:  # Linux tells the end so
            pass
        process.wait()
    os.close(leader)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def test_piped(folder: Path) -> None:
    """Without a terminal there are neither colours nor links."""
    done = run("check", "a.zh-TW.md", cwd=folder, env=PLAIN)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "a.zh-TW.md:3:7: error wrong-region-term: "
        "“數據中心” is zh-HK and zh-CN usage; zh-TW writes “資料中心”\n"
        "  3 | ␛[2J這座數據中心在 Github 上。\n"
        "    |         ^^^^^^^^ 資料中心\n"
        "\n"
        "a.zh-TW.md:3:13: warning latin-casing: “Github” is written “GitHub”\n"
    )
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("env", "colour"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1"}, False),
    ],
    ids=["forced", "NO_COLOR wins", "no colour"],
)
@pytest.mark.parametrize("arguments", [("check", "a.zh-TW.md"), ("explain", "latin-casing")])
def test_environment(
    folder: Path, arguments: tuple[str, ...], env: dict[str, str], colour: bool
) -> None:
    """FORCE_COLOR gives colours to a pipe, but no links; NO_COLOR takes them away."""
    done = run(*arguments, cwd=folder, env=PLAIN | env)
    assert ("\x1b[1;31m" in done.stdout) == colour
    assert "\x1b]8" not in done.stdout
    assert "\x1b[2J" not in done.stdout


def test_terminal(folder: Path) -> None:
    """A terminal gets colours, links to the file, and lines that fit."""
    (folder / "long.zh-TW.md").write_text("這" * 90 + "數據中心", encoding="utf-8")
    text = on_terminal(folder, "check", "a.zh-TW.md", "long.zh-TW.md")
    place = f"\x1b]8;;{folder.as_uri()}/a.zh-TW.md\x1b\\\x1b[1ma.zh-TW.md:3:7\x1b[0m\x1b]8;;\x1b\\"
    assert text.startswith(f"{place}: \x1b[1;31merror\x1b[0m ")
    assert "這座\x1b[1;4;31m數據中心\x1b[0m在" in text
    assert "這這\x1b[1;4;31m數據中心\x1b[0m\n" in text
    assert "這" * 28 not in text
    assert "\x1b[2J" not in text


@pytest.mark.parametrize(
    ("env", "colour", "links"),
    [({"TERM": "dumb"}, False, False), ({"NO_COLOR": "1"}, False, True)],
    ids=["dumb", "NO_COLOR"],
)
def test_poor_terminal(folder: Path, env: dict[str, str], colour: bool, links: bool) -> None:
    """A dumb terminal gets plain text; NO_COLOR concerns colours only."""
    text = on_terminal(folder, "check", "a.zh-TW.md", **env)
    assert ("\x1b[1;31m" in text) == colour
    assert ("\x1b]8" in text) == links


def test_explain_on_terminal(folder: Path) -> None:
    """The manual page has colours there."""
    text = on_terminal(folder, "explain", "latin-casing")
    assert "\x1b[1;31mGithub\x1b[0m → \x1b[32mGitHub\x1b[0m" in text


@pytest.mark.parametrize("output", all_outputs())
def test_output_file(output: str, folder: Path) -> None:
    """--output puts into a file what would be printed without a terminal, and prints nothing."""
    arguments = ("check", "a.zh-TW.md", "b.md", "missing.md", "--format", output)
    printed = run(*arguments, cwd=folder, env=PLAIN)
    filed = run(*arguments, "--output", "out/report", cwd=folder, env=PLAIN | {"FORCE_COLOR": "1"})
    assert (filed.returncode, printed.returncode) == (2, 2)
    assert filed.stdout == ""
    assert filed.stderr == printed.stderr
    assert (folder / "out" / "report").read_bytes().decode() == printed.stdout
    assert [path.name for path in (folder / "out").iterdir()] == ["report"]


def test_output_file_is_kept_on_failure(folder: Path) -> None:
    """A run that fails leaves the old report."""
    (folder / "report.json").write_text("old", encoding="utf-8")
    done = run("check", "a.zh-TW.md", "--ignore", "x", "-o", "report.json", cwd=folder)
    assert done.returncode == 2
    assert (folder / "report.json").read_text("utf-8") == "old"
    done = run("check", "a.zh-TW.md", "-o", "a.zh-TW.md/report", cwd=folder)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("a.zh-TW.md", "--diff"), ("-", "--fix", "-l", "zh-TW")])
def test_output_file_is_for_findings(folder: Path, arguments: tuple[str, ...]) -> None:
    """What is no report is refused, not mixed into it."""
    done = run("check", *arguments, "-o", "x", cwd=folder, stdin="數據中心")
    assert done.returncode == 2
    assert done.stderr.startswith("termkit: --output takes findings")
    assert (folder / "a.zh-TW.md").read_bytes() == SOURCE.encode()


def test_report_after_fixing(folder: Path) -> None:
    """With --fix the report tells what is left."""
    done = run("check", "a.zh-TW.md", "--fix", "-f", "json", "-o", "left.json", cwd=folder)
    assert done.returncode == 0
    assert json.loads((folder / "left.json").read_text("utf-8")) == []


@pytest.mark.parametrize("output", ["json", "gitlab", "sarif", "rdjson", "github", "junit"])
def test_all_problems_are_told(output: str, folder: Path) -> None:
    """A missing file, one that is no text and a fault in a term base stand in the report."""
    (folder / "team.csv").write_text("id,zh-TW\na,甲,乙\n", encoding="utf-8")
    done = run(
        *("check", "a.zh-TW.md", "b.md", "missing.md", "-g", "team.csv", "-f", output), cwd=folder
    )
    assert done.returncode == 2
    for path in ("b.md", "missing.md", "team.csv"):
        assert path in done.stderr
        assert path in done.stdout
    if output == "junit":
        errors = ElementTree.fromstring(done.stdout.encode()).findall("*/testcase/error")
        assert len(errors) == 3


def test_table(folder: Path) -> None:
    """The table is made of the names of each document, checks chosen or not."""
    (folder / "c.zh-CN.md").write_text("数据中心，数据中心", encoding="utf-8")
    done = run(
        *("check", "a.zh-TW.md", "c.zh-CN.md", "-f", "table", "--select", "mixed-script"),
        cwd=folder,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "concept      a.zh-TW.md   c.zh-CN.md\n"
        "data-center  !數據中心 1  数据中心 2\n"
        "github       GitHub 1\n"
        "\n"
        "! marks what is wrong in the locale of the document.\n"
    )
