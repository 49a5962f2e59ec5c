"""The columns of the wide CSV (docs/glossary.md)."""

from dataclasses import dataclass
from difflib import get_close_matches

from termkit.locales import CHINESE, EN, find_locale

ID = "id"
ASPECTS = ("avoid", "except", "context")
TEXT_COLUMNS = ("domain", "pos", "definition", "note", "source", "status", "flags", "since", "until")
TERM_LOCALES = (EN, *CHINESE)
FLAGS = frozenset({"dnt", "ignore-case", "one-way"})
STATUSES = frozenset({"", "draft", "approved", "obsolete"})
SEPARATOR = "|"

CANONICAL = (
    ID,
    *TERM_LOCALES,
    *(f"{locale}:{aspect}" for aspect in ASPECTS for locale in CHINESE),
    *TEXT_COLUMNS,
)
"""Every known column, in canonical order."""


@dataclass(frozen=True, slots=True)
class Column:
    """A header cell: what it holds.

    ``kind`` is "id", "terms", one of ASPECTS, "text" or "extra"; ``locale`` is set
    for the first two kinds of cells that have one.
    """

    name: str
    kind: str
    locale: str = ""


def parse_column(header: str) -> Column | str:
    """Return the column that a header cell names, or a message saying why it can't be one.

    Headers that look like nothing of ours are kept as extra columns.
    """
    name = header.strip()
    if name == ID:
        return Column(ID, "id")
    if name in TEXT_COLUMNS:
        return Column(name, "text")
    base, colon, aspect = name.partition(":")
    locale = find_locale(base)
    if locale and locale.tag in TERM_LOCALES and "-" in base + "-":
        if not colon:
            return Column(locale.tag, "terms", locale.tag)
        if aspect in ASPECTS:
            return Column(f"{locale.tag}:{aspect}", aspect, locale.tag)
        return f"unknown column; after “{base}:” comes one of {', '.join(ASPECTS)}"
    if colon or base.lower().startswith(("zh-", "zh_")):
        close = get_close_matches(name, CANONICAL, n=1)
        return f"unknown locale column{f'; did you mean {close[0]}?' if close else ''}"
    return Column(name, "extra")


def split_cell(cell: str) -> tuple[str, ...]:
    """Split a cell into its terms."""
    return tuple(term for part in cell.split(SEPARATOR) if (term := part.strip()))
