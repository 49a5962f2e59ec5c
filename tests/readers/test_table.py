"""Tables: the cells of the chosen columns are prose."""

from collections.abc import Collection

import pytest

from termkit.errors import InputError
from termkit.readers.table import parse, parse_table
from tests.readers.show import kinds, segments

CASES = {
    "cells": ("a.csv", "甲,乙\n丙,丁\n戊,己\n", ["丙", "丁", "戊", "己"]),
    "ids": ("a.csv", "id,User_ID,slug,itemKey,標題\n软,软,软,软,甲\n", ["甲"]),
    "not ids": ("a.csv", "grid,turkey,valid\n甲,乙,丙\n", ["甲", "乙", "丙"]),
    "quoted": ("a.csv", 'a,b\n"甲,乙","丙""丁"\n', ["甲,乙", "丙·丁"]),
    "line break in a cell": ("a.csv", 'a,b\n"甲\n乙",丙\n', ["甲\n乙", "丙"]),
    "spaces": ("a.csv", "a,b\n 甲 , \n", ["甲"]),
    "empty cells": ("a.csv", 'a,b,c\n,"",甲\n\n,,\n', ["甲"]),
    "ragged rows": ("a.csv", "id,b\n软\n软,甲,乙\n", ["甲", "乙"]),
    "last comma": ("a.csv", "a,b\n甲,", ["甲"]),
    "quoted name": ("a.csv", '"id","b"\n软,甲\n', ["甲"]),
    "semicolons": ("a.csv", "id;b\n软;甲,乙\n", ["甲,乙"]),
    "placeholders": ("a.csv", "a\n甲{x}乙<b>丙</b>%s\n", ["甲·乙·丙·"]),
    "tabs": ("a.tsv", "id\tb\n软\t甲,乙\n", ["甲,乙"]),
    "tabs, quoted": ("a.tsv", 'id\tb\n软\t"甲""乙"\n', ["甲·乙"]),
    "tabs, a mere quote": ("a.tsv", 'id\tb\n软\t"甲"乙\n软\t"丙\n', ['"甲"乙', '"丙']),
    "only names": ("a.csv", "甲,乙", []),
}


@pytest.mark.parametrize(("name", "source", "expected"), list(CASES.values()), ids=list(CASES))
def test_prose(name: str, source: str, expected: list[str]) -> None:
    """The prose of a table is just this."""
    assert segments(parse(source, name)) == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [(("b",), ["乙"]), (("id", "b"), ["甲", "乙"]), ((), [])],
    ids=["one", "an id", "none"],
)
def test_columns(columns: Collection[str], expected: list[str]) -> None:
    """Only what is chosen is prose."""
    document = parse_table("id,b,c\n甲,乙,丙\n", "a.csv", columns)
    assert segments(document) == expected
    assert kinds(document) == [f"cell: {name}" for name in columns]


@pytest.mark.parametrize(
    ("source", "columns", "message"),
    [
        ("a,b\n", ("b", "c", "d"), "a.csv:1: has no column c, d (it has: a, b)"),
        (
            'a,b\n甲,乙\n"丙,丁\n',
            None,
            'a.csv:3: quoted cell that does not end in one "; write "" for a quote inside a cell',
        ),
        (
            'a,b\n"甲"乙,丙\n',
            None,
            'a.csv:2: quoted cell that does not end in one "; write "" for a quote inside a cell',
        ),
    ],
    ids=["unknown columns", "quote never closed", "text after a quote"],
)
def test_fault(source: str, columns: Collection[str] | None, message: str) -> None:
    """What cannot be right is refused, with its line."""
    with pytest.raises(InputError) as caught:
        parse_table(source, "a.csv", columns)
    assert str(caught.value) == message
