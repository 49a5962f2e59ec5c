"""Places that nothing decided, and what could have stood there."""

from pathlib import Path

import pytest

from termkit import Converter, TermBase
from termkit.convert.doubts import character_alternatives
from tests.convert.test_table import base_of

HEADER = "id,zh-TW,zh-CN,zh-CN:context"
ROWS = ("program,甲式,程序,软件", "procedure,乙序,程序,", "quality,品質,质量,产品")

CASES = [
    ("程序不明。", [(0, "程序", "乙序", (("甲式", "program"),))]),
    ("质量好。", [(0, "质量", "質量", (("品質", "quality"),))]),
    ("软件的程序，产品的质量。", []),
    ("软件的程序。他的程序。", [(8, "程序", "乙序", (("甲式", "program"),))]),
    ("没有疑问的话。", []),
]


def open_base(tmp_path: Path) -> TermBase:
    """Return a base with two words whose readings clue words decide."""
    return base_of(tmp_path, *ROWS, header=HEADER)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_doubts(tmp_path: Path, text: str, expected: list[tuple[object, ...]]) -> None:
    """A place is doubtful where neither a clue word nor the domain chose among several values."""
    doubts = Converter("zh-CN", "zh-TW", open_base(tmp_path)).convert(text, doubts=True).doubts
    told = [
        (d.span.start, d.text, d.kept, tuple((a.value, a.concept) for a in d.alternatives))
        for d in doubts
    ]
    assert told == expected


def test_rows_that_claim_one_word_differently(tmp_path: Path) -> None:
    """Where two rows without clue words claim a word, both their values are offered."""
    base = base_of(tmp_path, "a,甲甲,词语", "b,乙乙,词语", header="id,zh-TW,zh-CN")
    (doubt,) = Converter("zh-CN", "zh-TW", base).convert("一个词语。", doubts=True).doubts
    assert (doubt.kept, [a.value for a in doubt.alternatives]) == ("詞語", ["甲甲", "乙乙"])


def test_domain_decides(tmp_path: Path) -> None:
    """A text of the row's domain leaves no doubt."""
    path = tmp_path / "software.csv"
    path.write_text("\n".join((HEADER, *ROWS)) + "\n", encoding="utf-8")
    base = TermBase.load(path, builtin=False)
    found = Converter("zh-CN", "zh-TW", base, "software").convert("程序不明。", doubts=True)
    assert (found.text, found.doubts) == ("甲式不明。", ())


def test_only_on_demand(tmp_path: Path) -> None:
    """Doubts are looked for when asked; the text and its trace are the same either way."""
    converter = Converter("zh-CN", "zh-TW", open_base(tmp_path))
    plain, asked = converter.convert("程序不明。"), converter.convert("程序不明。", doubts=True)
    assert plain.doubts == ()
    assert asked.doubts
    assert (plain.text, plain.trace) == (asked.text, asked.trace)


def test_places_hold_what_was_kept(tmp_path: Path) -> None:
    """Entries that changed nothing are told as places too."""
    base = base_of(tmp_path, "a,公事,公事", header="id,zh-TW,zh-CN")
    (place,) = Converter("zh-CN", "zh-TW", base).places("办公事。")
    assert (place.span, place.value, place.layer, place.origin) == ((1, 3), "公事", "base", "a")


@pytest.mark.parametrize(
    ("char", "kept", "target", "expected"),
    [
        ("发", "發", "zh-TW", ("髮",)),
        ("里", "裡", "zh-TW", ("里", "哩")),
        ("里", "裏", "zh-HK", ("里", "哩")),
        ("好", "好", "zh-TW", ()),
    ],
    ids=["发", "里 TW", "里 HK", "好"],
)
def test_character_alternatives(
    char: str, kept: str, target: str, expected: tuple[str, ...]
) -> None:
    """The other readings of a character are offered in the glyphs of the target."""
    assert character_alternatives(char, kept, "zh-CN", target) == expected
