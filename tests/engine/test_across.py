"""inconsistent-term across the documents of a run, whichever way it is carried out."""

from pathlib import Path

import pytest

from termkit.checks import all_checks
from termkit.engine import checking
from termkit.engine.across import with_across
from termkit.engine.baseline import Baseline
from termkit.engine.checking import Means, check_files
from termkit.engine.collect import find_files
from termkit.engine.fixer import Fixing, fix_files
from termkit.engine.paths import PathTable
from termkit.engine.policy import Policy, Rule
from termkit.engine.result_cache import ResultCache
from termkit.engine.runner import CheckOptions, select_checks
from termkit.engine.zones import Level, Zones
from termkit.model.diagnostic import Severity
from termkit.model.result import FileResult
from termkit.outputs import View, all_outputs
from termkit.termbase.store import TermBase

ONE = "輝達公布業績。\n\n輝達股價上升。\n"
OTHER = "英偉達推出新產品。\n"
MESSAGE = (
    "“輝達” (2× in 1 file) and “英偉達” (1× in 1 file) name the same thing in this run; choose one"
)

CASES: dict[str, tuple[dict[str, str], list[str]]] = {
    "two names": ({"a.zh-HK.md": ONE, "b.zh-HK.md": OTHER}, ["b.zh-HK.md 英偉達 → 輝達"]),
    "order does not matter": ({"a.zh-HK.md": OTHER, "b.zh-HK.md": ONE}, ["a.zh-HK.md 英偉達 → 輝達"]),
    "the preferred one of two": (
        {"a.zh-HK.md": OTHER, "b.zh-HK.md": "輝達\n"},
        ["a.zh-HK.md 英偉達 → 輝達"],
    ),
    "one finding a document": (
        {"a.zh-HK.md": ONE + ONE, "b.zh-HK.md": OTHER * 2, "c.zh-HK.md": OTHER},
        ["b.zh-HK.md 英偉達 → 輝達", "c.zh-HK.md 英偉達 → 輝達"],
    ),
    "one name": ({"a.zh-HK.md": ONE, "b.zh-HK.md": ONE}, []),
    "one document": ({"a.zh-HK.md": ONE}, []),
    "each locale for itself": ({"a.zh-HK.md": ONE, "b.zh-CN.md": "英伟达推出新产品。\n"}, []),
    "a document that has to choose first": ({"a.zh-HK.md": ONE, "b.zh-HK.md": OTHER + ONE}, []),
    "the Latin name": ({"a.zh-HK.md": ONE, "b.zh-HK.md": "NVIDIA推出新產品。\n"}, []),
    "hidden": (
        {"a.zh-HK.md": ONE, "b.zh-HK.md": f"<!-- termkit: ignore inconsistent-term -->\n{OTHER}"},
        [],
    ),
    "hidden at one place": (
        {"a.zh-HK.md": ONE, "b.zh-HK.md": f"<!-- termkit: ignore -->\n{OTHER}\n{OTHER}"},
        ["b.zh-HK.md 英偉達 → 輝達"],
    ),
    "not prose": ({"a.zh-HK.md": ONE, "b.zh-HK.md": f"`{OTHER.strip()}`\n"}, []),
}  # fmt: skip


@pytest.fixture
def options(small: TermBase) -> CheckOptions:
    """All checks with the small term base."""
    return CheckOptions(small, select_checks())


def told(results: list[FileResult]) -> list[str]:
    """Return what the run as a whole finds."""
    return [
        f"{result.path} {each.span.of(result.source)} → {each.suggestions[0]}"
        for result in results
        if result.late
        for each in result.diagnostics
    ]


def write(files: dict[str, str]) -> None:
    """Write files into the current directory."""
    for name, text in files.items():
        Path(name).write_text(text, "utf-8")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TERMKIT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(checking, "WORTH_A_PROCESS", 1)


def checked(options: CheckOptions, means: Means = Means()) -> list[FileResult]:
    """Check the current directory."""
    return list(with_across(check_files(find_files(["."])[0], options, means=means), options))


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_run(files: dict[str, str], expected: list[str], options: CheckOptions) -> None:
    """The rarer name is told once for each document that keeps to it; nothing else is told of it."""
    write(files)
    results = checked(options)
    assert told(results) == expected
    assert [result.path for result in results[: len(files)]] == sorted(files)
    checks = {each.check for result in results for each in result.diagnostics}
    assert "unused-suppression" not in checks


def test_message_and_stability(options: CheckOptions) -> None:
    """Counts of both sides are told; processes and the cache change nothing."""
    write({"a.zh-HK.md": ONE, "b.zh-HK.md": OTHER})
    plain = checked(options)
    assert [each.message for each in plain[-1].diagnostics] == [MESSAGE]
    assert checked(options, Means(3)) == plain
    for _ in range(2):
        assert checked(options, Means(1, ResultCache(options))) == plain


def test_levels(options: CheckOptions) -> None:
    """Severities, zones and rules by path hold as they do inside of a document."""
    write({"a.zh-HK.md": ONE, "b.zh-HK.md": f"「{OTHER.strip()}」\n"})
    mild = Policy({"inconsistent-term": Severity.INFO})
    (found,) = checked(CheckOptions(options.base, options.checks, policy=mild))[-1].diagnostics
    assert found.severity is Severity.INFO
    zones = Zones(quotation=Level.OFF)
    assert told(checked(CheckOptions(options.base, options.checks, zones=zones))) == []
    rules = PathTable(Path.cwd(), (("b*", Rule(ignore=("inconsistent-term",))),))
    assert told(checked(CheckOptions(options.base, options.checks, policy=Policy({}, rules)))) == []


def test_fixing(options: CheckOptions) -> None:
    """After a fix the files are counted as they are then; across files nothing is fixed."""
    write({"a.zh-HK.md": ONE, "b.zh-HK.md": "輝達和Github。英偉達。\n"})
    files = find_files(["."])[0]
    fixed = fix_files(files, options, how=Fixing(unsafe=True), write=True)
    assert told(list(with_across((each.result for each in fixed), options))) == []
    assert Path("b.zh-HK.md").read_text("utf-8") == "輝達和GitHub。輝達。\n"
    write({"b.zh-HK.md": "英偉達和Github。\n"})
    fixed = fix_files(files, options, how=Fixing(unsafe=True), write=True)
    results = list(with_across((each.result for each in fixed), options))
    assert told(results) == ["b.zh-HK.md 英偉達 → 輝達"]
    assert results[-1].source == "英偉達和GitHub。\n"


def test_baseline(options: CheckOptions) -> None:
    """A known finding is quiet, and not called gone when other files are checked."""
    write({"a.zh-HK.md": ONE, "b.zh-HK.md": OTHER})
    known = Baseline(Path("base.json"))
    for result in checked(options):
        known.add(result)
    known.save()
    again = Baseline.load(Path("base.json"))
    assert [again.unknown(result, options) for result in checked(options)] == [(), (), ()]
    assert (again.hidden, again.gone()) == (1, [])
    some = Baseline.load(Path("base.json"))
    for result in check_files(find_files(["b.zh-HK.md"])[0], options):
        some.unknown(result, options)
    assert some.gone() == []
    Path("b.zh-HK.md").unlink()
    assert [entry.text for entry in Baseline.load(Path("base.json")).gone()] == ["英偉達"]


def test_changed_meanwhile(options: CheckOptions) -> None:
    """A file that is not any more what was checked gets no finding at a wrong place."""
    write({"a.zh-HK.md": ONE, "b.zh-HK.md": OTHER})
    results = []
    for result in with_across(check_files(find_files(["."])[0], options), options):
        results.append(result)
        if result.path == "b.zh-HK.md":
            write({"b.zh-HK.md": "（更正）英偉達\n"})
    assert told(results) == []


@pytest.mark.parametrize("name", all_outputs())
def test_outputs(name: str, options: CheckOptions) -> None:
    """Every output tells it, and counts two files."""
    write({"a.zh-HK.md": ONE, "b.zh-HK.md": OTHER})
    shown = "".join(all_outputs()[name].render(checked(options), View(all_checks(), Path.cwd())))
    if name != "table":
        assert "(2× in 1 file)" in shown
    if name in {"text", "concise", "github"}:
        assert "1 finding in 1 of 2 files." in shown
