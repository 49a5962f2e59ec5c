"""The three-way merge: by id and column, terms as sets, nothing lost, true conflicts only."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.errors import InputError
from termkit.termbase.columns import Column, parse_column
from termkit.termbase.csvfile import read_csv
from termkit.termbase.layout import format_text
from termkit.termbase.merge import Merged, merge
from termkit.termbase.merge_cells import is_conflict, merge_cell, merge_order
from termkit.termbase.resaved import find_damage
from termkit.termbase.sheet import Sheet
from tests.termbase.histories import History, histories

PATH = "glossary/it.csv"
BASE = """\
id,en,zh-TW,zh-TW:avoid,flags,note
# hardware
chip,chip,晶片 | 芯片,,dnt,small
disk,disk,磁碟,,,round
# software
file,file,檔案,,,
"""


def edit(*changes: tuple[str, str]) -> str:
    """Return the base with replacements."""
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


CLEAN: dict[str, tuple[tuple[str, str], tuple[str, str], str]] = {
    "two cells of one row": (
        ("small", "tiny"),
        ("chip,chip", "chip,microchip"),
        edit(("small", "tiny"), ("chip,chip", "chip,microchip")),
    ),
    "the same edit": (("small", "tiny"), ("small", "tiny"), edit(("small", "tiny"))),
    "rows added in one place": (
        ("# software", "ram,RAM,,,,\n# software"),
        ("# software", "cpu,CPU,,,,\n# software"),
        edit(("# software", "ram,RAM,,,,\ncpu,CPU,,,,\n# software")),
    ),
    "rows added at the end": (
        ("檔案,,,\n", "檔案,,,\nram,RAM,,,,\n"),
        ("檔案,,,\n", "檔案,,,\ncpu,CPU,,,,\n"),
        BASE + "ram,RAM,,,,\ncpu,CPU,,,,\n",
    ),
    "one row removed, another edited": (
        ("disk,disk,磁碟,,,round\n", ""),
        ("file,file", "file,document"),
        edit(("disk,disk,磁碟,,,round\n", ""), ("file,file", "file,document")),
    ),
    "both remove a row": (
        ("disk,disk,磁碟,,,round\n", ""),
        ("disk,disk,磁碟,,,round\n# software\n", "# programs\n"),
        edit(("disk,disk,磁碟,,,round\n# software\n", "# programs\n")),
    ),
    "terms": (
        ("晶片 | 芯片", "晶片"),
        ("晶片 | 芯片", "晶片 | 芯片 | 集成電路"),
        edit(("晶片 | 芯片", "晶片 | 集成電路")),
    ),
    "preferred on one side": (
        ("晶片 | 芯片", "芯片 | 晶片"),
        ("晶片 | 芯片", "晶片 | 芯片 | 集成電路"),
        edit(("晶片 | 芯片", "芯片 | 集成電路 | 晶片")),
    ),
    "avoided terms": (
        ("磁碟,,,", "磁碟,磁盘,,"),
        ("磁碟,,,", "磁碟,軟碟,,"),
        edit(("磁碟,,,", "磁碟,磁盘 | 軟碟,,")),
    ),
    "another id, and an edit": (
        ("chip,chip", "microchip,chip"),
        ("small", "tiny"),
        edit(("chip,chip", "microchip,chip"), ("small", "tiny")),
    ),
    "an edit, and another id": (
        ("small", "tiny"),
        ("chip,chip", "microchip,chip"),
        edit(("chip,chip", "microchip,chip"), ("small", "tiny")),
    ),
    "another id, and a new row": (
        ("檔案,,,\n", "檔案,,,\nram,RAM,,,,\n"),
        ("chip,chip", "microchip,chip"),
        edit(("檔案,,,\n", "檔案,,,\nram,RAM,,,,\n"), ("chip,chip", "microchip,chip")),
    ),
    "a term that is avoided now": (
        ("晶片 | 芯片,,", "晶片,芯片,"),
        ("晶片 | 芯片,,", "晶片 | 芯片 | 集成電路,集成,"),
        edit(("晶片 | 芯片,,", "晶片 | 集成電路,芯片 | 集成,")),
    ),
    "flags": (
        (",dnt,", ",dnt one-way,"),
        (",dnt,", ",convert-only,"),
        edit((",dnt,", ",convert-only one-way,")),
    ),
    "a comment and the row below": (
        ("# software", "# programs"),
        ("file,file", "file,document"),
        edit(("# software", "# programs"), ("file,file", "file,document")),
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "expected"), list(CLEAN.values()), ids=list(CLEAN))
def test_clean(ours: tuple[str, str], theirs: tuple[str, str], expected: str) -> None:
    """What both sides meant stands in the result, without a conflict."""
    merged = merge(BASE, edit(ours), edit(theirs), PATH)
    assert merged == Merged(expected)


CONFLICTS = {
    "a text": (
        ("small", "tiny"),
        ("small", "minute"),
        ("note", "chip was changed on both sides: ours “tiny”, theirs “minute”, before “small”"),
        edit(("small", '"<<<<<<< ours\ntiny\n=======\nminute\n>>>>>>> theirs"')),
    ),
    "a text removed": (
        ("small", ""),
        ("small", "minute"),
        ("note", "chip was changed on both sides: ours “”, theirs “minute”, before “small”"),
        edit(("small", '"<<<<<<< ours\n=======\nminute\n>>>>>>> theirs"')),
    ),
    "preferred terms": (
        ("檔案", "文件"),
        ("檔案", "檔 | 檔案"),
        ("zh-TW", "file was changed on both sides: ours “文件”, theirs “檔 | 檔案”, before “檔案”"),
        edit(("檔案", '"<<<<<<< ours\n文件\n=======\n檔 | 檔案\n>>>>>>> theirs"')),
    ),
    "one term replaced twice": (
        ("| 芯片", "| 芯片組"),
        ("| 芯片", "| 積體電路"),
        (
            "zh-TW",
            (
                "chip was changed on both sides: ours “晶片 | 芯片組”, theirs “晶片 | 積體電路”, "
                "before “晶片 | 芯片”"
            ),
        ),
        edit(
            (
                "晶片 | 芯片",
                '"<<<<<<< ours\n晶片 | 芯片組\n=======\n晶片 | 積體電路\n>>>>>>> theirs"',
            )
        ),
    ),
    "a row removed and edited": (
        ("disk,disk,磁碟,,,round\n", ""),
        ("round", "flat"),
        (
            "note",
            (
                "disk was changed on both sides: ours “(the row was removed)”, theirs “flat”, "
                "before “round”"
            ),
        ),
        edit(
            ("round", '"<<<<<<< ours\n(the row was removed)\n=======\nflat\n>>>>>>> theirs"'),
        ),
    ),
    "one term good and avoided": (
        ("磁碟,,,", "磁碟,磁盤,,"),
        ("磁碟,,,", "磁碟 | 磁盤,,,"),
        ("zh-TW:avoid", "disk was changed on both sides: ours “磁盤”, theirs “”"),
        edit(("磁碟,,,", '磁碟 | 磁盤,"<<<<<<< ours\n磁盤\n=======\n>>>>>>> theirs",,')),
    ),
}


@pytest.mark.parametrize(
    ("ours", "theirs", "told", "expected"), list(CONFLICTS.values()), ids=list(CONFLICTS)
)
def test_conflicts(
    ours: tuple[str, str], theirs: tuple[str, str], told: tuple[str, str], expected: str
) -> None:
    """A cell that means two things is one conflict, in the file and as a message with its line."""
    merged = merge(BASE, edit(ours), edit(theirs), PATH)
    assert merged.text == expected
    found = [(one.column, one.message) for one in merged.conflicts]
    assert found == [(told[0], f"{told[1]}; keep one of them")]
    for one in merged.conflicts:
        assert "<<<<<<< ours" in merged.text.split("\n")[one.line - 1]


def test_both_add_a_row() -> None:
    """Rows with one id are merged cell by cell."""
    ours, theirs = BASE + "cpu,CPU,處理器,,,\n", BASE + "cpu,processor,處理器,,,a note\n"
    merged = merge(BASE, ours, theirs, PATH)
    assert [str(one) for one in merged.conflicts] == [
        (
            "glossary/it.csv:7: en: cpu was changed on both sides: ours “CPU”, theirs “processor”; "
            "keep one of them"
        )
    ]
    assert "處理器,,,a note\n" in merged.text


def test_both_add_the_file() -> None:
    """Without a base, rows of both files come together."""
    merged = merge("", "id,en\na,x\n", "id,zh-TW\nb,乙\n", PATH)
    assert merged == Merged("id,en,zh-TW\na,x,\nb,,乙\n")


def saved_by_excel(text: str) -> str:
    """Return a file as Excel saves it after a sort: BOM, CRLF, all rows padded, others first."""
    header, *rows = text.splitlines()
    width = header.count(",")
    rows = sorted(rows, reverse=True)
    padded = [
        row if row.count(",") == width else row + "," * (width - row.count(",")) for row in rows
    ]
    return "\ufeff" + "".join(f"{row}\r\n" for row in [header, *padded])


def columns_turned(text: str) -> str:
    """Return a file with its columns in another order and all cells quoted."""
    sheet = Sheet(text, PATH)
    for row in sheet.rows:
        row.raw = [f'"{value}"' for value in reversed(row.values)]
    sheet.forget_columns()
    return "".join(row.text for row in sheet.rows if not row.text.startswith('"#'))


@pytest.mark.parametrize("layout", [saved_by_excel, columns_turned])
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_layout_is_no_conflict(layout: object, side: str) -> None:
    """A file saved anew, sorted, and edited merges with edits of the other side."""
    assert callable(layout)
    one = layout(edit(("small", "tiny")))
    other = edit(("round", "flat"), ("檔案,,,\n", "檔案,,,\ncpu,CPU,,,,\n"))
    merged = merge(BASE, one, other, PATH) if side == "ours" else merge(BASE, other, one, PATH)
    assert merged.conflicts == ()
    expected = edit(("small", "tiny"), ("round", "flat")) + "cpu,CPU,,,,\n"
    concepts = {concept.id: concept.terms for concept in read_csv(expected, PATH)[0]}
    found, problems = read_csv(merged.text, PATH)
    assert not problems
    assert {concept.id: concept.terms for concept in found} == concepts
    assert {concept.id: concept.note for concept in found} == {
        "chip": "tiny",
        "disk": "flat",
        "file": "",
        "cpu": "",
    }
    assert merged.text.startswith("\ufeff") == (layout is saved_by_excel)
    assert merged.text.count("\r\n") == (merged.text.count("\n") if layout is saved_by_excel else 0)


@pytest.mark.parametrize("text", [BASE, saved_by_excel(BASE), columns_turned(BASE)])
def test_one_side_alone(text: str) -> None:
    """What only one side changed is taken byte for byte."""
    assert merge(BASE, BASE, text, PATH).text == text
    assert merge(BASE, text, BASE, PATH).text == text
    assert merge(BASE, text, text, PATH).text == text


def test_columns() -> None:
    """Columns that a side added are in, one that it removed is gone unless the other wrote into it."""
    base = "id,en,note,mine\na,x,n,m\n"
    ours, theirs = "id,en,zh-TW,note,mine\na,x,甲,n,m\n", "id,en,mine,theirs\na,x,m,t\n"
    assert merge(base, ours, theirs, PATH) == Merged("id,en,zh-TW,mine,theirs\na,x,甲,m,t\n")
    merged = merge(base, base.replace(",n,", ",new,"), theirs, PATH)
    assert [one.column for one in merged.conflicts] == ["note"]
    assert "note" in Sheet(merged.text, PATH).names


def test_what_a_spreadsheet_rewrote() -> None:
    """An id that became a number is no new row, and its cells come back as they were."""
    base = "id,en,note\n001,x,\n1e5,y,007\n"
    theirs = "id,en,note\n1,x,seen\n100000,y,7\n"
    merged = merge(base, base.replace("x", "X"), theirs, PATH)
    assert merged.text == "id,en,note\n001,X,seen\n1e5,y,007\n"
    assert merged.conflicts == ()
    assert [str(note) for note in merged.resaved] == [
        "glossary/it.csv (theirs):2: id: a spreadsheet has made “1” of “001”",
        "glossary/it.csv (theirs):3: id: a spreadsheet has made “100000” of “1e5”",
        "glossary/it.csv (theirs):3: note: a spreadsheet has made “7” of “007”",
    ]


def test_refused() -> None:
    """A version that cannot be taken apart is named, with all of its faults."""
    with pytest.raises(InputError) as caught:
        merge(BASE, "id;en\n", "id,en\na,b,c\n", PATH)
    places = [f"{one.path}:{one.line}" for one in caught.value.problems]
    assert places == ["glossary/it.csv (ours):1", "glossary/it.csv (theirs):2"]


@pytest.mark.parametrize(
    ("column", "base", "ours", "theirs", "expected"),
    [
        ("zh-TW", "甲", "", "甲 | 乙", None),
        ("zh-TW", "甲 | 乙", "乙", "甲 | 乙 | 丙", "乙 | 丙"),
        ("zh-TW", "甲", "丁 | 甲", "甲 | 丙", "丁 | 甲 | 丙"),
        ("zh-TW", "甲 | 乙", "乙 | 甲", "甲", None),
        ("zh-TW", "", "甲", "乙", None),
        ("zh-TW:avoid", "", "甲", "乙", "甲 | 乙"),
        ("zh-TW:avoid", "甲", "乙", "丙", None),
        ("zh-TW:except", "甲 | 乙", "甲 | 乙 | 丙", "乙", "乙 | 丙"),
        ("flags", "dnt", "", "dnt one-way", "one-way"),
        ("mine", "a", "b", "c", None),
    ],
)
def test_cells(column: str, base: str, ours: str, theirs: str, expected: str | None) -> None:
    """A cell is merged by what it holds; None is a conflict, whichever side is which."""
    parsed = parse_column(column)
    assert isinstance(parsed, Column)
    assert merge_cell(parsed, base, ours, theirs) == expected
    turned = merge_cell(parsed, base, theirs, ours)
    assert (turned is None) == (expected is None)


ORDER = st.permutations("abcdef").flatmap(lambda items: st.integers(0, 6).map(lambda n: items[:n]))


@given(ORDER, ORDER, ORDER)
def test_orders(base: list[str], ours: list[str], theirs: list[str]) -> None:
    """Everything added is in, everything removed is out, and each thing stands once."""
    merged = merge_order(base, ours, theirs)
    expected = {
        one
        for one in "abcdef"
        if (one in ours and one in theirs) or (one not in base and (one in ours or one in theirs))
    }
    assert len(merged) == len(set(merged))
    assert set(merged) == expected


@settings(max_examples=200)
@given(histories())
def test_no_cell_is_lost(history: History) -> None:
    """In any two histories of a file, every edit is in the result or in a conflict."""
    merged = merge(history.base, history.ours.text, history.theirs.text, PATH)
    history.verify(merged)
    turned = merge(history.base, history.theirs.text, history.ours.text, PATH)
    assert len(turned.conflicts) == len(merged.conflicts)


def test_two_branches() -> None:
    """50 new rows and 20 edited cells on each side are no conflict; one cell edited twice is one."""
    dice = random.Random(6)
    header = "id,en,zh-TW,zh-HK,zh-CN,note\n"
    base = header + "".join(f"r{n},Term {n},詞{n},詞{n},词{n},n{n}\n" for n in range(300))
    cells = dice.sample([(f"r{n}", name) for n in range(300) for name in ("zh-TW", "note")], 40)
    sides = []
    for number, mine in enumerate((cells[:20], cells[20:])):
        sheet = Sheet(base, PATH)
        for concept, name in mine:
            (row,) = sheet.find(concept)
            sheet.set(row, name, f"新{number}")
        for added in range(50):
            sheet.append({"id": f"new{number}-{added}", "en": "x"}, after=dice.choice(sheet.rows))
        sides.append(sheet)
    merged = merge(base, sides[0].text, saved_by_excel(sides[1].text), PATH)
    assert merged.conflicts == ()
    result = Sheet(merged.text, PATH)
    assert len(list(result.concepts)) == 400
    for number, mine in enumerate((cells[:20], cells[20:])):
        assert {result.get(result.find(c)[0], name) for c, name in mine} == {f"新{number}"}
    for sheet in sides:
        sheet.set(sheet.find("r7")[0], "en", f"By {len(sheet.text)} {id(sheet)}")
    assert len(merge(base, sides[0].text, sides[1].text, PATH).conflicts) == 1


def test_formatting_afterwards() -> None:
    """A conflict survives formatting, and the loader refuses it where it stands for terms."""
    merged = merge(BASE, edit(("檔案", "文件")), edit(("檔案", "檔")), PATH)
    formatted = format_text(merged.text, PATH)
    sheet = Sheet(formatted, PATH)
    assert is_conflict(sheet.get(sheet.find("file")[0], "zh-TW"))
    assert read_csv(formatted, PATH)[1]
    assert [str(problem) for problem in find_damage(sheet)] == [
        (
            "glossary/it.csv:6: zh-TW: a merge has left this cell open; "
            "keep what stands above or below “=======”"
        )
    ]
