"""What keeps the terms of a cell from being used."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.locales import CHINESE, CN, TW, Script, script_of
from termkit.messages import tr
from termkit.patterns import regex
from termkit.scripts.characters import only_in
from termkit.termbase.columns import SEPARATOR, Column
from termkit.text import HAN

_INVISIBLE = regex(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufffc\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
    f"|(?<=[{HAN}])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_BREAK = regex(r"[\r\n]")
_FULLWIDTH = regex("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


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
            yield CellFault(
                "repeated-term", tr("“{term}” stands twice in the cell", term=term), term
            )
        if term.isascii() and term.isprintable():
            continue
        if _BREAK.search(term):
            shown = " ".join(term.split())
            message = tr("“{term}” runs over two lines; put “|” between two terms", term=shown)
            written = f" {SEPARATOR} ".join(part for part in _BREAK.split(term) if part)
            yield CellFault("broken-term", message, term, (written,))
        if match := _INVISIBLE.search(term):
            message = tr(
                "“{term}” holds the invisible character U+{code:04X}; delete it",
                term=term,
                code=ord(match[0]),
            )
            yield CellFault("invisible-character", message, term, (_INVISIBLE.sub("", term),))
        if match := _FULLWIDTH.search(term):
            message = tr(
                "“{term}” holds the full-width “{text}”; write it half-width",
                term=term,
                text=match[0],
            )
            written = _FULLWIDTH.sub(lambda one: unicodedata.normalize("NFKC", one[0]), term)
            yield CellFault("full-width-character", message, term, (written,))
        if strange and not strange.isdisjoint(term):
            yield _wrong_script(term, column.locale, strange)


def _strange_script(locale: str) -> frozenset[str]:
    return only_in(Script.HANT if script_of(locale) is Script.HANS else Script.HANS)


def _wrong_script(term: str, locale: str, strange: frozenset[str]) -> CellFault:
    from termkit.scripts.chain import to_script  # reads dictionaries, which a sound file spares

    found = "、".join(char for char in term if char in strange)
    written = to_script(term, TW if locale == CN else CN, locale)
    message = (
        tr("“{term}” holds the traditional character {found}", term=term, found=found)
        if locale == CN
        else tr("“{term}” holds the simplified character {found}", term=term, found=found)
    )
    return CellFault("wrong-script", message, term, (written,) if written != term else ())
