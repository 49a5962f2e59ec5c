"""Finding and replacing single cells in the text of a CSV file."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.termbase.cells import CellIndex, read_cell, replace_cells

TEXT = '\ufeffid,zh_TW,note\r\na,甲 | 乙,"one, ""two"""\r\n# a, b\r\n\r\nb,丙,"x\r\ny"\r\nc,丁,\r\n'

PLACES = [
    (2, "id", "a"),
    (2, "zh-TW", "甲 | 乙"),
    (2, "note", 'one, "two"'),
    (5, "note", "x\r\ny"),
    (7, "note", ""),
]


@pytest.mark.parametrize(("line", "column", "value"), PLACES)
def test_cell(line: int, column: str, value: str) -> None:
    """A cell is found by the line of its row and the usual name of its column."""
    span = CellIndex(TEXT).cell(line, column)
    assert span is not None
    assert read_cell(span.of(TEXT)) == value


@pytest.mark.parametrize(
    ("column", "term", "text"),
    [("zh-TW", "乙", "乙"), ("note", 'e, "two', 'e, ""two'), ("zh-TW", "丙", "甲 | 乙")],
    ids=["a term", "quoted", "not there: the cell"],
)
def test_term_in_a_cell(column: str, term: str, text: str) -> None:
    """A term is found inside its cell, however the cell is quoted."""
    assert CellIndex(TEXT).find(2, column, term).of(TEXT) == text


def test_column_that_is_not_there() -> None:
    """What stands in no cell is shown as its line."""
    assert CellIndex(TEXT).find(7, "flags", "x").of(TEXT) == "c,丁,"


def test_rows() -> None:
    """Rows are known by the lines on which they begin; comments and blank lines are none."""
    assert list(CellIndex(TEXT).rows()) == [1, 2, 5, 7]


REPLACED = {
    "one cell": ({(2, "zh-TW"): "丙"}, TEXT.replace("甲 | 乙", "丙")),
    "quotes where they are needed": ({(7, "note"): "1, 2"}, TEXT.replace("丁,", '丁,"1, 2"')),
    "nothing": ({}, TEXT),
    "a column that is not there": (
        {(5, "zh-CN:except"): "庚"},
        (
            '\ufeffid,zh_TW,note,zh-CN:except\r\na,甲 | 乙,"one, ""two""",\r\n# a, b\r\n\r\n'
            'b,丙,"x\r\ny",庚\r\nc,丁,,\r\n'
        ),
    ),
}


@pytest.mark.parametrize(("values", "expected"), list(REPLACED.values()), ids=list(REPLACED))
def test_replace(values: dict[tuple[int, str], str], expected: str) -> None:
    """Only what was asked for changes; a new column costs every row its comma."""
    assert replace_cells(TEXT, values) == expected


CELL = st.text(alphabet='甲a ",|\n\r\t', max_size=6)


@given(
    st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5),
    st.integers(0, 4),
    CELL,
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_cell_survives(notes: list[tuple[str, str]], number: int, value: str, end: str) -> None:
    """Whatever stands in a file, a CSV reader finds the new cell in it, and all others as before."""
    rows = [[f"row-{n}", *cells] for n, cells in enumerate(notes)]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        [["id", "note", "Extra"], *rows]
    )
    lines = list(CellIndex(out.getvalue()).rows())[1:]
    number %= len(rows)
    text = replace_cells(out.getvalue(), {(lines[number], "note"): value})
    rows[number][1] = value
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == rows
