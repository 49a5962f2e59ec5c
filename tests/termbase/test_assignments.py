"""What a person types for a cell."""

import pytest

from termkit.errors import TermkitError
from termkit.termbase.assignments import (
    Assignment,
    Operator,
    find_column,
    id_from,
    parse_assignments,
)
from termkit.termbase.columns import Column, parse_column

PARSED = {
    "zh-TW=輝達": ("zh-TW", "=", "輝達"),
    "zh-TW+=輝達": ("zh-TW", "+=", "輝達"),
    "zh-TW:avoid-=甲 | 乙": ("zh-TW:avoid", "-=", "甲 | 乙"),
    "note=": ("note", "=", ""),
    "note=a=b+=c": ("note", "=", "a=b+=c"),
    " en = x ": ("en", "=", " x "),
    "note=two\nlines": ("note", "=", "two\nlines"),
    "Tide Map": ("en", "=", "Tide Map"),
}


@pytest.mark.parametrize(("typed", "expected"), list(PARSED.items()), ids=list(PARSED))
def test_parse(typed: str, expected: tuple[str, str, str]) -> None:
    """A column, an operator and a value; a bare argument is the English term."""
    name, operator, value = expected
    assert parse_assignments([typed], bare="en") == [Assignment(name, Operator(operator), value)]


@pytest.mark.parametrize(
    ("typed", "bare", "message"),
    [
        (["zh-TW輝達"], "en", "'zh-TW輝達' is no COLUMN=VALUE; write for instance zh-TW=輝達"),
        (["note：x"], "en", "'note：x' is no COLUMN=VALUE; write for instance zh-TW=輝達"),
        (["Map"], "", "'Map' is no COLUMN=VALUE; write for instance zh-TW=輝達"),
        (["=x"], "", "'=x' is no COLUMN=VALUE; write for instance zh-TW=輝達"),
        (["Tide", "Map"], "en", "'Map': en has a value already; write COLUMN=VALUE"),
        (["en=\udce9"], "en", "'en=\\udce9' is not UTF-8; set the terminal to UTF-8"),
    ],
)
def test_not_parsed(typed: list[str], bare: str, message: str) -> None:
    """What is no assignment is told with an example."""
    with pytest.raises(TermkitError) as caught:
        parse_assignments(typed, bare)
    assert str(caught.value) == message


APPLIED = [
    ("zh-TW", "=", "乙|丙", "甲", "乙 | 丙"),
    ("zh-TW", "=", "", "甲", ""),
    ("zh-TW", "+=", "乙", "甲", "甲 | 乙"),
    ("zh-TW", "+=", "甲", "甲 | 乙", "甲 | 乙"),
    ("zh-TW", "-=", "甲", "甲 | 乙", "乙"),
    ("zh-TW:avoid", "+=", "乙 | 丙", "", "乙 | 丙"),
    ("flags", "+=", "dnt", "one-way", "dnt one-way"),
    ("flags", "-=", "one-way", "dnt one-way", "dnt"),
    ("note", "=", " x ", "y", "x"),
]


@pytest.mark.parametrize(("name", "operator", "value", "before", "expected"), APPLIED)
def test_apply(name: str, operator: str, value: str, before: str, expected: str) -> None:
    """The whole cell, a term more, or a term less."""
    column = parse_column(name)
    assert isinstance(column, Column)
    assert Assignment(name, Operator(operator), value).apply(column, before) == expected


@pytest.mark.parametrize(
    ("name", "operator", "value", "before", "message"),
    [
        ("zh-TW", "-=", "丙", "甲 | 乙", "“丙” is not in the zh-TW cell; it holds 甲 | 乙"),
        ("zh-TW", "-=", "丙", "", "“丙” is not in the zh-TW cell; it is empty"),
        ("zh-TW", "+=", " | ", "甲", "zh-TW+= needs a term behind it"),
        ("note", "+=", "x", "y", "note holds one text; write note=…"),
    ],
)
def test_not_applied(name: str, operator: str, value: str, before: str, message: str) -> None:
    """What cannot be done to a cell is told with what the cell holds."""
    column = parse_column(name)
    assert isinstance(column, Column)
    with pytest.raises(TermkitError) as caught:
        Assignment(name, Operator(operator), value).apply(column, before)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("typed", "name"),
    [("tw", "zh-TW"), ("zh_hk:avoid", "zh-HK:avoid"), ("cn", "cn"), ("note", "note"), ("my", "my")],
)
def test_columns(typed: str, name: str) -> None:
    """A locale may be spelt in any way; a column of the file's own comes first."""
    assert find_column(typed, ["id", "my", "cn"]).name == name


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("notes", "there is no column notes; did you mean note?"),
        ("ownr", "there is no column ownr; did you mean owner?"),
        ("zh-TX", "zh-TX: unknown locale column; did you mean zh-TW?"),
        (
            "tw:avoids",
            "zh-TW:avoids: unknown column; after “zh-TW:” comes one of avoid, except, context",
        ),
    ],
)
def test_unknown_columns(typed: str, message: str) -> None:
    """An unknown column is told with the nearest that there is."""
    with pytest.raises(TermkitError) as caught:
        find_column(typed, ["id", "owner"])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("NVIDIA", "nvidia"),
        ("Tide Map", "tide-map"),
        ("editor's note", "editors-note"),
        ("São Paulo", "sao-paulo"),
        ("AT&T", "at-and-t"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("AI / artificial intelligence", "ai-artificial-intelligence"),
        ("World Health Organization (short form)", "world-health-organization-short-form"),
        ("潮問", ""),
        ("word " * 20, "word-" * 11 + "word"),
        ("x" * 70, "x" * 60),
    ],
)
def test_ids(en: str, expected: str) -> None:
    """An id is made of what it may hold, and not longer than a person would write it."""
    assert id_from(en) == expected
