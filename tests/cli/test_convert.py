"""``termkit convert`` as a user meets it."""

from pathlib import Path

import pytest

from tests.cli.runner import run

SOURCE = """\
---
title: "软件与数据中心"
date: 2025-01-02
url: https://example.com/软件
---

# 软件 {#软件}

用 `软件` 看[数据中心](https://example.com/数据 "数据中心")，<b title="软件">软件</b>。

{{< figure src="软件.png" >}}

```text
软件
```
"""

CONVERTED = """\
---
title: "軟體與資料中心"
date: 2025-01-02
url: https://example.com/软件
---

# 軟體 {#软件}

用 `软件` 看[資料中心](https://example.com/数据 "資料中心")，<b title="软件">軟體</b>。

{{< figure src="软件.png" >}}

```text
软件
```
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A mainland article."""
    path = tmp_path / "a.zh-CN.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_to_standard_output(article: Path) -> None:
    """One file goes to standard output; only its prose changes."""
    done = run("convert", str(article), "--to", "zh-TW")
    assert (done.returncode, done.stdout, done.stderr) == (0, CONVERTED, "")


def test_to_a_file(article: Path, tmp_path: Path) -> None:
    """-o names a file for one input, and a directory for several."""
    target = tmp_path / "deep" / "b.md"
    assert run("convert", str(article), "--to", "zh-TW", "-o", str(target)).returncode == 0
    assert target.read_text("utf-8") == CONVERTED
    other = tmp_path / "c.zh-CN.txt"
    other.write_bytes("软件\r\n".encode())
    assert (
        run(
            "convert", str(article), str(other), "--to", "zh-TW", "-o", str(tmp_path / "out")
        ).returncode
        == 0
    )
    assert (tmp_path / "out" / "a.zh-TW.md").read_text("utf-8") == CONVERTED
    assert (tmp_path / "out" / "c.zh-TW.txt").read_bytes() == "軟體\r\n".encode()


def test_tree(article: Path, tmp_path: Path) -> None:
    """A directory keeps its shape below -o."""
    folder = tmp_path / "site" / "posts"
    folder.mkdir(parents=True)
    article.rename(folder / "a.zh-CN.md")
    out = tmp_path / "out"
    assert run("convert", str(tmp_path / "site"), "--to", "zh-TW", "-o", str(out)).returncode == 0
    assert (out / "posts" / "a.zh-TW.md").read_text("utf-8") == CONVERTED


def test_in_place(article: Path) -> None:
    """--in-place replaces the file; once more with --from changes nothing."""
    assert run("convert", str(article), "--to", "zh-TW", "--in-place").returncode == 0
    assert article.read_text("utf-8") == CONVERTED
    assert run("convert", str(article), "--to", "zh-TW", "--from", "zh-CN", "-i").returncode == 0
    assert article.read_text("utf-8") == CONVERTED


def test_stdin() -> None:
    """- reads standard input; its locale is found out or told."""
    assert run("convert", "-", "--to", "zh-TW", stdin="软件的数据库\n").stdout == "軟體的資料庫\n"
    done = run("convert", "-", "--to", "zh-TW", "--stdin-filename", "a.md", stdin="`软件` 软件\n")
    assert done.stdout == "`软件` 軟體\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.md", "--to", "zh-TW"], "missing.md: no such file or directory; check the path"),
        (["a.zh-CN.md", "--to", "zh-XX"], "termkit: unknown locale 'zh-XX'"),
        (["a.zh-CN.md", "--to", "en"], "termkit: en is not a Chinese locale"),
        (
            ["a.zh-CN.md", "a.zh-CN.md", "b.md", "--to", "zh-TW"],
            "termkit: several files need --output DIR",
        ),
        (
            ["a.zh-CN.md", "--to", "zh-TW", "-o", "x", "-i"],
            "termkit: --output and --in-place exclude each other",
        ),
    ],
    ids=["missing file", "unknown locale", "not Chinese", "several files", "two places"],
)
def test_refusals(article: Path, arguments: list[str], message: str) -> None:
    """What can't be done is said, with exit code 2 and no traceback."""
    (article.parent / "b.md").write_text("软件", encoding="utf-8")
    done = run("convert", *arguments, cwd=article.parent)
    assert done.returncode == 2
    assert done.stderr.startswith(message)
    assert "Traceback" not in done.stderr


def test_bad_file_among_good_ones(article: Path, tmp_path: Path) -> None:
    """A file that is not UTF-8 is told; the rest is converted, and nothing is lost."""
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"\xff\xfe\xff")
    done = run("convert", str(article), str(bad), "--to", "zh-TW", "--in-place")
    assert done.returncode == 2
    assert f"{bad}:1: not UTF-8" in done.stderr
    assert bad.read_bytes() == b"\xff\xfe\xff"
    assert article.read_text("utf-8") == CONVERTED


@pytest.mark.parametrize(
    ("arguments", "result"), [([], "他住在臺灣。\n"), (["--tai", "台"], "他住在台灣。\n")]
)
def test_house_style(tmp_path: Path, arguments: list[str], result: str) -> None:
    """What the configuration says of 台 holds for convert, and the option comes before it."""
    (tmp_path / "termkit.toml").write_text('[house]\ntai = "臺"\n', "utf-8")
    (tmp_path / "a.txt").write_text("他住在台湾。\n", "utf-8")
    done = run("convert", "a.txt", "--to", "zh-TW", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, result)
