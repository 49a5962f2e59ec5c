"""Options are taken without pydantic, and what is wrong with them is told as typer tells it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from termkit.cli.words import _OTHERS, _plain
from tests.cli.runner import run

VALUES = [
    ("a.md", str, False, "a.md"),
    (True, bool, False, True),
    (3, int, False, 3),
    ("12", int, False, 12),
    ("-1", int, False, _OTHERS),
    ("１２", int, False, _OTHERS),
    ("many", int, False, _OTHERS),
    ("yes", bool, False, _OTHERS),
    ("a/b", Path, False, Path("a/b")),
    (("a", "b"), list[str], True, ["a", "b"]),
    (("a", "b"), list[Path], True, [Path("a"), Path("b")]),
    (("1", "x"), list[int], True, _OTHERS),
    (("1",), tuple[str], True, _OTHERS),
    ("1.5", float, False, _OTHERS),
]


@pytest.mark.parametrize(("value", "annotation", "several", "expected"), VALUES)
def test_values(value: Any, annotation: Any, several: bool, expected: Any) -> None:
    """What is plain becomes its value, everything else is left to typer."""
    assert _plain(value, annotation, several=several) == expected


@pytest.mark.parametrize("keep", ["101", "-1"])
def test_number_out_of_range(keep: str) -> None:
    """A number that an option does not take is refused, with those that it takes."""
    done = run("po", "apply", "-d", "po", "-o", "site", "--keep", keep)
    assert done.returncode == 2
    assert "--keep" in done.stderr
    assert "equal to" in done.stderr


def test_wrong_number() -> None:
    """A number that is none is refused with the option's name."""
    done = run("check", "-j", "many", ".")
    assert done.returncode == 2
    assert "--jobs" in done.stderr


def test_pydantic_stays_out(tmp_path: Path) -> None:
    """A check loads neither pydantic nor pandas."""
    (tmp_path / "a.zh-TW.txt").write_text("今天下雨。\n", "utf-8")
    code = (
        "import sys; from termkit.cli import main; sys.argv = ['termkit', 'check', 'a.zh-TW.txt']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in ('pydantic', 'pandas', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.splitlines()[-1] == "[]"
