"""``termkit convert`` on whole trees as a user meets it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import run

SITE = {
    "zh-tw/index.zh-tw.md": "---\ntitle: 軟體\nlang: zh-tw\n---\n網路\n",
    "zh-tw/page.html": '<html lang="zh-Hant-TW"><p>軟體</p></html>\n',
    "zh-tw/a.vtt": "WEBVTT\nLanguage: zh-TW\n\n00:01.000 --> 00:02.000\n軟體\n",
    "zh-tw/data/menu.json": '{"locale": "zh_TW", "軟體": "軟體"}\n',
    "zh-tw/data/t.csv": "id,name\n軟體,軟體\n",
    "i18n/zh_TW.yaml": "zh_TW:\n  a: 軟體\n",
    "locale/zh_TW/LC_MESSAGES/m.po": (
        'msgid ""\nmsgstr "Language: zh_TW\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "a"\nmsgstr "軟體"\n'
    ),
}
CONVERTED = {
    "zh-cn/index.zh-cn.md": "---\ntitle: 软件\nlang: zh-cn\n---\n网络\n",
    "zh-cn/page.html": '<html lang="zh-Hans-CN"><p>软件</p></html>\n',
    "zh-cn/a.vtt": "WEBVTT\nLanguage: zh-CN\n\n00:01.000 --> 00:02.000\n软件\n",
    "zh-cn/data/menu.json": '{"locale": "zh_CN", "軟體": "软件"}\n',
    "zh-cn/data/t.csv": "id,name\n軟體,软件\n",
    "i18n/zh_CN.yaml": "zh_CN:\n  a: 软件\n",
    "locale/zh_CN/LC_MESSAGES/m.po": SITE["locale/zh_TW/LC_MESSAGES/m.po"]
    .replace("zh_TW", "zh_CN")
    .replace("軟體", "软件"),
}
OTHERS = {
    "package.json": '{"name": "軟體"}\n',
    "en/about.md": "Nothing Chinese.\n",
    "zh-tw/a.png": "軟體",
}
SKIPPED = "termkit: site/en/about.md: skipped: it holds no Chinese text\n"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def read(folder: Path) -> dict[str, str]:
    """Return the files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder that a site stands in."""
    write(tmp_path / "site", SITE | OTHERS)
    return tmp_path


CONVERT = ("convert", "site", "--to", "zh-CN", "-o", "out")


def test_tree(site: Path) -> None:
    """Every format is converted; names and declared locales follow, the sources stay."""
    done = run(*CONVERT, cwd=site)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", SKIPPED)
    assert read(site / "out") == CONVERTED
    assert read(site / "site") == SITE | OTHERS


@pytest.mark.parametrize(
    ("options", "result"),
    [([], ""), (["-o", "b.zh-tw.md"], "b.zh-tw.md"), (["-i"], "a.zh-tw.md")],
    ids=["standard output", "file", "in place"],
)
def test_one_file(tmp_path: Path, options: list[str], result: str) -> None:
    """Wherever one file goes, its declared locale follows; the names are the user's."""
    source = SITE["zh-tw/index.zh-tw.md"]
    write(tmp_path, {"a.zh-tw.md": source})
    done = run("convert", "a.zh-tw.md", "--to", "zh-CN", *options, cwd=tmp_path)
    after = {"a.zh-tw.md": source, result or "": CONVERTED["zh-cn/index.zh-cn.md"]}
    assert (done.returncode, {"": done.stdout} | read(tmp_path)) == (0, {"": ""} | after)


def test_there_and_back(site: Path) -> None:
    """What was converted is found to be what it now is; converted back, it names itself as before."""
    run(*CONVERT, cwd=site)
    done = run("convert", "out", "--to", "zh-TW", "-o", "back", "-v", cwd=site)
    assert done.returncode == 0
    assert "from zh-CN (the file says so)" in done.stderr
    assert read(site / "back") == SITE


def test_keep_names_and_copy_others(site: Path) -> None:
    """Names stay where that is asked for; what is not converted is copied where that is."""
    done = run(*CONVERT, "--keep-names", "--copy-others", cwd=site)
    assert (done.returncode, done.stderr) == (0, SKIPPED)
    assert read(site / "out") == OTHERS | dict(zip(SITE, CONVERTED.values(), strict=True))
    done = run(*CONVERT[:-1], "mapped", "--copy-others", cwd=site)
    others = {name.replace("zh-tw", "zh-cn"): text for name, text in OTHERS.items()}
    assert read(site / "mapped") == CONVERTED | others


def test_all_formats(site: Path) -> None:
    """With --all-formats configuration and data are taken as well."""
    assert run(*CONVERT, "--all-formats", cwd=site).returncode == 0
    assert read(site / "out") == CONVERTED | {"package.json": '{"name": "软件"}\n'}


def test_check(site: Path) -> None:
    """--check names what would change, writes nothing, and is content after a conversion."""
    done = run(*CONVERT, "--check", cwd=site)
    assert done.returncode == 1
    told = sorted(done.stdout.splitlines())
    assert told == sorted(f"out/{name}: would be created" for name in CONVERTED)
    assert not (site / "out").exists()
    run(*CONVERT, cwd=site)
    done = run(*CONVERT, "--check", cwd=site)
    assert (done.returncode, done.stdout) == (0, "")
    (site / "site/zh-tw/index.zh-tw.md").write_text("網路", encoding="utf-8")
    (site / "site/zh-tw/page.html").write_bytes(b"\xff")
    done = run(*CONVERT, "--check", cwd=site)
    assert (done.returncode, done.stdout) == (2, "out/zh-cn/index.zh-cn.md: would be changed\n")
    assert "site/zh-tw/page.html:1: not UTF-8 (byte 0xff)" in done.stderr


def test_check_in_place(site: Path) -> None:
    """With --in-place the files themselves are compared."""
    path = site / "a.zh-TW.md"
    path.write_text("軟體\n", encoding="utf-8")
    arguments = ("convert", "a.zh-TW.md", "--to", "zh-CN", "-i")
    done = run(*arguments, "--check", cwd=site)
    assert (done.returncode, done.stdout) == (1, "a.zh-TW.md: would be changed\n")
    assert run(*arguments, cwd=site).returncode == 0
    assert (path.read_text("utf-8"), read(site / "site")) == ("软件\n", SITE | OTHERS)
    assert run(*arguments, "--from", "zh-TW", "--check", cwd=site).returncode == 0


def test_output_inside_the_tree(site: Path) -> None:
    """A second run does not take the output of the first one for its input."""
    arguments = ("convert", ".", "--to", "zh-CN", "-o", "out")
    assert run(*arguments, cwd=site).returncode == 0
    first = read(site / "out")
    assert run(*arguments, cwd=site).returncode == 0
    assert read(site / "out") == first
    assert set(first) == {f"site/{name}" for name in CONVERTED}


def test_beside_the_sources(site: Path) -> None:
    """Into its own folder a tree gets siblings; what people wrote there is not overwritten."""
    write(site / "site", {"zh-cn/page.html": "<p>亲手写的软件</p>", "zh-tw/plain.md": "軟體"})
    done = run("convert", "site", "--to", "zh-CN", "-o", "site", cwd=site)
    assert done.returncode == 2
    assert (
        "site/zh-tw/page.html: site/zh-cn/page.html would be written from site/zh-cn/page.html too"
        in done.stderr
    )
    after = read(site / "site")
    assert after["zh-cn/page.html"] == "<p>亲手写的软件</p>"
    assert after["zh-cn/index.zh-cn.md"] == CONVERTED["zh-cn/index.zh-cn.md"]
    assert after["zh-tw/page.html"] == SITE["zh-tw/page.html"]


def test_a_source_is_not_replaced(tmp_path: Path) -> None:
    """A tree whose names tell no locale is not converted over itself by -o."""
    write(tmp_path, {"site/a.md": "軟體\n"})
    done = run("convert", "site", "--to", "zh-CN", "-o", "site", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "site/a.md: would be replaced by its conversion; ask for that with --in-place\n"
    )
    assert read(tmp_path) == {"site/a.md": "軟體\n"}


def test_collision(tmp_path: Path) -> None:
    """Two inputs of one output are refused before anything is written over; the rest is converted."""
    write(tmp_path, {"x/a.md": "軟體", "y/a.md": "硬體", "y/b.md": "軟體", "out/a.md": "old"})
    done = run("convert", "x", "y", "--to", "zh-CN", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "x/a.md: out/a.md would be written from y/a.md too; convert one of them\n"
        "y/a.md: out/a.md would be written from x/a.md too; convert one of them\n"
    )
    assert read(tmp_path / "out") == {"a.md": "old", "b.md": "软件"}


@pytest.mark.parametrize(
    ("target", "name", "declared", "word"),
    [
        ("zh-SG", "zh-sg", "zh-sg", "软件"),
        ("zh-MO", "zh-mo", "zh-mo", "軟件"),
        ("zh-HK", "zh-hk", "zh-hk", "軟件"),
        ("zh-Hans", "zh-hans", "zh-hans", "软体"),
        ("zh-Hant", "zh-hant", "zh-hant", "軟體"),
    ],
)
def test_targets(tmp_path: Path, target: str, name: str, declared: str, word: str) -> None:
    """Locales without a column of their own, and scripts, are targets of trees too."""
    write(tmp_path, {"site/zh-tw/a.md": "---\nlang: zh-tw\n---\n軟體\n"})
    run("convert", "site", "--to", target, "-o", "out", cwd=tmp_path)
    assert read(tmp_path / "out") == {f"{name}/a.md": f"---\nlang: {declared}\n---\n{word}\n"}


def test_script_only(tmp_path: Path) -> None:
    """--script-only leaves the words; the locale is the target's all the same."""
    write(tmp_path, {"site/zh-tw/a.md": "---\nlang: zh-tw\n---\n軟體\n"})
    run("convert", "site", "--to", "zh-CN", "--script-only", "-o", "out", cwd=tmp_path)
    assert read(tmp_path / "out") == {"zh-cn/a.md": "---\nlang: zh-cn\n---\n软体\n"}


def test_columns(tmp_path: Path) -> None:
    """--column chooses; a column that a table lacks is told with what it has."""
    write(tmp_path, {"a.csv": "a,b,c\n軟體,軟體,軟體\n", "b.csv": "a,c\n軟體,軟體\n"})
    arguments = ("convert", "a.csv", "b.csv", "--to", "zh-CN", "-i", "--from", "zh-TW")
    done = run(*arguments, "--column", "a", "--column", "b", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "b.csv:1: has no column b (it has: a, c)\n")
    assert read(tmp_path) == {"a.csv": "a,b,c\n软件,软件,軟體\n", "b.csv": "a,c\n軟體,軟體\n"}


def test_reasons_in_a_tree(site: Path) -> None:
    """--trace tells the change of the declared locale too, and goes with an output."""
    done = run(*CONVERT, "--trace", "trace.json", "--review", "review.csv", cwd=site)
    assert (done.returncode, read(site / "out")) == (0, CONVERTED)
    trace = (site / "trace.json").read_text("utf-8")
    assert '"before": "zh-tw", "after": "zh-cn", "layer": "locale"' in trace
    done = run("convert", "site/zh-tw/index.zh-tw.md", "--to", "zh-CN", "--explain", cwd=site)
    assert "zh-tw" in done.stdout
    assert "the file's own locale" in done.stdout
    done = run("convert", "site/zh-tw/a.vtt", "--to", "zh-CN", "--compare", cwd=site)
    assert done.stdout == "site/zh-tw/a.vtt: no difference\n\n"


def test_many_files_in_processes(tmp_path: Path) -> None:
    """A big tree comes out the same with two processes, faults in the same order."""
    line = "這個軟體的資料庫。\n"
    write(tmp_path, {f"site/{n:02}.zh-tw.txt": f"{n}{line}" * 5000 for n in range(24)})
    for number in (3, 17):
        (tmp_path / f"site/{number:02}.zh-tw.txt").write_bytes(b"\xff")
    done = [
        run("convert", "site", "--to", "zh-CN", "-o", f"out{n}", "-j", str(n), cwd=tmp_path)
        for n in (1, 2)
    ]
    assert read(tmp_path / "out1") == read(tmp_path / "out2")
    assert len(read(tmp_path / "out1")) == 22
    assert done[0].returncode == done[1].returncode == 2
    assert done[0].stderr == done[1].stderr
    assert done[0].stderr.count("not UTF-8") == 2


STREAM = "程序里的文件很重要，头发也是。\n"


def test_stream() -> None:
    """A long text on standard input comes out whole; a byte that is none is told with its line."""
    arguments = ("convert", "-", "--to", "zh-TW", "--domain", "general")
    done = run(*arguments, "-v", stdin=STREAM * 40_000)
    one = run(*arguments, stdin=STREAM).stdout
    assert (done.returncode, done.stdout) == (0, one * 40_000)
    assert done.stderr == "termkit: -: from zh-CN (its text is simplified)\n"
    done = run(*arguments, stdin=STREAM.encode() * 40_000 + b"\xff\n")
    assert done.returncode == 2
    assert done.stdout.count(one) > 20_000
    assert (one * 40_000).startswith(done.stdout)
    assert done.stderr == "<stdin>:40001: not UTF-8 (byte 0xff); save the file as UTF-8\n"


def test_stdin_to_a_file(tmp_path: Path) -> None:
    """Standard input alone goes to the file that -o names."""
    done = run("convert", "-", "--to", "zh-TW", "-o", "a.txt", stdin="软件\n", cwd=tmp_path)
    assert (done.returncode, done.stdout, read(tmp_path)) == (0, "", {"a.txt": "軟體\n"})


def test_progress_on_a_terminal(site: Path) -> None:
    """On a terminal a bar is shown and wiped; the outputs are the same."""
    at_once = (
        "from termkit.cli import main, progress; progress._AFTER = progress._EVERY = 0; main()"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", at_once, *CONVERT], cwd=site, stderr=theirs
    ) as program:
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the other end was closed
                break
    os.close(ours)
    assert program.returncode == 0
    assert "] 7/8 files\r\x1b[K" in shown.decode()
    assert SKIPPED.strip() in shown.decode()
    assert read(site / "out") == CONVERTED


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.md", "--check"], "--check compares with what is there; add --output or --in-place"),
        (["-", "-i", "--check"], "--check compares files; standard input is none"),
        (["a.md", "-i", "--check", "--trace", "t"], "--check writes nothing; leave out --trace,"),
        (["a.md", "-i", "--copy-others"], "--copy-others copies to --output DIR; name one"),
        (["a.md", "--column", "x"], "--column chooses columns of tables (.csv, .tsv), and none"),
        (["a.md", "--script-only", "--compare"], "--script-only: opencc replaces words; use --to"),
        (["a.md", "-j", "-1"], "--jobs must be 1 or more, or 0 for one process a processor"),
    ],
    ids=[
        "--check alone",
        "--check -",
        "--check --trace",
        "--copy-others",
        "--column",
        "--script-only",
        "--jobs",
    ],
)
def test_refusals(tmp_path: Path, arguments: list[str], message: str) -> None:
    """Options that make no sense together are refused with a hint."""
    write(tmp_path, {"a.md": "軟體"})
    done = run("convert", *arguments, "--to", "zh-CN", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"termkit: {message}")
    assert read(tmp_path) == {"a.md": "軟體"}
