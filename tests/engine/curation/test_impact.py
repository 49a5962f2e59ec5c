"""What a change to a term base does to texts."""

import subprocess
from pathlib import Path

import pytest

from termkit.engine.collect import Named
from termkit.engine.curation.impact import Impact, compare_rows, measure
from termkit.engine.curation.impact_report import impact_markdown, impact_values
from termkit.engine.curation.revisions import open_side
from termkit.engine.runner import CheckOptions, select_checks
from termkit.errors import InputError, TermkitError
from termkit.termbase.store import TermBase

BEFORE = """\
id,en,zh-TW,zh-CN,zh-TW:avoid
lake,Lake State,湖國,老湖国,
data,data,資料,数据,
ship,ship,貨輪,货船,
gone,gone,舊詞,旧语,
"""
AFTER = """\
id,en,zh-TW,zh-CN,zh-TW:avoid
lake,Lake State,大湖國,老湖国,湖國
data,data,資料,数据,
new,new,新玩意,新东西,
ship,ship,貨船,货船,
"""
TEXTS = {
    "a.zh-TW.md": "# 湖國\n\n湖國的資料。\n\n新東西。貨船。\n",
    "b.zh-CN.md": "老湖国的数据。\n",
    "c.zh-TW.md": "這裡沒有。資料。\n",
    "d.po": 'msgid ""\nmsgstr "Language: zh_TW\\n"\n\nmsgid "x"\nmsgstr "湖國"\n\nmsgid "y"\nmsgstr "資料"\n',
}


@pytest.fixture(scope="module")
def impact(tmp_path_factory: pytest.TempPathFactory) -> Impact:
    """The impact of a change on four texts."""
    folder = tmp_path_factory.mktemp("impact")
    bases = []
    for name, text in (("before.csv", BEFORE), ("after.csv", AFTER)):
        (folder / name).write_text(text, encoding="utf-8")
        bases.append(TermBase.load(folder / name, builtin=False))
    files = []
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
        files.append(Named(folder / name))
    old, new = (CheckOptions(base, select_checks()) for base in bases)
    return measure((old, new), files, ["zh-TW"])


def test_rows(impact: Impact) -> None:
    """Rows are compared cell by cell, by their ids."""
    told = [(row.concept, row.kind, [cell[0] for cell in row.cells]) for row in impact.rows]
    cells = ["id", "en", "zh-TW", "zh-CN"]
    assert told == [
        ("gone", "removed", cells),
        ("lake", "changed", ["zh-TW", "zh-TW:avoid"]),
        ("new", "added", cells),
        ("ship", "changed", ["zh-TW"]),
    ]


def test_findings(impact: Impact) -> None:
    """Findings are gained where a name is avoided now, and lost where a form has become good."""
    told = [
        (Path(each.path).name, each.line, each.text, each.before, each.after)
        for each in impact.findings
    ]
    assert told == [
        ("a.zh-TW.md", 1, "湖國", None, ("大湖國",)),
        ("a.zh-TW.md", 3, "湖國", None, ("大湖國",)),
        ("a.zh-TW.md", 5, "新東西", None, ("新玩意",)),
        ("a.zh-TW.md", 5, "貨船", ("貨輪",), None),
        ("d.po", 5, "湖國", None, ("大湖國",)),
    ]


def test_conversions(impact: Impact) -> None:
    """Places that are converted in another way, with what each side writes."""
    told = [
        (Path(each.path).name, each.source, each.target, each.text, each.before, each.after)
        for each in impact.rewritings
    ]
    assert told == [("b.zh-CN.md", "zh-CN", "zh-TW", "老湖国", "湖國", "大湖國")]


def test_entries(impact: Impact) -> None:
    """An entry is touched once, however much changes in it; others are not."""
    told = {Path(path).name: count for path, count in impact.entries.items()}
    assert told == {"a.zh-TW.md": 3, "b.zh-CN.md": 1, "d.po": 1}


def test_report(impact: Impact) -> None:
    """The report counts, shows examples, and keeps its tables whole."""
    text = "".join(impact_markdown(impact, 2))
    assert text.startswith("## What this change to the term base does\n\nRows: 1 added, 1 removed,")
    assert "| findings gained | 4 | 2 |\n" in text
    assert "| findings lost | 1 | 1 |\n" in text
    assert "| entries of catalogues | 1 | 1 |\n" in text
    assert "### Findings gained (4, 2 shown)\n" in text
    assert "| conversions zh-CN → zh-TW | 1 | 1 |\n" in text
    assert len(impact_values(impact)["gained"]) == 4


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a glossary that has changed since its first commit."""
    folder = tmp_path / "terms"
    folder.mkdir()
    (folder / "a.csv").write_text("id,zh-TW\na,甲詞\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    git(tmp_path, "tag", "v1")
    (folder / "a.csv").write_text("id,zh-TW\na,乙詞\n", encoding="utf-8")
    (folder / "b.csv").write_text("id,zh-TW\nb,丙詞\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


SIDES = {
    "a folder": ("terms", [], ["乙詞", "丙詞"]),
    "a file": ("terms/a.csv", [], ["乙詞"]),
    "a revision of the glossary": ("v1", ["terms"], ["甲詞"]),
    "a revision and a path": ("v1:terms/a.csv", [], ["甲詞"]),
}


@pytest.mark.parametrize(("text", "glossary", "terms"), list(SIDES.values()), ids=list(SIDES))
def test_side(repository: Path, text: str, glossary: list[str], terms: list[str]) -> None:
    """A side is a path, or a revision of the term base."""
    base = open_side(text, [repository / name for name in glossary], builtin=False)
    assert [concept.preferred("zh-TW") for concept in base] == terms


def test_revision_of_the_other_side(repository: Path) -> None:
    """A bare revision is that of the path on the other side, where no glossary is named."""
    old = open_side("HEAD", [], builtin=False, beside=[repository / "terms"])
    new = open_side("terms", [], builtin=False)
    assert [(row.concept, row.kind) for row in compare_rows(old, new)] == [
        ("a", "changed"),
        ("b", "added"),
    ]


FAULTS = {
    "no such revision": ("v9", "'v9' is neither a file nor a revision of"),
    "nothing there in the revision": ("v1:other", "v1 has no CSV file at other"),
}


@pytest.mark.parametrize(("text", "message"), list(FAULTS.values()), ids=list(FAULTS))
def test_side_that_is_not_there(repository: Path, text: str, message: str) -> None:
    """What can't be had is told."""
    with pytest.raises(TermkitError, match=message):
        open_side(text, [repository / "terms"], builtin=False)


def test_faulty_side(repository: Path) -> None:
    """A term base with faults is not compared."""
    (repository / "terms" / "b.csv").write_text("id,zh-TW\nb,丙词\n", encoding="utf-8")
    with pytest.raises(InputError, match="“丙词” holds the simplified"):
        open_side("terms", [], builtin=False)
