"""What is doubtful in single cells of a term base that can be used all the same."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from termkit.locales import CHINESE, find_locale
from termkit.messages import tr
from termkit.patterns import regex
from termkit.scripts.characters import variants
from termkit.termbase.cellfaults import CellFault
from termkit.termbase.columns import CANONICAL, SEPARATOR, Column, split_cell
from termkit.termbase.csvfile import Row, Table
from termkit.termbase.faults import Fault
from termkit.text import HAN, has_han

_ODD_SPACE = regex("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]| {2,}")
_HAN_SPACE = regex(f"(?<=[{HAN}])[ \u00a0\u3000]+(?=[{HAN}])")
_UNSPLIT = regex(f"(?<=[{HAN}])[ ]?[、；;｜/／][ ]?(?=[{HAN}])")
_RADICAL = regex("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_NAMES = frozenset({"companies", "organisations", "people", "places"})
"""Domains of names, which are written as their owners write them."""

_KANA = regex("[\u3040-\u30ff]")
_WORD = regex("[A-Za-z\u0370-\u03ff\u0400-\u04ff]+")
_LATIN = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo"
)
_HAN_OF_KANA = str.maketrans("ニーロカエトタハノ", "二一口力工卜夕八丿")


def header_faults(table: Table) -> Iterator[Fault]:
    """Yield the columns that are ignored, though their names look like a mistake."""
    for column in table.columns:
        if column.kind != "extra" or not column.name:
            continue
        locale = find_locale(column.name)
        close = get_close_matches(column.name.lower(), CANONICAL, n=1, cutoff=0.8)
        meant = locale.base if locale else close[0] if close else ""
        if meant and all(meant != other.name for other in table.columns):
            message = tr("the column is ignored; did you mean {name}?", name=meant)
            place = (table.path, 1, column.name)
            yield Fault(*place, message, "mistyped-column", column.name, (meant,))


def row_faults(table: Table, row: Row) -> Iterator[Fault]:
    """Yield what is doubtful in the cells of a row."""
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.kind == "extra" or not cell:
            continue
        for fault in _cell(column, cell):
            if fault.check == "variant-character" and row.concept.domain in _NAMES:
                continue
            place = (table.path, row.concept.line, column.name)
            yield Fault(
                *place,
                fault.message,
                fault.check,
                fault.term,
                tuple(fault.suggestions),
                row.concept.id,
            )


def _cell(column: Column, cell: str) -> Iterator[CellFault]:
    if cell[0].isspace() or cell[-1].isspace():
        yield CellFault(
            "stray-space", tr("the cell begins or ends with a space"), "", (cell.strip(),)
        )
    if column.kind in {"id", "text"}:
        return
    terms = split_cell(cell)
    if cell.count(SEPARATOR) >= max(1, len(terms)):
        written = f" {SEPARATOR} ".join(terms)
        message = tr("nothing stands beside a “{separator}”", separator=SEPARATOR)
        yield CellFault("empty-term", message, "", (written,) if written else ())
    for term in terms:
        if not term.isascii() or "  " in term or "\t" in term:
            yield from _term(term, is_name=column.kind in {"terms", "avoid"})
            if column.kind == "terms" and column.locale in CHINESE:
                yield from _variant(term, column.locale, terms)


def _term(term: str, *, is_name: bool) -> Iterator[CellFault]:
    if _HAN_SPACE.search(term) or _ODD_SPACE.search(term):
        written = _ODD_SPACE.sub(" ", _HAN_SPACE.sub("", term))
        message = tr("“{term}” holds a space that does not belong there", term=term)
        yield CellFault("stray-space", message, term, (written,))
    if is_name and (match := _UNSPLIT.search(term)):
        message = tr(
            "“{term}” looks like two terms; put “{separator}” between them, not “{text}”",
            term=term,
            separator=SEPARATOR,
            text=match[0],
        )
        written = _UNSPLIT.sub(f" {SEPARATOR} ", term)
        yield CellFault("unsplit-terms", message, term, (written,))
    usual = _usual(term)
    if usual != term:
        odd = next((a for a, b in zip(term, usual, strict=False) if a != b), term[-1])
        message = tr(
            "“{term}” holds U+{code:04X} “{character}”, which only looks like the usual one",
            term=term,
            code=ord(odd),
            character=odd,
        )
        yield CellFault("look-alike-character", message, term, (usual,))


def _usual(term: str) -> str:
    """Return a term with its look-alike characters replaced by the usual ones."""
    usual = _RADICAL.sub(lambda one: unicodedata.normalize("NFKC", one[0]), term)
    usual = unicodedata.normalize("NFC", usual)
    usual = _WORD.sub(lambda word: _latin(word[0]), usual)
    if has_han(usual) and _KANA.search(usual):
        changed = usual.translate(_HAN_OF_KANA)
        # A word with other kana is Japanese, and the sound mark stands only behind kana.
        if not _KANA.search(changed):
            usual = changed
    return usual


def _latin(word: str) -> str:
    """Return a word that is half Latin in Latin letters; one in another alphabet is itself."""
    changed = word.translate(_LATIN)
    mixed = any(char.isascii() for char in word) and changed.isascii()
    return changed if mixed else word


def _variant(term: str, locale: str, cell: Collection[str]) -> Iterable[CellFault]:
    """Yield a term in another region's characters; where the usual form stands beside it, it is meant."""
    table = variants(locale)
    found = [char for char in term if char in table]
    written = "".join(table.get(char, char) for char in term)
    if found and written not in cell:
        message = tr(
            "“{term}” holds {found}; {locale} writes “{written}”",
            term=term,
            found="、".join(found),
            locale=locale,
            written=written,
        )
        yield CellFault("variant-character", message, term, (written,))
