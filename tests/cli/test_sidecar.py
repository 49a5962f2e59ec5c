"""``termkit convert --sidecar`` as a user meets it."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

SOURCE = "---\ntitle: 軟體\nlang: zh-TW\n---\n\n臺灣的軟體與台灣的軟件。\r\n「好」，後臺。\n"
WRITTEN = "---\ntitle: 软件\nlang: zh-CN\n---\n\n台湾的软件与台湾的软件。\r\n“好”，后台。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and its conversion, which has a sidecar."""
    (tmp_path / "a.zh-TW.md").write_bytes(SOURCE.encode())
    convert(tmp_path, "a.zh-TW.md", "--to", "zh-CN", "-o", "a.zh-CN.md")
    assert (tmp_path / "a.zh-CN.md").read_bytes().decode() == WRITTEN
    return tmp_path


def convert(folder: Path, *arguments: str, code: int = 0) -> tuple[str, str]:
    """Convert with sidecars in a folder; return what was printed."""
    done = run("convert", "--sidecar", *arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def edit(path: Path, before: str, after: str) -> None:
    """Edit a file as an editor does."""
    path.write_bytes(path.read_bytes().replace(before.encode(), after.encode()))


def test_there_and_back(folder: Path) -> None:
    """The conversion of a conversion is the source, whatever the file says of its locale."""
    (folder / "a.zh-TW.md").unlink()
    _, told = convert(folder, "a.zh-CN.md", "--to", "zh-TW", "-o", "a.zh-TW.md", "-v")
    assert told == "termkit: a.zh-CN.md: from zh-CN (its sidecar)\n"
    assert (folder / "a.zh-TW.md").read_bytes().decode() == SOURCE


def test_there_and_back_for_ever(folder: Path) -> None:
    """Each way writes a sidecar, so that what is edited on one side is kept on the other."""
    edit(folder / "a.zh-CN.md", "后台", "前台和后台")
    convert(folder, "a.zh-CN.md", "--to", "zh-TW", "-o", "a.zh-TW.md")
    edited = SOURCE.replace("後臺", "前台和後臺")
    assert (folder / "a.zh-TW.md").read_bytes().decode() == edited
    edit(folder / "a.zh-TW.md", "「好」", "「很好」")
    convert(folder, "a.zh-TW.md", "--to", "zh-CN", "-o", "a.zh-CN.md")
    convert(folder, "a.zh-CN.md", "--to", "zh-TW", "-o", "a.zh-TW.md")
    assert (folder / "a.zh-TW.md").read_bytes().decode() == edited.replace("好", "很好")


def test_in_place(tmp_path: Path) -> None:
    """A file that is converted in place keeps its way back in its own sidecar."""
    path = tmp_path / "a.md"
    path.write_bytes(SOURCE.encode())
    convert(tmp_path, "a.md", "--to", "zh-CN", "--in-place")
    assert path.read_bytes().decode() == WRITTEN
    convert(tmp_path, "a.md", "--to", "zh-TW", "--in-place")
    assert path.read_bytes().decode() == SOURCE
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.md", "a.md.termkit.json"]


def test_tree(folder: Path) -> None:
    """In a tree each output has its sidecar, and sidecars are no texts."""
    (folder / "zh-tw" / "sub").mkdir(parents=True)
    (folder / "a.zh-TW.md").rename(folder / "zh-tw" / "sub" / "a.md")
    (folder / "zh-tw" / "b.txt").write_text("臺灣的軟件\n", encoding="utf-8")
    convert(folder, "zh-tw", "--to", "zh-CN", "-o", "cn")
    convert(folder, "cn", "--to", "zh-TW", "-o", "back")
    found = {
        file.relative_to(folder / "back").as_posix(): file
        for file in (folder / "back").rglob("*.*")
    }
    assert sorted(found) == [
        *("b.txt", "b.txt.termkit.json", "sub/a.md", "sub/a.md.termkit.json"),
    ]
    assert found["sub/a.md"].read_bytes().decode() == SOURCE
    assert found["b.txt"].read_text("utf-8") == "臺灣的軟件\n"
    names = [str(file.relative_to(folder)) for file in (folder / "cn").glob("b.*")]
    convert(folder, *names, "--to", "zh-TW", "-o", "named")
    assert not (folder / "named" / "b.txt.termkit.json.termkit.json").exists()


def test_to_standard_output(folder: Path) -> None:
    """The way back can be looked at, and explained; what a sidecar knows is a layer of its own."""
    edit(folder / "a.zh-CN.md", "后台", "软件后台")
    text, _ = convert(folder, "a.zh-CN.md", "--to", "zh-TW")
    assert text == SOURCE.replace("後臺", "軟體後臺")
    text, _ = convert(folder, "a.zh-CN.md", "--to", "zh-TW", "--explain")
    assert "后      →  後     sidecar" in text
    convert(folder, "a.zh-CN.md", "--to", "zh-TW", "--trace", "t.json")
    (trace,) = json.loads((folder / "t.json").read_text("utf-8"))
    assert {change["layer"] for change in trace["changes"]} == {"sidecar", "base"}


def test_review_of_the_way_back(folder: Path) -> None:
    """Only what was edited is to be decided."""
    (folder / "a.zh-TW.md").write_text("修改程序。\n", encoding="utf-8")
    convert(folder, "a.zh-TW.md", "--to", "zh-CN", "-o", "a.zh-CN.md")
    edit(folder / "a.zh-CN.md", "修改", "质量好，修改")
    convert(folder, "a.zh-CN.md", "--to", "zh-TW", "--review", "r.csv")
    rows = (folder / "r.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[1:3] for row in rows[1:]] == [["1", "1"]]


def test_leading_elsewhere(folder: Path) -> None:
    """A sidecar that leads to another locale is told of, and not used."""
    _, told = convert(folder, "a.zh-CN.md", "--to", "zh-HK", "--from", "zh-CN", "-o", "h.md")
    assert told == "a.zh-CN.md.termkit.json: leads back to zh-TW, not to zh-HK; not used\n"
    assert "台灣的軟件" in (folder / "h.md").read_text("utf-8")
    _, told = convert(folder, "a.zh-CN.md", "--to", "zh-TW", "--from", "zh-HK", "-o", "t.md")
    assert told == (
        "a.zh-CN.md.termkit.json: is of a text in zh-CN, not in zh-HK (--from); not used\n"
    )


def test_script_only(folder: Path) -> None:
    """From zh-Hans back no word is replaced, not in what was edited either."""
    convert(folder, "a.zh-TW.md", "--to", "zh-Hans", "-o", "s.md")
    edit(folder / "s.md", "“好”", "“软件好”")
    convert(folder, "s.md", "--to", "zh-TW", "-o", "t.md")
    assert (folder / "t.md").read_bytes().decode() == SOURCE.replace("好", "軟件好")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "总统昨天访问日本，双方签署了一份关于渔业的协议，记者会随即取消。",
            "a.zh-CN.md.termkit.json: was written for another text than a.zh-CN.md is; remove it, or",
        ),
        ("", "a.zh-CN.md.termkit.json: is no sidecar of termkit, or is damaged ("),
    ],
    ids=["of another text", "damaged"],
)
def test_what_does_not_fit(folder: Path, text: str, message: str) -> None:
    """A sidecar that is damaged or of another text stops the file, and nothing is written over."""
    if text:
        (folder / "a.zh-CN.md").write_text(text, encoding="utf-8")
        # A short text is converted anew; this one is long enough to tell.
        longer = "臺灣的軟體與台灣的軟件，皇后之後，後臺不干他的事。\n" * 2
        (folder / "l.zh-TW.md").write_text(longer, encoding="utf-8")
        convert(folder, "l.zh-TW.md", "--to", "zh-CN", "-o", "l.md")
        (folder / "l.md.termkit.json").rename(folder / "a.zh-CN.md.termkit.json")
    else:
        edit(folder / "a.zh-CN.md.termkit.json", "臺", "台")
    (folder / "b.zh-CN.md").write_text("软件\n", encoding="utf-8")
    names = ("a.zh-CN.md", "b.zh-CN.md")
    _, told = convert(folder, *names, "--to", "zh-TW", "-o", "out", code=2)
    assert told.startswith(message)
    assert told.count("\n") == 1
    assert sorted(file.name for file in (folder / "out").iterdir()) == [
        *("b.zh-TW.md", "b.zh-TW.md.termkit.json"),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.zh-TW.md"], "--sidecar writes a file beside the output; use --output or --in-place"),
        (["-"], "--sidecar is for files; standard input has none"),
        (
            ["a.zh-CN.md", "--compare"],
            "--compare looks at a fresh conversion; leave out --sidecar",
        ),
    ],
    ids=["no place", "standard input", "compare"],
)
def test_refusals(folder: Path, arguments: list[str], message: str) -> None:
    """What makes no sense is said."""
    assert convert(folder, *arguments, "--to", "zh-CN", code=2) == ("", f"termkit: {message}\n")
