"""Looking a word up: any locale, either script, and what comes first."""

import pytest

from termkit.engine.curation.find import find_concepts
from termkit.termbase.csvfile import read_csv

BASE = """\
id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:except,status,note
data-center,data centre,資料中心,數據中心,数据中心,,,,
data,data,資料,數據,数据,,大數據 | 數據機,,
big-data,Big Data,大數據,大數據,大数据,,,,
old-data,data,資料,,数据,,,obsolete,
jensen-huang,Jensen Huang,黃仁勳,黃仁勳,黄仁勋,黃仁勛,,,He founded NVIDIA.
nvidia,NVIDIA,輝達,輝達 | 英偉達,英伟达,,,,
"""

# A query, and what is found for it: id, closeness and the text that was met.
FOUND = {
    "a term": ("資料", ["data exact 資料", "old-data exact 資料", "data-center prefix 資料中心"]),
    "in the other script": ("数据中心", ["data-center exact 数据中心"]),
    "in simplified characters": (
        "辉达",
        ["nvidia exact 輝達"],
    ),
    "an inner part": ("據中", ["data-center substring 數據中心"]),
    "any case, full width": ("ＢＩＧ data", ["big-data exact Big Data"]),
    "an avoided term": ("黃仁勛", ["jensen-huang exact 黃仁勛"]),
    "an id": ("jensen-huang", ["jensen-huang exact jensen-huang"]),
    "a shield": ("數據機", ["data shield 數據機"]),
    "a word of a note": ("founded", ["jensen-huang remark He founded NVIDIA."]),
    "a name before the notes that have it": (
        "nvidia",
        ["nvidia exact nvidia", "jensen-huang remark He founded NVIDIA."],
    ),
    "a wrong character": ("黃仁動", ["jensen-huang near 黃仁勳"]),
    "letters swapped": ("Jesnen Huang", ["jensen-huang near Jensen Huang"]),
    "two wrong letters of many": ("Jansen Huong", ["jensen-huang near Jensen Huang"]),
    "too far away": ("Jonas Huong", []),
    "rows in use before obsolete ones": (
        "資",
        ["data prefix 資料", "data-center prefix 資料中心", "old-data prefix 資料"],
    ),
    "a short word is near to nothing": ("枓", []),
    "nothing": ("  ", []),
}


@pytest.mark.parametrize(("query", "expected"), list(FOUND.values()), ids=list(FOUND))
def test_find(query: str, expected: list[str]) -> None:
    """The closest rows come first, those in use before obsolete ones."""
    concepts, problems = read_csv(BASE, "a.csv")
    assert problems == []
    hits = find_concepts(concepts, query)
    told = [f"{hit.concept.id} {hit.closeness.name.lower()} {hit.text}" for hit in hits]
    assert told == expected
