"""The two ways to write the 台 of 台灣: newspapers write 台, officials 臺.

Which words have it is OpenCC's knowledge: 臺灣 and 平臺, but 天台山, 颱風 and 櫃檯.
"""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termkit.scripts.chain import Stage

COMMON, FORMAL = "台", "臺"


class Tai(StrEnum):
    """What a conversion into traditional characters writes."""

    COMMON = "台"
    FORMAL = "臺"
    KEEP = "keep"


def with_formal_tai(text: str) -> str:
    """Write the 台 of a traditional text as 臺 where officials do."""
    return _formal().convert(text) if COMMON in text else text


@cache
def _formal() -> "Stage":
    from termkit.scripts.chain import Stage  # the choice alone is needed at every start
    from termkit.scripts.dictionaries import load_dictionary

    table = {COMMON: FORMAL}
    for values in load_dictionary("STPhrases.txt").values():
        written = values[0]
        if COMMON in written:  # 天台山 stays
            table[written] = written
    return Stage(table)
