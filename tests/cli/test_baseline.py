"""Known findings, and findings on changed lines only."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.runner import run

ARTICLE = "數據中心\n\nGithub上的軟件。\n"
FOUND = [("a.md", "數據中心"), ("a.md", "Github"), ("a.md", "軟件")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with an article that has three mistakes."""
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return tmp_path


def found(*arguments: str, cwd: Path) -> list[tuple[str, str]]:
    """Return path and text of what a check finds; nothing may fail."""
    done = run("check", *arguments, "--locale", "zh-TW", "-f", "json", cwd=cwd)
    assert done.returncode in {0, 1}, done.stderr
    findings = json.loads(done.stdout)
    assert done.returncode == bool(findings)
    return [(each["path"], each["text"]) for each in findings]


def write(project: Path) -> None:
    """Write the baseline of the project."""
    done = run("check", ".", "--locale", "zh-TW", "--write-baseline", "base.json", cwd=project)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "termkit: base.json: 3 findings written\n"


EDITS = {
    "unchanged": (ARTICLE, []),
    "moved down": ("甲\n\n乙\n\n" + ARTICLE, []),
    "swapped": ("Github上的軟件。\n\n數據中心\n", []),
    "another spacing": ("  數據中心  \n\nGithub 上的 軟件。\n", []),
    "crlf": (ARTICLE.replace("\n", "\r\n"), []),
    "line edited": ("數據中心\n\nGithub上的好軟件。\n", [("a.md", "Github"), ("a.md", "軟件")]),
    "one more": (ARTICLE + "\n打印機\n", [("a.md", "打印機")]),
    "same line again": (ARTICLE + "\n數據中心\n", [("a.md", "數據中心")]),
}


@pytest.mark.parametrize(("text", "expected"), EDITS.values(), ids=EDITS)
def test_baseline(project: Path, text: str, expected: list[tuple[str, str]]) -> None:
    """Known findings stay quiet where only lines move; new ones and edited lines are told."""
    write(project)
    (project / "a.md").write_bytes(text.encode())
    assert found(".", "--baseline", "base.json", cwd=project) == expected


def test_file(project: Path) -> None:
    """A baseline is one finding a line, and the same findings make the same file."""
    (project / "b.md").write_text("“軟件”", "utf-8")
    options = ("--locale", "zh-TW", "--write-baseline", "base.json")
    run("check", "b.md", "a.md", *options, cwd=project)
    first = (project / "base.json").read_bytes()
    lines = first.decode().splitlines()
    assert lines[0] == '{"version": 1, "findings": ['
    assert [json.loads(line.rstrip(","))["text"] for line in lines[1:-1]] == [
        "數據中心",
        "Github",
        "軟件",
        "軟件",
    ]
    run("check", ".", *options, cwd=project)
    assert (project / "base.json").read_bytes() == first


def test_paths_begin_at_the_baseline(project: Path) -> None:
    """A baseline holds wherever the program is run, and however paths are written."""
    write(project)
    (project / "sub").mkdir()
    assert found("../a.md", "--baseline", "../base.json", cwd=project / "sub") == []
    assert found(str(project), "--baseline", "base.json", cwd=project) == []


def test_gone(project: Path) -> None:
    """What is no longer found is told, if it was looked for."""
    (project / "b.md").write_text("軟件\n", "utf-8")
    options = ("--locale", "zh-TW", "--baseline", "base.json")
    run("check", ".", "--locale", "zh-TW", "--write-baseline", "base.json", cwd=project)
    (project / "a.md").write_text("資料中心\n\nGithub上的軟件。\n", "utf-8")
    done = run("check", "a.md", *options, cwd=project)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "termkit: 2 known findings left out (base.json)",
        "termkit: gone: a.md: wrong-region-term: “數據中心”",
        "termkit: base.json: write it anew with --write-baseline",
    ]
    done = run("check", "b.md", *options, cwd=project)
    assert done.stderr == "termkit: 1 known finding left out (base.json)\n"
    done = run("check", "a.md", *options, "--select", "latin-casing", cwd=project)
    assert done.stderr == "termkit: 1 known finding left out (base.json)\n"
    (project / "a.md").unlink()
    assert run("check", "b.md", *options, cwd=project).stderr.count("gone: a.md") == 3


def test_configured(project: Path) -> None:
    """The configuration names the baseline; the option overrules it."""
    write(project)
    (project / "termkit.toml").write_text('baseline = "base.json"\n', "utf-8")
    assert found(".", cwd=project) == []
    empty = '{"version": 1, "findings": []}'
    (project / "other.json").write_text(empty, "utf-8")
    assert found(".", "--baseline", "other.json", cwd=project) == FOUND
    shown = run("config", "show", cwd=project).stdout
    assert 'baseline = "base.json"  # termkit.toml:1\n' in shown


def test_fix_leaves_what_is_known(project: Path) -> None:
    """--fix fixes new findings only, even on the line of a known one."""
    (project / "a.md").write_text("Github上有軟件和軟件。\n", "utf-8")
    write(project)
    (project / "a.md").write_text("甲軟件。\n\nGithub上有軟件和軟件。\n", "utf-8")
    done = run("check", ".", "--locale", "zh-TW", "--baseline", "base.json", "--fix", cwd=project)
    assert done.returncode == 0
    assert (project / "a.md").read_text("utf-8") == "甲軟體。\n\nGithub上有軟件和軟件。\n"


BROKEN = {
    "not JSON": ("{\n", ":2: is not JSON: Expecting property name enclosed in double quotes"),
    "another JSON": ("[]", ": is no baseline of termkit"),
    "another version": (
        '{"version": 2, "findings": []}',
        ": is a baseline of version 2, not 1",
    ),
    "another entry": (
        '{"version": 1, "findings": [{"path": "a"}]}',
        ": finding 1 lacks one of path, check, text, fingerprint",
    ),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(project: Path, text: str, message: str) -> None:
    """A baseline that can't be read is told, and nothing is checked."""
    (project / "base.json").write_text(text, "utf-8")
    done = run("check", ".", "--baseline", "base.json", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"termkit: base.json{message}; write it anew with --write-baseline\n"


def test_missing(project: Path) -> None:
    """A baseline that is not there is told."""
    done = run("check", ".", "--baseline", "base.json", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "termkit: base.json: no such file; check the path\n"


@pytest.mark.parametrize(
    "option", [("--fix",), ("--diff",), ("--since", "HEAD"), ("--baseline", "b")]
)
def test_write_alone(project: Path, option: tuple[str, ...]) -> None:
    """A baseline is written of all findings, or not at all."""
    done = run("check", ".", "--write-baseline", "base.json", *option, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (project / "base.json").exists()


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody."""
    person = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *person, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(project: Path) -> Path:
    """The project under git, everything committed."""
    if not shutil.which("git"):
        pytest.skip("git is not here")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    return project


SINCE = {
    "unchanged": ({}, []),
    "line added": ({"a.md": ARTICLE + "\n打印機\n"}, [("a.md", "打印機")]),
    "line changed": ({"a.md": ARTICLE.replace("上", "裡")}, [("a.md", "Github"), ("a.md", "軟件")]),
    "lines above": ({"a.md": "甲\n\n" + ARTICLE}, []),
    "line removed": ({"a.md": ARTICLE.replace("數據中心\n\n", "")}, []),
    "lines like a diff": ({"a.md": ARTICLE + "\n++ b/x\n-- a/x\n@@ -1 +1 @@\n打印機\n"}, [("a.md", "打印機")]),
    "untracked": ({"b.md": "軟件"}, [("b.md", "軟件")]),
    "ignored": ({".gitignore": "b.md\n", "b.md": "軟件"}, []),
    "odd name": ({'中 "文\t\\.md': "軟件"}, [('中 "文\t\\.md', "軟件")]),
    "no last line break": ({"a.md": ARTICLE + "軟件"}, [("a.md", "軟件")]),
    "carriage returns": ({"a.md": "數據中心\r" + ARTICLE}, [("a.md", "數據中心"), ("a.md", "數據中心")]),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), SINCE.values(), ids=SINCE)
def test_since(repository: Path, files: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """Findings on lines that have changed since are told."""
    for name, text in files.items():
        (repository / name).write_bytes(text.encode())
    assert found(".", "--since", "HEAD", cwd=repository) == expected


@pytest.mark.parametrize("state", ["staged", "committed"])
def test_since_of_what_git_has(repository: Path, state: str) -> None:
    """It does not matter whether a change is staged or committed."""
    first = git(repository, "rev-parse", "HEAD")
    (repository / "a.md").write_text(ARTICLE + "\n打印機\n", "utf-8")
    (repository / "b.md").write_text("軟件", "utf-8")
    git(repository, "add", ".")
    if state == "committed":
        git(repository, "commit", "-q", "-m", "second")
    assert found(".", "--since", first, cwd=repository) == [("a.md", "打印機"), ("b.md", "軟件")]


def test_since_of_an_odd_name_that_is_tracked(repository: Path) -> None:
    """A name that git has to quote is understood."""
    name = '中 "文\t\\.md'
    (repository / name).write_text(ARTICLE, "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "second")
    (repository / name).write_text(ARTICLE + "\n打印機\n", "utf-8")
    assert found(".", "--since", "HEAD", cwd=repository) == [(name, "打印機")]


def test_since_with_odd_settings(repository: Path) -> None:
    """What a repository configures for diffs neither runs nor counts."""
    trap = repository / "trap"
    trap.write_text("#!/bin/sh\ntouch trapped\n", "utf-8")
    trap.chmod(0o755)
    settings = {
        "diff.external": str(trap),
        "core.fsmonitor": str(trap),
        "diff.x.textconv": str(trap),
        "diff.noprefix": "true",
        "diff.interHunkContext": "9",
        "color.ui": "always",
    }
    for key, value in settings.items():
        git(repository, "config", key, value)
    (repository / ".gitattributes").write_text("a.md -diff\nb.md diff=x\n", "utf-8")
    (repository / "a.md").write_text(ARTICLE + "\n打印機\n", "utf-8")
    assert found("a.md", "--since", "HEAD", cwd=repository) == [("a.md", "打印機")]
    assert not (repository / "trapped").exists()


def test_since_in_a_folder_and_from_outside(repository: Path) -> None:
    """The repository is that of the paths, wherever the program is run."""
    (repository / "sub").mkdir()
    (repository / "sub" / "b.md").write_text("軟件", "utf-8")
    assert found(".", "--since", "HEAD", cwd=repository / "sub") == [("b.md", "軟件")]
    assert found(str(repository / "a.md"), "--since", "HEAD", cwd=repository.parent) == []


def test_since_and_baseline(repository: Path) -> None:
    """Both together tell what is new on changed lines."""
    write(repository)
    (repository / "a.md").write_text("甲" + ARTICLE + "\n打印機\n", "utf-8")
    options = ("--since", "HEAD", "--baseline", "base.json")
    assert found("a.md", *options, cwd=repository) == [("a.md", "數據中心"), ("a.md", "打印機")]


def test_since_fixes_changed_lines_only(repository: Path) -> None:
    """--fix touches changed lines only."""
    (repository / "a.md").write_text(ARTICLE + "\n打印機\n", "utf-8")
    options = ("--since", "HEAD", "--fix", "--locale", "zh-TW")
    assert run("check", "a.md", *options, cwd=repository).returncode == 0
    assert (repository / "a.md").read_text("utf-8") == ARTICLE + "\n印表機\n"


def test_since_without_an_answer(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No revision, no repository, no git: each is told."""
    root = os.path.realpath(repository)
    for revision in ("nope", "--output=x", "HEAD~9", "", "HEAD:a.md"):
        done = run("check", "a.md", f"--since={revision}", cwd=repository)
        message = f"--since: '{revision}' is no revision of the repository {root}"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"termkit: {message}\n")
    other = tmp_path_factory.mktemp("other")
    (other / "a.md").write_text("甲", "utf-8")
    done = run("check", "a.md", "--since", "HEAD", cwd=other)
    message = f"--since: {os.path.realpath(other)} is not inside of a git repository"
    assert (done.returncode, done.stderr) == (2, f"termkit: {message}\n")
    monkeypatch.setenv("PATH", str(other))
    done = run("check", "a.md", "--since", "HEAD", cwd=repository)
    message = "--since needs git, which can't be run (No such file or directory)"
    assert (done.returncode, done.stderr) == (2, f"termkit: {message}\n")
