"""Glyph variants by locale, where termkit follows the press and not OpenCC's standard.

OpenCC writes 臺灣 and 平臺 for Taiwan and 説, 温, 衞 for Hong Kong, as the
ministries' character tables do, and 發佈, 公佈, 攀巖 throughout. Newspapers and software
in both places write 台灣, 平台, 發布, 公布, 攀岩 and 說, 溫, 衛; a tool that insisted on
the table would be switched off.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from termkit.locales import HK, TW


@dataclass(frozen=True, slots=True)
class HouseVariants:
    """``replaced``: applied after OpenCC. ``rejected``: keys of OpenCC's tables left out."""

    replaced: Mapping[str, str]
    rejected: frozenset[str] = frozenset()


# Keys of OpenCC's HKVariants whose Taiwan form Hong Kong's press types as well.
_HK_GLYPHS = frozenset(
    "兌媼媪嬀媯嫻悅慍戶挩搵敓敘梲榲檯氳涗溫煙熅稅線縕脫膃臥蒕蔥蘊蛻衛說轀醖醞鉤銳閱鰮囪叄妝簷韁顎鯰"
)

_HOUSE = {
    TW: HouseVariants({"臺": "台", "佈": "布", "賬": "帳", "巖": "岩"}),
    HK: HouseVariants(
        {
            "佈": "布",
            "啓": "啟",
            "羣": "群",
            "峯": "峰",
            "麪": "麵",
            "牀": "床",
            "蔘": "參",
            "嫺": "嫻",
            "檐": "簷",
            "繮": "韁",
            "齶": "顎",
            "嬀": "媯",
            "幺": "么",
            "巖": "岩",
        },
        _HK_GLYPHS,
    ),
}
_NONE = HouseVariants({})


def house_variants(locale: str) -> HouseVariants:
    """Return the house rules of a locale; a script without a region has none."""
    return _HOUSE.get(locale, _NONE)
