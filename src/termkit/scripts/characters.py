"""Which characters belong to one script only, and which are variants that a locale replaces."""

from collections.abc import Mapping
from functools import cache

from termkit.locales import CN, HK, TW, Script
from termkit.scripts.dictionaries import load_dictionary
from termkit.scripts.variants import house_variants

_VARIANT_FILES = {TW: "TWVariants.txt", HK: "HKVariants.txt"}

# Variants that careful writers of the locale use as well (排泄, 鍼灸, 祕密, 人蔘, 吃/喫茶 …).
_TOLERATED = {
    TW: frozenset("污泄癡祕鍼喫蔘樑幺棱梁踊覈麼才"),
    HK: frozenset("祕癡喫臺核只棱鍼覈才踊鉢潨潙蔿嬀嫺"),
}

# Forms of Hong Kong's, Japan's or old print's that no table of the locale lists.
_OLD_FORMS = {
    "産": "產", "録": "錄", "緑": "綠", "敎": "教", "顔": "顏", "増": "增", "晩": "晚",
    "旣": "既", "槪": "概", "淸": "清", "靑": "青", "尙": "尚",
}  # fmt: skip
_FOREIGN = {
    TW: _OLD_FORMS | {
        "綫": "線", "衞": "衛", "説": "說", "温": "溫", "税": "稅", "脱": "脫", "悦": "悅",
        "鋭": "銳", "閲": "閱", "蜕": "蛻", "藴": "蘊", "兑": "兌", "户": "戶", "鷄": "雞",
        "敍": "敘", "葱": "蔥", "卧": "臥",
    },
    HK: _OLD_FORMS | {"裡": "裏"},
}  # fmt: skip

# Simplified forms that names and headlines in Hant text keep: 恒生, 重叠.
_SHARED = frozenset("恒叠")


@cache
def only_in(script: Script) -> frozenset[str]:
    """Return the characters that are never right in a text of the other script.

    A character that both scripts use (后, 干, 台, 里 …) is in neither set.
    """
    to_hant, to_hans = load_dictionary("STCharacters.txt"), load_dictionary("TSCharacters.txt")
    table, reverse = (to_hant, to_hans) if script is Script.HANS else (to_hans, to_hant)
    used_by_other = {value for values in table.values() for value in values}
    found = {
        char
        for char, values in table.items()
        if len(char) == 1 and char not in used_by_other and char not in reverse
    }
    if script is Script.HANT:
        return frozenset(found)
    produced = {value for values in to_hans.values() for value in values}
    return frozenset(found & produced - _regional_glyphs() - _SHARED)


@cache
def _regional_glyphs() -> frozenset[str]:
    """Return the characters that some Hant locale writes as a glyph variant."""
    found: set[str] = set()
    for file in _VARIANT_FILES.values():
        for key, values in load_dictionary(file).items():
            found.update(key, *values)
    return frozenset(found)


@cache
def one_to_many() -> Mapping[str, tuple[str, ...]]:
    """Return the simplified characters that have several traditional ones, and these."""
    table = load_dictionary("STCharacters.txt")
    return {char: values for char, values in table.items() if len(values) > 1}


@cache
def variants(locale: str) -> Mapping[str, str]:
    """Return the glyph variants that a locale replaces by its own: 着 → 著 in zh-TW."""
    if locale == CN:
        return {}
    house = house_variants(locale)
    table = {key: values[0] for key, values in load_dictionary(_VARIANT_FILES[locale]).items()}
    left_out = house.rejected | _TOLERATED[locale] | house_only(locale)
    own = {key: value for key, value in table.items() if key not in left_out and key != value}
    return own | _FOREIGN[locale]


def house_only(locale: str) -> frozenset[str]:
    """Return the characters that conversion replaces but that no check complains about (臺, 羣)."""
    return frozenset(house_variants(locale).replaced)
