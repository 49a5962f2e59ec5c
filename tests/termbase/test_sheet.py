"""The cell editor: what is not changed stays byte for byte, what is reads as it was meant."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.errors import InputError
from termkit.termbase.csvfile import read_csv
from termkit.termbase.layout import format_text
from termkit.termbase.sheet import Kind, Sheet, quote, unquote
from tests.conftest import ROOT

PATH = "glossary/it.csv"
EXCEL = (
    '\ufeffid,zh-TW,note,mine\r\n# pier, jetty,,\r\na,"甲 | 乙","says ""x"", twice\n'
    'and again", kept \r\n,,,\r\nb,丙,,\r\n'
)
QUOTED = '"id","zh-TW","note"\n"a","甲",""\n'


@pytest.mark.parametrize(
    "text",
    [EXCEL, QUOTED, "id", "id\r\ra\r", "id,en\na,x", 'id,en\na,x "y" z\n\n\n', "id,,\na,,\n"],
    ids=["Excel", "all quoted", "header", "old Mac", "no end", "inner quotes", "padding"],
)
def test_unchanged(text: str) -> None:
    """What was only read is the same text."""
    assert Sheet(text, PATH).text == text


@pytest.mark.source_tree
@pytest.mark.parametrize("path", sorted((ROOT / "glossary").glob("*.csv")), ids=lambda p: p.stem)
def test_builtin_files(path: object) -> None:
    """The files of the built-in base come out as they are, and are canonical (glossary format)."""
    with open(str(path), encoding="utf-8", newline="") as file:
        text = file.read()
    assert Sheet(text, str(path)).text == text
    assert format_text(text, str(path)) == text


def test_places_of_rows() -> None:
    """Rows know their kind and the line that they begin on."""
    rows = [(row.kind.value, row.line) for row in Sheet(EXCEL, PATH).rows]
    assert rows == [("header", 1), ("comment", 2), ("concept", 3), ("blank", 5), ("concept", 6)]


CHANGES = [
    ("a", "zh-TW", "丁", EXCEL.replace('"甲 | 乙"', '"丁"')),
    ("a", "note", "", EXCEL.replace('"says ""x"", twice\nand again"', "")),
    ("b", "note", "one, two", EXCEL.replace("b,丙,,", 'b,丙,"one, two",')),
    ("b", "mine", 'a "b"', EXCEL.replace("b,丙,,", 'b,丙,,"a ""b"""')),
    ("b", "zh-TW", "丙", EXCEL),
]


@pytest.mark.parametrize(
    ("row", "column", "value", "expected"), CHANGES, ids=[f"{c[0]} {c[1]}" for c in CHANGES]
)
def test_one_cell(row: str, column: str, value: str, expected: str) -> None:
    """Writing a cell changes that cell alone, and keeps its quotes."""
    sheet = Sheet(EXCEL, PATH)
    (found,) = sheet.find(row)
    assert sheet.set(found, column, value) == (expected != EXCEL)
    assert sheet.text == expected
    assert sheet.get(found, column) == value


def test_new_rows() -> None:
    """A row is added in the file's own style, at the end or behind another row."""
    sheet = Sheet("id,zh-TW,note\r\na,甲,", PATH)
    first = sheet.append({"id": "b", "note": "x,y"})
    sheet.append({"id": "c", "zh-TW": "丙"}, after=sheet.find("a")[0])
    assert sheet.text == 'id,zh-TW,note\r\na,甲,\r\nc,丙,\r\nb,,"x,y"\r\n'
    sheet.remove(first)
    assert sheet.text == "id,zh-TW,note\r\na,甲,\r\nc,丙,\r\n"
    quoted = Sheet(QUOTED, PATH)
    quoted.append({"id": "b"})
    assert quoted.text == QUOTED + '"b","",""\n'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("zh-HK", "id,zh-TW,zh-HK,note,mine\n# a, b\na,甲,,,x\n"),
        ("en", "id,en,zh-TW,note,mine\n# a, b\na,,甲,,x\n"),
        ("since", "id,zh-TW,note,since,mine\n# a, b\na,甲,,,x\n"),
        ("theirs", "id,zh-TW,note,mine,theirs\n# a, b\na,甲,,x,\n"),
    ],
    ids=["locale", "first", "last", "unknown"],
)
def test_new_columns(name: str, expected: str) -> None:
    """A column goes to its canonical place; comments stay as they are."""
    sheet = Sheet("id,zh-TW,note,mine\n# a, b\na,甲,,x\n", PATH)
    sheet.add_column(name)
    assert sheet.text == expected
    assert name in sheet.names


def test_other_spellings_of_a_locale() -> None:
    """A column is found by its canonical name, and its header stays as it is."""
    sheet = Sheet("id, zh_Hant_TW \na,甲\n", PATH)
    sheet.set(sheet.find("a")[0], "zh-TW", "乙")
    assert sheet.text == "id, zh_Hant_TW \na,乙\n"


FAULTS = {
    "empty": ("", "glossary/it.csv:1: the file is empty; the first line must name the columns"),
    "no id": ("en;zh-TW\n", "glossary/it.csv:1: id: there is no id column"),
    "semicolons": ("id;en\n", "glossary/it.csv:1: semicolons stand between the cells; save the"),
    "tabs": ("en\tid\n", "glossary/it.csv:1: tabs stand between the cells; save the file with com"),
    "unknown locale": ("id,zh-TX\n", "glossary/it.csv:1: zh-TX: unknown locale column; did you"),
    "loose quote": ('id,en\na,"x" y\n', "glossary/it.csv:2: not valid CSV (',' expected after"),
    "open quote": ('id,en\na,x\nb,"y\n', "glossary/it.csv:3: not valid CSV (unexpected end of"),
}


@pytest.mark.parametrize(("text", "message"), list(FAULTS.values()), ids=list(FAULTS))
def test_faults(text: str, message: str) -> None:
    """What cannot be told apart into cells is refused in the loader's words."""
    with pytest.raises(InputError) as caught:
        Sheet(text, PATH)
    assert str(caught.value.problems[0]).startswith(message)


def test_rows_that_do_not_fit() -> None:
    """Rows with too many cells or too few are told; they keep their place."""
    sheet = Sheet("id,en,note\na,x\n# c\nb,Jobs, Steve,\n", PATH)
    assert [str(problem) for problem in sheet.misfits()] == [
        (
            "glossary/it.csv:2: a has 2 cells, the header has 3; "
            "add the missing commas (a cell may be empty)"
        ),
        (
            "glossary/it.csv:4: b has 4 cells, the header has 3; "
            "put a cell that holds a comma in double quotes"
        ),
    ]
    assert sheet.get(sheet.find("a")[0], "note") == ""


def test_conflict_of_lines() -> None:
    """What git's own merge left is told for what it is, once."""
    text = "id,en\n<<<<<<< HEAD\na,x\n=======\na,y\n>>>>>>> desk\n"
    assert [str(problem) for problem in Sheet(text, PATH).misfits()] == [
        (
            "glossary/it.csv:2: git has left a conflict here; keep one of the versions, and take "
            "out the lines <<<, === and >>>"
        )
    ]


def test_faults_of_a_row() -> None:
    """The loader's faults of one row are told with the row's own line."""
    sheet = Sheet("id,zh-TW\na,甲\nB,软件\n", PATH)
    messages = [str(problem) for row in sheet.concepts for problem in sheet.faults_of(row)]
    assert messages == [str(problem) for problem in read_csv(sheet.text, PATH)[1]]
    assert len(messages) == 2


CELL = st.text(alphabet='ab"甲,\r\n #|\u2028\x85', max_size=6)
ROWS = st.lists(st.lists(CELL, min_size=2, max_size=3), max_size=5)


@given(ROWS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.booleans())
def test_reads_as_csv_does(rows: list[list[str]], end: str, bom: bool, quoted: bool) -> None:
    """The cells are those of the csv module, and come out as they were written."""
    table = [["id", "en"], *rows]
    body = "".join(",".join(quote(c, always=quoted) for c in row) + end for row in table)
    text = "\ufeff" * bom + body
    sheet = Sheet(text, PATH)
    assert sheet.text == text
    reader = csv.reader(io.StringIO(body, newline=""), strict=True)
    assert [row.values for row in sheet.rows] == table == list(reader)


@given(st.text(alphabet='a",\r\n甲', max_size=12))
def test_reads_any_text_as_csv_does(text: str) -> None:
    """Whatever is no CSV for the csv module is none here, and the other way round."""
    source = "id\n" + text
    try:
        rows = list(csv.reader(io.StringIO(source, newline=""), strict=True))
    except csv.Error:
        with pytest.raises(InputError):
            Sheet(source, PATH)
        return
    sheet = Sheet(source, PATH)
    assert sheet.text == source
    assert [row.values for row in sheet.rows] == [row or [""] for row in rows]


@given(st.text(max_size=8), st.booleans())
def test_any_value_can_be_written(value: str, always: bool) -> None:
    """A value reads back as it was."""
    assert unquote(quote(value, always=always)) == value


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["en", "note"]), CELL), max_size=6))
def test_other_cells_stay(edits: list[tuple[int, str, str]]) -> None:
    """After any edits, a row that was not edited has its bytes, and the edited ones their values."""
    rows = ['a,"x",1', "b,y,", 'c,"",","', "# d,e,f"]
    sheet = Sheet("id,en,note\r\n" + "\r\n".join(rows), PATH)
    concepts = [row for row in sheet.rows if row.kind is Kind.CONCEPT]
    wanted = {}
    for number, name, value in edits:
        if number < len(concepts):
            sheet.set(concepts[number], name, value)
            wanted[number, name] = value
    again = Sheet(sheet.text, PATH)
    found = list(again.concepts)
    assert {key: again.get(found[key[0]], key[1]) for key in wanted} == wanted
    for number, row in enumerate(found):
        if not any(key[0] == number for key in wanted):
            assert ",".join(row.raw) == rows[number]
