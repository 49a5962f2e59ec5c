"""What a spreadsheet rewrote is known from what a person changed."""

import pytest

from termkit.termbase.resaved import is_resaved, undo
from termkit.termbase.sheet import Sheet

REWRITTEN = [
    ("001", "1"),
    ("1e5", "100000"),
    ("1e5", "1.00E+05"),
    ("12345678901234567890", "1.23456789012346E+019"),
    ("12345678901234567890", "1.23E+19"),
    ("1.50", "1.5"),
    ("1,000", "1000"),
    ("+886", "886"),
    (".5", "0.5"),
    ("2025-01-20", "2025/1/20"),
    ("2025-01-20", "1/20/2025"),
    ("2025-01-20", "20.01.25"),
    ("2025-01-20", "2025年1月20日"),
    ("2025-01-20", "20-Jan-25"),
    ("1-2", "2-Jan"),
    ("3/4", "3月4日"),
    ("true", "TRUE"),
    ("=1+2", "3"),
    ("=x", "#NAME?"),
    ("-ism", "#NAME?"),
]
EDITED = [
    ("001", "2"),
    ("001", "002"),
    ("1e5", "100001"),
    ("1.23E+19", "1.24E+19"),
    ("1990", "1990.0"),
    ("2025-01-20", "2025/1/21"),
    ("2025-01-20", ""),
    ("2025-13-45", "2025/13/45"),
    ("1-2", "3-Jan"),
    ("true", "FALSE"),
    ("True story", "TRUE STORY"),
    ("-ism", "ism"),
    ("甲", "乙"),
    ("", "1"),
    ("1", "001"),
    ("e", "E"),
    ("-", "3"),
]


@pytest.mark.parametrize(("original", "saved"), REWRITTEN, ids=[" → ".join(c) for c in REWRITTEN])
def test_rewritten(original: str, saved: str) -> None:
    """These are how spreadsheets write what they took for a number, a date or a formula."""
    assert is_resaved(original, saved)
    assert not is_resaved(original, original)


@pytest.mark.parametrize(("original", "saved"), EDITED, ids=[" → ".join(c) for c in EDITED])
def test_edited(original: str, saved: str) -> None:
    """These a person has changed."""
    assert not is_resaved(original, saved)


BEFORE = "id,en,note,since\n001,x,007,2025-01-20\n1e5,y,,\nb,z,1.50,2024-01-01\n"
UNDONE = {
    "all of it": (
        "id,en,note,since\n1,x,7,2025/1/20\n100000,y,,\nb,z,1.5,2024/1/1\n",
        BEFORE,
        [
            "g.csv:2: id: a spreadsheet has made “1” of “001”",
            "g.csv:2: note: a spreadsheet has made “7” of “007”",
            "g.csv:2: since: a spreadsheet has made “2025/1/20” of “2025-01-20”",
            "g.csv:3: id: a spreadsheet has made “100000” of “1e5”",
            "g.csv:4: note: a spreadsheet has made “1.5” of “1.50”",
            "g.csv:4: since: a spreadsheet has made “2024/1/1” of “2024-01-01”",
        ],
    ),
    "not where one was left": (
        "id,en,note,since\n001,x,7,2025/1/20\n1e5,y,,\nb,z,1.50,2024/1/1\n",
        "id,en,note,since\n001,x,7,2025-01-20\n1e5,y,,\nb,z,1.50,2024-01-01\n",
        [
            "g.csv:2: since: a spreadsheet has made “2025/1/20” of “2025-01-20”",
            "g.csv:4: since: a spreadsheet has made “2024/1/1” of “2024-01-01”",
        ],
    ),
    "not one alone": (
        "id,en,note,since\n001,x,007,2025/1/20\n1e5,y,,\nb,z,1.50,\n",
        "id,en,note,since\n001,x,007,2025/1/20\n1e5,y,,\nb,z,1.50,\n",
        [],
    ),
    "an id alone": (
        "id,en,note,since\n1,x,,\nb,z,,\n",
        "id,en,note,since\n001,x,,\nb,z,,\n",
        ["g.csv:2: id: a spreadsheet has made “1” of “001”"],
    ),
    "beside an edit": (
        "id,en,note,since\n1,x,8,\n100000,why,,\nb,z,1.5,2024-01-01\n",
        "id,en,note,since\n001,x,8,\n1e5,why,,\nb,z,1.50,2024-01-01\n",
        [
            "g.csv:2: id: a spreadsheet has made “1” of “001”",
            "g.csv:3: id: a spreadsheet has made “100000” of “1e5”",
            "g.csv:4: note: a spreadsheet has made “1.5” of “1.50”",
        ],
    ),
}


@pytest.mark.parametrize(("saved", "expected", "notes"), list(UNDONE.values()), ids=list(UNDONE))
def test_undo(saved: str, expected: str, notes: list[str]) -> None:
    """Every cell of a kind was rewritten: they are put back. One was not: a person did it."""
    sheet = Sheet(saved, "g.csv")
    found = undo([Sheet(BEFORE, "old.csv")], [sheet])
    assert sorted(map(str, found)) == notes
    assert sheet.text == expected
