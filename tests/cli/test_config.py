"""The configuration as a user meets it."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

TEAM = "id,zh-TW,zh-HK,zh-CN,zh-TW:avoid\ntide,潮線,潮線,潮线,潮汐\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a term base of its own and two articles whose names tell no locale."""
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "team.csv").write_text(TEAM, "utf-8")
    for name in ("news", "quotes"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text("潮汐和Github的數據中心。\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.termkit]\nglossary = ["terms"]\nignore = ["latin-casing"]\n'
        '[tool.termkit.locales]\n"*.md" = "zh-TW"\n'
        '[tool.termkit.severity]\nwrong-region-term = "info"\n'
        '[tool.termkit.per-path."quotes/"]\nignore = ["wrong-region-term"]\n',
        "utf-8",
    )
    return tmp_path


def findings(*arguments: str, cwd: Path) -> list[tuple[str, str, str, str]]:
    """Return what a run of check finds."""
    done = run("check", *arguments, "-f", "json", cwd=cwd)
    assert done.returncode in {0, 1}, done.stderr
    keys = ("path", "check", "severity", "text")
    return [tuple(each[key] for key in keys) for each in json.loads(done.stdout)]


def test_check(project: Path) -> None:
    """Term base, locales, ignored checks and severities are taken from the file."""
    assert findings("news", "quotes", cwd=project) == [
        ("news/a.md", "deprecated-term", "warning", "潮汐"),
        ("news/a.md", "wrong-region-term", "info", "數據中心"),
        ("quotes/a.md", "deprecated-term", "warning", "潮汐"),
    ]
    assert findings("a.md", cwd=project / "quotes") == [
        ("a.md", "deprecated-term", "warning", "潮汐"),
    ]


def test_options_overrule(project: Path) -> None:
    """What the command line says counts more than the file."""
    assert findings("news", "--select", "latin-casing", cwd=project) == [
        ("news/a.md", "latin-casing", "warning", "Github")
    ]
    assert findings("news", "--ignore", "deprecated-term", "--no-builtin", cwd=project) == []
    assert findings("news", "--locale", "zh-HK", cwd=project) == []
    (project / "other.csv").write_text("id,zh-TW,zh-TW:avoid\na,和平,和\n", "utf-8")
    assert findings("news", "-g", "other.csv", "--no-builtin", cwd=project) == [
        ("news/a.md", "deprecated-term", "warning", "和")
    ]


def test_named_file(project: Path) -> None:
    """--config names another file, whatever its name."""
    (project / "strict.cfg").write_text(
        'select = ["latin-casing"]\n[locales]\n"*" = "zh-TW"', "utf-8"
    )
    assert findings("news", "--config", "strict.cfg", cwd=project) == [
        ("news/a.md", "latin-casing", "warning", "Github")
    ]


def test_standard_input(project: Path) -> None:
    """Standard input has the settings of the name that it is given."""
    done = run("check", "-", "--stdin-filename", "quotes/b.md", stdin="潮汐數據中心", cwd=project)
    assert "deprecated-term" in done.stdout
    assert "wrong-region-term" not in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("check", "news"),
        ("convert", "news/a.md", "--to", "zh-CN"),
        ("po", "export", "news", "--to", "zh-CN", "-d", "out"),
        ("glossary", "export", "--to", "zh-CN", "-o", "out.po"),
        ("config", "show"),
    ],
    ids=lambda command: command[0],
)
def test_faults(project: Path, command: tuple[str, ...]) -> None:
    """Every command refuses a faulty file, telling all of its faults."""
    (project / "termkit.toml").write_text('glosary = [1]\nrespect-gitignore = "no"\n', "utf-8")
    done = run(*command, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "termkit: termkit.toml:1: glosary: unknown key; did you mean glossary?",
        "termkit: termkit.toml:2: respect-gitignore: true or false is wanted, not a string",
    ]
    done = run(*command, "--config", "nope.toml", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "termkit: nope.toml: no such file; check the path\n"


def test_convert_and_po(project: Path) -> None:
    """Conversion and PO use the term base, the locales and the exclusions of the file."""
    done = run("convert", "news/a.md", "--to", "zh-CN", "-v", cwd=project)
    assert done.stderr == "termkit: news/a.md: from zh-TW (the configuration: *.md)\n"
    (project / "news" / "b.md").write_text("潮線\n", "utf-8")
    assert run("convert", "news/b.md", "--to", "zh-CN", cwd=project).stdout == "潮线\n"
    text = (project / "pyproject.toml").read_text("utf-8")
    (project / "pyproject.toml").write_text(
        text.replace("[tool.termkit]\n", '[tool.termkit]\nexclude = ["quotes/"]\n'), "utf-8"
    )
    assert run("po", "export", ".", "--to", "zh-CN", "-d", "out", cwd=project).returncode == 0
    catalogue = (project / "out" / "zh_CN" / "LC_MESSAGES" / "articles.po").read_text("utf-8")
    assert "news/a.md" in catalogue
    assert "quotes/a.md" not in catalogue


def test_glossary(project: Path) -> None:
    """The glossary that is exported is that of the file."""
    (project / "termkit.toml").write_text('glossary = ["terms"]\nbuiltin = false\n', "utf-8")
    export = ("glossary", "export", "--from", "zh-TW", "--to", "zh-CN", "-o", "out.po")
    assert run(*export, cwd=project).stdout == "out.po: 1 concepts\n"
    (project / "termkit.toml").write_text('builtin = ["ai"]\n', "utf-8")
    some = int(run(*export, cwd=project).stdout.split()[1])
    every = int(run(*export, "--builtin", cwd=project).stdout.split()[1])
    assert 100 < some < every / 5


SHOWN = """\
# pyproject.toml
glossary = ["terms"]  # pyproject.toml:2
builtin = false  # command line
locales."*.md" = "zh-TW"  # pyproject.toml:5
select = ["mixed-script"]  # command line
ignore = []  # command line
severity.wrong-region-term = "info"  # pyproject.toml:7
per-path."quotes/" = { ignore = ["wrong-region-term"] }  # pyproject.toml:9
house.tai = "keep"  # default
house.first-mention = ["companies", "people", "*"]  # default
zones.quotation = "body"  # default
zones.title = "body"  # default
zones.name = "body"  # default
exclude = []  # default
respect-gitignore = true  # default
baseline = ""  # default
source = ""  # default
"""


def test_show(project: Path) -> None:
    """Every value is shown with its origin."""
    options = ("--select", "mixed-script", "--no-builtin")
    assert run("config", "show", *options, cwd=project).stdout == SHOWN
    shown = json.loads(run("config", "show", *options, "-f", "json", cwd=project).stdout)
    assert shown["file"] == "pyproject.toml"
    assert {".".join(each["key"]): each["origin"] for each in shown["values"]} == {
        "glossary": "pyproject.toml:2",
        "builtin": "command line",
        "locales.*.md": "pyproject.toml:5",
        "select": "command line",
        "ignore": "command line",
        "severity.wrong-region-term": "pyproject.toml:7",
        "per-path.quotes/": "pyproject.toml:9",
        "house.tai": "default",
        "house.first-mention": "default",
        "zones.quotation": "default",
        "zones.title": "default",
        "zones.name": "default",
        "exclude": "default",
        "respect-gitignore": "default",
        "baseline": "default",
        "source": "default",
    }


def test_show_defaults(tmp_path: Path) -> None:
    """Without a file everything is a default."""
    lines = run("config", "show", cwd=tmp_path).stdout.splitlines()
    assert lines[0] == "# no configuration file"
    assert all(line.endswith("  # default") for line in lines[1:])
    done = run("config", "show", "-f", "xml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "termkit: unknown format 'xml' (known: toml, json)\n",
    )


def test_shown_is_a_configuration(project: Path) -> None:
    """What is shown can be used as a configuration file, and then says the same."""
    shown = run("config", "show", cwd=project).stdout
    (project / "termkit.toml").write_text(shown, "utf-8")
    again = run("config", "show", cwd=project).stdout
    values = [line.partition("  # ")[0] for line in shown.splitlines()[1:]]
    assert [line.partition("  # ")[0] for line in again.splitlines()[1:]] == values
