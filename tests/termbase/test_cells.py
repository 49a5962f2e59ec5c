"""Finding single cells in the text of a CSV file."""

import pytest

from termkit.termbase.cells import CellIndex
from termkit.termbase.sheet import unquote

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
    assert unquote(span.of(TEXT)) == value


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
