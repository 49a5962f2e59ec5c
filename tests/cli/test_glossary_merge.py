"""``termkit glossary merge`` and its driver, in real git repositories."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import run

BASE = "id,en,zh-TW,note\n" + "".join(f"r{n},Term {n},詞{n},note {n}\n" for n in range(60))


def git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run git as a person with a name and no configuration of their own."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    # The driver finds the termkit that is tested; nobody's own configuration is read.
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a glossary, and the driver installed."""
    assert git(tmp_path, "init", "-q", "-b", "main").returncode == 0
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "it.csv").write_text(BASE, encoding="utf-8")
    (tmp_path / "termkit.toml").write_text('glossary = ["glossary"]\n', encoding="utf-8")
    done = run("glossary", "merge-driver", "install", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "base")
    return tmp_path


def commit(folder: Path, branch: str, text: str) -> None:
    """Commit a version of the file on a branch of its own."""
    git(folder, "checkout", "-q", "-b", branch, "main")
    (folder / "glossary" / "it.csv").write_bytes(text.encode())
    assert git(folder, "commit", "-qam", branch).returncode == 0


def edited(first: int, new: str, *edits: tuple[str, str]) -> str:
    """Return the base with 20 cells edited, from a row on, and 50 rows added."""
    text = BASE
    for number in range(first, first + 20):
        text = text.replace(f",note {number}\n", f",{new} {number}\n")
    for old, now in edits:
        text = text.replace(old, now)
    return text + "".join(f"{new}{n},Added {n},,\n" for n in range(50))


def test_branches_merge(repository: Path) -> None:
    """50 rows and 20 cells on each side, one saved and sorted by a spreadsheet: git merges them."""
    header, *rows = edited(20, "two").splitlines()
    excel = "\ufeff" + "".join(f"{line}\r\n" for line in [header, *sorted(rows)])
    commit(repository, "one", edited(0, "one"))
    commit(repository, "two", excel)
    done = git(repository, "merge", "-q", "one")
    assert done.returncode == 0, done.stdout + done.stderr
    text = (repository / "glossary" / "it.csv").read_bytes().decode()
    assert text.startswith("\ufeffid,en,zh-TW,note\r\n")
    assert len(text.splitlines()) == 161
    assert ",one 7\r\n" in text
    assert ",two 27\r\n" in text
    assert git(repository, "status", "--porcelain").stdout == ""


def test_one_conflict(repository: Path) -> None:
    """A cell that was edited on both sides stops the merge, is told, and can be set."""
    commit(repository, "one", edited(0, "one", ("詞50", "名")))
    commit(repository, "two", edited(20, "two", ("詞50", "字")))
    done = git(repository, "merge", "-q", "one")
    assert done.returncode == 1
    assert (
        "glossary/it.csv:52: zh-TW: r50 was changed on both sides: ours “字”, theirs “名”, "
        "before “詞50”; keep one of them\ntermkit: glossary/it.csv: 1 conflict\n"
    ) in done.stderr
    file = repository / "glossary" / "it.csv"
    conflict = 'r50,Term 50,"<<<<<<< ours\n字\n=======\n名\n>>>>>>> theirs",note 50\n'
    assert conflict in file.read_text("utf-8")
    assert git(repository, "status", "--porcelain").stdout == "UU glossary/it.csv\n"


def test_what_is_no_table(repository: Path) -> None:
    """A version that cannot be told apart is merged line by line, and nothing of it is lost."""
    commit(repository, "one", BASE.replace("Term 3,", "Term, three,").replace("詞9", "名"))
    commit(repository, "two", BASE.replace("詞40", "字"))
    done = git(repository, "merge", "-q", "one")
    assert done.returncode == 0
    assert "it.csv (theirs):5: r3 has 5 cells, the header has 4" in done.stderr
    assert "\ntermkit: glossary/it.csv: merged as lines\n" in done.stderr
    text = (repository / "glossary" / "it.csv").read_text("utf-8")
    assert text == BASE.replace("Term 3,", "Term, three,").replace("詞9", "名").replace(
        "詞40", "字"
    )


def test_without_termkit(repository: Path) -> None:
    """Where the program is gone git merges as it always did, conflicts and all."""
    command = git(repository, "config", "merge.termkit.driver").stdout.replace(
        sys.executable, "gone"
    )
    git(repository, "config", "merge.termkit.driver", command.strip())
    commit(repository, "one", BASE.replace("詞50", "名").replace("Term 3,", "Term III,"))
    commit(repository, "two", BASE.replace("詞50", "字"))
    assert git(repository, "merge", "-q", "one").returncode == 1
    text = (repository / "glossary" / "it.csv").read_text("utf-8")
    assert "<<<<<<< ours\nr50,Term 50,字,note 50\n=======\nr50,Term 50,名,note 50\n" in text
    assert "Term III," in text


def test_installation(repository: Path) -> None:
    """Installing twice is installing once; what the repository says otherwise stays."""
    attributes = repository / ".gitattributes"
    attributes.write_bytes(b"*.png binary\r\n" + attributes.read_bytes())
    again = run("glossary", "merge-driver", "install", "glossary", cwd=repository)
    assert again.returncode == 0
    assert attributes.read_bytes() == b"*.png binary\r\n/glossary/*.csv merge=termkit\n"
    assert run("glossary", "merge-driver", "status", cwd=repository).returncode == 0
    gone = run("glossary", "merge-driver", "uninstall", cwd=repository)
    assert gone.returncode == 0
    assert "not installed" in gone.stdout
    assert attributes.read_bytes() == b"*.png binary\r\n"
    assert run("glossary", "merge-driver", "status", cwd=repository).returncode == 1


def test_by_hand(tmp_path: Path) -> None:
    """Three files make one on standard output, or in a file; conflicts exit with 1."""
    for name, word in (("base", "x"), ("ours", "y"), ("theirs", "z")):
        (tmp_path / f"{name}.csv").write_text(f"id,en\na,{word}\n", encoding="utf-8")
    clean = run("glossary", "merge", "base.csv", "ours.csv", "base.csv", cwd=tmp_path)
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "id,en\na,y\n", "")
    files = ("base.csv", "ours.csv", "theirs.csv")
    done = run("glossary", "merge", *files, "-o", "ours.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "ours.csv:2: en: a was changed on both sides: ours “y”, theirs “z”, before “x”; "
        "keep one of them\ntermkit: ours.csv: 1 conflict\n"
    )
    assert "<<<<<<< ours\ny\n=======\nz\n" in (tmp_path / "ours.csv").read_text("utf-8")


def test_faults(tmp_path: Path) -> None:
    """What cannot be read is told, all of it, and nothing is written."""
    (tmp_path / "a.csv").write_text("id,en\na,x\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id;en\n", encoding="utf-8")
    done = run("glossary", "merge", "no.csv", "a.csv", "no2.csv", "-o", "a.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "termkit",
        "termkit",
    ]
    bad = run("glossary", "merge", "a.csv", "a.csv", "b.csv", "-o", "a.csv", cwd=tmp_path)
    assert bad.returncode == 2
    assert "b.csv" not in (tmp_path / "a.csv").read_text("utf-8")
    outside = run("glossary", "merge-driver", "install", "a.csv", cwd=tmp_path)
    assert outside.returncode == 2
    assert "belongs to no git repository" in outside.stderr
