"""Reading with clear errors, and replacing files so that nothing is ever half written."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.errors import InputError
from termkit.files import decode, read_bytes, read_text, write_atomic


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"ok\nok\n" + "软件程序设计".encode("gb18030"),
            "a.csv:3: not UTF-8 (byte 0xc8); save the file as UTF-8 (it may be GB18030)",
        ),
        (
            b"ok\n" + "朱镕基与陶喆".encode("gbk"),
            "a.csv:2: not UTF-8 (byte 0xd6); save the file as UTF-8 (it may be GB18030)",
        ),
        (
            b"ok\n" + "軟體程式設計".encode("big5"),
            "a.csv:2: not UTF-8 (byte 0xb3); save the file as UTF-8 (it may be BIG5)",
        ),
        (
            "標題".encode("utf-16"),
            "a.csv:1: not UTF-8 (byte 0xff); save the file as UTF-8 (it looks like UTF-16)",
        ),
        (
            b"\xfe\xff" + "標題".encode("utf-16-be"),
            "a.csv:1: not UTF-8 (byte 0xfe); save the file as UTF-8 (it looks like UTF-16)",
        ),
        (
            b"ok\r\nok\rok\ncaf\xe9 au lait\n",
            "a.csv:4: not UTF-8 (byte 0xe9); save the file as UTF-8",
        ),
        (
            "軟體".encode()[:-1],
            "a.csv:1: not UTF-8 (byte 0xe9); save the file as UTF-8",
        ),
    ],
    ids=[
        "GB 2312 on line 3",
        "GBK",
        "Big5",
        "UTF-16",
        "UTF-16, the other order",
        "Latin-1 after every kind of line break",
        "cut within a character",
    ],
)
def test_decode_error(data: bytes, message: str) -> None:
    """Bytes that are not UTF-8 are reported with their line and the likely encoding."""
    with pytest.raises(InputError) as caught:
        decode(data, "a.csv")
    assert str(caught.value) == message


@given(st.text())
def test_decode_changes_nothing(text: str) -> None:
    """UTF-8 comes through as it is: line ends, BOM, NUL and non-BMP characters."""
    assert decode(text.encode(), "a.md") == text


def test_read_text_keeps_bom_and_line_ends(tmp_path: Path) -> None:
    """A file is read byte for byte."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert read_text(path) == "\ufeffa\r\nb\rc\n"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.csv", "no such file; check the path"),
        ("folder", "is a directory, not a file"),
        ("file/below.csv", "cannot be read (Not a directory)"),
    ],
    ids=["missing", "directory", "below a file"],
)
def test_unreadable(tmp_path: Path, name: str, reason: str) -> None:
    """A path that can't be read is an error that says why."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    path = tmp_path / name
    with pytest.raises(InputError) as caught:
        read_bytes(path)
    assert str(caught.value) == f"{path}: {reason}"


def test_write_new_file_in_new_folder(tmp_path: Path) -> None:
    """A new file is written, its folders made, with the mode that the umask gives."""
    path = tmp_path / "deep" / "er" / "a.txt"
    before = os.umask(0o027)
    try:
        assert write_atomic(path, b"new")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(path.parent) == ["a.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755], ids=["private", "usual", "program"])
def test_write_keeps_the_mode(tmp_path: Path, mode: int) -> None:
    """A file that is replaced keeps its mode."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    assert write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_equal_file_is_not_touched(tmp_path: Path) -> None:
    """Writing what is there already leaves the file itself, its time included."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"same")
    os.utime(path, ns=(1, 1))
    before = path.stat()
    assert not write_atomic(path, b"same")
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, 1)


def test_symlink_stays_and_its_target_is_written(tmp_path: Path) -> None:
    """Writing to a symbolic link replaces the file that it points to."""
    target = tmp_path / "real" / "a.txt"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    assert write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert os.listdir(target.parent) == ["a.txt"]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "killed"]
)
def test_failure_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """Whatever step fails, the old content stands and no temporary file is left."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(f"termkit.files.os.{step}", fail)
    with pytest.raises((InputError, KeyboardInterrupt)) as caught:
        write_atomic(path, b"new")
    monkeypatch.undo()
    if isinstance(error, OSError):
        assert str(caught.value) == f"{path}: cannot be written (No space left on device)"
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("folder", "cannot be written (Is a directory)"),
        ("file/below.txt", "cannot be written (File exists)"),
    ],
    ids=["a directory stands there", "below a file"],
)
def test_unwritable_place(tmp_path: Path, name: str, reason: str) -> None:
    """A place that can't be written is an error that says why, and nothing is left behind."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    path = tmp_path / name
    with pytest.raises(InputError) as caught:
        write_atomic(path, b"new")
    assert str(caught.value) == f"{path}: {reason}"
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
