"""Examining a term base: what was seen to happen is certain, what may be meant is possible."""

from pathlib import Path

import pytest

from termkit.engine.collect import Named
from termkit.engine.curation.diagnosis import Ailment, Guard
from termkit.engine.curation.doctor import admit, examine, read_corpus
from termkit.engine.curation.guards import plan, write
from termkit.errors import InputError
from termkit.termbase.store import TermBase

HEADER = "id,en,zh-TW,zh-CN,zh-TW:except,zh-CN:except,zh-CN:context,domain,flags\n"


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """The file that holds the term base of a test."""
    return tmp_path / "team.csv"


def examined(glossary: Path, *rows: str, texts: dict[str, str] | None = None) -> list[Ailment]:
    """Examine a term base of these rows by itself, beside texts by their names."""
    glossary.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    patient = admit(TermBase.load(glossary, builtin=False))
    files = []
    for name, text in (texts or {}).items():
        path = glossary.parent / name
        path.write_text(text, encoding="utf-8")
        files.append(Named(path))
    corpus, problems = read_corpus(patient, files)
    assert problems == []
    return examine(patient, corpus)


def told(ailments: list[Ailment], kind: str) -> list[str]:
    """Return the ailments of a kind: level, row, locale, form, and the guard."""
    return [
        " ".join(
            [
                "certain" if each.certain else "possible",
                each.concept.id,
                each.locale,
                each.form,
                *(each.guard.terms if each.guard else ()),
            ]
        ).replace("  ", " ")
        for each in ailments
        if each.kind == kind
    ]


ROWS = """\
hospital,x,送院,送医,,,,,
fractal,x,碎形,分形,,,,,
clued,x,碎片,星云,,,望远镜,,
blog,x,部落格,博客,,,,,
books,Books,博客來,,,,,companies,
feed,Feed,博客饋送,,,,,software,
known,Known,博客園,博客园,,,,companies,
program,x,程式,程序,,,软件,,
procedure,y,程序,程序,,,,,
state,Tunisia,突尼西亞,突尼斯,,,,,
city,Tunis,突尼斯,突尼斯市,,,,,
"""


@pytest.fixture(scope="module")
def ailments(tmp_path_factory: pytest.TempPathFactory) -> list[Ailment]:
    """What ails a term base that has a little of everything."""
    return examined(tmp_path_factory.mktemp("doctor") / "team.csv", *ROWS.splitlines())


# A kind of ailment and a row, and what is told of it.
FOUND = {
    "across two words": ("inside-word", "hospital", ["certain hospital zh-CN 送医 后送医院"]),
    "the end of an idiom": ("inside-word", "fractal", ["possible fractal zh-CN 分形 分形同气"]),
    "near clue words only": ("inside-word", "clued", []),
    "in a company's name, and in another term": (
        "inside-term",
        "blog",
        ["certain blog zh-CN 博客 博客来", "possible blog zh-CN 博客 博客馈送"],
    ),
    "what another row would replace again": (
        "unstable",
        "city",
        ["certain city zh-CN 突尼斯市"],
    ),
    "stable": ("unstable", "program", []),
    "one term of two rows": ("many-to-one", "program", ["possible program zh-CN 程序"]),
}


@pytest.mark.parametrize(("kind", "row", "expected"), list(FOUND.values()), ids=list(FOUND))
def test_ailments(ailments: list[Ailment], kind: str, row: str, expected: list[str]) -> None:
    """What was seen to go wrong is certain, what may be meant is possible; shields guard."""
    found = [one for one in told(ailments, kind) if one.split()[1:3] == [row, "zh-CN"]]
    assert found == expected


def test_certain_comes_first(ailments: list[Ailment]) -> None:
    """What is certain stands at the top, and each kind together."""
    levels = [each.certain for each in ailments]
    assert levels == sorted(levels, reverse=True)
    assert True in levels
    assert False in levels


def test_message(ailments: list[Ailment]) -> None:
    """A message tells both readings of a term, and which one it is without a clue."""
    (found,) = [each for each in ailments if each.kind == "many-to-one"]
    assert found.message == (
        "“程序” stands for 程式 (program), 程序 (procedure) in zh-TW; "
        "without a clue word it becomes “程序”"
    )


def test_corpus(glossary: Path) -> None:
    """Forms that texts hold inside longer words, and rows that they do not hold at all."""
    texts = {"a.zh-CN.md": "单克隆抗体。\n\n单克隆抗体很贵。\n", "b.zh-CN.md": "克隆。\n"}
    rows = ("clone,x,複製,克隆,,,,,", "moon,y,月球,月球,,,,,")
    found = examined(glossary, *rows, texts=texts)
    inside = [each for each in found if each.kind == "inside-words-of-the-corpus"]
    assert [(each.form, each.weight) for each in inside] == [("克隆", 2)]
    assert told(found, "never-occurs") == ["possible moon "]


def ailing(glossary: Path, *rows: str) -> Ailment:
    """Return an ailment of the first of these rows, which wants a shield."""
    glossary.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    row = TermBase.load(glossary, builtin=False)["a"]
    guard = Guard("zh-CN:except", ("后送医院",))
    return Ailment("inside-word", True, row, "zh-CN", "送医", "", guard=guard)


def test_guards_are_written(glossary: Path) -> None:
    """Only the cells that need a guard change."""
    found = ailing(glossary, "a,x,送院,送医,,护送医,,,", "b,y,甲詞,甲词,,,,,")
    before = glossary.read_text("utf-8")
    edits = plan([found, found])
    assert [(edit.column, edit.terms) for edit in edits] == [("zh-CN:except", ("后送医院",))]
    write(edits)
    assert glossary.read_text("utf-8") == before.replace("护送医", "护送医 | 后送医院")


def test_row_that_has_changed_meanwhile(glossary: Path) -> None:
    """What somebody else has written into the cell since stays; a row that is gone is told."""
    edits = plan([ailing(glossary, "a,x,送院,送医,,,,,")])
    changed = glossary.read_text("utf-8").replace("送医,,,", "送医,,护送医,")
    glossary.write_text(changed, encoding="utf-8")
    write(edits)
    assert glossary.read_text("utf-8") == changed.replace("护送医", "护送医 | 后送医院")
    glossary.write_text(HEADER, encoding="utf-8")
    with pytest.raises(InputError, match="there is no row a"):
        write(edits)


def test_only_own_rows_are_examined(glossary: Path) -> None:
    """The rows of a team are examined above the built-in ones, which are not its own."""
    glossary.write_text(HEADER + "a,x,甲詞,甲词,,,,,\n", encoding="utf-8")
    patient = admit(TermBase.load(glossary))
    assert patient.own == {"a"}
    assert len(patient.base) > 4000
