"""Where a term is none: both readings of a text, weighed by the frequencies of words."""

import pytest

from termkit.termbase.parting import parted

# locale, term, what it is called elsewhere, two texts that meet
MEET = (
    ("zh-TW", "執行長", "首席执行官", "執行", "長效"),
    ("zh-CN", "数据流", "資料流", "数据", "流畅"),
    ("zh-CN", "孟加拉国", "孟加拉", "孟加拉", "国际"),
    ("zh-CN", "多任务", "多工", "众多", "任务"),
    ("zh-TW", "高峰會", "峰会", "高峰", "會議"),
)
DO_NOT = (
    ("zh-TW", "執行長", "首席执行官", "執行", "長江"),
    ("zh-CN", "创始人", "創辦人", "创始", "人均"),
    ("zh-CN", "万亿元", "兆元", "数万", "亿元"),
    ("zh-CN", "数据库", "資料庫", "数据", "库存"),
    ("zh-CN", "人工智能", "人工智慧", "人工智", "能够"),
    ("zh-TW", "投票所", "投票站", "投票", "所以"),
)


def meetings(
    locale: str, term: str, name: str
) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Return the texts that meet, with their rivals."""
    found = parted({term: (name,)}, locale)
    return {(one.before, one.behind): one.rivals for one in found}


@pytest.mark.parametrize(("locale", "term", "name", "before", "behind"), MEET)
def test_likely_words_meet(locale: str, term: str, name: str, before: str, behind: str) -> None:
    """Two frequent words are likelier than a term and what goes on behind it, or stands before it."""
    assert (before, behind) in meetings(locale, term, name)


@pytest.mark.parametrize(("locale", "term", "name", "before", "behind"), DO_NOT)
def test_a_term_is_kept(locale: str, term: str, name: str, before: str, behind: str) -> None:
    """A term stays where it is as likely, where a name may follow it and where a number goes on."""
    assert (before, behind) not in meetings(locale, term, name)


def test_rivals_need_the_term() -> None:
    """With one character more the term may be the likelier one: 操作数|步骤 beside 操作|数码."""
    rivals = meetings("zh-CN", "命令行", "命令列")
    assert ("命令行", "情况") in rivals["命令", "行情"]
    assert all(
        one == "命令行" or two == "命令行" for pairs in rivals.values() for one, two in pairs
    )


def test_other_lengths_are_left_to_others() -> None:
    """Two characters are parted from both sides, and nothing is asked of seven."""
    assert not parted({"定制": ("客製",), "联合国教科文组织": ("聯合國教科文組織",)}, "zh-CN")
