"""The difference of two versions: by concept and cell."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.outputs import View
from termkit.outputs.comparison import render_json, render_markdown, render_text
from termkit.termbase.compare import Comparison, compare
from termkit.termbase.layout import format_text
from termkit.termbase.sheet import Sheet

BASE = """\
id,en,zh-TW,zh-CN,flags,note
# companies
nvidia,NVIDIA,輝達 | NVIDIA,英伟达,dnt ignore-case,company
macron,Emmanuel Macron,馬克宏,马克龙,,"since ""2017"", president"
"""


def difference(before: str, after: str) -> Comparison:
    """Compare two texts of one file."""
    return compare([Sheet(before, "old/it.csv")], [Sheet(after, "new/it.csv")])


def shown(before: str, after: str) -> str:
    """Return what a reader is shown, without the count at the end."""
    text = "".join(render_text(difference(before, after), View()))
    return text.rpartition("\n\n")[0]


SAME = {
    "saved by a spreadsheet": "\ufeff"
    + BASE.replace("# companies", "# companies,,,,,")
    .replace(",company", ',"company"')
    .replace("\n", "\r\n"),
    "rows sorted": "\n".join([BASE.splitlines()[0], *reversed(BASE.splitlines()[1:])]) + "\n",
    "columns moved": (
        "note,zh-CN,id,zh_TW,en,flags\ncompany,英伟达,nvidia,輝達|NVIDIA,NVIDIA,ignore-case|dnt\n"
        '"since ""2017"", president",马克龙,macron,馬克宏,Emmanuel Macron,\n'
    ),
    "a column more": BASE.replace("\n", ",\n").replace("note,", "note,status").replace("es,", "es"),
    "the domain that the file has": BASE.replace("flags", "domain")
    .replace("dnt ignore-case", "it")
    .replace("馬克宏,马克龙,,", "馬克宏,马克龙,it,"),
}


@pytest.mark.parametrize("after", list(SAME.values()), ids=list(SAME))
def test_no_change(after: str) -> None:
    """What says the same is no change."""
    before = BASE if "domain" not in after else after.replace(",it,", ",,")
    comparison = difference(before, after)
    assert comparison.changes == ()
    assert "".join(render_text(comparison, View())) == "no change\n"


CHANGES = {
    "a term more": (
        ("輝達 | NVIDIA", "輝達 | NVIDIA | 英偉達"),
        "~ nvidia (NVIDIA)  new/it.csv:3\n    zh-TW            + 英偉達",
    ),
    "a term for another": (
        ("輝達 | NVIDIA", "NVIDIA | 英偉達"),
        (
            "~ nvidia (NVIDIA)  new/it.csv:3\n    zh-TW            - 輝達\n"
            "                     + 英偉達\n                     = NVIDIA | 英偉達"
        ),
    ),
    "another preferred term": (
        ("輝達 | NVIDIA", "NVIDIA | 輝達"),
        "~ nvidia (NVIDIA)  new/it.csv:3\n    zh-TW            = NVIDIA | 輝達",
    ),
    "a flag": (
        ("dnt ignore-case", "ignore-case one-way"),
        (
            "~ nvidia (NVIDIA)  new/it.csv:3\n    flags            - dnt\n"
            "                     + one-way"
        ),
    ),
    "a text": (
        (",company", ",a company"),
        (
            "~ nvidia (NVIDIA)  new/it.csv:3\n    note             - company\n"
            "                     + a company"
        ),
    ),
    "a cell emptied": (
        (",company", ","),
        "~ nvidia (NVIDIA)  new/it.csv:3\n    note             - company",
    ),
    "another id": (
        ("macron,", "emmanuel-macron,"),
        (
            "~ emmanuel-macron (Emmanuel Macron)  new/it.csv:4\n"
            "    id               - macron\n                     + emmanuel-macron"
        ),
    ),
    "no id": (
        ("macron,", ","),
        (
            "+ a row without an id (Emmanuel Macron)  new/it.csv:4\n"
            "    en               + Emmanuel Macron\n    zh-TW            + 馬克宏\n"
            '    zh-CN            + 马克龙\n    note             + since "2017", president\n\n'
            "- macron (Emmanuel Macron)  old/it.csv:4\n"
            "    en               - Emmanuel Macron\n    zh-TW            - 馬克宏\n"
            '    zh-CN            - 马克龙\n    note             - since "2017", president'
        ),
    ),
}


@pytest.mark.parametrize(("edit", "expected"), list(CHANGES.values()), ids=list(CHANGES))
def test_changes(edit: tuple[str, str], expected: str) -> None:
    """A change is told by concept and cell; of terms only those that came and went."""
    assert shown(BASE, BASE.replace(*edit)) == expected


def test_moved_to_another_file() -> None:
    """In a directory a concept may move; in two files the names are no matter."""
    old = [Sheet("id,en\na,x\nb,y\n", "one.csv"), Sheet("id,en\n", "HEAD:two.csv")]
    new = [Sheet("id,en\nb,y\n", "one.csv"), Sheet("id,en\na,x\n", "two.csv")]
    text = "".join(render_text(compare(old, new), View()))
    assert text == "~ a (x)  two.csv:2, moved from one.csv\n\n1 changed\n"
    assert compare(old[:1], [Sheet(old[0].text, "other.csv")]).changes == ()


def test_rows_with_one_id() -> None:
    """An id that stands twice is compared in order, and no row is overlooked."""
    before, after = "id,en\na,x\na,y\n", "id,en\na,x\na,z\na,y\n"
    found = [
        (change.what.value, change.cells[0].after) for change in difference(before, after).changes
    ]
    assert found == [("changed", "z"), ("added", "y")]


def test_for_programs() -> None:
    """JSON has every cell, with the terms that came and went."""
    after = BASE.replace("輝達 |", "英偉達 |").replace("macron,", "m,").replace("2017", "2018")
    found = json.loads("".join(render_json(difference(BASE, after), View())))
    assert (found["added"], found["removed"], found["changed"]) == (1, 1, 1)
    assert found["changes"][0]["cells"] == [
        {
            "column": "zh-TW",
            "before": "輝達 | NVIDIA",
            "after": "英偉達 | NVIDIA",
            "added": ["英偉達"],
            "removed": ["輝達"],
        }
    ]
    assert found["changes"][0] | {"cells": []} == {
        "what": "changed",
        "id": "nvidia",
        "name": "NVIDIA",
        "path": "new/it.csv",
        "line": 3,
        "moved_from": "",
        "cells": [],
    }


def test_for_a_pull_request() -> None:
    """Markdown is a table in which nothing of a cell is taken for markup."""
    after = BASE.replace("輝達 | NVIDIA", "NVIDIA | *輝達*").replace(",company", ",<b>x|y</b>")
    after = after.replace("macron,", "m_n,").replace(", president", ",\npresident")
    assert "".join(render_markdown(difference(BASE, after), View())) == (
        "**Term base:** 1 added, 1 removed, 1 changed\n\n"
        "| | concept | column | before | after |\n| --- | --- | --- | --- | --- |\n"
        "| changed | `nvidia` NVIDIA | zh-TW | ~~輝達~~ \\| NVIDIA | NVIDIA \\| **\\*輝達\\*** |\n"
        "| changed | `nvidia` NVIDIA | note | ~~company~~ | **\\<b\\>x\\|y\\</b\\>** |\n"
        "| added | `m_n` Emmanuel Macron | | | en: Emmanuel Macron<br>zh-TW: 馬克宏<br>"
        'zh-CN: 马克龙<br>note: since "2017",<br>president |\n'
        "| removed | `macron` Emmanuel Macron | | en: Emmanuel Macron<br>zh-TW: 馬克宏<br>"
        'zh-CN: 马克龙<br>note: since "2017", president | |\n'
    )


CELL = st.sampled_from(["", "甲", "甲 | 乙", "x, y", '"', "一\n二"])


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4), st.data())
def test_any_edit_is_told(rows: list[tuple[str, str]], data: st.DataObject) -> None:
    """Formatting is no change; one edited cell is one change, whatever it held."""
    sheet = Sheet.new(["id", "note", "zh-TW"], "it.csv")
    for number, (note, term) in enumerate(rows):
        sheet.append({"id": f"r{number}", "note": note, "zh-TW": term})
    before = sheet.text
    assert difference(before, format_text(before, "it.csv")).changes == ()
    row = data.draw(st.sampled_from(list(sheet.concepts)))
    sheet.set(row, "note", sheet.get(row, "note") + "!")
    (change,) = difference(before, sheet.text).changes
    (cell,) = change.cells
    assert (change.id, cell.column, cell.after) == (sheet.get(row, "id"), "note", cell.before + "!")
