"""Reading the wide CSV: every fault is told with its place, and the sound rows are kept."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.model.term import Concept
from termkit.termbase.csvfile import read_csv

PATH = "glossary/it.csv"
KNOWN_FLAGS = (
    "after-number, before-number, clue-only, convert-only, dnt, domain-only, from-tw, "
    "ignore-case, not-from-tw, one-way, to-hans"
)
HEADER = "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:context,status,flags,since,until\n"


def read(text: str) -> tuple[list[Concept], list[str]]:
    """Read a file of the test; return its concepts and the messages of its problems."""
    concepts, problems = read_csv(text, PATH)
    return concepts, [str(problem) for problem in problems]


NO_ID = "there is no id column; the first line must name the columns (id,en,zh-TW,…)"

HEADER_FAULTS = {
    "empty file": (
        "",
        (
            "glossary/it.csv:1: the file is empty; "
            "the first line must name the columns (id,en,zh-TW,…)"
        ),
    ),
    "only a BOM": (
        "\ufeff",
        (
            "glossary/it.csv:1: the file is empty; "
            "the first line must name the columns (id,en,zh-TW,…)"
        ),
    ),
    "blank first line": ("\nid,zh-TW\na,甲\n", f"glossary/it.csv:1: id: {NO_ID}"),
    "no id column": ("en,zh-TW\na,甲\n", f"glossary/it.csv:1: id: {NO_ID}"),
    "semicolons": ("id;zh-TW\na;甲\n", f"glossary/it.csv:1: id: {NO_ID}"),
    "column twice": (
        "id,note,note\na,1,2\n",
        "glossary/it.csv:1: note: the column stands twice",
    ),
    "locale twice in two spellings": (
        "id,zh-TW,zh_Hant_TW\na,甲,乙\n",
        "glossary/it.csv:1: zh-TW: the column stands twice",
    ),
    "unknown region": (
        "id,zh-TX\na,甲\n",
        "glossary/it.csv:1: zh-TX: unknown locale column; did you mean zh-TW?",
    ),
    "locale without a column": (
        "id,zh-MO\na,甲\n",
        "glossary/it.csv:1: zh-MO: unknown locale column; did you mean zh-TW?",
    ),
    "unknown aspect": (
        "id,zh-TW:avoided\na,甲\n",
        (
            "glossary/it.csv:1: zh-TW:avoided: unknown column; "
            "after “zh-TW:” comes one of avoid, except, context"
        ),
    ),
    "colon after no locale": (
        "id,klingon:Qapla\na,甲\n",
        "glossary/it.csv:1: klingon:Qapla: unknown locale column",
    ),
    "broken quotes": (
        'id,"zh"-TW\na,甲\n',
        "glossary/it.csv:1: not valid CSV (',' expected after '\"'); check the quotes of this row",
    ),
}


@pytest.mark.parametrize(("text", "message"), list(HEADER_FAULTS.values()), ids=list(HEADER_FAULTS))
def test_fault_of_the_header(text: str, message: str) -> None:
    """A header that can't be used is reported once, and no row is read by guess."""
    assert read(text) == ([], [message])


def test_every_fault_of_the_header_is_told() -> None:
    """Several wrong columns are reported together."""
    concepts, messages = read("id,zh-TX,id,zh-CN:foo\na,b,c,d\n")
    assert concepts == []
    assert messages == [
        "glossary/it.csv:1: zh-TX: unknown locale column; did you mean zh-TW?",
        "glossary/it.csv:1: id: the column stands twice",
        (
            "glossary/it.csv:1: zh-CN:foo: unknown column; "
            "after “zh-CN:” comes one of avoid, except, context"
        ),
    ]


# id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:context,status,flags,since,until
ROW_FAULTS = {
    "too few cells": (
        "bad,x\n",
        "bad has 2 cells, the header has 11; add the missing commas (a cell may be empty)",
    ),
    "too many cells": (
        "bad,Jobs, Steve,,,,,,,,,\n",
        "bad has 12 cells, the header has 11; put a cell that holds a comma in double quotes",
    ),
    "too many cells and no id": (
        ",Jobs, Steve,,,,,,,,,\n",
        "the row has 12 cells, the header has 11; put a cell that holds a comma in double quotes",
    ),
    "id missing": (",x,甲,,,,,,,,\n", "id: the id is missing"),
    "id in capitals": (
        "BAD,x,甲,,,,,,,,\n",
        "id: 'BAD' is not an id; use lower-case letters, digits and hyphens",
    ),
    "id with a space": (
        "a b,x,甲,,,,,,,,\n",
        "id: 'a b' is not an id; use lower-case letters, digits and hyphens",
    ),
    "id that opens with a hyphen": (
        "-a,x,甲,,,,,,,,\n",
        "id: '-a' is not an id; use lower-case letters, digits and hyphens",
    ),
    "term twice": ("bad,x,甲乙 | 丙 | 甲乙,,,,,,,,\n", "zh-TW: “甲乙” stands twice in the cell"),
    "term over two lines": (
        'bad,x,"甲乙\n丙丁",,,,,,,,\n',
        "zh-TW: “甲乙 丙丁” runs over two lines; put “|” between two terms",
    ),
    "zero-width space": (
        "bad,x,甲\u200b乙,,,,,,,,\n",
        "zh-TW: “甲\u200b乙” holds the invisible character U+200B; delete it",
    ),
    "BOM in a term": (
        "bad,\ufeffx,甲,,,,,,,,\n",
        "en: “\ufeffx” holds the invisible character U+FEFF; delete it",
    ),
    "mask character": (
        "bad,x,甲\ufffc,,,,,,,,\n",
        "zh-TW: “甲\ufffc” holds the invisible character U+FFFC; delete it",
    ),
    "full-width letter": (
        "bad,x,主權ＡI,,,,,,,,\n",
        "zh-TW: “主權ＡI” holds the full-width “Ａ”; write it half-width",
    ),
    "full-width digit": (
        "bad,x,,,,,甲 | 第１,,,,\n",
        "zh-TW:context: “第１” holds the full-width “１”; write it half-width",
    ),
    "simplified in zh-TW": (
        "bad,x,软体,,,,,,,,\n",
        "zh-TW: “软体” holds the simplified character 软、体",
    ),
    "simplified in zh-HK": (
        "bad,x,,软件,,,,,,,\n",
        "zh-HK: “软件” holds the simplified character 软",
    ),
    "traditional in zh-CN": (
        "bad,x,,,軟體,,,,,,\n",
        "zh-CN: “軟體” holds the traditional character 軟、體",
    ),
    "simplified among the avoided": (
        "bad,x,軟體,,,软件,,,,,\n",
        "zh-TW:avoid: “软件” holds the simplified character 软",
    ),
    "good and avoided": (
        "bad,x,軟體,,,軟件 | 軟體,,,,,\n",
        "zh-TW:avoid: “軟體” is both a good term and an avoided one; keep it in one cell",
    ),
    "avoided without a good term": (
        "bad,x,,軟件,,軟件,,,,,\n",
        "zh-TW:avoid: there is nothing to use instead; fill the zh-TW cell",
    ),
    "unknown status": (
        "bad,x,甲,,,,,final,,,\n",
        "status: unknown status 'final'; known: approved, draft, obsolete",
    ),
    "unknown flag": (
        "bad,x,甲,,,,,,dnt no-way,,\n",
        f"flags: unknown flag 'no-way'; known: {KNOWN_FLAGS}",
    ),
    "day that does not exist": (
        "bad,x,甲,,,,,,,2025-02-30,\n",
        "since: '2025-02-30' is not a date; write it as 2025-01-20",
    ),
    "date in words": (
        "bad,x,甲,,,,,,,,next year\n",
        "until: 'next year' is not a date; write it as 2025-01-20",
    ),
    "date without hyphens": (
        "bad,x,甲,,,,,,,,20250120\n",
        "until: '20250120' is not a date; write it as 2025-01-20",
    ),
    "date by week": (
        "bad,x,甲,,,,,,,2025-W04-1,\n",
        "since: '2025-W04-1' is not a date; write it as 2025-01-20",
    ),
    "text after a closing quote": (
        'bad,x,"甲"乙,,,,,,,,\n',
        "not valid CSV (',' expected after '\"'); check the quotes of this row",
    ),
}


@pytest.mark.parametrize(("row", "message"), list(ROW_FAULTS.values()), ids=list(ROW_FAULTS))
def test_fault_of_a_row(row: str, message: str) -> None:
    """A faulty row is reported with its line and left out; the rows around it are read."""
    before, after = "first,,甲,,,,,,,,\n", "last,,乙,,,,,,,,\n"
    concepts, messages = read(HEADER + before + row + after)
    assert messages == [f"glossary/it.csv:3: {message}"]
    assert [concept.id for concept in concepts] == ["first", "last"]


def test_open_quote_at_the_end() -> None:
    """A quote that is never closed is reported at the line where its row begins."""
    concepts, messages = read('id,zh-TW,note\na,甲,\nb,乙,"open\nc,丙,\n')
    assert messages == [
        "glossary/it.csv:3: not valid CSV (unexpected end of data); check the quotes of this row"
    ]
    assert [concept.id for concept in concepts] == ["a"]


def test_all_faults_at_once() -> None:
    """Every fault of every row is reported, in order, with the lines that they stand on."""
    concepts, messages = read(
        "id,zh-TW,zh-TW:avoid,since,flags,note\n"
        "Two,软 | 软,丙 | 软,soon,x y,\n"
        'ok,甲,,,,"one\n'
        'two"\n'
        "few\n"
        ',"甲"x\n'
        ",乙,,,,\n"
    )
    assert [concept.id for concept in concepts] == ["ok"]
    assert messages == [
        "glossary/it.csv:2: zh-TW: “软” stands twice in the cell",
        "glossary/it.csv:2: zh-TW: “软” holds the simplified character 软",
        "glossary/it.csv:2: zh-TW:avoid: “软” holds the simplified character 软",
        "glossary/it.csv:2: id: 'Two' is not an id; use lower-case letters, digits and hyphens",
        f"glossary/it.csv:2: flags: unknown flag 'x'; known: {KNOWN_FLAGS}",
        f"glossary/it.csv:2: flags: unknown flag 'y'; known: {KNOWN_FLAGS}",
        "glossary/it.csv:2: since: 'soon' is not a date; write it as 2025-01-20",
        (
            "glossary/it.csv:2: zh-TW:avoid: "
            "“软” is both a good term and an avoided one; keep it in one cell"
        ),
        (
            "glossary/it.csv:5: few has 1 cells, the header has 6; "
            "add the missing commas (a cell may be empty)"
        ),
        "glossary/it.csv:6: not valid CSV (',' expected after '\"'); check the quotes of this row",
        "glossary/it.csv:7: id: the id is missing",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "not ended"])
def test_line_numbers(bom: str, end: str, *, last: bool) -> None:
    """Rows keep their line whatever the line ends, BOM, comments and cells of several lines."""
    lines = [
        "id,en,zh-TW,note",
        "# a comment, with, more, commas, than, columns",
        'a,"Jobs, Steve",賈伯斯,"first',
        'second, ""quoted"""',
        "",
        ",,,",
        "  # indented comment",
        "b,,甲,",
        "Wrong,,乙,",
        "c,,丙,x",
    ]
    concepts, messages = read(bom + end.join(lines) + (end if last else ""))
    assert [(concept.id, concept.line) for concept in concepts] == [("a", 3), ("b", 8), ("c", 10)]
    assert messages == [
        "glossary/it.csv:9: id: 'Wrong' is not an id; use lower-case letters, digits and hyphens"
    ]
    assert concepts[0].terms["en"] == ("Jobs, Steve",)
    assert concepts[0].note == f'first{end}second, "quoted"'


@pytest.mark.parametrize(
    "header",
    ["zh-TW", "zh_TW", "zh-tw", "zh-Hant-TW", "zh_Hant_TW", " zh-TW "],
)
def test_header_spelling(header: str) -> None:
    """A locale column may be spelt as any system spells the locale, its aspects too."""
    concepts, messages = read(f"id,{header},{header.strip()}:avoid\na,甲 | 乙,丙\n")
    assert messages == []
    assert concepts[0].terms == {"zh-TW": ("甲", "乙")}
    assert concepts[0].avoid == {"zh-TW": ("丙",)}


def test_every_column_arrives() -> None:
    """Each known cell lands in the field of its name, each unknown one among the extras."""
    concepts, messages = read(
        "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-HK:except,zh-CN:context,domain,pos,definition,"
        "note,source,status,flags,since,until,Reviewer, Ticket \n"
        "a.b-c_1, AI , 甲 |乙| ,丙,丁,戊,己 | 庚,辛,law,noun,what,why,who,draft,"
        '"dnt, ignore-case | one-way",2024-02-29,2025-01-20, Ann ,#12\n'
    )
    assert messages == []
    assert concepts == [
        Concept(
            id="a.b-c_1",
            terms={"en": ("AI",), "zh-TW": ("甲", "乙"), "zh-HK": ("丙",), "zh-CN": ("丁",)},
            avoid={"zh-TW": ("戊",)},
            shields={"zh-HK": ("己", "庚")},
            context={"zh-CN": ("辛",)},
            domain="law",
            pos="noun",
            definition="what",
            note="why",
            source="who",
            status="draft",
            flags=frozenset({"dnt", "ignore-case", "one-way"}),
            since="2024-02-29",
            until="2025-01-20",
            extra={"Reviewer": " Ann ", "Ticket": "#12"},
            layer=0,
            path=PATH,
            line=2,
        )
    ]


def test_domain_is_the_name_of_the_file() -> None:
    """A row without a domain has that of its file, and knows its layer."""
    concepts, _ = read_csv("id,zh-TW\na,甲\n", "team/people.csv", 3)
    assert (concepts[0].domain, concepts[0].layer) == ("people", 3)


@pytest.mark.parametrize("cell", ["NA", "001", "null", "None", "nan", "1e3", "TRUE", "-", "=1+1"])
def test_everything_is_text(cell: str) -> None:
    """No cell is read as a number, a truth value or a hole."""
    concepts, messages = read(f"id,en,note,Extra\na,{cell},{cell},{cell}\n")
    assert messages == []
    found = concepts[0]
    assert (found.terms["en"], found.note, found.extra["Extra"]) == ((cell,), cell, cell)


@pytest.mark.parametrize(
    ("cell", "locale"),
    [
        ("后台 | 干 | 里 | 台灣 | 只", "zh-TW"),
        ("着 | 裏 | 台 | 群", "zh-HK"),
        ("乾隆 | 瞭望 | 著", "zh-CN"),
        ("恒生 | 𠮟", "zh-HK"),
        ("第3方 | e-mail | C++ | 「甲」", "zh-TW"),
    ],
    ids=["shared forms", "Hong Kong", "kept in simplified", "tolerated", "Latin and marks"],
)
def test_sound_terms(cell: str, locale: str) -> None:
    """Characters that both scripts use, half-width Latin and punctuation are no fault."""
    concepts, messages = read(f"id,{locale}\na,{cell}\n")
    assert messages == []
    assert len(concepts[0].terms[locale]) == cell.count("|") + 1


def test_empty_cells_hold_no_opinion() -> None:
    """A row of empty cells is a concept without terms, not a fault."""
    concepts, messages = read("id,zh-TW,zh-CN\na, | ,\n")
    assert messages == []
    assert concepts[0].terms == {}


CELLS = st.text(
    alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n\r,\"'"),
    max_size=20,
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_any_text_survives_in_notes(rows: list[tuple[str, str]], end: str) -> None:
    """What a CSV writer puts into free cells is read back, on the line where it was written."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "note", "Extra"])
    lines = []
    for number, (note, extra) in enumerate(rows):
        written = buffer.getvalue()
        lines.append(len(written.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
        writer.writerow([f"row-{number}", note, extra])
    concepts, messages = read(buffer.getvalue())
    assert messages == []
    assert [(c.note, c.extra["Extra"]) for c in concepts] == [(n.strip(), e) for n, e in rows]
    assert [concept.line for concept in concepts] == lines


@given(st.text(alphabet='id,zh-TWCN:avoid甲软"\n\r|# \ufeff\0a', max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text gives sound rows or faults that name the file and a line of it."""
    concepts, problems = read_csv(text, PATH)
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(problem.path == PATH and 1 <= problem.line <= last for problem in problems)
    assert all(2 <= concept.line <= last for concept in concepts)
