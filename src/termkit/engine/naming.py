"""Names of locales as people spell them, in declarations and in file names, and their counterparts.

zh_TW becomes zh_CN where zh-tw becomes zh-cn and zh-Hant becomes zh-Hans: the
spelling stays, the locale changes, and only where it is the one converted from.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from termkit.locales import CN, TW, Locale, Script, find_locale
from termkit.patterns import regex

_REGION = "tw|hk|mo|cn|sg"
_SCRIPT = "hant|hans|cht|chs"
_SPELLED = regex(
    rf"(?P<zh>zh)(?:(?P<sep>[-_])(?P<script>{_SCRIPT}))?(?:(?P<sep2>[-_])(?P<region>{_REGION}))?"
    rf"|(?P<alone>{_REGION})",
    re.IGNORECASE,
)
# A name may speak of a locale (zh-tw-fonts.md); it is in one where the tag ends the part.
_IN_NAME = regex(
    rf"(?<![A-Za-z0-9])zh[-_](?:(?:{_SCRIPT})(?:[-_](?:{_REGION}))?|{_REGION})(?![A-Za-z0-9_-])",
    re.IGNORECASE,
)
_ENGLISH = regex(r"(?:(?<=\.)|\A)en(?:[-_](?:us|gb))?(?=\.|\Z)", re.IGNORECASE)
# As the teams of gettext catalogues call themselves: Chinese (Taiwan), Traditional Chinese.
_REGION_WORDS = {
    "zh-TW": "Taiwan",
    "zh-HK": "Hong Kong",
    "zh-MO": "Macao",
    "zh-CN": "China",
    "zh-SG": "Singapore",
}
_SCRIPT_WORDS = {Script.HANT: "Traditional", Script.HANS: "Simplified"}
_OLD_SCRIPTS = {Script.HANT: "CHT", Script.HANS: "CHS"}
_DEFAULTS = {Script.HANT: TW, Script.HANS: CN}


def respell(text: str, source: Locale, target: Locale) -> str:
    """Return what ``text``, the name of a locale, is for ``target``, in the same spelling.

    A text that does not name ``source`` comes back as it is.
    """
    tag, dot, rest = text.partition(".")  # zh_TW.UTF-8
    found = find_locale(tag)
    spelled = _SPELLED.fullmatch(tag)
    if found and spelled and _is_named(found, source):
        return _spell(spelled, target) + dot + rest
    return _respell_word(text, source, target)


def map_name(path: PurePath, source: Locale, target: Locale) -> PurePath:
    """Return a relative path with every name of ``source`` in it respelled for ``target``."""

    def mapped(match: re.Match[str]) -> str:
        return respell(match[0], source, target)

    return type(path)(*(_IN_NAME.sub(mapped, part) for part in path.parts))


def tags_in(part: str) -> list[str]:
    """Return the names of Chinese locales, and of English, in one part of a path, the last one first."""
    return [match[0] for match in reversed([*_IN_NAME.finditer(part), *_ENGLISH.finditer(part)])]


def locales_in(path: PurePath) -> Iterator[Locale]:
    """Yield the Chinese locales that a path names, the last one first."""
    for part in reversed(path.parts):
        for match in reversed([*_IN_NAME.finditer(part)]):
            if found := find_locale(match[0]):
                yield found


def _is_named(found: Locale, source: Locale) -> bool:
    """Tell whether a name stands for ``source``: zh-Hant does for zh-TW, and the reverse."""
    if found.script_only or source.script_only:
        return found.script is source.script
    return found.tag == source.tag


def _spell(spelled: re.Match[str], target: Locale) -> str:
    assert target.script is not None
    region = "" if target.script_only else target.tag.rpartition("-")[2]
    script, own = str(target.script), spelled["region"] or spelled["alone"] or ""
    if spelled["alone"] and region:
        return _cased(region, own)
    written = spelled["script"] or ""
    if written[:2].lower() == "ch":
        script = _OLD_SCRIPTS[target.script]
    parts = [spelled["zh"] or _cased("zh", own if own.islower() else "")]
    # zh-Hant alone means Taiwan, as zh-Hans means the mainland; others need their region.
    needs_region = bool(own) or target.tag != _DEFAULTS[target.script]
    if written or not region:
        parts.append(_cased(script, written or (own if own.islower() else "")))
    if region and needs_region:
        parts.append(_cased(region, own or (written if written.islower() else "")))
    return (spelled["sep"] or spelled["sep2"] or "-").join(parts)


def _cased(word: str, model: str) -> str:
    """Write ``word`` in the letter case of ``model``; as it is where there is none."""
    if model.islower():
        return word.lower()
    if len(model) > 2 and model.isupper():
        return word.upper()
    return word


def _respell_word(text: str, source: Locale, target: Locale) -> str:
    region = _REGION_WORDS.get(source.tag)
    if region and text.lower() == region.lower():
        word = _REGION_WORDS.get(target.tag) or _script_word(target)
    elif text.lower() == _script_word(source).lower():
        word = _script_word(target)
    else:
        return text
    if word.lower() == text.lower():
        return text
    return word.lower() if text.islower() else word


def _script_word(locale: Locale) -> str:
    return _SCRIPT_WORDS[locale.script] if locale.script else ""
