"""The locales that termkit knows, and their names in other systems.

BCP 47 tags are used everywhere inside; every other spelling is translated here.
"""

from enum import StrEnum
from typing import NamedTuple

from termkit.errors import UnknownLocaleError
from termkit.messages import mark, tr


class Script(StrEnum):
    """The two scripts of Chinese."""

    HANT = "Hant"
    HANS = "Hans"


class Locale(NamedTuple):
    """A locale: its tag, its script if it is Chinese, and its names elsewhere.

    ``base`` is the locale whose terms and characters serve it: zh-SG has no
    column of its own and is written as zh-CN. A ``script_only`` locale names a
    script and no region: conversion into it replaces no words.
    """

    tag: str
    name: str
    gettext: str
    script: Script | None = None
    base: str = ""
    script_only: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether texts of this locale are written in Chinese characters."""
        return self.script is not None

    @property
    def as_target(self) -> str:
        """The tag that a conversion into this locale goes by."""
        return self.tag if self.script_only else self.base


TW, HK, CN, EN = "zh-TW", "zh-HK", "zh-CN", "en"
HANT, HANS = "zh-Hant", "zh-Hans"
CHINESE = (TW, HK, CN)
"""The locales that have a column in the term base, in the order of its columns."""

_ALL = (
    Locale(TW, mark("Chinese (Taiwan)"), "zh_TW", Script.HANT, TW),
    Locale(HK, mark("Chinese (Hong Kong)"), "zh_HK", Script.HANT, HK),
    Locale(CN, mark("Chinese (mainland China)"), "zh_CN", Script.HANS, CN),
    Locale("zh-MO", mark("Chinese (Macao)"), "zh_MO", Script.HANT, HK),
    Locale("zh-SG", mark("Chinese (Singapore)"), "zh_SG", Script.HANS, CN),
    Locale(
        "zh-Hant",
        mark("Chinese (traditional script)"),
        "zh_Hant",
        Script.HANT,
        TW,
        script_only=True,
    ),
    Locale(
        "zh-Hans", mark("Chinese (simplified script)"), "zh_Hans", Script.HANS, CN, script_only=True
    ),
    Locale(EN, mark("English"), "en", None, EN),
)
_BY_TAG = {locale.tag: locale for locale in _ALL}

# Every other spelling (lower case, "-" between parts): gettext, ICU, Hugo, OpenCC, script tags.
_ALIASES = {
    **{locale.tag.lower(): locale.tag for locale in _ALL},
    **{locale.tag.split("-")[-1].lower(): locale.tag for locale in _ALL if not locale.script_only},
    "zh-hant-tw": TW,
    "zh-hant-hk": HK,
    "zh-hant-mo": "zh-MO",
    "zh-hans-cn": CN,
    "zh-hans-sg": "zh-SG",
    "zh-chs": "zh-Hans",
    "zh-cht": "zh-Hant",
    "en-us": EN,
    "en-gb": EN,
}


def find_locale(tag: str) -> Locale | None:
    """Return the locale that ``tag`` names in any known spelling, or None."""
    key = tag.strip().partition(".")[0].replace("_", "-").lower()
    found = _ALIASES.get(key)
    return _BY_TAG[found] if found else None


def get_locale(tag: str) -> Locale:
    """Return the locale that ``tag`` names; raise UnknownLocaleError with a suggestion."""
    locale = find_locale(tag)
    if locale is None:
        from difflib import get_close_matches

        close = get_close_matches(tag, _BY_TAG, n=1, cutoff=0.5)
        hint = tr("; did you mean {name}?", name=close[0]) if close else ""
        known = ", ".join(_BY_TAG)
        raise UnknownLocaleError(
            tr(
                "unknown locale {locale!r}{hint} (known: {known})",
                locale=tag,
                hint=hint,
                known=known,
            )
        )
    return locale


def get_chinese(tag: str) -> Locale:
    """Return the Chinese locale that ``tag`` names; raise UnknownLocaleError otherwise."""
    locale = get_locale(tag)
    if not locale.is_chinese:
        raise UnknownLocaleError(
            tr(
                "{locale} is not a Chinese locale: use one of {known}",
                locale=locale.tag,
                known=", ".join(CHINESE),
            )
        )
    return locale


def chinese_locales() -> tuple[Locale, ...]:
    """Return every Chinese locale."""
    return tuple(locale for locale in _ALL if locale.is_chinese)


def script_of(tag: str) -> Script:
    """Return the script of a Chinese locale."""
    script = get_chinese(tag).script
    assert script is not None
    return script
