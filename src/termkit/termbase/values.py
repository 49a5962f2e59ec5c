"""The values of cells: as they are written in canonical form, and as they are compared."""

import re

from termkit.termbase.columns import ASPECTS, Column, split_cell
from termkit.termbase.rows import join_cell
from termkit.text import LINE_BREAK

_FLAG_SEPARATOR = re.compile(r"[\s,|]+")
_SETS = ("terms", *ASPECTS)
FLAGS_COLUMN = "flags"


def is_terms(column: Column) -> bool:
    """Tell whether the cells of a column hold terms."""
    return column.kind in _SETS


def is_set(column: Column) -> bool:
    """Tell whether a cell of a column is a set of things rather than one text."""
    return is_terms(column) or column.name == FLAGS_COLUMN


def parts(column: Column, value: str) -> tuple[str, ...]:
    """Return what a cell holds, each thing once: its terms, its flags, or its text."""
    if is_terms(column):
        return tuple(dict.fromkeys(split_cell(value)))
    if column.name == FLAGS_COLUMN:
        return tuple(sorted({flag for flag in _FLAG_SEPARATOR.split(value) if flag}))
    text = comparable(column, value)
    return (text,) if text else ()


def join(column: Column, found: tuple[str, ...]) -> str:
    """Return the value of a cell that holds these things."""
    return join_cell(found) if is_terms(column) else " ".join(sorted(found))


def canonical(column: Column, value: str) -> str:
    """Return a value in canonical form; those of columns that are not ours stay as they are."""
    if is_terms(column):
        return join_cell(split_cell(value)) if value else ""
    if column.name == FLAGS_COLUMN:
        return " ".join(parts(column, value))
    return value if column.kind == "extra" else value.strip()


def comparable(column: Column, value: str) -> str:
    """Return a value so that two that mean the same are equal, whoever saved the file."""
    if "\r" in value:
        value = LINE_BREAK.sub("\n", value)
    return canonical(column, value)
