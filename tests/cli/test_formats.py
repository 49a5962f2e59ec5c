"""Checking and converting catalogues, pages, subtitles, messages and tables as a user meets them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from termkit.engine.collect import find_files
from tests.cli.runner import run

CATALOGUE = """\
# 软件
msgid ""
msgstr ""
"Project-Id-Version: 软件\\n"
"Language: zh_CN\\n"
"Content-Type: text/plain; charset={}\\n"

#: 软件.c:1
#, c-format
msgid "软件"
msgstr "软件 %s，见 https://a.b/软件\\n"
"<b title=\\"软件\\">鼠标</b>(_M)"

#~ msgid "旧软件"
#~ msgstr "软件"
"""
CONVERTED = (
    CATALOGUE.replace('msgstr "软件 %s，见', 'msgstr "軟體 %s，見')
    .replace("鼠标", "滑鼠")
    .replace("Language: zh_CN", "Language: zh_TW")
)
BIG5 = """\
msgid ""
msgstr "Language: zh_TW\\nContent-Type: text/plain; charset=BIG5\\n"

msgid "a"
msgstr "{}很好"
"""

FILES = [
    ("zh_CN.po", CATALOGUE.format("UTF-8"), CONVERTED.format("UTF-8")),
    ("a.html", '<p title="鼠标">软件<code>软件</code>', '<p title="滑鼠">軟體<code>软件</code>'),
    (
        "a.srt",
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>软件</i>\r\n",
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>軟體</i>\r\n",
    ),
    ("a.vtt", "WEBVTT\n\nNOTE 软件\n\n00:01.000 --> 00:02.000\n软件\n", None),
    ("zh-CN.json", '{"软件": "软件 {软件}"}', '{"软件": "軟體 {软件}"}'),
    ("zh-CN.yml", "zh-CN:\n  软件: 软件 # 软件\n", "zh-TW:\n  软件: 軟體 # 软件\n"),
    ("zh-CN.toml", "[软件]\n".replace("软件", "a") + "b = '软件'\n", "[a]\nb = '軟體'\n"),
    ("a.csv", "id,text\n软件,软件\n", "id,text\n软件,軟體\n"),
    ("a.tsv", "id\ttext\n软件\t软件\n", "id\ttext\n软件\t軟體\n"),
]


@pytest.mark.parametrize(("name", "source", "expected"), FILES, ids=[file[0] for file in FILES])
def test_convert(name: str, source: str, expected: str | None, tmp_path: Path) -> None:
    """Only prose changes, whatever the format."""
    path = tmp_path / name
    path.write_bytes(source.encode())
    target = tmp_path / "out" / name
    done = run("convert", str(path), "--to", "zh_TW", "-o", str(target))
    assert (done.returncode, done.stderr) == (0, "")
    wanted = expected or source.replace("\n软件\n", "\n軟體\n")
    assert target.read_bytes().decode() == wanted


def test_converted_catalogue_compiles(tmp_path: Path) -> None:
    """The referee takes what we write."""
    msgfmt = shutil.which("msgfmt")
    if not msgfmt:
        pytest.skip("msgfmt (gettext) is not here")
    path = tmp_path / "a.po"
    path.write_text(CATALOGUE.format("UTF-8"), encoding="utf-8")
    assert run("convert", str(path), "--to", "zh-TW", "--in-place").returncode == 0
    subprocess.run([msgfmt, "-o", "/dev/null", path], check=True)


def test_convert_keeps_the_encoding(tmp_path: Path) -> None:
    """A GBK catalogue stays one, in a file and on standard output."""
    path = tmp_path / "a.po"
    path.write_bytes(CATALOGUE.format("GBK").encode("gbk"))
    assert run("convert", str(path), "--to", "zh-TW", "-o", str(tmp_path / "b.po")).returncode == 0
    assert (tmp_path / "b.po").read_bytes() == CONVERTED.format("GBK").encode("gbk")


def test_convert_to_what_the_encoding_lacks(tmp_path: Path) -> None:
    """GB 2312 has no 軟: that is told with its line, and nothing is written."""
    path = tmp_path / "a.po"
    path.write_bytes(CATALOGUE.format("GB2312").encode("gb2312"))
    done = run("convert", str(path), "--to", "zh-TW", "-o", str(tmp_path / "b.po"))
    assert done.returncode == 2
    assert done.stderr.startswith(f"{path}:11: '軟' (U+8EDF) does not exist in GB2312")
    assert not (tmp_path / "b.po").exists()


def test_broken_catalogue(tmp_path: Path) -> None:
    """A catalogue with a fault is refused with its line, and the others are still converted."""
    (tmp_path / "a.po").write_text('msgid "a"\nmsgstr "软件\n', encoding="utf-8")
    (tmp_path / "b.po").write_text(CATALOGUE.format("UTF-8"), encoding="utf-8")
    done = run("convert", str(tmp_path), "--to", "zh-TW", "--in-place")
    assert done.returncode == 2
    assert done.stderr == f"{tmp_path}/a.po:2: string without a closing quote\n"
    assert (tmp_path / "b.po").read_text("utf-8") == CONVERTED.format("UTF-8")


def test_check_and_fix_in_big5(tmp_path: Path) -> None:
    """A finding has its line; the fix goes back in the encoding of the file, flagged fuzzy."""
    path = tmp_path / "a.po"
    path.write_bytes(BIG5.format("軟件").encode("big5"))
    done = run("check", str(path))
    assert done.returncode == 1
    assert f"{path}:5:9" in done.stdout
    assert run("check", str(path), "--fix").returncode == 0
    expected = BIG5.format("軟體").replace('msgid "a"', '#, fuzzy\nmsgid "a"')
    assert path.read_bytes() == expected.encode("big5")


def test_messages_and_tables_are_found_when_told(tmp_path: Path) -> None:
    """In a directory, configuration and data are passed over; when named, they are read."""
    for name in ("a.md", "a.po", "a.html", "a.vtt", "a.json", "a.csv", "a.toml"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    found, problems = find_files([str(tmp_path)])
    assert [file.path.name for file in found] == ["a.html", "a.md", "a.po", "a.vtt"]
    found, problems = find_files([str(tmp_path)], every_format=True)
    assert len(found) == 7
    found, problems = find_files([str(tmp_path / "a.json")])
    assert (len(found), problems) == (1, [])
