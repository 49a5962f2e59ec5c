"""Tables of a report, and how they look in Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ESCAPED = str.maketrans({"|": "\\|", "\n": " ", "\r": " ", "<": "&lt;"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is about, its header, and its rows; numbers are in the columns after the first."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def markdown_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], numbers: bool = True
) -> str:
    """Return a table in Markdown; all but its first column are ``numbers``, or none."""
    rule = ["---", *(["---:" if numbers else "---"] * (len(header) - 1))]
    lines = (header, rule, *(tuple(cell.translate(_ESCAPED) for cell in row) for row in rows))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def percent(part: int, whole: int) -> str:
    """Return a share in per cent."""
    return f"{100 * part / whole:.0f} %" if whole else "–"
