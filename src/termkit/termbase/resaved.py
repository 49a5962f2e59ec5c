"""Undoing what a spreadsheet did to cells that nobody edited: 001 has become 1, 1e5 100000.

A spreadsheet rewrites every cell of a kind that it takes for a number, a date or a
formula. Therefore a change of this sort is undone only where no such cell of the
file was left as it was: otherwise a person made it. Nor is a single one enough,
but for an id, which nobody changes like this.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from termkit.messages import tr
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.termbase.columns import ID
from termkit.termbase.damage import ERROR, MONTHS, damage_of
from termkit.termbase.identity import Place, keyed_rows
from termkit.termbase.sheet import Kind, Sheet

_NUMBER = regex(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?")
_PLAIN = regex(r"-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?")
_ISO = regex(r"\d{4}-\d\d-\d\d")
_DATE = regex(r"(\d{1,4})[-/. 年](\d{1,2}|[A-Z][a-z]{2})[-/. 月](\d{1,4})日?")
_DAY = regex(r"\d{1,2}[-/]\d{1,2}")
_DAY_SHOWN = regex(r"(\d{1,2}|[A-Z][a-z]{2})[-月](\d{1,2}|[A-Z][a-z]{2})日?")
_PRECISION = 15
_BEGIN = frozenset("0123456789.=+-@tTfF")


class Sort(Enum):
    """What a spreadsheet takes a text for, and writes in its own way."""

    NUMBER = "number"
    DATE = "date"
    DAY = "day"
    TRUTH = "truth"
    FORMULA = "formula"
    SIGNED = "signed"


def sort_of(value: str) -> Sort | None:
    """Return what a spreadsheet would take a value for, if that may cost it its form."""
    sort = None
    if not value or value[0] not in _BEGIN:
        return sort
    if _is_number(value):
        plain = _PLAIN.fullmatch(value) and len(value.strip("-").replace(".", "")) <= _PRECISION
        sort = None if plain else Sort.NUMBER
    elif _ISO.fullmatch(value):
        sort = Sort.DATE
    elif _DAY.fullmatch(value):
        sort = Sort.DAY
    elif value.lower() in {"true", "false"}:
        sort = None if value.isupper() else Sort.TRUTH
    elif len(value) > 1:
        sort = Sort.FORMULA if value[0] == "=" else Sort.SIGNED if value[0] in "+-@" else None
    return sort


def is_resaved(original: str, saved: str) -> bool:
    """Tell whether a spreadsheet may have written ``saved`` for ``original``."""
    sort = sort_of(original)
    return sort is not None and original != saved and _SAME[sort](original, saved)


def undo(before: Iterable[Sheet], after: Iterable[Sheet]) -> list[Problem]:
    """Put back in ``after`` what a spreadsheet changed since ``before``; return what that was."""
    old, new = keyed_rows(before), keyed_rows(after)
    gone = [place for key, place in old.items() if key not in new]
    come = [place for key, place in new.items() if key not in old]
    pairs = [(place, new[key]) for key, place in old.items() if key in new]
    pairs += _matching_ids(gone, come)
    kept: set[Sort] = set()
    changes: list[tuple[Place, str, str, str]] = []
    for one, other in pairs:
        for name in (name for name in other.sheet.names if name in one.sheet.names):
            original = one.sheet.get(one.row, name)
            sort = sort_of(original)
            if sort is None:
                continue
            saved = other.sheet.get(other.row, name)
            if original == saved:
                kept.add(sort)
            elif is_resaved(original, saved):
                changes.append((other, name, original, saved))
    if len(changes) == 1 and changes[0][1] != ID:
        return []
    notes: list[Problem] = []
    for place, name, original, saved in changes:
        if sort_of(original) not in kept:
            place.sheet.set(place.row, name, original)
            message = tr(
                "a spreadsheet has made “{saved}” of “{original}”", saved=saved, original=original
            )
            notes.append(Problem(place.path, place.row.line, name, message))
    return sorted(notes, key=lambda note: (note.path, note.line))


def _matching_ids(gone: list[Place], come: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Pair rows whose ids a spreadsheet may have changed, where only one pair is possible."""
    for one in gone:
        original = one.sheet.get(one.row, ID)
        if sort_of(original):
            found = [
                place for place in come if is_resaved(original, place.sheet.get(place.row, ID))
            ]
            if len(found) == 1:
                yield one, found[0]


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value)) and value.strip("+-.,eE") != "" and value[-1:].isdigit()


def _same_number(original: str, saved: str) -> bool:
    """Compare as many digits as the shorter notation has."""
    shortened = re.match(r"[+-]?([\d.]+)[eE]", saved)
    digits = min(len(shortened[1].replace(".", "")), _PRECISION) if shortened else _PRECISION
    one, other = (float(text.replace(",", "")) for text in (original, saved))
    return f"{one:.{digits - 1}e}" == f"{other:.{digits - 1}e}"


def _same_date(original: str, saved: str) -> bool:
    try:
        wanted = date.fromisoformat(original)
    except ValueError:
        return False
    shown = _DATE.fullmatch(saved)
    if not shown:
        return False
    found = [_month_or_day(part) for part in shown.groups()]
    year, month, day = wanted.year, wanted.month, wanted.day
    orders = ((month, day), (day, month))
    return found == [year, month, day] or any(
        found == [*order, shown_year] for order in orders for shown_year in (year, year % 100)
    )


def _month_or_day(part: str) -> int:
    return int(part) if part.isdigit() else MONTHS.index(part) + 1 if part in MONTHS else 0


def _same_day(original: str, saved: str) -> bool:
    shown = _DAY_SHOWN.fullmatch(saved)
    wanted = sorted(map(int, re.split("[-/]", original)))
    return shown is not None and sorted(map(_month_or_day, shown.groups())) == wanted


def _same_truth(original: str, saved: str) -> bool:
    return saved == original.upper()


def _same_formula(original: str, saved: str) -> bool:
    return _is_error(original, saved) or _is_number(saved)


def _is_error(_: str, saved: str) -> bool:
    return bool(ERROR.fullmatch(saved))


def _same_as_number(original: str, saved: str) -> bool:
    return _is_number(saved) and _same_number(original, saved)


_SAME = {
    Sort.NUMBER: _same_as_number,
    Sort.DATE: _same_date,
    Sort.DAY: _same_day,
    Sort.TRUTH: _same_truth,
    Sort.FORMULA: _same_formula,
    Sort.SIGNED: _is_error,
}


def find_damage(sheet: Sheet) -> list[Problem]:
    """Return what a spreadsheet or a merge has left in a file that cannot be undone, cell by cell."""
    return [
        Problem(sheet.path, row.line, column.name, message)
        for row in sheet.rows[1:]
        if row.kind is not Kind.COMMENT or ERROR.fullmatch(row.values[0])  # no comment either
        for column, value in zip(sheet.columns, row.values, strict=False)
        if value and (message := damage_of(column, value))
    ]
