"""Changing a file that others change, too: nothing that was saved is lost."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from termkit.engine.editing.rewriting import rewrite
from termkit.engine.editing.rows import add_row
from termkit.errors import InputError
from termkit.termbase.sheet import Sheet

killed_writes = pytest.importorskip("benchmarks.killed_writes", reason="needs the checkout")


def test_what_is_saved_meanwhile_is_taken_in(tmp_path: Path) -> None:
    """The change is made again where the file has changed since it was read."""
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    seen: list[str] = []

    def change(text: str) -> str:
        if not seen:
            path.write_text("saved by an editor", encoding="utf-8")
        seen.append(text)
        return text + "!"

    assert rewrite(path, change)
    assert seen == ["old", "saved by an editor"]
    assert path.read_text("utf-8") == "saved by an editor!"


def test_a_file_that_never_rests(tmp_path: Path) -> None:
    """After some attempts it is given up, with a clear message."""
    path = tmp_path / "a.csv"
    path.write_text("", encoding="utf-8")

    def change(text: str) -> str:
        path.write_text(text + "x", encoding="utf-8")
        return "ours"

    with pytest.raises(InputError, match="another program keeps changing the file; try again"):
        rewrite(path, change)
    assert set(path.read_text("utf-8")) == {"x"}


def test_nothing_to_change(tmp_path: Path) -> None:
    """A file that stays as it is is not touched; one that is not there can be made."""
    path = tmp_path / "new" / "a.csv"
    with pytest.raises(InputError, match="no such file"):
        rewrite(path, str.upper)
    assert rewrite(path, lambda text: text + "a", create=True)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert not rewrite(path, str.lower)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_what_killed_runs_left(tmp_path: Path) -> None:
    """An old temporary file of the same file goes; a new one, and those of others, stay."""
    path = tmp_path / "a[1].csv"
    path.write_text("old", encoding="utf-8")
    names = [".a[1].csv.x.tmp", ".a[1].csv.y.tmp", ".b.csv.z.tmp", ".a1.csv.z.tmp"]
    for name in names:
        (tmp_path / name).write_text("half", encoding="utf-8")
        if name != names[1]:
            os.utime(tmp_path / name, (0, 0))
    assert rewrite(path, str.upper)
    assert sorted(found.name for found in tmp_path.glob(".*")) == sorted(names[1:])


def test_rows_added_at_once(tmp_path: Path) -> None:
    """Of rows that several runs add at the same time none is lost."""
    path = tmp_path / "a.csv"
    path.write_text("id,en\n", encoding="utf-8")

    def add(number: int) -> None:
        # As a person would: who is told to try again does so.
        while True:
            try:
                add_row(path, {"id": f"r{number}"})
                return
            except InputError as error:
                assert "try again" in str(error)  # noqa: PT017

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(24)))
    sheet = Sheet(path.read_text("utf-8"), "a.csv")
    assert sorted(sheet.get(row, "id") for row in sheet.concepts) == sorted(
        f"r{number}" for number in range(24)
    )


def test_killed_at_random(tmp_path: Path) -> None:
    """Whatever is killed while it writes, every file is whole; the benchmark kills more."""
    outcome = killed_writes.kill_writers(tmp_path, kills=6, seed=1)
    assert outcome.faults == []
    assert outcome.reads
