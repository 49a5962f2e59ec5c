"""What a configuration file may say, and what is told of one that says something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from termkit.config.schema import load_settings
from termkit.context import Check, CheckContext, House
from termkit.engine.runner import check_one
from termkit.engine.zones import Level, Zones
from termkit.errors import InputError
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.readers import read_document
from termkit.scripts.tai import Tai
from termkit.termbase.store import Layer, TermBase

FULL = """\
glossary = ["team.csv", { path = "terms", domains = ["ai"] }]
builtin = ["ai", "cloud"]
select = ["mixed-script", "latin-casing"]
ignore = ["latin-casing"]
exclude = ["drafts/", "!drafts/kept.md"]
respect-gitignore = false

[locales]
"*.md" = "zh_tw"
"hk/" = "zh-Hant-HK"

[severity]
mixed-script = "info"

[per-path."quotes/**"]
ignore = ["mixed-script"]
severity = { latin-casing = "error" }

[per-path."quotes/b.md"]
select = ["wrong-character"]

[house]
tai = "臺"
first-mention = ["ai"]

[zones]
quotation = "info"
title = "off"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two term bases, which is the current directory."""
    (tmp_path / "team.csv").write_text("id,zh-TW\n", "utf-8")
    (tmp_path / "terms").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_full(folder: Path) -> None:
    """Every key arrives where it belongs."""
    (folder / "termkit.toml").write_text(FULL, "utf-8")
    settings = load_settings()
    assert settings.glossary == (Layer(Path("team.csv")), Layer(Path("terms"), ("ai",)))
    assert (settings.builtin, settings.domains) == (True, ("ai", "cloud"))
    assert settings.rule.select == ("mixed-script", "latin-casing")
    assert settings.rule.ignore == ("latin-casing",)
    assert settings.rule.severity == {"mixed-script": Severity.INFO}
    assert settings.locales.rows == (("*.md", "zh-TW"), ("hk/", "zh-HK"))
    assert settings.house == House(Tai.FORMAL, ("ai",))
    assert settings.zones == Zones(quotation=Level.INFO, title=Level.OFF, name=Level.BODY)
    assert settings.exclusion.patterns == ("drafts/", "!drafts/kept.md")
    assert not settings.exclusion.gitignore


PLACES = [
    ("a.md", ["mixed-script"], {"mixed-script": "info"}),
    ("quotes/a.md", [], {"mixed-script": "info", "latin-casing": "error"}),
    ("quotes/b.md", ["wrong-character"], {"mixed-script": "info", "latin-casing": "error"}),
    ("../quotes/b.md", ["mixed-script"], {"mixed-script": "info"}),
    ("<stdin>", ["mixed-script"], {"mixed-script": "info"}),
]


@pytest.mark.parametrize(("path", "names", "severity"), PLACES, ids=[place[0] for place in PLACES])
def test_per_path(folder: Path, path: str, names: list[str], severity: dict[str, str]) -> None:
    """Rules for a path add to those for all files; one that selects anew overrules them."""
    (folder / "termkit.toml").write_text(FULL, "utf-8")
    settings = load_settings()
    options = settings.check_options(settings.open_base())
    plan = options.plan(path)
    assert [check.name for check in plan.checks] == names
    assert plan.severity == severity


COMMAND_LINES = [
    (["wrong-character"], [], "a.md", ["wrong-character"]),
    (["latin-casing"], [], "a.md", ["latin-casing"]),
    (["mixed-script", "latin-casing"], [], "quotes/a.md", ["latin-casing"]),
    (["mixed-script", "latin-casing"], [], "quotes/b.md", ["latin-casing"]),
    ([], ["wrong-character"], "quotes/b.md", []),
    ([], ["mixed-script"], "a.md", []),
]


@pytest.mark.parametrize(("select", "ignore", "path", "names"), COMMAND_LINES)
def test_command_line(
    folder: Path, select: list[str], ignore: list[str], path: str, names: list[str]
) -> None:
    """--select replaces what the file selects, --ignore adds to what it ignores."""
    (folder / "termkit.toml").write_text(FULL, "utf-8")
    settings = load_settings().with_checks(select, ignore)
    options = settings.check_options(settings.open_base())
    assert [check.name for check in options.plan(path).checks] == names


LOCALES = (
    "unknown locale 'zh-TV'; did you mean zh-TW? "
    "(known: zh-TW, zh-HK, zh-CN, zh-MO, zh-SG, zh-Hant, zh-Hans, en)"
)
CHECK = "unknown check 'mixed-scrip'; did you mean mixed-script?"
PATTERN = "write one as in .gitignore"
BAD = {
    "unknown key": ("glosary = 1", "1: glosary: unknown key; did you mean glossary?"),
    "glossary: text": ('glossary = "a"', "1: glossary: an array of paths is wanted, not a string"),
    "glossary: false": ("glossary = false", "1: glossary: an array of paths is wanted, not true or false"),
    "glossary: number": (
        "glossary = [3]",
        "1: glossary[0]: a path, or a table with a path and domains, is wanted",
    ),
    "glossary: missing": (
        'glossary = ["team.csv",\n"nope.csv"]',
        "1: glossary[1]: nope.csv: no such file or directory; paths begin at this file",
    ),
    "glossary: layer key": (
        'glossary = [{path="team.csv", domain="x"}]',
        "1: glossary[0]: unknown key 'domain' (known: path, domains)",
    ),
    "glossary: layer domains": (
        'glossary = [{path="team.csv", domains="x"}]',
        "1: glossary[0]: domains: an array of strings is wanted",
    ),
    "builtin: kind": ("builtin = 1", "1: builtin: true, false or an array of domain names is wanted, not a number"),
    "builtin: domain": ('builtin = ["companys"]', "1: builtin[0]: unknown domain 'companys'; did you mean companies?"),
    "select: nothing": ("select = []", " select: selects no check; leave the key out to run all"),
    "select: unknown": ('select = ["mixed-scrip"]', f"1: select[0]: {CHECK}"),
    "select: date": ("select = 2020-01-01", "1: select: an array of check names is wanted, not a date or time"),
    "ignore: kind": ("ignore = [true]", "1: ignore[0]: a string is wanted, not true or false"),
    "exclude: empty": ('exclude = [""]', f"1: exclude[0]: an empty pattern matches nothing; {PATTERN}"),
    "exclude: comment": ('exclude = ["#a"]', f"1: exclude[0]: is no pattern; {PATTERN}"),
    "exclude: range": ('exclude = ["[z-a]"]', f"1: exclude[0]: is no pattern (bad character range z-a); {PATTERN}"),
    "gitignore": ('respect-gitignore = "no"', "1: respect-gitignore: true or false is wanted, not a string"),
    "locales: unknown": ('[locales]\n"a/*" = "zh-TV"', f'2: locales."a/*": {LOCALES}'),
    "locales: kind": ("[locales]\na = 1.5", "2: locales.a: a string is wanted, not a number"),
    "locales: table": ("locales = 1", "1: locales: a table is wanted, not a number"),
    "locales: negated": (
        '[locales]\n"!b" = "zh-TW"',
        '2: locales."!b": a pattern can\'t begin with ! here; write what it shall match',
    ),
    "severity: check": (
        '[severity]\nlatin-casin="error"',
        "2: severity.latin-casin: unknown key; did you mean latin-casing?",
    ),
    "severity: level": (
        '[severity]\nmixed-script="fatal"',
        "2: severity.mixed-script: 'fatal' is not one of 'error', 'warning', 'info'",
    ),
    "per-path: key": (
        '[per-path."a b/"]\nignor=["mixed-script"]',
        '2: per-path."a b/".ignor: unknown key; did you mean ignore?',
    ),
    "per-path: check": ('[per-path.a]\nignore=["mixed-scrip"]', f"2: per-path.a.ignore[0]: {CHECK}"),
    "per-path: kind": ("per-path = { a = 1 }", "1: per-path.a: a table is wanted, not a number"),
    "house: key": ('[house]\ntia="台"', "2: house.tia: unknown key; did you mean tai?"),
    "house: value": ('[house]\ntai="太"', "2: house.tai: '太' is not one of '台', '臺', 'keep'"),
    "house: domains": (
        '[house]\nfirst-mention="ai"',
        "2: house.first-mention: an array of domain names is wanted, not a string",
    ),
    "zones: key": ('[zones]\nquote="off"', "2: zones.quote: unknown key (known: quotation, title, name)"),
    "zones: value": (
        '[zones]\ntitle="of"',
        "2: zones.title: 'of' is not one of 'body', 'error', 'warning', 'info', 'off'",
    ),
    "zones: kind": ('zones = "off"', "1: zones: a table is wanted, not a string"),
    "syntax": ('a = "', "1: is not TOML: Unterminated string (at end of document)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_bad(folder: Path, text: str, message: str) -> None:
    """A fault is told with its line, its key path and what is wanted instead."""
    (folder / "termkit.toml").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        load_settings()
    assert str(caught.value) == f"termkit.toml:{message}"


def test_all_faults_at_once(folder: Path) -> None:
    """Everything that is wrong is told, in the order of the file, with the path from its top."""
    (folder / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.termkit]\nselct = ["a"]\nbuiltin = 1\n'
        '[tool.termkit.locales]\n"a/*" = "zh-TV"\n',
        "utf-8",
    )
    with pytest.raises(InputError) as caught:
        load_settings()
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [
        (4, "tool.termkit.selct"),
        (5, "tool.termkit.builtin"),
        (7, 'tool.termkit.locales."a/*"'),
    ]


FOUND = {
    "nothing": ({}, None),
    "own": ({"termkit.toml": ""}, "termkit.toml"),
    "shared": ({"pyproject.toml": "[tool.termkit]\nbuiltin=false"}, "pyproject.toml"),
    "shared, empty": ({"pyproject.toml": "[tool.termkit]\n"}, "pyproject.toml"),
    "shared, not ours": ({"pyproject.toml": "[tool.other]\na=1 # termkit"}, None),
    "shared, broken, not ours": ({"pyproject.toml": "["}, None),
    "own before shared": (
        {"termkit.toml": "", "pyproject.toml": "[tool.termkit]\n"},
        "termkit.toml",
    ),
    "nearest": ({"a/pyproject.toml": "[tool.termkit]\n", "termkit.toml": ""}, "pyproject.toml"),
    "over one that is not ours": ({"a/pyproject.toml": "[project]\n", "termkit.toml": ""}, "termkit.toml"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "name"), FOUND.values(), ids=FOUND)
def test_found(folder: Path, files: dict[str, str], name: str | None) -> None:
    """The nearest file that is meant for us is taken, from the current directory upwards."""
    (folder / "a" / "b").mkdir(parents=True)
    for path, text in files.items():
        (folder / path).write_text(text, "utf-8")
    found = load_settings(start=folder / "a" / "b").file
    assert (found.path.name if found else None) == name


def test_named_without_a_table(folder: Path) -> None:
    """A pyproject.toml that is named has to have something for us."""
    (folder / "pyproject.toml").write_text("[project]\n", "utf-8")
    with pytest.raises(InputError, match=r"pyproject.toml: has no table \[tool.termkit\]; add one"):
        load_settings(Path("pyproject.toml"))


def test_house_reaches_the_checks(folder: Path) -> None:
    """A check is told what the house has chosen."""
    (folder / "termkit.toml").write_text('house = { tai = "台" }\n', "utf-8")
    options = load_settings().check_options(TermBase([]), "zh-TW")
    told: list[Tai] = []

    def find(context: CheckContext) -> list[Diagnostic]:
        told.append(context.house.tai)
        return []

    check = Check("x", Severity.INFO, find, "")
    check_one(read_document("臺", "a.txt"), replace(options, checks=(check,)))
    assert told == [Tai.COMMON]


def test_paths_begin_at_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths and patterns of a file mean the same wherever the program is run."""
    (folder / "termkit.toml").write_text(FULL, "utf-8")
    (folder / "quotes").mkdir()
    monkeypatch.chdir(folder / "quotes")
    settings = load_settings()
    assert settings.glossary[0].path == folder / "team.csv"
    options = settings.check_options(settings.open_base())
    assert [check.name for check in options.plan("b.md").checks] == ["wrong-character"]
