"""What spreadsheets do to text, and how to keep them from it."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DELIMITERS = ",;\t"


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Undo ``guard``."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def delimiter_of(text: str) -> str:
    """Return the delimiter that the first line uses: spreadsheets write their country's."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
