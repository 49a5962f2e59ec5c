"""Examining a term base: what was seen to happen is certain, what may be meant is possible."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from termkit.engine.collect import Named
from termkit.engine.curation.cuts import pieces
from termkit.engine.curation.diagnosis import KINDS, Ailment, Guard
from termkit.engine.curation.doctor import admit, examine, read_corpus
from termkit.engine.curation.guards import plan, write
from termkit.errors import InputError
from termkit.model.term import Concept
from termkit.termbase.store import TermBase
from termkit.text import Span

HEADER = "id,en,zh-TW,zh-CN,zh-TW:except,zh-CN:except,zh-CN:context,domain,flags,zh-HK\n"


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """The file that holds the term base of a test."""
    return tmp_path / "team.csv"


def write_rows(glossary: Path, *rows: str) -> None:
    """Write a table of these rows, whose last cells may be left out."""
    padded = (f"{row}{',' * (HEADER.count(',') - row.count(','))}\n" for row in rows)
    glossary.write_text(HEADER + "".join(padded), encoding="utf-8")


def examined(
    glossary: Path, *rows: str, texts: dict[str, str] | None = None, kinds: Iterable[str] = KINDS
) -> list[Ailment]:
    """Examine a term base of these rows by itself, beside texts by their names."""
    write_rows(glossary, *rows)
    patient = admit(TermBase.load(glossary, builtin=False))
    files = []
    for name, text in (texts or {}).items():
        path = glossary.parent / name
        path.write_text(text, encoding="utf-8")
        files.append(Named(path))
    corpus, problems = read_corpus(patient, files)
    assert problems == []
    return examine(patient, corpus, list(kinds))


def told(ailments: list[Ailment], kind: str) -> list[str]:
    """Return the ailments of a kind: level, row, locale, form, and the guard."""
    return [
        " ".join(
            [
                "certain" if each.certain else "possible",
                each.concept.id,
                each.locale,
                each.form,
                *(term for guard in each.guards for term in guard.terms),
            ]
        ).replace("  ", " ")
        for each in ailments
        if each.kind == kind
    ]


ROWS = """\
hospital,x,送院,送医,,,,,
plan,x,計畫,计划,,,,,
wallet,x,錢包,皮夹,,,,,
clued,x,碎片,星云,,,望远镜,,
blog,x,部落格,博客,,,,,
books,Books,博客來,,,,,companies,
feed,Feed,博客饋送,,,,,software,
known,Known,博客園,博客园,,,,companies,
program,x,程式,程序,,,软件,,
procedure,y,程序,程序,,,,,
state,Tunisia,突尼西亞,突尼斯,,,,,
city,Tunis,突尼斯,突尼斯市,,,,,
yogurt,x,優格,酸奶,,,,,,乳酪
cheese,x,乳酪,奶酪,,,,,,芝士
"""


@pytest.fixture(scope="module")
def ailments(tmp_path_factory: pytest.TempPathFactory) -> list[Ailment]:
    """What ails a term base that has a little of everything."""
    return examined(tmp_path_factory.mktemp("doctor") / "team.csv", *ROWS.splitlines())


# A kind of ailment and a row, and what is told of it.
FOUND = {
    "across two words": ("inside-word", "hospital", ["certain hospital zh-CN 送医 后送医院"]),
    "as likely across as along": (
        "inside-word",
        "wallet",
        ["possible wallet zh-TW 皮夾 皮夾克 皮夹克"],
    ),
    "a part of compounds: 五年计划": ("inside-word", "plan", []),
    "near clue words only": ("inside-word", "clued", []),
    "in a company's name, not in a term made of it": (
        "inside-term",
        "blog",
        ["certain blog zh-CN 博客 博客来"],
    ),
    "what another row would replace again": (
        "unstable",
        "city",
        ["certain city zh-CN 突尼斯市"],
    ),
    "false friends of one script": (
        "unstable",
        "yogurt",
        ["possible yogurt zh-TW 優格"],
    ),
    "stable": ("unstable", "program", []),
    "one term of two rows": ("many-to-one", "program", ["possible program zh-CN 程序"]),
}


@pytest.mark.parametrize(("kind", "row", "expected"), list(FOUND.values()), ids=list(FOUND))
def test_ailments(ailments: list[Ailment], kind: str, row: str, expected: list[str]) -> None:
    """What was seen to go wrong is certain, what may be meant is possible; shields guard."""
    assert [one for one in told(ailments, kind) if one.split()[1] == row] == expected


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


def catalogue(*translations: str) -> str:
    """Return a catalogue in zh-TW with these translations."""
    header = 'msgid ""\nmsgstr "Language: zh_TW\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f'\nmsgid "{text.encode().hex()}"\nmsgstr "{text}"\n' for text in translations)
    return header + "".join(entries)


# Rows and texts, and what is told of a kind.
TEXTS: dict[str, tuple[str, list[str], dict[str, str], list[str]]] = {
    "inside words that their parts tell, or texts of the target keep": (
        "inside-words-of-the-corpus",
        ["wallet,x,錢包,皮夹", "clone,x,複製,克隆"],
        {
            "a.zh-CN.md": "皮夹克。\n\n皮夹克很贵。\n单克隆抗体。\n\n单克隆抗体很贵。\n",
            "b.zh-TW.md": "單克隆抗體不能複製。",
            "c.zh-TW.md": "複製單克隆抗體。",
        },
        ["possible wallet zh-CN 皮夹 皮夹克", "possible clone zh-CN 克隆 单克隆"],
    ),
    "inside a word that texts of the target do not tell of": (
        "inside-words-of-the-corpus",
        ["clone,x,複製,克隆"],
        {"a.zh-CN.md": "单克隆抗体。\n\n单克隆抗体很贵。\n", "b.zh-TW.md": "複製。"},
        [],
    ),
    "a word by itself": (
        "inside-words-of-the-corpus",
        ["wallet,x,錢包,皮夹"],
        {"a.zh-CN.md": "皮夹很贵。\n\n皮夹便宜。\n"},
        [],
    ),
    "rows that do not occur": (
        "never-occurs",
        ["clone,x,複製,克隆", "moon,y,月球,月球"],
        {"a.zh-CN.md": "克隆。\n"},
        ["possible moon "],
    ),
    "clue words": (
        "undecided",
        ["program,x,程式,程序,,,软件", "procedure,y,程序,程序", "debug,z,偵錯,调试"],
        {
            "a.zh-CN.md": "程序要调试。\n程序未调试。\n调试程序。\n程序合法。\n",
            "b.zh-TW.md": "".join(f"第{n}個程式要偵錯。\n程序第{n}條。\n" for n in range(10)),
            "c.zh-TW.md": "".join(f"第{n}個程式偵錯了。\n程序有{n}條。\n" for n in range(10)),
            "d.zh-TW.md": "今天天氣很好，大家都出門散步去了。\n" * 50,
        },
        ["possible program zh-CN 程序 调试"],
    ),
    "clue words that stand beside the other sense too": (
        "undecided",
        ["program,x,程式,程序,,,软件", "procedure,y,程序,程序", "debug,z,偵錯,调试"],
        {
            "a.zh-CN.md": "程序要调试。\n程序未调试。\n调试程序。\n程序合法。\n",
            "b.zh-TW.md": "".join(f"第{n}個程式要偵錯。\n程序第{n}條。\n" for n in range(10)),
            "c.zh-TW.md": "".join(f"第{n}個程式偵錯了。\n偵錯程序{n}。\n" for n in range(10)),
            "d.zh-TW.md": "今天天氣很好，大家都出門散步去了。\n" * 50,
        },
        [],
    ),
    "one longer word, kept apart": (
        "in-both-senses",
        ["project,x,專案,项目"],
        {
            f"{name}.zh-TW.md": "比賽項目很多，運動項目也多。\n比賽項目。運動項目。\n啟動專案。\n"
            for name in "ab"
        },
        ["possible project zh-TW 項目 比賽項目 運動項目"],
    ),
    "clue words of the right term": (
        "in-both-senses",
        ["reference,x,參照,引用"],
        {
            **{
                f"{name}.zh-TW.md": "".join(f"第{n}個外部參照。\n" for n in range(12))
                + "".join(f"他{verb}引用了。\n" for verb in verbs)
                for name, verbs in (("a", "常曾又再便就"), ("b", "也都沒能才還"))
            },
            "d.zh-TW.md": "今天天氣很好，大家都出門散步去了。\n" * 50,
        },
        ["possible reference zh-TW 引用 外部"],
    ),
    "among the same words: not consistent": (
        "in-both-senses",
        ["project,x,專案,项目"],
        {
            f"{name}.zh-TW.md": "啟動項目，啟動項目。\n啟動項目。啟動項目。\n啟動專案。\n"
            for name in "ab"
        },
        [],
    ),
    "a word of another row, in programs": (
        "in-both-senses",
        ["program,x,程式,程序,,,,software", "procedure,y,程序,程序"],
        {
            "a.po": catalogue("法律程序", "行政程序", "開啟程式"),
            "b.po": catalogue("申請程序", "訴訟程序", "執行程式"),
        },
        ["possible program zh-TW 程序 clue-only"],
    ),
}


@pytest.mark.parametrize(
    ("kind", "rows", "texts", "expected"), list(TEXTS.values()), ids=list(TEXTS)
)
def test_corpus(
    glossary: Path, kind: str, rows: list[str], texts: dict[str, str], expected: list[str]
) -> None:
    """What texts tell of a term base: which of its rows need a guard, and which nobody uses."""
    assert told(examined(glossary, *rows, texts=texts, kinds=[kind]), kind) == expected


# A longer word with its form in brackets, and the words it is read as, or none.
CUTS = {
    "借[方差]额": ["借方", "差额"],
    "皮[皮夹]": [],
    "[皮夹]克": ["皮", "夹克"],
    "五年[计划]": [],
    "[软件]平台": [],
    "六[周年]": [],
    "托[运行]李": ["托运", "行李"],
    "人[权标]准": ["人权", "标准"],
}


@pytest.mark.parametrize(("marked", "expected"), CUTS.items(), ids=list(CUTS))
def test_cuts(marked: str, expected: list[str]) -> None:
    """A form is part of a compound, or another word lies across its edge."""
    before, form, behind = re.split(r"[\[\]]", marked)
    span = Span(len(before), len(before) + len(form))
    row = Concept("a", {"zh-CN": (form,)})
    assert list(pieces(before + form + behind, span, row)) == expected


def test_kinds(glossary: Path) -> None:
    """Only what is asked for is looked for."""
    write_rows(glossary, *ROWS.splitlines())
    patient = admit(TermBase.load(glossary, builtin=False))
    assert {each.kind for each in examine(patient, kinds=["many-to-one"])} == {"many-to-one"}


def ailing(glossary: Path, *rows: str) -> Ailment:
    """Return an ailment of the first of these rows, which wants a shield."""
    write_rows(glossary, *rows)
    row = TermBase.load(glossary, builtin=False)["a"]
    guards = (
        Guard("zh-CN:except", ("后送医院",)),
        Guard("zh-CN:context", ("救护车",)),
        Guard("flags", ("clue-only",)),
    )
    return Ailment("inside-word", True, row, "zh-CN", "送医", "", guards=guards)


def test_guards_are_written(glossary: Path) -> None:
    """Only the cells that need a guard change."""
    found = ailing(glossary, "a,x,送院,送医,,护送医,,,,", "b,y,甲詞,甲词,,,,,,")
    before = glossary.read_text("utf-8")
    edits = plan([found, found])
    assert [(edit.column, edit.terms) for edit in edits] == [
        ("zh-CN:except", ("后送医院",)),
        ("zh-CN:context", ("救护车",)),
        ("flags", ("clue-only",)),
    ]
    write(edits)
    assert glossary.read_text("utf-8") == before.replace(
        "护送医,,,,", "护送医 | 后送医院,救护车,,clue-only,"
    )


def test_row_that_has_changed_meanwhile(glossary: Path) -> None:
    """What somebody else has written into the cell since stays; a row that is gone is told."""
    edits = plan([ailing(glossary, "a,x,送院,送医,,,救护车,,clue-only,")])
    assert [edit.column for edit in edits] == ["zh-CN:except"]
    changed = glossary.read_text("utf-8").replace("送医,,,", "送医,,护送医,")
    glossary.write_text(changed, encoding="utf-8")
    write(edits)
    assert glossary.read_text("utf-8") == changed.replace("护送医", "护送医 | 后送医院")
    glossary.write_text(HEADER, encoding="utf-8")
    with pytest.raises(InputError, match="there is no row a"):
        write(edits)


def test_only_own_rows_are_examined(glossary: Path) -> None:
    """The rows of a team are examined above the built-in ones, which are not its own."""
    write_rows(glossary, "a,x,甲詞,甲词")
    patient = admit(TermBase.load(glossary))
    assert patient.own == {"a"}
    assert len(patient.base) > 4000
