"""``termkit glossary format``, ``diff``, ``add``, ``set`` and ``remove`` as a user meets them."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

TEAM = "id,en,zh-TW,zh-HK,zh-CN,note,owner\ntide-map,Tide Map,潮線地圖,潮線地圖,潮线地图,,web\n"


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A project with a glossary of two files, one of them as a spreadsheet saved it."""
    (tmp_path / "termkit.toml").write_text('glossary = ["glossary"]\nbuiltin = false\n', "utf-8")
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "team.csv").write_text(TEAM, encoding="utf-8")
    saved = '\ufeffzh-TW,id,mine\r\n"甲|乙",a, x \r\n# b,,\r\n'
    (folder / "saved.csv").write_bytes(saved.encode())
    return tmp_path


def test_format(team: Path) -> None:
    """Files are named that would change, then changed, then not again."""
    checked = run("glossary", "format", "--check", cwd=team)
    assert (checked.returncode, checked.stdout) == (1, "glossary/saved.csv: would be formatted\n")
    assert checked.stderr == "termkit: 1 of 2 files to format\n"
    shown = run("glossary", "format", "--diff", "glossary/saved.csv", cwd=team)
    assert shown.returncode == 1
    assert "\n+a,甲 | 乙, x \r\n" in shown.stdout
    done = run("glossary", "format", "glossary", cwd=team)
    assert (done.returncode, done.stdout) == (0, "glossary/saved.csv: formatted\n")
    text = (team / "glossary" / "saved.csv").read_bytes().decode()
    assert text == "\ufeffid,zh-TW,mine\r\na,甲 | 乙, x \r\n# b\r\n"
    again = run("glossary", "format", "--check", cwd=team)
    assert (again.returncode, again.stdout) == (0, "")


def test_format_with_faults(team: Path) -> None:
    """A file that cannot be formatted is told and left alone, the others are formatted."""
    broken = team / "glossary" / "broken.csv"
    broken.write_text('id,en\na,x,y\nb,"x" y\n', encoding="utf-8")
    done = run("glossary", "format", "glossary", "no.csv", cwd=team)
    assert (done.returncode, done.stdout) == (2, "glossary/saved.csv: formatted\n")
    assert "glossary/broken.csv:3: not valid CSV (',' expected after '\"')" in done.stderr
    assert "no.csv: no such file; check the path\n" in done.stderr
    assert broken.read_text("utf-8") == 'id,en\na,x,y\nb,"x" y\n'


def test_standard_input(team: Path) -> None:
    """An editor formats through standard input and output; damage is told."""
    text = "id,en\n=A1+B2,x\n"
    done = run("glossary", "format", "-", stdin=text.replace(",", " ,"), cwd=team)
    assert (done.returncode, done.stdout) == (0, text)
    assert done.stderr == (
        "<stdin>:2: id: “=A1+B2” is a formula for spreadsheets; begin it with another character\n"
    )


def test_which_term_base(tmp_path: Path) -> None:
    """Without a configuration something must be named."""
    done = run("glossary", "add", "x", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("termkit: which term base? name a CSV file")


def test_add_set_remove(team: Path) -> None:
    """A row is added to the file of its domain, changed and taken out; each change is shown."""
    added = run("glossary", "add", "River Hotel", "tw=河岸飯店", "domain=team", cwd=team)
    assert (added.returncode, added.stderr) == (0, "")
    assert added.stdout == (
        "+ river-hotel (River Hotel)  glossary/team.csv:3\n"
        "    en               + River Hotel\n    zh-TW            + 河岸飯店\n"
    )
    arguments = ("set", "river-hotel", "zh-TW+=河濱飯店", "zh-TW:avoid=河邊飯店", "owner=desk")
    done = run("glossary", *arguments, cwd=team)
    assert done.returncode == 0
    assert done.stdout == (
        "~ river-hotel (River Hotel)  glossary/team.csv:3\n    zh-TW            + 河濱飯店\n"
        "    zh-TW:avoid      + 河邊飯店\n    owner            + desk\n"
    )
    assert done.stderr == "termkit: glossary/team.csv: has a new column, zh-TW:avoid\n"
    dry = run("glossary", "remove", "tide-map", "--dry-run", cwd=team)
    assert "glossary/team.csv: not written (--dry-run)" in dry.stderr
    assert run("glossary", "remove", "tide-map", cwd=team).returncode == 0
    assert (team / "glossary" / "team.csv").read_text("utf-8") == (
        "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,note,owner\n"
        "river-hotel,River Hotel,河岸飯店 | 河濱飯店,,,河邊飯店,,desk\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["set", "tide-mapp", "note=x"], "there is no row tide-mapp; did you mean tide-map?"),
        (["set", "tide-map", "zh-CN=潮線"], "glossary/team.csv:2: zh-CN: “潮線” holds the tradi"),
    ],
)
def test_what_is_wrong(team: Path, arguments: list[str], message: str) -> None:
    """A mistake is told with what to do, and nothing is written."""
    done = run("glossary", *arguments, cwd=team)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"termkit: {message}")
    assert (team / "glossary" / "team.csv").read_text("utf-8") == TEAM


def test_diff(team: Path) -> None:
    """Two versions by concept and cell, for people, programs and pull requests."""
    (team / "new.csv").write_text(TEAM.replace("web", "desk"), encoding="utf-8")
    arguments = ("glossary", "diff", "glossary/team.csv", "new.csv")
    done = run(*arguments, "--exit-code", cwd=team)
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        (
            "~ tide-map (Tide Map)  new.csv:2\n    owner            - web\n"
            "                     + desk\n\n1 changed\n"
        ),
        "",
    )
    assert run(*arguments, "-f", "json", "-o", "out.json", cwd=team).returncode == 0
    assert json.loads((team / "out.json").read_text("utf-8"))["changed"] == 1
