"""``termkit glossary validate``: everything at once, with its place, in every format."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

BASE = """\
id,en,zh-TW,zh-CN,zh-TW:avoid
a,x,软体,程序,
b,y,甲 詞,,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a faulty file, a sound one, and one that only has a warning."""
    (tmp_path / "bad.csv").write_text(BASE, encoding="utf-8")
    (tmp_path / "good.csv").write_text("id,zh-TW\nc,丙詞\n", encoding="utf-8")
    (tmp_path / "odd.csv").write_text("id,zh-TW\nd,丁 詞\n", encoding="utf-8")
    return tmp_path


def test_text(folder: Path) -> None:
    """Each fault is shown in its line, with carets below it and what to write instead."""
    done = run("glossary", "validate", "bad.csv", "good.csv", cwd=folder)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout == (
        "bad.csv:2:5: error wrong-script: zh-TW: “软体” holds the simplified character 软、体\n"
        "  2 | a,x,软体,程序,\n"
        "    |     ^^^^ 軟體\n"
        "\n"
        "bad.csv:3:5: warning stray-space: zh-TW: “甲 詞” holds a space that does not belong there\n"
        "  3 | b,y,甲 詞,,\n"
        "    |     ^^^^^ 甲詞\n"
        "\n"
        "2 findings in 1 of 2 files.\n"
        "By check:\n"
        "  wrong-script  1\n"
        "  stray-space   1\n"
        "By concept:\n"
        "    1 × 软体 → 軟體  (a)\n"
        "    1 × 甲 詞 → 甲詞  (b)\n"
    )


def test_json(folder: Path) -> None:
    """Programs get line, column, name, severity and suggestions."""
    done = run("glossary", "validate", "-f", "json", "--errors-only", ".", cwd=folder)
    found = json.loads(done.stdout)
    keys = ("path", "line", "column", "check", "severity", "suggestions", "concept")
    assert [[each[key] for key in keys] for each in found] == [
        ["bad.csv", 2, 5, "wrong-script", "error", ["軟體"], "a"]
    ]


# Arguments, and the exit code.
EXITS = {
    "sound": (("good.csv",), 0),
    "a warning": (("odd.csv",), 1),
    "a warning that does not count": (("--errors-only", "odd.csv"), 0),
    "no such file": (("good.csv", "gone.csv"), 2),
    "unknown format": (("-f", "table", "good.csv"), 2),
}


@pytest.mark.parametrize(("arguments", "code"), list(EXITS.values()), ids=list(EXITS))
def test_exit_code(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    """0 where nothing is found, 1 for any fault that is told, 2 where the run failed."""
    assert run("glossary", "validate", *arguments, cwd=folder).returncode == code


def test_configured_base(folder: Path) -> None:
    """Without a path the layers of the configuration are looked at, not the built-in one."""
    (folder / "termkit.toml").write_text('glossary = ["good.csv"]\n', encoding="utf-8")
    done = run("glossary", "validate", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "No findings in 1 file.\n")
