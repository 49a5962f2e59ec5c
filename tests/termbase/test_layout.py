"""The canonical form: what it changes and what it never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.errors import InputError
from termkit.termbase.columns import CANONICAL
from termkit.termbase.csvfile import read_csv
from termkit.termbase.layout import format_text
from termkit.termbase.sheet import Sheet, quote
from termkit.termbase.values import comparable

PATH = "glossary/it.csv"

CASES = {
    "canonical already": ("id,en,zh-TW\na,x,甲 | 乙\n", "id,en,zh-TW\na,x,甲 | 乙\n"),
    "order of columns": (
        "note,zh-TW,id,mine,en\nn,甲,a,m,x\n",
        "id,en,zh-TW,note,mine\na,x,甲,n,m\n",
    ),
    "own columns keep their order": ("z,id,b,\nz,a,b,c\n", "id,z,b,\na,z,b,c\n"),
    "names of columns": ("id,zh_Hant_TW, note \na,甲,n\n", "id,zh-TW,note\na,甲,n\n"),
    "terms": ("id,zh-TW\na,甲|乙||  丙 | \n", "id,zh-TW\na,甲 | 乙 | 丙\n"),
    "flags": ("id,flags\na,one-way|dnt\n", "id,flags\na,dnt one-way\n"),
    "text": ("id,note,mine\n a , n  n , m \n", "id,note,mine\na,n  n, m \n"),
    "quotes": (
        '"id","note"\n"a","x"\n"b","x, ""y"""\n',
        'id,note\na,x\nb,"x, ""y"""\n',
    ),
    "line breaks in a cell": ('id,note\r\na,"x\ny"\r\n', 'id,note\r\na,"x\ny"\r\n'),
    "BOM and CRLF": ("\ufeffid,en\r\na, x\r\n", "\ufeffid,en\r\na,x\r\n"),
    "mixed line ends": ("id,en\r\na,x\nb,y\r\n", "id,en\r\na,x\r\nb,y\r\n"),
    "no line end": ("id,en\na,x", "id,en\na,x\n"),
    "padding": (
        "id,en,,\n# one, two,,\n,,,\na,x,,\n,,,\n",
        "id,en\n# one, two\n\na,x\n",
    ),
    "comment in quotes": (
        'id,en\n"# a ""b""",\n"# c\nd",\n# e,"f, g"\n',
        'id,en\n# a "b"\n"# c\nd"\n# e,"f, g"\n',
    ),
    "column of padding with a value": ("id,,en\na,,x\nb,1,y\n", "id,en,\na,x,\nb,y,1\n"),
    "faults are no matter": ("id,zh-TW\nB,软件|軟件\n,甲\n", "id,zh-TW\nB,软件 | 軟件\n,甲\n"),
}


@pytest.mark.parametrize(("text", "expected"), list(CASES.values()), ids=list(CASES))
def test_canonical_form(text: str, expected: str) -> None:
    """A file gets its canonical form, which has none but itself."""
    assert format_text(text, PATH) == expected
    assert format_text(expected, PATH) == expected


def test_sorting() -> None:
    """Rows are sorted between comments and empty lines, which stay."""
    text = "id,en\nc,1\na,2\n# people\nb,3\na,4\n\nz,5\ny,6\n"
    expected = "id,en\na,2\nc,1\n# people\na,4\nb,3\n\ny,6\nz,5\n"
    assert format_text(text, PATH, sort=True) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,en\na,x,y\n", "glossary/it.csv:2: a has 3 cells, the header has 2; put a cell that"),
        ('id,en\na,"x" y\n', "glossary/it.csv:2: not valid CSV"),
        ("en,id\nx,#1\n", "glossary/it.csv: formatting would change what it says; correct the ids"),
    ],
    ids=["too many cells", "quotes", "a row would become a comment"],
)
def test_refused(text: str, message: str) -> None:
    """Where it is open what belongs where, nothing is formatted."""
    with pytest.raises(InputError) as caught:
        format_text(text, PATH)
    assert str(caught.value).startswith(message)


NAMES = st.permutations([*CANONICAL[:8], "flags", "note", "mine", "theirs"])
CELL = st.sampled_from(["", "甲", "甲|乙 ", " x ", '"', "a,b", "一\n二", "一\r\n二", "-1", "#x"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Any file whose cells can be told."""
    names = draw(NAMES)[: draw(st.integers(1, 6))]
    names = names if "id" in names else ["id", *names]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    quoted = draw(st.booleans())
    lines = [names]
    for number in range(draw(st.integers(0, 4))):
        row = draw(st.lists(CELL, min_size=len(names), max_size=len(names)))
        row[names.index("id")] = f"r{number}"
        lines.append(row)
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from([["# c", "d"], [""], ["# c"] + [""] * 3])))
    text = end.join(",".join(quote(cell, always=quoted) for cell in line) for line in lines)
    return draw(st.sampled_from(["", "\ufeff"])) + text + draw(st.sampled_from(["", end]))


@given(files(), st.booleans())
def test_any_file(text: str, sort: bool) -> None:
    """A second pass changes nothing, and every concept reads as before."""
    once = format_text(text, PATH, sort=sort)
    assert format_text(once, PATH, sort=sort) == once
    before, after = Sheet(text, PATH), Sheet(once, PATH)
    assert before.bom == after.bom

    def cells(sheet: Sheet) -> dict[str, dict[str, str]]:
        return {
            sheet.get(row, "id"): {
                column.name: comparable(column, sheet.get(row, column.name))
                for column in sheet.columns
            }
            for row in sheet.concepts
        }

    assert cells(before) == cells(after)
    if not sort:
        places = [concept.id for concept in read_csv(text, PATH)[0]]
        assert places == [concept.id for concept in read_csv(once, PATH)[0]]
