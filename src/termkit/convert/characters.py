"""Converting characters one by one, each to exactly one other."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

_LONG = 100_000
"""From this length on an array look-up is worth its import."""


class CharacterMap:
    """A map of code points that keeps the length of a text."""

    def __init__(self, characters: Mapping[int, str]) -> None:
        self.characters = dict(characters)

    def convert(self, text: str) -> str:
        """Convert every character of ``text``, which holds no surrogates."""
        if len(text) < _LONG:
            return text.translate(self.characters)
        import numpy as np

        codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
        return str(self._codes[codes].tobytes(), "utf-32-le")

    @cached_property
    def _codes(self) -> Any:
        import numpy as np

        codes = np.arange(0x110000, dtype="<u4")
        for code, char in self.characters.items():
            codes[code] = ord(char)
        return codes
