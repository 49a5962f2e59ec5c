"""Random text of everything that Unicode has, and what must hold of its conversion."""

import random
import re
from collections.abc import Iterator

from termkit import Converter
from termkit.locales import Script
from termkit.model.change import replay
from termkit.scripts.characters import only_in

NEWLINES = ("\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


def _range(*bounds: tuple[int, int]) -> tuple[str, ...]:
    return tuple(chr(code) for first, last in bounds for code in range(first, last + 1))


WORDS = tuple(
    re.findall(
        r"\w+",
        "头发 发现 干部 饼干 皇后 后来 公里 里面 面条 方面 软件 程序 文件 数据 信息 支持 "
        "英伟达 特朗普 谷歌 人工智能 數據 著作 看着 台灣 后天 干扰 算法 计算机 打印机 输入法 演算法 "
        "資料 軟體 檔案 專案 程式 網路 品質 螢幕 川普 馬克宏 衞生 説明 裏面 羣 麪 啓",
    )
)

# What no entry of any table is made of; every code point of it comes out where it went in.
INERT = {
    "combining marks": _range((0x300, 0x36F), (0x20D0, 0x20F0), (0x302A, 0x302D), (0x3099, 0x309A)),
    "variation selectors": _range((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x180B, 0x180D)),
    "private use": _range((0xE000, 0xF8FF), (0xF0000, 0xF0FFF), (0x10F000, 0x10FFFD)),
    "lone surrogates": _range((0xD800, 0xDFFF)),
    "masks and controls": ("\ufffc", "\ufffd", "\0", "\x07", "\x1b", "\x7f", "\ufeff", "\ufffe"),
    "direction and joining": _range((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069)),
    "newlines": NEWLINES,
    "other scripts": _range((0x3041, 0x3096), (0xAC00, 0xAD00), (0x400, 0x450), (0x5D0, 0x5EA)),
    "emoji": _range((0x1F300, 0x1F5FF), (0x1F3FB, 0x1F3FF), (0x1F1E6, 0x1F1FF)),
    "ASCII": _range((0x20, 0x7E)),
    "noncharacters and the unassigned": _range(
        (0xFDD0, 0xFDEF), (0x3FFFE, 0x3FFFF), (0xE1000, 0xE10FF)
    ),
}
HAN = {
    "common ideographs": _range((0x4E00, 0x9FFF)),
    "extension A": _range((0x3400, 0x4DBF)),
    "extensions B to F": _range((0x20000, 0x2A6DF), (0x2A700, 0x2EBE0)),
    "extensions G and H": _range((0x30000, 0x323AF)),
    "compatibility": _range((0xF900, 0xFAD9), (0x2F800, 0x2FA1D)),
    "radicals and strokes": _range((0x2E80, 0x2FD5), (0x31C0, 0x31E3), (0x2FF0, 0x2FFB)),
    "punctuation": tuple("，。：；！？、·“”‘’「」『』《》（）…—　々〇"),
    "words": WORDS,
}
_POOLS = tuple(HAN.values()) + tuple(INERT.values())


def random_text(rng: random.Random, length: int) -> str:
    """Return about ``length`` code points: short runs, each of one kind."""
    pieces: list[str] = []
    left = length
    while left > 0:
        run = rng.choices(rng.choice(_POOLS), k=rng.randint(1, 6))
        pieces += run
        left -= sum(map(len, run))
    return "".join(pieces)


def inert_text(rng: random.Random, length: int) -> str:
    """Return code points that no table knows."""
    pools = tuple(INERT.values())
    return "".join(rng.choice(rng.choice(pools)) for _ in range(length))


_KEPT = frozenset(
    char for name, pool in INERT.items() if name != "ASCII" for text in pool for char in text
)


def faults(converter: Converter, text: str) -> Iterator[str]:
    """Yield what is wrong with the conversion of ``text``."""
    conversion = converter.convert(text)
    if replay(text, conversion.trace) != conversion.text:
        yield "the trace does not replay to the result"
    end = 0
    for change in conversion.trace:
        if change.span.start < end or change.span.of(text) != change.before:
            yield f"a change out of order, or of what is not there: {change}"
        if change.before == change.after:
            yield f"a change that changes nothing: {change}"
        end = change.span.end
    if [c for c in text if c in _KEPT] != [c for c in conversion.text if c in _KEPT]:
        yield "a character that no table knows has come, gone or moved"
    # Into a script alone every line is converted, one in that script already as well.
    if not converter.script_only and _changes_again(converter, text):
        yield "a second pass changes the result"
    if hasattr(converter, "convert_bulk") and converter.convert_bulk(text) != conversion.text:
        yield "the bulk path gives another text"


def _changes_again(converter: Converter, text: str) -> bool:
    """Tell whether a second pass changes the lines of ``text`` that are not in both scripts.

    软體 is no word of any script; 软体 after a first pass is one.
    """
    hans, hant = only_in(Script.HANS), only_in(Script.HANT)
    kept = (line for line in text.split("\n") if hans.isdisjoint(line) or hant.isdisjoint(line))
    text = "\n".join(kept)
    domain = converter.guess_domain(text)  # the converted text may seem to be about something else
    again = Converter(converter.source, converter.target, domain=domain)
    once = again.convert(text).text
    return again.convert(once).text != once


def shortest_fault(converter: Converter, text: str) -> str:
    """Return a small piece of a faulty text that is faulty too, for the report."""
    size = len(text) // 2
    while size:
        pieces = (text[at : at + size] for at in range(0, len(text), max(size // 2, 1)))
        found = next((piece for piece in pieces if any(faults(converter, piece))), None)
        if found is None:
            size = size // 2 if size > 1 else 0
        else:
            text, size = found, len(found) // 2
    return text
