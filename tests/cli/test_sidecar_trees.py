"""``termkit convert --sidecar`` on whole trees: there, edited, and back."""

import csv
from pathlib import Path

import pytest

from tests.cli.runner import run
from tests.cli.test_trees import CONVERTED, OTHERS, SITE, read, write

SUFFIX = ".termkit.json"
LOSSY = {name: text.replace("軟體", "臺灣的軟件") for name, text in SITE.items()}
WRITTEN = {
    name: text.replace("软件", "台湾的软件").replace("軟體", "臺灣的軟件")  # ids and keys stay
    for name, text in CONVERTED.items()
}


def sidecars(names: dict[str, str]) -> set[str]:
    """Return the names of the files and of their sidecars."""
    return {*names, *(name + SUFFIX for name in names)}


def texts(folder: Path) -> dict[str, str]:
    """Return the files below a folder that are no sidecars."""
    return {name: text for name, text in read(folder).items() if not name.endswith(SUFFIX)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a site in zh-TW, which zh-TW would be written otherwise from zh-CN."""
    write(tmp_path / "site", LOSSY | OTHERS)
    return tmp_path


def convert(
    folder: Path, source: str, target: str, *options: str, code: int = 0
) -> tuple[list[str], str]:
    """Convert a tree with sidecars; return the lines that were printed, and what was told."""
    done = run("convert", source, "--to", target, "--sidecar", *options, cwd=folder)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines(), done.stderr


def test_there_and_back(site: Path) -> None:
    """Every format gets its sidecar under the mapped name, and comes back under the old one."""
    convert(site, "site", "zh-CN", "-o", "out")
    assert (texts(site / "out"), set(read(site / "out"))) == (WRITTEN, sidecars(WRITTEN))
    _, told = convert(site, "out", "zh-TW", "-o", "back", "-v")
    assert texts(site / "back") == LOSSY
    assert set(read(site / "back")) == sidecars(LOSSY)
    assert told.count("from zh-CN (its sidecar)") == told.count("\n") == len(SITE)


def test_edits(site: Path) -> None:
    """Edits in a tree are converted; what was let alone is restored, declared locales too."""
    convert(site, "site", "zh-CN", "-o", "out")
    for name, text in WRITTEN.items():
        (site / "out" / name).write_bytes(text.replace("台湾的", "台湾的新软件和").encode())
    convert(site, "out", "zh-TW", "-o", "back")
    expected = {name: text.replace("臺灣的", "臺灣的新軟體和") for name, text in LOSSY.items()}
    # Ids and keys were not edited.
    expected["zh-tw/data/menu.json"] = '{"locale": "zh_TW", "臺灣的軟件": "臺灣的新軟體和軟件"}\n'
    expected["zh-tw/data/t.csv"] = "id,name\n臺灣的軟件,臺灣的新軟體和軟件\n"
    assert texts(site / "back") == expected


def test_check(site: Path) -> None:
    """--check names the sidecars that would be written too, and writes none."""
    arguments = ("site", "zh-CN", "-o", "out", "--check")
    printed, _ = convert(site, *arguments, code=1)
    assert {*printed} == {f"out/{name}: would be created" for name in sidecars(WRITTEN)}
    assert not (site / "out").exists()
    convert(site, *arguments[:-1])
    assert convert(site, *arguments)[0] == []
    (site / "out/zh-cn/index.zh-cn.md.termkit.json").unlink()
    page = site / "site/zh-tw/page.html"
    page.write_text(page.read_text("utf-8").replace("臺", "台"), encoding="utf-8")
    printed, _ = convert(site, *arguments, code=1)
    # 臺 and 台 are the same in zh-CN, but not on the way back.
    assert printed == [
        "out/zh-cn/index.zh-cn.md.termkit.json: would be created",
        "out/zh-cn/page.html.termkit.json: would be changed",
    ]


def test_others_are_copied_and_sidecars_are_not(site: Path) -> None:
    """A sidecar belongs to its file; the output has one of its own."""
    convert(site, "site", "zh-CN", "-o", "out", "--copy-others")
    others = {name.replace("zh-tw", "zh-cn"): text for name, text in OTHERS.items()}
    assert set(read(site / "out")) == sidecars(WRITTEN) | set(others)
    done = run("convert", "out", "--to", "zh-TW", "-o", "plain", "--copy-others", cwd=site)
    assert done.returncode == 0
    assert set(read(site / "plain")) == set(LOSSY | OTHERS)
    done = run("check", "out", "--locale", "zh-CN", cwd=site)
    assert SUFFIX not in done.stdout + done.stderr


def test_keep_names(site: Path) -> None:
    """A sidecar has the name of the output, also where that tells another locale."""
    convert(site, "site", "zh-CN", "-o", "out", "--keep-names")
    assert set(read(site / "out")) == sidecars(LOSSY)
    convert(site, "out", "zh-TW", "-o", "back")
    assert read(site / "back").keys() == sidecars(LOSSY)
    assert texts(site / "back") == LOSSY


def test_in_place_again(site: Path) -> None:
    """A tree that was converted in place stays so, with its way back, however often that is asked."""
    for name in OTHERS:
        (site / "site" / name).unlink()
    convert(site, "site", "zh-CN", "-i")
    first = read(site / "site")
    for option in ([], ["--from", "zh-TW"]):
        assert convert(site, "site", "zh-CN", "-i", *option) == ([], "")
        assert read(site / "site") == first
    assert convert(site, "site", "zh-CN", "-i", "--check") == ([], "")
    convert(site, "site", "zh-TW", "-i")
    assert texts(site / "site") == LOSSY


def test_a_killed_run_is_repeated(tmp_path: Path) -> None:
    """A sidecar whose text was not written any more does not keep the file from being converted."""
    write(tmp_path, {"a.md": "臺灣的軟件\n"})
    convert(tmp_path, "a.md", "zh-CN", "-o", "b.md", "--from", "zh-TW")
    (tmp_path / "b.md.termkit.json").rename(tmp_path / "a.md.termkit.json")
    _, told = convert(tmp_path, "a.md", "zh-CN", "-i", "-v")
    assert told == "termkit: a.md: from zh-TW (its sidecar)\n"
    assert texts(tmp_path) == {"a.md": "台湾的软件\n", "b.md": "台湾的软件\n"}


def test_a_new_source_in_place(tmp_path: Path) -> None:
    """A file that is replaced by a new text of the source's locale is converted, whatever lies beside it."""
    source = "---\nlang: zh-TW\n---\n臺灣的軟件\n"
    write(tmp_path, {"a.md": source})
    convert(tmp_path, "a.md", "zh-CN", "-i")
    write(tmp_path, {"a.md": source + "台灣的軟體\n"})
    convert(tmp_path, "a.md", "zh-CN", "-i")
    convert(tmp_path, "a.md", "zh-TW", "-i")
    assert texts(tmp_path) == {"a.md": source + "台灣的軟體\n"}


@pytest.mark.parametrize(
    ("declared", "target", "written", "back"),
    [
        ("zh-TW", "zh-CN", "zh-CN", "zh-TW"),
        ("zh-Hant-TW", "zh-CN", "zh-Hans-CN", "zh-TW"),
        ("zh_tw", "zh-SG", "zh_sg", "zh-TW"),
        ("zh-MO", "zh-CN", "zh-CN", "zh-MO"),
        ("zh-hk", "zh-Hans", "zh-hans", "zh-HK"),
        ("zh-Hant", "zh-CN", "zh-Hans", "zh-TW"),
    ],
)
def test_declared_locale(
    tmp_path: Path, declared: str, target: str, written: str, back: str
) -> None:
    """What a file says of its locale comes back as it was spelled, with edits beside it too."""
    text = "---\nlang: {}\ntitle: 臺灣\n---\n臺灣裡\n"
    write(tmp_path, {"in/a.md": text.format(declared)})
    convert(tmp_path, "in", target, "-o", "out")
    there = "---\nlang: {}\ntitle: 台湾\n---\n台湾里\n"
    assert texts(tmp_path / "out") == {"a.md": there.format(written)}
    for edited in (there, there.replace("title: 台湾", "date: 2024\ntitle: 台湾")):
        write(tmp_path, {"out/a.md": edited.format(written)})
        _, told = convert(tmp_path, "out", back, "-o", "back", "-v")
        assert told.endswith("(its sidecar)\n")
        expected = text.replace("title", "date: 2024\ntitle") if "date" in edited else text
        assert texts(tmp_path / "back") == {"a.md": expected.format(declared)}


def test_columns(tmp_path: Path) -> None:
    """Columns that were chosen are read as such on both sides of the way back."""
    write(tmp_path, {"in/a.csv": "id,b,c\n臺軟件,臺軟件,臺\n"})
    arguments = ("--column", "id", "--all-formats")
    convert(tmp_path, "in", "zh-CN", "-o", "out", *arguments, "--from", "zh-TW")
    assert texts(tmp_path / "out") == {"a.csv": "id,b,c\n台软件,臺軟件,臺\n"}
    write(tmp_path, {"out/a.csv": "id,b,c\n台软件,臺軟件软,臺\n新软件,臺,软件\n"})
    convert(tmp_path, "out", "zh-TW", "-o", "back", *arguments)
    assert texts(tmp_path / "back") == {"a.csv": "id,b,c\n臺軟件,臺軟件软,臺\n新軟體,臺,软件\n"}


def test_review(tmp_path: Path) -> None:
    """A sidecar keeps what an editor has decided, which is the text that is written."""
    source = "质量好。\n台湾的软件。\n"
    write(tmp_path, {"in/a.zh-CN.md": source})
    convert(tmp_path, "in", "zh-TW", "-o", "out", "--review", "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row | {"decision": "素質"} for row in csv.DictReader(file)]
    assert [row["before"] for row in rows] == ["质量"]
    with (tmp_path / "r.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    convert(tmp_path, "in", "zh-TW", "-o", "out", "--apply-review", "r.csv")
    assert texts(tmp_path / "out") == {"a.zh-TW.md": "素質好。\n台灣的軟體。\n"}
    convert(tmp_path, "out", "zh-CN", "-o", "back")
    assert texts(tmp_path / "back") == {"a.zh-CN.md": source}


def test_many_files_in_processes(tmp_path: Path) -> None:
    """Two processes write the same texts and sidecars as one, and tell the same in the same order."""
    line = "臺灣的軟件。\n"
    write(tmp_path, {f"in/{n:02}.zh-tw.txt": f"{n}{line}" * 7000 for n in range(24)})
    convert(tmp_path, "in", "zh-CN", "-o", "out")
    written = {name.replace("tw", "cn"): "" for name in texts(tmp_path / "in")}
    assert read(tmp_path / "out").keys() == sidecars(written)
    with (tmp_path / "out/07.zh-cn.txt").open("ab") as file:
        file.write("7新软件\n".encode())
    hong_kong, damaged = (tmp_path / f"out/{n:02}.zh-cn.txt.termkit.json" for n in (5, 9))
    hong_kong.write_text(
        hong_kong.read_text("utf-8").replace('"source": "zh-TW"', '"source": "zh-HK"'),
        encoding="utf-8",
    )
    damaged.write_text("{}", encoding="utf-8")
    told = [
        convert(tmp_path, "out", "zh-TW", "-o", f"back{jobs}", "-j", jobs, code=2)
        for jobs in ("1", "2")
    ]
    assert told[0] == told[1]
    assert told[0][1].splitlines()[0] == (
        "out/05.zh-cn.txt.termkit.json: leads back to zh-HK, not to zh-TW; not used"
    )
    assert told[0][1].splitlines()[1].startswith("out/09.zh-cn.txt.termkit.json: is no sidecar")
    assert read(tmp_path / "back1") == read(tmp_path / "back2")
    back = texts(tmp_path / "back2")
    assert len(back) == 23
    assert back["08.zh-tw.txt"] == f"8{line}" * 7000
    assert back["07.zh-tw.txt"] == f"7{line}" * 7000 + "7新軟體\n"
    assert back["05.zh-tw.txt"].startswith("5台灣的軟體。\n")
