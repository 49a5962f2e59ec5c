"""variant-character: what the house writes, 台 or 臺."""

import pytest

from termkit.context import House
from termkit.engine.runner import CheckOptions, check_document
from termkit.readers.plain import parse
from termkit.scripts.tai import Tai
from termkit.termbase.store import TermBase
from tests.checks.harness import CHECKS

CASES = [
    (Tai.COMMON, "zh-TW", "臺灣的平臺在臺北。", "臺→台 臺→台 臺→台"),
    (Tai.COMMON, "zh-TW", "舞臺與電視臺都在台南。", "臺→台 臺→台"),
    (Tai.COMMON, "zh-TW", "臺積電在台中設廠。", ""),
    (Tai.COMMON, "zh-TW", "台灣、颱風與櫃檯。", ""),
    (Tai.COMMON, "zh-HK", "臺灣旅客增加。", "臺→台"),
    (Tai.FORMAL, "zh-TW", "台灣的平台在台北。", "台→臺 台→臺 台→臺"),
    (Tai.FORMAL, "zh-TW", "台積電與郭台銘都在新竹。", ""),
    (Tai.FORMAL, "zh-TW", "天台山有颱風，櫃檯沒人。", ""),
    (Tai.FORMAL, "zh-TW", "臺灣大學在臺北。", ""),
    (Tai.FORMAL, "zh-HK", "他在台灣讀書。", "台→臺"),
    (Tai.KEEP, "zh-TW", "臺灣與台灣。", ""),
    (Tai.COMMON, "zh-CN", "台湾的平台。", ""),
    (Tai.FORMAL, "zh-CN", "台湾的平台。", ""),
]


@pytest.mark.parametrize(("tai", "locale", "text", "expected"), CASES)
def test_tai(tai: Tai, locale: str, text: str, expected: str, builtin: TermBase) -> None:
    """The other form is found everywhere but in names; without a choice both are fine."""
    options = CheckOptions(builtin, (CHECKS["variant-character"],), house=House(tai))
    found = check_document(parse(text, ""), locale, options)
    assert " ".join(f"{d.span.of(text)}→{d.suggestions[0]}" for d in found) == expected


def test_word_or_name(builtin: TermBase) -> None:
    """In a word the fix is safe; by itself the character may be in somebody's name."""
    options = CheckOptions(builtin, (CHECKS["variant-character"],), house=House(Tai.COMMON))
    found = check_document(parse("臺灣的張臺生。", ""), "zh-TW", options)
    assert [each.applicability for each in found] == ["safe", "unsafe"]


@pytest.mark.parametrize(("tai", "expected"), [(Tai.KEEP, 1), (Tai.COMMON, 0), (Tai.FORMAL, 0)])
def test_one_name(tai: Tai, expected: int, builtin: TermBase) -> None:
    """Where the house has chosen, 平臺 and 平台 are no two names: one check does not undo another."""
    options = CheckOptions(builtin, (CHECKS["inconsistent-term"],), house=House(tai))
    assert len(check_document(parse("平臺、平臺、平台。", ""), "zh-TW", options)) == expected
