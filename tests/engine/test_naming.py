"""Locales in declarations and in file names: which are mapped, and in what spelling."""

from pathlib import PurePosixPath

import pytest

from termkit.engine.naming import locales_in, map_name, respell
from termkit.locales import get_locale

SPELLINGS = [
    # text, from, to, expected
    ("zh-TW", "zh-TW", "zh-CN", "zh-CN"),
    ("zh-tw", "zh-TW", "zh-CN", "zh-cn"),
    ("zh_TW", "zh-TW", "zh-CN", "zh_CN"),
    ("zh_tw", "zh-TW", "zh-HK", "zh_hk"),
    ("ZH-TW", "zh-TW", "zh-CN", "ZH-CN"),
    ("zh_TW.UTF-8", "zh-TW", "zh-CN", "zh_CN.UTF-8"),
    ("zh-Hant-TW", "zh-TW", "zh-CN", "zh-Hans-CN"),
    ("zh_Hant_TW", "zh-TW", "zh-HK", "zh_Hant_HK"),
    ("zh-hant-tw", "zh-TW", "zh-SG", "zh-hans-sg"),
    ("zh-Hant", "zh-TW", "zh-CN", "zh-Hans"),
    ("zh-Hant", "zh-Hant", "zh-Hans", "zh-Hans"),
    ("zh-Hant", "zh-HK", "zh-CN", "zh-Hans"),
    ("zh-Hant", "zh-TW", "zh-HK", "zh-Hant-HK"),
    ("zh_hans", "zh-CN", "zh-HK", "zh_hant_hk"),
    ("zh_Hans", "zh-CN", "zh-MO", "zh_Hant_MO"),
    ("zh-CHT", "zh-TW", "zh-CN", "zh-CHS"),
    ("zh-chs", "zh-CN", "zh-TW", "zh-cht"),
    ("zh-CN", "zh-CN", "zh-Hant", "zh-Hant"),
    ("zh_CN", "zh-CN", "zh-Hant", "zh_Hant"),
    ("zh-cn", "zh-CN", "zh-Hant", "zh-hant"),
    ("zh-Hans-CN", "zh-CN", "zh-Hant", "zh-Hant"),
    ("zh-CN", "zh-Hans", "zh-TW", "zh-TW"),
    ("zh-HK", "zh-HK", "zh-MO", "zh-MO"),
    ("zh-SG", "zh-SG", "zh-CN", "zh-CN"),
    ("TW", "zh-TW", "zh-CN", "CN"),
    ("tw", "zh-TW", "zh-CN", "cn"),
    ("cn", "zh-CN", "zh-Hant", "zh-hant"),
    ("CN", "zh-CN", "zh-Hant", "zh-Hant"),
    ("zh-TW", "zh-TW", "zh-TW", "zh-TW"),
    # what does not name the source
    ("zh-HK", "zh-TW", "zh-CN", "zh-HK"),
    ("zh-MO", "zh-HK", "zh-CN", "zh-MO"),
    ("zh-Hans", "zh-TW", "zh-CN", "zh-Hans"),
    ("zh", "zh-TW", "zh-CN", "zh"),
    ("en", "zh-TW", "zh-CN", "en"),
    ("", "zh-TW", "zh-CN", ""),
    ("繁體中文", "zh-TW", "zh-CN", "繁體中文"),
    # words in the names of teams
    ("Taiwan", "zh-TW", "zh-CN", "China"),
    ("China", "zh-CN", "zh-HK", "Hong Kong"),
    ("Taiwan", "zh-TW", "zh-Hans", "Simplified"),
    ("Traditional", "zh-TW", "zh-CN", "Simplified"),
    ("traditional", "zh-HK", "zh-CN", "simplified"),
    ("traditional", "zh-TW", "zh-HK", "traditional"),
    ("China", "zh-TW", "zh-CN", "China"),
    ("Simplified", "zh-TW", "zh-CN", "Simplified"),
]


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    SPELLINGS,
    ids=[f"{text or 'nothing'} {source} to {target}" for text, source, target, _ in SPELLINGS],
)
def test_respell(text: str, source: str, target: str, expected: str) -> None:
    """The locale changes and the spelling stays; another locale stays too."""
    assert respell(text, get_locale(source), get_locale(target)) == expected


NAMES = [
    ("index.zh-tw.md", "zh-TW", "zh-CN", "index.zh-cn.md"),
    ("index.zh-TW.md", "zh-TW", "zh-CN", "index.zh-CN.md"),
    ("zh_TW/LC_MESSAGES/django.po", "zh-TW", "zh-CN", "zh_CN/LC_MESSAGES/django.po"),
    ("zh-tw/index.zh-tw.md", "zh-TW", "zh-HK", "zh-hk/index.zh-hk.md"),
    ("zh-Hant.lproj/Main.json", "zh-TW", "zh-CN", "zh-Hans.lproj/Main.json"),
    ("zh-Hant-HK/a.md", "zh-HK", "zh-CN", "zh-Hans-CN/a.md"),
    ("zh-Hans/a.md", "zh-CN", "zh-HK", "zh-Hant-HK/a.md"),
    ("lib/app_zh_TW.arb", "zh-TW", "zh-CN", "lib/app_zh_CN.arb"),
    ("README-zh-TW.md", "zh-TW", "zh-CN", "README-zh-CN.md"),
    ("手冊 (zh-TW).txt", "zh-TW", "zh-CN", "手冊 (zh-CN).txt"),
    ("terms.en-zh_TW.csv", "zh-TW", "zh-CN", "terms.en-zh_CN.csv"),
    ("zh-cn/a.md", "zh-CN", "zh-Hant", "zh-hant/a.md"),
    ("zh-tw.md", "zh-Hant", "zh-Hans", "zh-hans.md"),
    ("content/a.md", "zh-TW", "zh-CN", "content/a.md"),
    # another locale, and what is no locale of the file
    ("zh-cn/index.zh-tw.md", "zh-TW", "zh-HK", "zh-cn/index.zh-hk.md"),
    ("en/zh_HK.po", "zh-TW", "zh-CN", "en/zh_HK.po"),
    ("zh-tw-fonts.md", "zh-TW", "zh-CN", "zh-tw-fonts.md"),
    ("zh-tw_fonts/tw/a.tw.md", "zh-TW", "zh-CN", "zh-tw_fonts/tw/a.tw.md"),
    ("xzh-tw/zh-twx/zh/a.md", "zh-TW", "zh-CN", "xzh-tw/zh-twx/zh/a.md"),
]


@pytest.mark.parametrize(
    ("path", "source", "target", "expected"),
    NAMES,
    ids=[f"{path} {source} to {target}" for path, source, target, _ in NAMES],
)
def test_map_name(path: str, source: str, target: str, expected: str) -> None:
    """Only the parts of a name that name the source locale change, each in its spelling."""
    mapped = map_name(PurePosixPath(path), get_locale(source), get_locale(target))
    assert mapped == PurePosixPath(expected)


def test_locales_in() -> None:
    """The locales of a path are told, the last one first."""
    path = PurePosixPath("zh-cn/x/zh_HK.zh-TW/a.en.md")
    assert [locale.tag for locale in locales_in(path)] == ["zh-TW", "zh-HK", "zh-CN"]
