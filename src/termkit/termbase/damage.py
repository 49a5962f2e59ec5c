"""What spreadsheets do to cells without asking, and what merges leave open, told with its place.

Only what no translator would write is told: values of errors, shortened numbers,
dates where an id belongs, formulas, and Chinese that was saved as question marks.
"""

from datetime import date

from termkit.locales import CHINESE, EN
from termkit.messages import mark, tr
from termkit.patterns import regex
from termkit.termbase.columns import ID, Column
from termkit.termbase.merge_cells import is_conflict

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = f"(?:{'|'.join(MONTHS)})"
ERROR = regex(r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NULL!|NUM!|SPILL!|CALC!)|Err:\d{3}")
_FORMULA = regex(r"=[\w(+\-@\"'{]")
_LOST = regex(r"[?\s|]*\?\?[?\s|]*")
_SHORTENED = regex(r"\d(?:[.,]\d+)?E\+?\d+")
_DAY = regex(rf"\d{{1,2}}-{_MONTH}(?:-\d\d)?|{_MONTH}-\d\d|\d{{1,2}}月\d{{1,2}}日")
_SHOWN_DATE = regex(r"(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?")
_DATES = ("since", "until")
_AS_TEXT = mark("set its column to “Text” before you open the file (docs/editing.md)")


def loss_of(column: Column, value: str) -> str:
    """Return what has taken the place of what was written in a cell, or ""."""
    value = value.strip()
    if is_conflict(value):
        return tr("a merge has left this cell open; keep what stands above or below “=======”")
    if ERROR.fullmatch(value):
        return tr(
            "“{value}” is what a spreadsheet shows for a broken formula; type the cell again",
            value=value,
        )
    if column.locale in CHINESE and _LOST.fullmatch(value):
        return tr(
            "“{value}” was Chinese before the file was saved in another encoding; take the cell "
            "from an older version, and save as “CSV UTF-8”",
            value=value,
        )
    return ""


def damage_of(column: Column, value: str) -> str:
    """Return what has become of a value, and what to do about it, or ""."""
    if loss := loss_of(column, value):
        return loss
    value = value.strip()
    if column.kind != "extra" and _FORMULA.match(value):
        return tr(
            "“{value}” is a formula for spreadsheets; begin it with another character", value=value
        )
    if column.name == ID and _SHORTENED.fullmatch(value):
        return tr(
            "“{value}” is an id that a spreadsheet took for a number; type it again, and {as_text}",
            value=value,
            as_text=tr(_AS_TEXT),
        )
    if column.name in {ID, EN} and _DAY.fullmatch(value):
        return tr(
            "“{value}” is what a spreadsheet took for a date; type it again, and {as_text}",
            value=value,
            as_text=tr(_AS_TEXT),
        )
    if column.name in _DATES and (day := _read_date(value)):
        return tr("“{value}” is a date as spreadsheets show it; write {day}", value=value, day=day)
    return ""


def _read_date(value: str) -> str:
    """Return a date that begins with the year as it is to be written, or ""."""
    shown = _SHOWN_DATE.fullmatch(value)
    try:
        return date(*map(int, shown.groups())).isoformat() if shown else ""
    except ValueError:
        return ""
