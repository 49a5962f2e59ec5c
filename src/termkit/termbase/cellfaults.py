"""What keeps the terms of a cell from being used."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.locales import CHINESE, CN, TW, Script, script_of
from termkit.scripts.characters import only_in
from termkit.termbase.columns import SEPARATOR, Column
from termkit.text import HAN

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufffc\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
    f"|(?<=[{HAN}])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_BREAK = re.compile(r"[\r\n]")
_FULLWIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


class CellFault(NamedTuple):
    """A fault of one cell: its name, what to say, the term that has it, what may stand instead."""

    check: str
    message: str
    term: str
    suggestions: Sequence[str] = ()


def cell_faults(column: Column, terms: Sequence[str]) -> Iterator[CellFault]:
    """Yield what is wrong with the terms of a cell, term by term."""
    strange = _strange_script(column.locale) if column.locale in CHINESE else None
    repeated = len(set(terms)) < len(terms)
    for term in dict.fromkeys(terms):
        if repeated and terms.count(term) > 1:
            yield CellFault("repeated-term", f"“{term}” stands twice in the cell", term)
        if term.isascii() and term.isprintable():
            continue
        if _BREAK.search(term):
            shown = " ".join(term.split())
            message = f"“{shown}” runs over two lines; put “|” between two terms"
            written = f" {SEPARATOR} ".join(part for part in _BREAK.split(term) if part)
            yield CellFault("broken-term", message, term, (written,))
        if match := _INVISIBLE.search(term):
            message = f"“{term}” holds the invisible character U+{ord(match[0]):04X}; delete it"
            yield CellFault("invisible-character", message, term, (_INVISIBLE.sub("", term),))
        if match := _FULLWIDTH.search(term):
            message = f"“{term}” holds the full-width “{match[0]}”; write it half-width"
            written = _FULLWIDTH.sub(lambda one: unicodedata.normalize("NFKC", one[0]), term)
            yield CellFault("full-width-character", message, term, (written,))
        if strange and not strange.isdisjoint(term):
            yield _wrong_script(term, column.locale, strange)


def _strange_script(locale: str) -> frozenset[str]:
    return only_in(Script.HANT if script_of(locale) is Script.HANS else Script.HANS)


def _wrong_script(term: str, locale: str, strange: frozenset[str]) -> CellFault:
    from termkit.scripts.chain import to_script  # reads dictionaries, which a sound file spares

    found = "、".join(char for char in term if char in strange)
    kind = "traditional" if locale == CN else "simplified"
    written = to_script(term, TW if locale == CN else CN, locale)
    message = f"“{term}” holds the {kind} character {found}"
    return CellFault("wrong-script", message, term, (written,) if written != term else ())
