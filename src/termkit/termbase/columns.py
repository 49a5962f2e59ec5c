"""The columns of the wide CSV (docs/glossary.md)."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from termkit.locales import CHINESE, EN, find_locale
from termkit.messages import tr

ID = "id"
ID_FORM = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
ASPECTS = ("avoid", "except", "context")
TEXT_COLUMNS = (
    "domain",
    "pos",
    "definition",
    "note",
    "source",
    "status",
    "flags",
    "since",
    "until",
)
TERM_LOCALES = (EN, *CHINESE)
FLAGS = frozenset(
    {
        "after-number",
        "before-number",
        "clue-only",
        "convert-only",
        "dnt",
        "domain-only",
        "from-tw",
        "ignore-case",
        "not-from-tw",
        "one-way",
        "to-hans",
    }
)
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
    locale = find_locale(base) if base == EN or "-" in base or "_" in base else None
    if locale and locale.tag in TERM_LOCALES:
        return _locale_column(locale.tag, colon, aspect)
    if colon or base.lower().startswith(("zh-", "zh_")):
        close = get_close_matches(name, CANONICAL, n=1)
        unknown = tr("unknown locale column")
        return unknown + tr("; did you mean {name}?", name=close[0]) if close else unknown
    return Column(name, "extra")


def _locale_column(tag: str, colon: str, aspect: str) -> Column | str:
    if not colon:
        return Column(tag, "terms", tag)
    if aspect in ASPECTS:
        return Column(f"{tag}:{aspect}", aspect, tag)
    known = ", ".join(ASPECTS)
    return tr("unknown column; after “{locale}:” comes one of {known}", locale=tag, known=known)


def split_cell(cell: str) -> tuple[str, ...]:
    """Split a cell into its terms."""
    return tuple(term for part in cell.split(SEPARATOR) if (term := part.strip()))
