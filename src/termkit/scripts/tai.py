"""The two ways to write the 台 of 台灣: newspapers write 台, officials 臺.

Which words have it is OpenCC's knowledge: 臺灣 and 平臺, but 天台山, 颱風 and 櫃檯.
"""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termkit.scripts.chain import Stage

COMMON, FORMAL = "台", "臺"
_LONGEST = 10
"""Characters on either side that a word with 台 may have."""


class Tai(StrEnum):
    """What a conversion into traditional characters writes."""

    COMMON = "台"
    FORMAL = "臺"
    KEEP = "keep"


def with_formal_tai(text: str) -> str:
    """Write the 台 of a traditional text as 臺 where officials do."""
    return _formal().convert(text) if COMMON in text else text


def common_for_formal(text: str) -> list[int]:
    """Return where a traditional text has 台 and officials write 臺."""
    found: list[int] = []
    at = text.find(COMMON)
    while at >= 0:
        start = max(0, at - _LONGEST)
        around = text[start : at + _LONGEST]
        if with_formal_tai(around)[at - start : at - start + 1] == FORMAL:
            found.append(at)
        at = text.find(COMMON, at + 1)
    return found


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
