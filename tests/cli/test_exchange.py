"""``termkit glossary export`` and ``termkit glossary import`` as a user meets them."""

from pathlib import Path

import pytest

from tests.cli.runner import run

TEAM = """\
id,en,zh-TW,zh-CN,zh-TW:avoid,note,status
tide-map,Tide Map,潮線地圖,潮线地图,潮汐地圖,On the front page.,approved
pier,pier,碼頭,码头,,,draft
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a team's term base."""
    (tmp_path / "team.csv").write_text(TEAM, encoding="utf-8")
    return tmp_path


def exported(folder: Path, *arguments: str) -> str:
    """Export the team's base; return what was said on standard error."""
    done = run("glossary", "export", "-g", "team.csv", "--no-builtin", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_po_there_and_back(folder: Path) -> None:
    """A translator's changes to the glossary's PO come back, each told; nothing is overwritten unasked."""
    stderr = exported(folder, "-o", "g.po", "--to", "zh-TW")
    assert stderr == "termkit: po does not hold: other locales (2), domain (2)\n"
    path = folder / "g.po"
    text = path.read_text("utf-8")
    assert '#, forbidden\nmsgctxt "tide-map/avoid/1"\nmsgid "Tide Map"\nmsgstr "潮汐地圖"' in text
    assert '#, terminology\nmsgctxt "tide-map"' in text
    assert '#, fuzzy\nmsgctxt "pier"' in text
    path.write_text(
        text.replace("潮線地圖", "潮位地圖")
        .replace('#, fuzzy\nmsgctxt "pier"', '# By the sea.\nmsgctxt "pier"')
        .replace('msgstr "碼頭"', 'msgstr "碼頭"\n\nmsgid "quay"\nmsgstr "岸壁"'),
        encoding="utf-8",
    )
    arguments = ("glossary", "import", "g.po", "-i", "team.csv", "--no-builtin")
    done = run(*arguments, cwd=folder)
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        [
            "tide-map: zh-TW: kept 潮線地圖, the file has 潮位地圖 (g.po:19)",
            "pier: note: filled with By the sea. (g.po:29)",
            "team.csv: 3 rows read: 1 new, 1 changed, 1 as they were",
        ],
    )
    assert done.stderr == "termkit: 1 cell differs and is kept; --overwrite takes the file's\n"
    done = run(*arguments, "--overwrite", cwd=folder)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "tide-map: zh-TW: 潮線地圖 → 潮位地圖 (g.po:19)",
            "team.csv: 3 rows read: 0 new, 1 changed, 2 as they were",
        ],
    )
    assert (folder / "team.csv").read_text("utf-8") == (
        "id,en,zh-TW,zh-CN,zh-TW:avoid,note,status\n"
        "tide-map,Tide Map,潮位地圖,潮线地图,潮汐地圖,On the front page.,approved\n"
        "pier,pier,碼頭,码头,,By the sea.,draft\n"
        "quay,quay,岸壁,,,,\n"
    )


def test_columns_and_separators(folder: Path) -> None:
    """A table with other names for its columns is mapped; what has no place is told."""
    (folder / "new.csv").write_text(
        "Term;TW;Room\npier;碼頭、渡頭;3\nmole;防波堤;4\n", encoding="utf-8"
    )
    arguments = ("new.csv", "--into", "team.csv", "--no-builtin", "--separators", "、", "-v")
    done = run(
        *("glossary", "import", *arguments, "--column", "Term=en", "--column", "TW=zh-TW"),
        cwd=folder,
    )
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (
        0,
        [
            "mole: new",
            "pier: zh-TW: 碼頭 → 碼頭 | 渡頭 (new.csv:2)",
            "team.csv: 2 rows read: 1 new, 1 changed, 0 as they were",
        ],
        "new.csv: Room: team.csv has no such column; add it there, or name one with --column\n",
    )


def test_excel(folder: Path) -> None:
    """A table for Excel has a BOM, CRLF and no cell that would run; its import takes that back."""
    (folder / "team.csv").write_text("id,en,zh-TW,note\nsum,=A1+1,總和,@x\n", encoding="utf-8")
    exported(folder, "-o", "x.csv", "--excel")
    data = (folder / "x.csv").read_bytes()
    assert data.decode() == "\ufeffid,en,zh-TW,domain,note\r\nsum,'=A1+1,總和,team,'@x\r\n"
    done = run("glossary", "import", "x.csv", "-i", "team.csv", "--no-builtin", cwd=folder)
    assert done.stdout == "team.csv: 1 rows read: 0 new, 0 changed, 1 as they were\n"


def test_cldr(folder: Path) -> None:
    """Names from CLDR make a file of their own."""
    done = run("glossary", "import", "currencies", "-f", "cldr", "-i", "money.csv", cwd=folder)
    assert done.returncode == 0
    assert "cldr-currency-hkd,Hong Kong Dollar,港幣,港元,港元" in (folder / "money.csv").read_text(
        "utf-8"
    )


FAULTS = [
    (
        ("export", "-o", "a.po"),
        "termkit: po is for one target locale; name it with --to",
    ),
    (
        ("export", "-o", "a.xyz"),
        "termkit: a.xyz: does not tell its format; name one with --format (",
    ),
    (
        ("export", "-o", "a", "-f", "tbx3"),
        "termkit: unknown format 'tbx3'; did you mean tbx?",
    ),
    (
        ("export", "-o", "team.csv", "-f", "vale", "--to", "zh-TW"),
        "termkit: team.csv: is a file; vale fills a directory",
    ),
    (
        ("export", "-o", "a.csv", "--domain", "law"),
        "termkit: no row is of the domain law",
    ),
    (
        ("import", "no.csv", "-i", "team.csv"),
        "termkit: no.csv: no such file; check the path",
    ),
    (
        ("import", "team.csv", "-i", "team.csv", "--column", "x"),
        "termkit: --column wants NAME=COLUMN, such as Taiwan=zh-TW, not 'x'",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), FAULTS, ids=[case[1][:40] for case in FAULTS])
def test_faults(arguments: tuple[str, ...], message: str, folder: Path) -> None:
    """What cannot be done is told in one line, with exit code 2."""
    done = run("glossary", *arguments, "-g", "team.csv", "--no-builtin", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
