"""The composed table: layers, shields, context, and what it promises for any term base."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit import Converter, TermBase
from termkit.model.change import replay
from termkit.scripts.dictionaries import load_dictionary

PAIRS = [
    ("zh-CN", "zh-TW"),
    ("zh-CN", "zh-HK"),
    ("zh-TW", "zh-CN"),
    ("zh-HK", "zh-CN"),
    ("zh-TW", "zh-HK"),
    ("zh-HK", "zh-TW"),
]
ALPHABET = "发展头后面里干台证明了解软件数据中心程序运行“”‘’AI a0\n。，後發髮裡軟體資料著着裏"


def base_of(tmp_path: Path, *rows: str, header: str = "id,zh-TW,zh-HK,zh-CN") -> TermBase:
    """Return a term base of the given rows, without the built-in one."""
    path = tmp_path / "rows.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return TermBase.load(path, builtin=False)


def test_shield_wins_over_term(tmp_path: Path) -> None:
    """A longer string in which a form is fine keeps its words."""
    base = base_of(tmp_path, "a,甲詞,,算法,计算法", header="id,zh-TW,zh-HK,zh-CN,zh-CN:except")
    convert = Converter("zh-CN", "zh-TW", base).convert
    assert convert("算法").text == "甲詞"
    assert convert("计算法则").text == "計算法則"


def test_shield_hides_the_word_of_the_dictionary(tmp_path: Path) -> None:
    """Neither the row nor the dictionary finds a form in its shields; a word may begin at their end."""
    header = "id,zh-TW,zh-HK,zh-CN,zh-CN:except"
    assert load_dictionary("STPhrases.txt")["定制"] == ("定製",)
    base = base_of(tmp_path, "a,甲詞,,定制,规定制 | 指定制", header=header)
    convert = Converter("zh-CN", "zh-TW", base).convert
    assert convert("规定制度，指定制造商，定制").text == "規定制度，指定製造商，甲詞"
    # A row that says how a form is spelled leaves its shields to the dictionary.
    base = base_of(tmp_path, "a,復合,,复合,复合材料", header=header)
    convert = Converter("zh-CN", "zh-TW", base).convert
    assert convert("复合，复合材料").text == "復合，複合材料"


def test_term_inside_dictionary_phrase_is_recomposed(tmp_path: Path) -> None:
    """The team's word wins inside a phrase of the dictionary, whose other characters stay right."""
    base = base_of(tmp_path, "a,甲乙,,头发")
    assert "头发" in "".join(load_dictionary("STPhrases.txt"))
    assert Converter("zh-CN", "zh-TW", base).convert("梳头发的皇后").text == "梳甲乙的皇后"


def test_admitted_word_stays(tmp_path: Path) -> None:
    """A word that the target admits changes its characters only."""
    base = base_of(tmp_path, "a,甲 | 軟件,,软件", "b,乙,,数据")
    convert = Converter("zh-CN", "zh-TW", base).convert
    assert convert("软件、数据").text == "軟件、乙"


def test_word_of_the_target_is_seen_whole(tmp_path: Path) -> None:
    """A text may write the target's word, of which its own region's is a part."""
    base = base_of(tmp_path, "a,甲國,,甲国斯坦")
    convert = Converter("zh-TW", "zh-CN", base).convert
    assert convert("甲國、甲國斯坦、甲國人").text == "甲国斯坦、甲国斯坦、甲国斯坦人"


def test_context_decides(tmp_path: Path) -> None:
    """An ambiguous word follows its clue words, in its own sentence only."""
    base = base_of(
        tmp_path,
        "program,程式,,程序,软件",
        "procedure,程序,,程序,",
        header="id,zh-TW,zh-HK,zh-CN,zh-CN:context",
    )
    convert = Converter("zh-CN", "zh-TW", base).convert
    assert convert("法律程序").text == "法律程序"
    assert convert("软件的程序").text == "軟體的程式"
    assert convert("软件好。程序长。").text == "軟體好。程序長。"


def test_empty_cell_is_no_opinion(tmp_path: Path) -> None:
    """Where the target cell is empty, only the script changes, even of a regional word."""
    base = base_of(tmp_path, "a,,,软件")
    assert Converter("zh-CN", "zh-TW", base).convert("软件").text == "軟件"


def test_one_way(tmp_path: Path) -> None:
    """A one-way row is used from zh-CN only."""
    base = base_of(tmp_path, "a,甲詞,,乙词,one-way", header="id,zh-TW,zh-HK,zh-CN,flags")
    assert Converter("zh-CN", "zh-TW", base).convert("乙词").text == "甲詞"
    assert Converter("zh-TW", "zh-CN", base).convert("甲詞").text == "甲词"


def test_to_hans(tmp_path: Path) -> None:
    """A row that is for zh-CN only is used into zh-CN only."""
    base = base_of(tmp_path, "a,甲詞,,乙词,to-hans", header="id,zh-TW,zh-HK,zh-CN,flags")
    assert Converter("zh-TW", "zh-CN", base).convert("甲詞").text == "乙词"
    assert Converter("zh-CN", "zh-TW", base).convert("乙词").text == "乙詞"


@pytest.mark.parametrize(
    ("flag", "tw_cn", "tw_hk", "hk_cn", "hk_tw", "cn_tw", "cn_hk"),
    [
        ("from-tw", "丙词", "乙詞", "乙词", "乙詞", "丙詞", "丙詞"),
        ("not-from-tw", "甲词", "甲詞", "丙词", "甲詞", "甲詞", "乙詞"),
    ],
)
def test_flags_of_origin(
    tmp_path: Path,
    flag: str,
    tw_cn: str,
    tw_hk: str,
    hk_cn: str,
    hk_tw: str,
    cn_tw: str,
    cn_hk: str,
) -> None:
    """A row that is for zh-TW texts only, or for all others, is used from there, into both others."""
    base = base_of(tmp_path, f"a,甲詞,乙詞,丙词,{flag}", header="id,zh-TW,zh-HK,zh-CN,flags")
    assert Converter("zh-TW", "zh-CN", base).convert("甲詞").text == tw_cn
    assert Converter("zh-TW", "zh-HK", base).convert("甲詞").text == tw_hk
    assert Converter("zh-HK", "zh-CN", base).convert("乙詞").text == hk_cn
    assert Converter("zh-HK", "zh-TW", base).convert("乙詞").text == hk_tw
    assert Converter("zh-CN", "zh-TW", base).convert("丙词").text == cn_tw
    assert Converter("zh-CN", "zh-HK", base).convert("丙词").text == cn_hk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("成長8%", "增长8%"),
        ("成長 15.5%", "增长 15.5%"),
        ("成長三成", "增长三成"),
        ("成長兩倍", "增长两倍"),
        ("成長三天", "成长三天"),
        ("成長快", "成长快"),
        ("8成長", "8成长"),
    ],
)
def test_before_number(tmp_path: Path, text: str, expected: str) -> None:
    """Such a row is used right before a figure or a share, and nowhere else."""
    base = base_of(tmp_path, "a,成長,,增长,before-number", header="id,zh-TW,zh-HK,zh-CN,flags")
    assert Converter("zh-TW", "zh-CN", base).convert(text).text == expected


def test_upper_layer_wins(tmp_path: Path) -> None:
    """A team's row decides against the built-in one."""
    path = tmp_path / "team.csv"
    path.write_text("id,zh-TW,zh-CN\nour-nvidia,恩威迪亞,英伟达\n", encoding="utf-8")
    assert Converter("zh-CN", "zh-TW", TermBase.load(path)).convert("英伟达").text == "恩威迪亞"


def test_latin_is_never_a_source(tmp_path: Path) -> None:
    """Latin text comes out byte for byte, even where a row would have another word for it."""
    base = base_of(tmp_path, "a,應用,,App")
    assert Converter("zh-CN", "zh-TW", base).convert("App 和 APP").text == "App 和 APP"


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(text=st.text(alphabet=ALPHABET, max_size=40))
def test_properties(source: str, target: str, text: str) -> None:
    """For any text the trace is ordered and replays to the result, and ASCII stays."""
    conversion = Converter(source, target).convert(text)
    assert replay(text, conversion.trace) == conversion.text
    ends = [0, *(change.span.end for change in conversion.trace)]
    starts = [change.span.start for change in conversion.trace]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))
    assert [c for c in text if c.isascii()] == [c for c in conversion.text if c.isascii()]


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(text=st.text(max_size=60))
def test_any_unicode(source: str, target: str, text: str) -> None:
    """No text makes a conversion fail, lone surrogates included."""
    conversion = Converter(source, target).convert(text)
    assert replay(text, conversion.trace) == conversion.text


def test_masked_text_is_untouched() -> None:
    """Masked code points come out as they went in and keep terms apart."""
    conversion = Converter("zh-CN", "zh-TW").convert("软\ufffc件数据\ufffc\ufffc中心")
    assert conversion.text.count("\ufffc") == 3
    assert conversion.text.startswith("軟\ufffc件")
