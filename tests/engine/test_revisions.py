"""A term base as it was in git."""

import os
import subprocess
from pathlib import Path

import pytest

from termkit.engine.editing.driver import patterns_for
from termkit.engine.editing.revisions import read_versions
from termkit.errors import InputError, TermkitError
from termkit.termbase.compare import compare
from termkit.termbase.store import Layer

TEAM = "id,en,note\nmap,Map,web\n"
GIT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits and an edit, entered."""
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "ai.csv").write_text("id,en\nx,X\n", encoding="utf-8")
    (folder / "readme.txt").write_text("no table", encoding="utf-8")
    file = folder / "team.csv"
    for number, text in enumerate((TEAM, TEAM.replace("web", "desk"))):
        file.write_text(text, encoding="utf-8")
        commands = [["add", "."], ["commit", "-qm", "one"]]
        for command in commands if number else [["init", "-q"], *commands]:
            subprocess.run(["git", *command], cwd=tmp_path, check=True, env=GIT)
    file.write_text(TEAM.replace("web", "home"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changes(first: str, second: str, *layers: str) -> list[str]:
    """Return the cells that differ between two versions."""
    versions = read_versions(first, second, [Layer(Path(layer)) for layer in layers])
    return [
        f"{change.path}: {cell.before} → {cell.after}"
        for change in compare(*versions).changes
        for cell in change.cells
    ]


VERSIONS = {
    "nothing named": (("", ""), ["glossary/team.csv: desk → home"]),
    "HEAD": (("HEAD", ""), ["glossary/team.csv: desk → home"]),
    "a revision": (("HEAD~1", ""), ["glossary/team.csv: web → home"]),
    "two revisions": (("HEAD~1", "HEAD"), ["HEAD:glossary/team.csv: web → desk"]),
    "a file alone": (("glossary/team.csv", ""), ["glossary/team.csv: desk → home"]),
    "a revision and a file": (
        ("HEAD~1", "glossary/team.csv"),
        ["glossary/team.csv: web → home"],
    ),
    "a folder in a revision": (("HEAD~1:glossary", "glossary"), ["glossary/team.csv: web → home"]),
    "two files": (
        ("HEAD~1:glossary/team.csv", "HEAD:glossary/team.csv"),
        ["HEAD:glossary/team.csv: web → desk"],
    ),
}


@pytest.mark.parametrize(("named", "expected"), list(VERSIONS.values()), ids=list(VERSIONS))
def test_versions(project: Path, named: tuple[str, str], expected: list[str]) -> None:
    """A side is a path, a revision of the other side's path or of the term base, or both."""
    assert project
    assert changes(*named, "glossary") == expected


def test_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths begin where the command is run."""
    monkeypatch.chdir(project / "glossary")
    assert changes("HEAD~1", "team.csv") == ["team.csv: web → home"]
    assert changes("HEAD~1:team.csv", "") == changes("HEAD~1", "", "team.csv")


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (("no-such", ""), "'no-such' is neither a file nor a revision of "),
        (("HEAD:elsewhere", "glossary"), "HEAD has no CSV file at elsewhere; name a path that it"),
        (("-x", ""), "'-x' is neither a file nor a revision of "),
    ],
)
def test_unknown(project: Path, named: tuple[str, str], message: str) -> None:
    """What is neither a path nor a revision is told."""
    assert project
    with pytest.raises(TermkitError) as caught:
        changes(*named, "glossary")
    assert str(caught.value).startswith(message)


def test_faults_of_both_sides(project: Path) -> None:
    """What is wrong with either version is told at once."""
    (project / "a.csv").write_text("en\nx\n", encoding="utf-8")
    (project / "b.csv").write_text('id,en\na,"x" y\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        changes("a.csv", "b.csv")
    assert [f"{one.path}:{one.line}" for one in caught.value.problems] == ["a.csv:1", "b.csv:2"]


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision needs a repository."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.csv").write_text(TEAM, encoding="utf-8")
    with pytest.raises(
        TermkitError, match=r"neither a file nor, as .* belongs to no git repository"
    ):
        changes("a.csv", "")


def test_patterns(project: Path) -> None:
    """A folder is all of its tables; names with spaces are quoted."""
    paths = [Path("glossary"), Path("glossary/team.csv"), project, Path("my terms.csv")]
    assert patterns_for(paths, project) == [
        "/glossary/*.csv",
        "/glossary/team.csv",
        "/*.csv",
        '"/my terms.csv"',
    ]
    with pytest.raises(TermkitError, match="is outside of the repository"):
        patterns_for([project.parent / "x.csv"], project)
