"""Checking many files: in parallel, and with the results of an earlier run."""

import io
import os
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from termkit.checks import all_checks
from termkit.cli import progress
from termkit.context import House
from termkit.engine import checking
from termkit.engine.checking import Means, check_files
from termkit.engine.collect import Named, find_files
from termkit.engine.paths import PathTable
from termkit.engine.policy import Policy, Rule
from termkit.engine.result_cache import ResultCache
from termkit.engine.runner import CheckOptions, check_one
from termkit.engine.siblings import Siblings
from termkit.engine.zones import Level, Zones
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from termkit.model.document import Document
from termkit.model.result import FileResult, Mention, Standing, Use
from termkit.scripts.tai import Tai
from termkit.termbase import cache
from termkit.termbase.store import TermBase
from termkit.text import Span
from tests.cli.runner import run

TEXTS = {
    "a.zh-TW.md": "軟件和Github，`軟件`。\n",
    "b.zh-TW.txt": "沒有錯。\n",
    "c.zh-CN.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n\nmsgid "a"\nmsgstr "软體"\n',
    "d.md": "nothing Chinese\n",
    "e.zh-TW.txt": "第一行\n\udc80",
    "f.zh-TW.md": "<!-- termkit: ignore -->\n軟件\n\n軟件\n",
}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Named]:
    """Files of several kinds, in the current directory; the cache is empty."""
    monkeypatch.setenv("TERMKIT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "tree"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name, text in TEXTS.items():
        encoding = "gbk" if name.endswith(".po") else "utf-8"
        Path(name).write_bytes(text.encode(encoding, "surrogateescape"))
    return find_files(["."])[0]


@pytest.fixture
def options(small: TermBase) -> CheckOptions:
    """All checks with the small term base."""
    return CheckOptions(small, all_checks())


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really checked, not taken from the cache."""
    names: list[str] = []

    def counted(document: Document, options: CheckOptions) -> FileResult:
        names.append(document.path)
        return check_one(document, options)

    monkeypatch.setattr(checking, "check_one", counted)
    return names


def again(files: list[Named], options: CheckOptions) -> list[FileResult]:
    """Check files with the cache, as a run of its own does."""
    return list(check_files(files, options, means=Means(1, ResultCache(options))))


@pytest.mark.parametrize("jobs", [1, 2, 5, 50, 0])
def test_parallel(
    files: list[Named], options: CheckOptions, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the number of processes, the results are the same, in the order of the files."""
    monkeypatch.setattr(checking, "WORTH_A_PROCESS", 1)
    many = [file for _ in range(5) for file in files]
    plain = list(check_files(many, options))
    assert [result.path for result in plain] == [file.name for file in many]
    assert sum(len(result.diagnostics) for result in plain) == 20
    assert list(check_files(many, options, means=Means(jobs))) == plain


def test_second_run(files: list[Named], options: CheckOptions, checked: list[str]) -> None:
    """A second run gives the same results without checking, except for what could not be read."""
    first = again(files, options)
    assert first == list(check_files(files, options))
    checked.clear()
    assert again(files, options) == first
    assert checked == []
    assert [result.path for result in first if result.problems] == ["e.zh-TW.txt"]


def test_changed_file(files: list[Named], options: CheckOptions, checked: list[str]) -> None:
    """Only a file whose content has changed is checked again; touching it is no change."""
    again(files, options)
    checked.clear()
    Path("b.zh-TW.txt").write_text("軟件", "utf-8")
    os.utime("a.zh-TW.md", (0, 0))
    found = {result.path: len(result.diagnostics) for result in again(files, options)}
    assert checked == ["b.zh-TW.txt"]
    assert found["b.zh-TW.txt"] == 1
    checked.clear()
    again(files, options)
    assert checked == []


def test_part_of_the_files(files: list[Named], options: CheckOptions, checked: list[str]) -> None:
    """A run over some files does not forget the others, unless they are gone."""
    again(files, options)
    Path("b.zh-TW.txt").write_text("軟件", "utf-8")
    Path("d.md").unlink()
    again([file for file in files if file.name == "b.zh-TW.txt"], options)
    Path("d.md").write_bytes(TEXTS["d.md"].encode())
    checked.clear()
    again(files, options)
    assert checked == ["d.md"]


OTHER: dict[str, dict[str, object]] = {
    "checks": {"checks": all_checks()[:3]},
    "locale": {"locale": "zh-HK"},
    "policy": {"policy": Policy({"latin-casing": Severity.INFO})},
    "policy by path": {"policy": Policy({}, PathTable(Path(), (("a*", Rule(ignore=("x",))),)))},
    "locales": {"locales": PathTable(Path(), (("*.md", "zh-TW"),))},
    "house": {"house": House(Tai.FORMAL)},
    "zones": {"zones": Zones(title=Level.OFF)},
    "narrowed": {"narrowed": True},
    "names": {"names": True},
    "siblings": {"siblings": Siblings("zh-CN")},
    "base": {"base": TermBase([])},
}


@pytest.mark.parametrize("changed", OTHER.values(), ids=OTHER)
def test_other_settings(
    files: list[Named], options: CheckOptions, checked: list[str], changed: dict[str, object]
) -> None:
    """Under other settings, or with another term base, everything is checked anew; and back again not."""
    first = again(files, options)
    checked.clear()
    again(files, replace(options, **changed))  # type: ignore[arg-type]
    assert len(checked) == len(files) - 1
    checked.clear()
    assert again(files, options) == first
    assert checked == []


def test_every_setting_is_tried() -> None:
    """The cases above are all fields of the options, so that a new one is not forgotten."""
    assert {key for case in OTHER.values() for key in case} == {
        field.name for field in fields(CheckOptions)
    }


def test_other_termkit(
    files: list[Named],
    options: CheckOptions,
    checked: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another version of the code checks everything anew."""
    again(files, options)
    checked.clear()
    monkeypatch.setattr(cache, "code_stamp", lambda: "other")
    again(files, options)
    assert len(checked) == len(files) - 1


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 100], ids=["cut", "one byte", "many"])
def test_damaged_cache(
    files: list[Named], options: CheckOptions, tmp_path: Path, damage: bytes
) -> None:
    """What is damaged is silently made again."""
    first = again(files, options)
    (entry,) = (tmp_path / "cache" / "results").iterdir()
    data = entry.read_bytes()
    entry.write_bytes(data[: len(data) // 2] + damage)
    assert again(files, options) == first


@pytest.mark.parametrize("value", [[], {"a.zh-TW.md": 1}, {"a.zh-TW.md": (b"",)}, 5])
def test_strange_cache(files: list[Named], options: CheckOptions, value: object) -> None:
    """An entry of another shape is no harm either."""
    results = ResultCache(options)
    cache.store(results._key, value, "results")
    assert again(files, options) == list(check_files(files, options))


def test_no_cache(
    files: list[Named], options: CheckOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a cache directory, or one that can't be written, there is just no cache."""
    expected = list(check_files(files, options))
    for folder in ("", "/dev/null/x"):
        monkeypatch.setenv("TERMKIT_CACHE_DIR", folder)
        assert again(files, options) == expected


FIX = Fix((Edit(Span(0, 1), "乙"), Edit(Span(1, 2), "")), Applicability.UNSAFE)
DIAGNOSTIC = Diagnostic("x", Severity.INFO, Span(0, 2), "…", ("乙", "丙"), FIX, "concept")


@pytest.mark.usefixtures("files")
def test_everything_is_kept(options: CheckOptions) -> None:
    """Nothing of a finding is lost, whatever fields it has."""
    for field in fields(Diagnostic):
        assert getattr(DIAGNOSTIC, field.name), field.name
    assert {field.name for field in fields(Fix)} == {"edits", "applicability"}
    uses = (Use("x", "data-center", "資料中心", True, Severity.INFO, Span(1, 5), 3),)
    names = (Mention("data-center", "資料中心", Standing.PREFERRED, 2),)
    result = FileResult(
        "b.zh-TW.txt", TEXTS["b.zh-TW.txt"], "zh-TW", "why", (DIAGNOSTIC,), names=names, uses=uses
    )
    for field in fields(FileResult):
        # What kept a file from being checked is not kept, nor what only a run as a whole can tell.
        assert getattr(result, field.name) or field.name in {"problems", "late"}, field.name
    results = ResultCache(options)
    content = checking.check_file(Named(Path("b.zh-TW.txt")), options)[0]
    results.keep(Named(Path("b.zh-TW.txt")), content, result)
    results.save()
    assert ResultCache(options).find(Named(Path("b.zh-TW.txt"))) == result


def test_shelves_do_not_push_each_other_out(files: list[Named], options: CheckOptions) -> None:
    """Many results do not make the compiled term base go."""
    key = cache.cache_key("compiled")
    cache.store(key, True)
    for number in range(60):
        cache.store(cache.cache_key(str(number)), True, "results")
    assert cache.load(key) is True
    again(files, options)


@pytest.mark.usefixtures("files")
def test_command_line(tmp_path: Path) -> None:
    """The program gives the same output with and without cache and processes."""
    cached = tmp_path / "cache" / "results"
    plain = run("check", ".", "--no-cache", "-j", "1")
    assert not cached.exists()
    for arguments in (["-j", "3"], [], ["-j", "2"]):
        done = run("check", ".", *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (2, plain.stdout, plain.stderr)
    assert len(list(cached.iterdir())) == 1
    assert run("check", ".", "-j", "-1").returncode == 2


class Terminal(io.StringIO):
    """Standard error that claims to be a terminal, or not."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Tell whether it claims so."""
        return self._is_terminal


WIPED = "\r\x1b[K"
BAR = "\r[##........] 1/4 files", "\r[#####.....] 2/4 files", "\r[#######...] 3/4 files"
BARS = [
    (True, "xterm", 0.0, WIPED.join((*BAR, ""))),
    (True, "dumb", 0.0, ""),
    (False, "xterm", 0.0, ""),
    (True, "xterm", 60.0, ""),
]


@pytest.mark.parametrize(("is_terminal", "kind", "after", "expected"), BARS)
def test_progress(
    is_terminal: bool, kind: str, after: float, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, if it takes a while, a bar is shown between the items and wiped away."""
    terminal = Terminal(is_terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", kind)
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setattr(progress, "_AFTER", after)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    assert list(progress.with_progress("abcd", 4)) == list("abcd")
    assert terminal.getvalue() == expected
