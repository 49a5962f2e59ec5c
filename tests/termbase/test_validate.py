"""Validating a term base: each fault is found by name, with its place and what to write instead."""

import pytest

from termkit.model.diagnostic import Severity
from termkit.termbase.faults import FAULTS, Fault
from termkit.termbase.store import Source, TermBase
from termkit.termbase.validate import validate

HEADER = (
    "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:except,zh-TW:context,zh-CN:context,flags,since,until"
)


def found(*rows: str, header: str = HEADER, layer: int = 1) -> list[Fault]:
    """Validate rows of one file."""
    text = "\n".join((header, *rows)) + "\n"
    faults, problems = validate([Source("a.csv", layer, text.encode())])
    assert problems == []
    return faults


def names(faults: list[Fault]) -> list[str]:
    """Return what is found, as line, column, name and suggestions."""
    return [
        " ".join([f"{each.line} {each.column} {each.check}", *each.suggestions]) for each in faults
    ]


def test_damage_of_a_text() -> None:
    """A note that a spreadsheet broke is told as a term would be; a question or a sum is no damage."""
    rows = ("a,甲詞,#REF!", "b,乙詞,what ??", "c,丙詞,=1+1")
    told = names(found(*rows, header="id,zh-TW,note"))
    assert told == ["2 note damaged-cell"]


# What stands in one row: a row, and what is found in it.
ROWS = {
    "sound": ("a,x,甲詞 | 乙詞,,甲词,丙詞,丁丙詞戊,,,,2024-01-01,2024-01-01", ""),
    "wrong script": ("a,x,软体,,,,,,,,,", "2 zh-TW wrong-script 軟體"),
    "traditional in zh-CN": ("a,x,,,軟體,,,,,,,", "2 zh-CN wrong-script 软体"),
    "zero-width space": ("a,x,甲\u200b詞,,,,,,,,,", "2 zh-TW invisible-character 甲詞"),
    "variation selector": ("a,x,葛\U000e0100飾,,,,,,,,,", "2 zh-TW invisible-character 葛飾"),
    "full-width Latin": ("a,x,主權ＡＩ,,,,,,,,,", "2 zh-TW full-width-character 主權AI"),
    "Cyrillic in a Latin word": ("a,x,主權AІ,,,,,,,,,", "2 zh-TW look-alike-character 主權AI"),
    "Russian word": ("a,x,СССР,,,,,,,,,", ""),
    "Greek letter": ("a,x,α粒子,,,,,,,,,", ""),
    "radical": ("a,x,⼀般,,,,,,,,,", "2 zh-TW look-alike-character 一般"),
    "compatibility ideograph": ("a,x,\uf9e4解,,,,,,,,,", "2 zh-TW look-alike-character 理解"),
    "kana among characters": ("a,x,ニ氧化碳,,,,,,,,,", "2 zh-TW look-alike-character 二氧化碳"),
    "Japanese name": ("a,x,ニコ動,,,,,,,,,", ""),
    "combining mark": ("a,x,cafe\u0301館,,,,,,,,,", "2 zh-TW look-alike-character café館"),
    "space between characters": ("a,x,甲 詞,,,,,,,,,", "2 zh-TW stray-space 甲詞"),
    "wide space": ("a,x,甲詞\u3000B,,,,,,,,,", "2 zh-TW stray-space 甲詞 B"),
    "two spaces": ("a,Jobs  Steve,甲詞,,,,,,,,,", "2 en stray-space Jobs Steve"),
    "space beside Latin": ("a,x,5G 手機,,,,,,,,,", ""),
    "space at the end of a cell": ("a,x,甲詞 ,,,,,,,,,", "2 zh-TW stray-space 甲詞"),
    "nothing between two bars": ("a,x,甲詞 || 乙詞,,,,,,,,,", "2 zh-TW empty-term 甲詞 | 乙詞"),
    "comma of a list": ("a,x,甲詞、乙詞,,,,,,,,,", "2 zh-TW unsplit-terms 甲詞 | 乙詞"),
    "slash in a Latin name": ("a,TCP/IP,TCP/IP 協定,,,,,,,,,", ""),
    "variant": ("a,x,衛生麪,,,,,,,,,", "2 zh-TW variant-character 衛生麵"),
    "variant beside the usual form": ("a,x,麵食 | 麪食,,,,,,,,,", ""),
    "twice in a cell": ("a,x,甲詞 | 甲詞,,,,,,,,,", "2 zh-TW repeated-term"),
    "good and avoided": ("a,x,甲詞,,,甲詞,,,,,,", "2 zh-TW:avoid preferred-and-avoided"),
    "dates turned around": ("a,x,甲詞,,,,,,,,2024-01-02,2024-01-01", "2 since reversed-dates"),
    "date with slashes": ("a,x,甲詞,,,,,,,,2024/1/2,", "2 since malformed-date 2024-01-02"),
    "no date at all": ("a,x,甲詞,,,,,,,,soon,", "2 since malformed-date"),
    "flag in capitals": ("a,x,甲詞,,,,,,,DNT,,", "2 flags unknown-flag dnt"),
    "id in capitals": ("Blue Book,x,甲詞,,,,,,,,,", "2 id malformed-id blue-book"),
    "value of a broken formula": ("a,x,#NAME?,,,,,,,,,", "2 zh-TW damaged-cell"),
    "Chinese that was lost": ("a,x,甲詞,,???,,,,,,,", "2 zh-CN damaged-cell"),
    "open merge": (
        'a,x,"<<<<<<< ours\n甲詞\n=======\n乙詞\n>>>>>>> theirs",,,,,,,,,',
        "2 zh-TW damaged-cell",
    ),
    "nothing in Chinese": ("a,x,,,,,,,,,,", "2 id row-without-terms"),
    "a name that is not translated": ("a,Linux,,,,,,,,dnt,,", ""),
    "clue words for an empty cell": (
        "a,x,,甲詞,,,,乙,,,,",
        "2 zh-TW:context idle-cell",
    ),
    "shield without its form": (
        "a,x,甲詞,,,丙詞,丁戊己,,,,,",
        "2 zh-TW:except shield-without-form",
    ),
    "shield around a foreign form": ("a,x,資料,數據,数据,,大數據,,,,,", ""),
    "shield that reaches into the form": ("a,x,臺式,,台式机,,吧台式,,,,,", ""),
    "shield that is the form": ("a,x,資料,數據,数据,,數據,,,,,", ""),
    "shield that is the form, beside clue words": (
        "a,x,資料,數據,数据,,數據,電腦,,,,",
        "2 zh-TW:except shield-never-wins",
    ),
}


@pytest.mark.parametrize(("row", "expected"), list(ROWS.values()), ids=list(ROWS))
def test_one_row(row: str, expected: str) -> None:
    """What is wrong in a row is found, with its column and what to write; nothing else is."""
    assert names(found(row)) == ([expected] if expected else [])


# What rows say against each other.
PAIRS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "id twice": (("a,x,甲詞,,,,,,,,,", "a,y,乙詞,,,,,,,,,"), ("3 id duplicate-id",)),
    "claimed twice": (
        ("a,x,程式,程式,程序,,,,,,,", "b,y,程序,程序,程序,,,,,,,"),
        ("3 zh-CN contested-term",),
    ),
    "clue words decide": (
        ("a,x,程式,程式,程序,,,,软件,,,", "b,y,程序,程序,程序,,,,,,,"),
        (),
    ),
    "the same everywhere": (
        ("a,x,程式,,程序,,,,,,,", "b,x,程式,,程序,,,,,,,"),
        ("3 id duplicate-concept",),
    ),
    "two things with one name in all locales": (
        ("a,x,程式,,程序,,,,,,,", "b,y,程式,,程序,,,,,,,"),
        (),
    ),
    "one row after the other": (
        ("a,x,甲國,,甲国,,,,,,,2018-04-18", "b,y,乙國,,甲国,甲國,,,,,2018-04-19,"),
        (),
    ),
    "rows that overlap by a day": (
        ("a,x,甲國,,甲国,,,,,,,2018-04-19", "b,y,乙國,,甲国,,,,,,2018-04-19,"),
        ("3 zh-CN contested-term",),
    ),
    "avoided here, good there": (
        ("a,x,甲詞,,,,,,,,,", "b,y,乙詞,,,甲詞,,,,,,"),
        ("3 zh-TW:avoid preferred-and-avoided",),
    ),
    "avoided near clue words only": (
        ("a,x,甲詞,,,,,,,,,", "b,y,乙詞,,,甲詞,,丙,,,,"),
        (),
    ),
    "around in a circle": (
        ("a,x,甲詞,,,乙詞,,,,,,", "b,y,乙詞,,,甲詞,,,,,,"),
        ("2 zh-TW:avoid term-cycle",),
    ),
    "around three corners": (
        ("a,x,甲詞,,,乙詞,,,,,,", "b,y,丙詞,,,甲詞,,,,,,", "c,z,乙詞,,,丙詞,,,,,,"),
        ("2 zh-TW:avoid term-cycle",),
    ),
    "shield that is another row's form": (
        ("a,x,資料,數據,数据,,數據集成,,,,,", "b,y,資料整合,,数据集成,,,,,,,"),
        ("2 zh-TW:except shield-hides-form",),
    ),
    "obsolete rows do not count": (("a,x,程式,,程序,,,,,,,", "# b,y,程序,,程序,,,,,,,"), ()),
}


@pytest.mark.parametrize(("rows", "expected"), list(PAIRS.values()), ids=list(PAIRS))
def test_rows_against_each_other(rows: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Rows that cannot both hold are told at the later one, unless something decides."""
    assert names(found(*rows)) == list(expected)


# Headers, and what is found in them.
HEADERS = {
    "nearly a known column": ("id,zh-TW,notes", "1 notes mistyped-column note"),
    "another column": ("id,zh-TW,Ticket", ""),
    "locale without its language": ("id,zh-TW,CN", "1 CN mistyped-column zh-CN"),
    "unknown locale": ("id,zh-TX,zh-TW", "1 zh-TX unknown-column"),
    "column twice": ("id,zh-TW,zh_TW", "1 zh-TW duplicate-column"),
    "no id": ("en,zh-TW,note", "1 id missing-id-column"),
}


@pytest.mark.parametrize(("header", "expected"), list(HEADERS.values()), ids=list(HEADERS))
def test_header(header: str, expected: str) -> None:
    """A column that would be ignored by mistake is told."""
    assert names(found("a,甲詞,", header=header)) == ([expected] if expected else [])


def test_everything_at_once() -> None:
    """Faults of all kinds and files come together, in the order of files and lines."""
    first = "id,zh-TW,zh-TX\na,软体,\n"
    second = "id,zh-TW,zh-TW:avoid\na,软体,\nb,乙詞\nc,丙 詞,丁詞\na,庚詞,\n"
    sources = [Source(f"{n}.csv", 1, t.encode()) for n, t in (("1", first), ("2", second))]
    broken = Source("3.csv", 1, b"id\n\xff\n")
    faults, problems = validate([*sources, broken])
    assert [f"{fault.path} {fault.line} {fault.check}" for fault in faults] == [
        "1.csv 1 unknown-column",
        "2.csv 2 wrong-script",
        "2.csv 3 wrong-cell-count",
        "2.csv 4 stray-space",
        "2.csv 5 duplicate-id",
    ]
    assert [problem.line for problem in problems] == [2]


def test_message_names_both_rows() -> None:
    """A fault between two rows tells what each does, and where the other one is."""
    (fault,) = found("a,x,程式,程式,程序,,,,,,,", "b,y,程序,程序,程序,,,,,,,")
    assert str(fault) == (
        "a.csv:3: zh-CN: “程序” becomes “程序” in zh-TW here, and “程式” by a (a.csv:2); "
        "give one of the rows clue words (zh-CN:context)"
    )
    assert (fault.concept, fault.term, fault.severity) == ("b", "程序", Severity.ERROR)


def test_names_keep_their_characters() -> None:
    """A place is written as it writes itself, a word as the region does."""
    header = "id,zh-TW,domain"
    assert found("a,大麪鎮,places", header=header) == []
    assert names(found("a,大麪,food", header=header)) == ["2 zh-TW variant-character 大麵"]


def test_layers_do_not_contradict_each_other() -> None:
    """An upper layer may say otherwise than a lower one: that is what it is for."""
    text = "id,zh-TW,zh-CN\n{},{},程序\n"
    lower, upper = text.format("a", "程式"), text.format("b", "程序")
    sources = [Source("l.csv", 0, lower.encode()), Source("u.csv", 1, upper.encode())]
    assert validate(sources) == ([], [])


def test_every_name_is_explained() -> None:
    """Whatever a table of these tests expects has its line in the list of faults."""
    tables = [*ROWS.values(), *HEADERS.values()]
    told = {expected.split()[2] for _, expected in tables if expected}
    told |= {name.split()[2] for _, expected in PAIRS.values() for name in expected}
    assert told <= FAULTS.keys()
    assert len(told) > 20


def test_builtin_is_clean(builtin: TermBase) -> None:
    """The built-in base has no fault, not even a doubtful one."""
    assert [str(fault) for fault in validate(builtin.sources)[0]] == []
