"""What spreadsheets do to cells is told, and nothing that a translator may write."""

import pytest

from termkit.termbase.resaved import find_damage
from termkit.termbase.sheet import Sheet, quote

HEADER = "id,en,zh-TW,zh-CN,note,since,mine"
TEXT_COLUMN = "set its column to “Text” before you open the file (docs/editing.md)"

DAMAGED = {
    "id": {
        "1E+05": f"is an id that a spreadsheet took for a number; type it again, and {TEXT_COLUMN}",
        "1.23457E+11": (
            f"is an id that a spreadsheet took for a number; type it again, and {TEXT_COLUMN}"
        ),
        "2-Jan": f"is what a spreadsheet took for a date; type it again, and {TEXT_COLUMN}",
        "1月2日": f"is what a spreadsheet took for a date; type it again, and {TEXT_COLUMN}",
        "#NAME?": "is what a spreadsheet shows for a broken formula; type the cell again",
    },
    "en": {
        "Mar-10": f"is what a spreadsheet took for a date; type it again, and {TEXT_COLUMN}",
        "=A1+B2": "is a formula for spreadsheets; begin it with another character",
        "Err:508": "is what a spreadsheet shows for a broken formula; type the cell again",
    },
    "zh-TW": {
        "???? | ??": (
            "was Chinese before the file was saved in another encoding; take the cell from an "
            "older version, and save as “CSV UTF-8”"
        ),
    },
    "since": {
        "2025/1/20": "is a date as spreadsheets show it; write 2025-01-20",
        "2025年1月20日": "is a date as spreadsheets show it; write 2025-01-20",
    },
    "mine": {"#REF!": "is what a spreadsheet shows for a broken formula; type the cell again"},
}
FINE = {
    "id": ["001", "na", "1e5", "a.b"],
    "en": ["-ism", "+1", "@home", "= sign", "=", "March 10", "Really?", "C#", "#hashtag", "1E"],
    "zh-TW": ["二月二十八日", "9月11日", "什麼??", "?", "NVIDIA"],
    "zh-CN": ["2-Jan"],
    "note": ["????", "- see also", "== heading", "1E+05"],
    "since": ["2025-01-20", "2025/13/40", "1/20/2025"],
    "mine": ["=A1", "2025/1/20"],
}


def damage(column: str, value: str) -> list[str]:
    """Return what is told of a file with one cell filled."""
    sheet = Sheet(HEADER + "\n", "g.csv")
    cells = {"id": "a", column: value}
    row = ",".join(quote(cells.get(name, "")) for name in HEADER.split(","))
    return [str(problem) for problem in find_damage(Sheet(f"{sheet.text}{row}\n", "g.csv"))]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [(column, *case) for column, cases in DAMAGED.items() for case in cases.items()],
)
def test_damage(column: str, value: str, message: str) -> None:
    """A damaged cell is told with its place and what to do."""
    assert damage(column, value) == [f"g.csv:2: {column}: “{value}” {message}"]


@pytest.mark.parametrize(
    ("column", "value"), [(column, value) for column, values in FINE.items() for value in values]
)
def test_no_damage(column: str, value: str) -> None:
    """What a translator may have meant is left alone."""
    assert damage(column, value) == []
