"""``termkit convert`` says why: traces, tables, reviews, and the other converter."""

import csv
import io
import json
from pathlib import Path

import pytest

from termkit.engine.trace import load_traces, replay_trace
from tests.cli.runner import run
from tests.engine.conftest import TEAM

TEXT = "乙厂的程序，`乙厂`。\r\n\r\n质量好，乙厂的头发。\r\n"
PLAIN = "甲廠的程序，`乙厂`。\r\n\r\n質量好，甲廠的頭髮。\r\n"
DECIDED = "甲廠的程式，`乙厂`。\r\n\r\n品質好，甲廠的頭髮。\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and a term base."""
    (tmp_path / "a.zh-CN.md").write_bytes(TEXT.encode())
    (tmp_path / "team.csv").write_text(TEAM, encoding="utf-8")
    return tmp_path


def convert(folder: Path, *arguments: str, code: int = 0) -> tuple[str, str]:
    """Convert into zh-TW with the team's base alone; return what was printed."""
    base = ("--to", "zh-TW", "--no-builtin", "-g", "team.csv")
    done = run("convert", *base, *arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def decide(path: Path, decisions: dict[str, str]) -> None:
    """Fill in a review as an editor does in a spreadsheet."""
    reader = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    rows = [row | {"decision": decisions.get(row["before"], "")} for row in reader]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, reader.fieldnames or ())
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(("\ufeff" + out.getvalue()).encode())


def test_trace(folder: Path) -> None:
    """--trace writes a file that leads from the source to what was printed."""
    text, _ = convert(folder, "a.zh-CN.md", "--trace", "t.json")
    (trace,) = load_traces((folder / "t.json").read_text("utf-8"), "t.json")
    assert text == PLAIN
    assert replay_trace(TEXT, trace) == text
    assert (trace.path, trace.source, trace.target) == ("a.zh-CN.md", "zh-CN", "zh-TW")
    assert trace.changes[0].origin == "vendor (team.csv:2)"


def test_trace_of_several_files(folder: Path) -> None:
    """Several files need no place to go to when only their trace is wanted."""
    (folder / "b.zh-CN.txt").write_text("乙厂", encoding="utf-8")
    text, _ = convert(folder, "a.zh-CN.md", "b.zh-CN.txt", "--trace", "t.json")
    assert text == ""
    found = json.loads((folder / "t.json").read_text("utf-8"))
    assert [file["path"] for file in found] == ["a.zh-CN.md", "b.zh-CN.txt"]


def test_explain(folder: Path) -> None:
    """--explain prints an aligned table instead of the text, equal changes counted."""
    text, _ = convert(folder, "a.zh-CN.md", "--explain")
    lines = text.split("\n")
    assert lines[0] == "a.zh-CN.md (zh-CN → zh-TW)"
    assert lines[1].split() == ["place", "before", "after", "layer", "origin", "certain?"]
    assert lines[2].split() == ["1:1", "2×", "乙厂", "→", "甲廠", "base", "vendor", "(team.csv:2)"]
    assert lines[3].split()[-1] == "uncertain"
    assert lines[2].index("→") == lines[3].index("→") == lines[4].index("→")
    assert "By layer\n" in text
    assert "1 ambiguous word follows no clue in the text; --review lists them." in text
    assert "\x1b" not in text


def test_review_round_trip(folder: Path) -> None:
    """Write a review, decide, apply: the decided text; learn: the next run needs no review."""
    text, told = convert(folder, "a.zh-CN.md", "--review", "r.csv")
    assert (text, told) == (PLAIN, "termkit: 2 places to decide in r.csv\n")
    decide(folder / "r.csv", {"程序": "程式", "质量": "品質"})
    text, told = convert(
        folder, "a.zh-CN.md", "--apply-review", "r.csv", "--learn", "new.csv", "--trace", "t.json"
    )
    assert text == DECIDED
    assert told.split("\n")[:2] == [
        "termkit: 2 places written as r.csv decides",
        "termkit: 2 rows added to new.csv",
    ]
    (trace,) = load_traces((folder / "t.json").read_text("utf-8"), "t.json")
    assert replay_trace(TEXT, trace) == DECIDED
    assert [c.origin for c in trace.changes if c.layer == "review"] == ["r.csv:2", "r.csv:3"]
    text, told = convert(folder, "a.zh-CN.md", "-g", "new.csv", "--review", "r2.csv")
    assert (text, told) == (DECIDED, "termkit: 0 places to decide in r2.csv\n")


def test_review_in_the_other_direction(folder: Path) -> None:
    """A review serves zh-TW → zh-CN as well."""
    rows = "id,zh-TW,zh-CN\nfile,檔甲,文乙\nx,丙文,丁一\ny,丙文,丁二\n"
    (folder / "team.csv").write_text(rows, encoding="utf-8")
    (folder / "b.zh-TW.txt").write_text("檔甲的丙文裡\n", encoding="utf-8")
    base = ("--to", "zh-CN", "--no-builtin", "-g", "team.csv")
    assert run("convert", "b.zh-TW.txt", *base, "--review", "r.csv", cwd=folder).returncode == 0
    assert "丁一 | 丁二" in (folder / "r.csv").read_text("utf-8-sig")
    decide(folder / "r.csv", {"丙文": "丁二"})
    done = run("convert", "b.zh-TW.txt", *base, "--apply-review", "r.csv", cwd=folder)
    assert done.stdout == "文乙的丁二里\n"


def test_stale_decision(folder: Path) -> None:
    """A decision that no longer matches is told with exit code 1; the others are applied."""
    convert(folder, "a.zh-CN.md", "--review", "r.csv")
    decide(folder / "r.csv", {"程序": "程式", "质量": "品質"})
    (folder / "a.zh-CN.md").write_bytes(TEXT.replace("质量", "看质量").encode())
    text, told = convert(folder, "a.zh-CN.md", "--apply-review", "r.csv", code=1)
    assert text == PLAIN.replace("程序", "程式").replace("質量", "看質量")
    assert told.startswith("r.csv:3: “质量” stands no longer at a.zh-CN.md:3:1; write the review")


def test_engine_opencc(folder: Path) -> None:
    """--engine opencc gives the other converter's text, code untouched."""
    text, _ = convert(folder, "a.zh-CN.md", "--engine", "opencc")
    assert text == "乙廠的程式，`乙厂`。\r\n\r\n質量好，乙廠的頭髮。\r\n"


def test_compare(folder: Path) -> None:
    """--compare prints where the two differ, and why; differences are no failure."""
    text, _ = convert(folder, "a.zh-CN.md", "--compare")
    lines = [line.split() for line in text.split("\n")]
    assert lines[0] == ["a.zh-CN.md"]
    assert lines[1] == ["place", "source", "opencc", "termkit", "decided", "by"]
    assert ["1:1", "2×", "乙厂", "乙廠", "甲廠", "base:", "vendor", "(team.csv:2)"] in lines
    assert lines[lines.index(["By", "decision"]) + 2] == ["2", "base:", "vendor", "(team.csv:2)"]


def test_compare_of_equal_results(folder: Path) -> None:
    """Where both agree, that is said."""
    (folder / "a.zh-CN.md").write_text("说话", encoding="utf-8")
    assert convert(folder, "a.zh-CN.md", "--compare")[0] == "a.zh-CN.md: no difference\n\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--explain", "--compare"], "--explain and --compare exclude each other"),
        (["--explain", "-o", "x"], "--explain prints instead of converting"),
        (["--compare", "-i"], "--compare prints instead of converting"),
        (["--engine", "opencc", "--trace", "t"], "--engine opencc does not tell why"),
        (["--review", "r.csv", "-i"], "--review names places of the sources"),
        (["--learn", "x.csv"], "--learn needs --apply-review"),
        (["--trace", "a.zh-CN.md"], "a.zh-CN.md is read in this run or named twice"),
        (["--trace", "x", "--review", "./x"], "x is read in this run or named twice"),
        (["--apply-review", "team.csv"], "team.csv:1: is no review file: the column path"),
        (["--apply-review", "none.csv"], "none.csv: no such file; check the path"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_refusals(folder: Path, arguments: list[str], message: str) -> None:
    """What excludes each other, or would destroy a file, is refused before anything is written."""
    before = sorted(path.name for path in folder.iterdir())
    text, told = convert(folder, "a.zh-CN.md", *arguments, code=2)
    assert text == ""
    assert told.startswith(f"termkit: {message}")
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "a.zh-CN.md").read_bytes() == TEXT.encode()
