"""Lines of Chinese on a terminal.

rich breaks lines at spaces only: a Chinese sentence is one long word to it, which it cuts
off where a column has no room for it. It is given the rules for catalogues instead.
"""

from typing import Any

from termkit.messages import ENGLISH, language
from termkit.outputs.display import width
from termkit.po.breaks import opportunities


def break_chinese() -> None:
    """Let rich break lines between Chinese characters too, if messages are in Chinese."""
    from rich import text

    rich: Any = text
    if language() != ENGLISH and hasattr(rich, "divide_line"):
        rich.divide_line = divide


def divide(text: str, columns: int, fold: bool = True) -> list[int]:  # noqa: ARG001 # rich's
    """Return the offsets at which lines of ``text`` begin, the first one left out.

    What has no room in a line of its own is broken anywhere, so that nothing is cut off.
    """
    begins: list[int] = []
    used = start = 0
    for end in [*(at for at in opportunities(text) if _may_break(text, at)), len(text)]:
        word = text[start:end].rstrip()
        if used and used + width(word) > columns:
            begins.append(start)
            used = 0
        for at, char in enumerate(word, start):
            if used and used + width(char) > columns:
                begins.append(at)
                used = 0
            used += width(char)
        used += end - start - len(word)
        start = end
    return begins


def _may_break(text: str, at: int) -> bool:
    """Tell whether a line may end here: options and paths (``--no-cache``) stay whole."""
    return text[at - 1].isspace() or not text[at - 1 : at + 1].isascii()
