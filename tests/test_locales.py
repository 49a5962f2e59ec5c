"""Every spelling of a locale leads to one tag, and unknown ones are named with a suggestion."""

import pytest

from termkit.errors import UnknownLocaleError
from termkit.locales import Script, find_locale, get_chinese, get_locale, script_of


@pytest.mark.parametrize(
    ("spelling", "tag"),
    [
        ("zh-TW", "zh-TW"),
        ("zh_TW", "zh-TW"),
        ("zh-tw", "zh-TW"),
        ("ZH_tw", "zh-TW"),
        ("zh-Hant-TW", "zh-TW"),
        ("zh_Hant_TW", "zh-TW"),
        ("tw", "zh-TW"),
        ("zh-Hant", "zh-Hant"),
        ("zh_Hant", "zh-Hant"),
        ("zh-CHT", "zh-Hant"),
        ("zh_TW.UTF-8", "zh-TW"),
        ("zh_TW.Big5", "zh-TW"),
        (" zh-TW\n", "zh-TW"),
        ("zh_HK", "zh-HK"),
        ("zh_Hant_HK", "zh-HK"),
        ("hk", "zh-HK"),
        ("zh_CN", "zh-CN"),
        ("zh_CN.UTF-8", "zh-CN"),
        ("zh-Hans", "zh-Hans"),
        ("zh_Hans_CN", "zh-CN"),
        ("CN", "zh-CN"),
        ("zh-Hant-MO", "zh-MO"),
        ("zh_SG", "zh-SG"),
        ("zh-hans-sg", "zh-SG"),
        ("en", "en"),
        ("en_US.UTF-8", "en"),
        ("en-GB", "en"),
    ],
)
def test_spelling_is_known(spelling: str, tag: str) -> None:
    """Gettext, Hugo, ICU and OpenCC spellings name the locale of a BCP 47 tag."""
    found = find_locale(spelling)
    assert found is not None
    assert found.tag == tag
    assert get_locale(spelling) is found


@pytest.mark.parametrize(
    "spelling",
    ["", "zh", "fr", "zh-Hans-TW", "zh-TW-x", "zhTW", "z h-TW", "C", "zh-"],
)
def test_spelling_is_unknown(spelling: str) -> None:
    """What names no locale, or leaves the region open, is not guessed at."""
    assert find_locale(spelling) is None


KNOWN = "zh-TW, zh-HK, zh-CN, zh-MO, zh-SG, zh-Hant, zh-Hans, en"


@pytest.mark.parametrize(
    ("spelling", "message"),
    [
        ("zh-TX", "unknown locale 'zh-TX'; did you mean zh-TW?"),
        ("zh_CNN", "unknown locale 'zh_CNN'; did you mean zh-CN?"),
        ("français", "unknown locale 'français'"),
        ("", "unknown locale ''"),
    ],
    ids=["one letter off", "one letter too many", "nothing like it", "empty"],
)
def test_unknown_locale_is_explained(spelling: str, message: str) -> None:
    """The error quotes what was given, suggests the nearest tag if one is near, and lists all."""
    with pytest.raises(UnknownLocaleError) as caught:
        get_locale(spelling)
    assert str(caught.value) == f"{message} (known: {KNOWN})"


def test_english_is_not_chinese() -> None:
    """Where only a Chinese locale will do, English is refused and the three are named."""
    with pytest.raises(UnknownLocaleError) as caught:
        get_chinese("en_US")
    assert str(caught.value) == "en is not a Chinese locale: use one of zh-TW, zh-HK, zh-CN"


@pytest.mark.parametrize(
    ("tag", "script", "base", "gettext", "region"),
    [
        ("zh-TW", Script.HANT, "zh-TW", "zh_TW", True),
        ("zh-HK", Script.HANT, "zh-HK", "zh_HK", True),
        ("zh-MO", Script.HANT, "zh-HK", "zh_MO", True),
        ("zh-CN", Script.HANS, "zh-CN", "zh_CN", True),
        ("zh-SG", Script.HANS, "zh-CN", "zh_SG", True),
        ("zh-Hant", Script.HANT, "zh-TW", "zh_Hant", False),
        ("zh-Hans", Script.HANS, "zh-CN", "zh_Hans", False),
    ],
    ids=["Taiwan", "Hong Kong", "Macao", "mainland", "Singapore", "traditional", "simplified"],
)
def test_chinese_locale(tag: str, script: Script, base: str, gettext: str, *, region: bool) -> None:
    """A Chinese locale has a script, a gettext name, the column that serves it, perhaps a region."""
    locale = get_chinese(tag)
    assert (locale.script, locale.base, locale.gettext) == (script, base, gettext)
    assert locale.script_only is not region
    assert script_of(tag) is script
