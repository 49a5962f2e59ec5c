"""Which files of a directory are read."""

from pathlib import Path

import pytest

from termkit.engine.collect import find_files
from termkit.engine.walk import Exclusion

TREE = (
    "a.md",
    "b.txt",
    "c.py",
    ".hidden.md",
    "build/a.md",
    "build/deep/a.md",
    "docs/a.md",
    "docs/build/a.md",
    "docs/draft.md",
    "node_modules/a.md",
    ".git/a.md",
)
ALL = {"a.md", "b.txt", "build/a.md", "build/deep/a.md", "docs/a.md", "docs/build/a.md", "docs/draft.md"}  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, which is the current directory."""
    for name in TREE:
        path = tmp_path / "repo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("字", "utf-8")
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


def found(path: str, exclusion: Exclusion) -> set[str]:
    """Return the names of what is found."""
    return {file.name for file in find_files([path], exclusion)[0]}


EXCLUDED = [
    ((), set()),
    (("build/",), {"build/a.md", "build/deep/a.md", "docs/build/a.md"}),
    (("/build/",), {"build/a.md", "build/deep/a.md"}),
    (("*.md", "!a.md"), {"docs/draft.md"}),
    (("docs/*.md",), {"docs/a.md", "docs/draft.md"}),
    (("**/deep",), {"build/deep/a.md"}),
    (("b.txt", "dra*"), {"b.txt", "docs/draft.md"}),
]


@pytest.mark.parametrize(("patterns", "missing"), EXCLUDED, ids=[str(p) for p, _ in EXCLUDED])
def test_exclude(tree: Path, patterns: tuple[str, ...], missing: set[str]) -> None:
    """Patterns are read as git reads them, whatever way the directory is named."""
    assert found(".", Exclusion(tree, patterns)) == ALL - missing
    absolute = {tree.joinpath(name).as_posix() for name in ALL - missing}
    assert found(str(tree), Exclusion(tree, patterns)) == absolute


IGNORED = [
    ({".gitignore": "build/\n"}, {"build/a.md", "build/deep/a.md", "docs/build/a.md"}),
    ({".gitignore": "# build/\n\n*.txt\r\n"}, {"b.txt"}),
    ({".gitignore": "draft.md\n", "docs/.gitignore": "!draft.md\n"}, set()),
    ({"docs/.gitignore": "/build\n"}, {"docs/build/a.md"}),
    ({".git/info/exclude": "draft.md\n"}, {"docs/draft.md"}),
    ({".git/info/exclude": "*.txt\n", ".gitignore": "!b.txt\n"}, set()),
    ({".gitignore": "!\n*.txt\n"}, {"b.txt"}),
    ({".gitignore": "[z-a]\n*.txt\n"}, {"b.txt"}),
]


@pytest.mark.parametrize(("files", "missing"), IGNORED, ids=[str(f) for f, _ in IGNORED])
def test_gitignore(tree: Path, files: dict[str, str], missing: set[str]) -> None:
    """What git ignores is passed over, the nearest file deciding; unless that is switched off."""
    for name, text in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, "utf-8")
    assert found(".", Exclusion()) == ALL - missing
    assert found(".", Exclusion(gitignore=False)) == ALL


def test_nothing_left(tree: Path) -> None:
    """A directory all of whose files are excluded is no directory without files."""
    exclusion = Exclusion(tree, ("*.md",))
    (problem,) = find_files(["docs"], exclusion)[1]
    assert str(problem) == (
        "docs: holds only files that the configuration or git excludes; name one to read it"
    )
    (tree / "empty").mkdir()
    (problem,) = find_files(["empty"], exclusion)[1]
    assert problem.message.startswith("holds no file to read (")


def test_gitignore_above(tree: Path) -> None:
    """A directory inside of a repository obeys the files above it."""
    (tree / ".gitignore").write_text("draft.md\n", "utf-8")
    assert found("docs", Exclusion()) == {"docs/a.md", "docs/build/a.md"}


def test_outside_of_a_repository(tree: Path) -> None:
    """Without a repository there is nothing for git to ignore."""
    (tree / ".git" / "a.md").unlink()
    (tree / ".git").rmdir()
    (tree / ".gitignore").write_text("*.md\n", "utf-8")
    assert found(".", Exclusion()) == ALL


@pytest.mark.parametrize("name", ["build", "build/deep", "build/a.md"])
def test_what_is_named_is_read(tree: Path, name: str) -> None:
    """A file or a directory that the user names is read, even if it is excluded."""
    (tree / ".gitignore").write_text("build/\n", "utf-8")
    below = {path for path in ALL if path.startswith(name)}
    assert found(name, Exclusion(tree, ("build/",))) == below


def test_an_excluded_directory_still_excludes_by_name(tree: Path) -> None:
    """Below an ignored directory that is named, its own files still decide."""
    (tree / ".gitignore").write_text("build/\n", "utf-8")
    (tree / "build" / ".gitignore").write_text("deep/\n", "utf-8")
    assert found("build", Exclusion()) == {"build/a.md"}
