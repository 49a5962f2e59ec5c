"""What a person wants in a cell: ``zh-TW=輝達``, ``zh-TW+=輝達``, ``zh-TW:avoid-=英偉達``."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from termkit.errors import TermkitError, did_you_mean
from termkit.locales import find_locale
from termkit.messages import tr
from termkit.patterns import regex
from termkit.termbase.columns import CANONICAL, TERM_LOCALES, Column, parse_column
from termkit.termbase.values import canonical, is_set, join, parts

_ASSIGNMENT = regex(r"([^=+]*[^=+\-]|)(\+=|-=|=)(.*)", re.DOTALL)
_LOOKS_LIKE_ONE = regex(r"\s*(?:zh[-_]|[a-z]+\s*[:：＝])", re.IGNORECASE)
_SPOKEN = {"&": " and ", "+": " plus ", "#": " sharp "}
_APOSTROPHES = regex("['’]")
_NOT_IN_IDS = regex("[^a-z0-9]+")
_LONGEST_ID = 60


class Operator(StrEnum):
    """What to do with the value."""

    SET = "="
    ADD = "+="
    REMOVE = "-="


@dataclass(frozen=True, slots=True)
class Assignment:
    """A column, by the name that was typed, and what to do with its cell."""

    name: str
    operator: Operator
    value: str

    def apply(self, column: Column, before: str) -> str:
        """Return the new value of a cell; raise TermkitError where that makes no sense."""
        if self.operator is Operator.SET:
            return canonical(column, self.value)
        if not is_set(column):
            raise TermkitError(tr("{column} holds one text; write {column}=…", column=column.name))
        now, typed = parts(column, before), parts(column, self.value)
        if not typed:
            raise TermkitError(
                tr(
                    "{assignment} needs a term behind it",
                    assignment=f"{self.name}{self.operator}",
                )
            )
        if self.operator is Operator.ADD:
            return join(column, tuple(dict.fromkeys((*now, *typed))))
        for part in typed:
            if part not in now:
                raise TermkitError(
                    tr(
                        "“{part}” is not in the {column} cell; it holds {terms}",
                        part=part,
                        column=column.name,
                        terms=join(column, now),
                    )
                    if now
                    else tr(
                        "“{part}” is not in the {column} cell; it is empty",
                        part=part,
                        column=column.name,
                    )
                )
        return join(column, tuple(part for part in now if part not in typed))


def parse_assignments(typed: Iterable[str], bare: str = "") -> list[Assignment]:
    """Read what was typed; one argument may go without a column, if ``bare`` names one for it."""
    found: list[Assignment] = []
    for text in typed:
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise TermkitError(tr("{text!a} is not UTF-8; set the terminal to UTF-8", text=text))
        match = _ASSIGNMENT.fullmatch(text)
        if match and match[1].strip():
            found.append(Assignment(match[1].strip(), Operator(match[2]), match[3]))
        elif not bare or _LOOKS_LIKE_ONE.match(text):
            raise TermkitError(
                tr("{text!r} is no COLUMN=VALUE; write for instance zh-TW=輝達", text=text)
            )
        elif any(one.name == bare for one in found):
            raise TermkitError(
                tr("{text!r}: {bare} has a value already; write COLUMN=VALUE", text=text, bare=bare)
            )
        else:
            found.append(Assignment(bare, Operator.SET, text))
    return found


def find_column(name: str, own: Iterable[str]) -> Column:
    """Return the column that a typed name means in a file with columns of its ``own``.

    ``tw`` is short for ``zh-TW``. Raises TermkitError, with the nearest name, for one that is
    neither known nor the file's.
    """
    own = list(own)
    tag, colon, aspect = name.partition(":")
    locale = find_locale(tag)
    if name not in own and locale and locale.tag in TERM_LOCALES:
        name = f"{locale.tag}{colon}{aspect}"
    column = parse_column(name)
    if isinstance(column, str):
        raise TermkitError(f"{name}: {column}")
    if column.kind == "extra" and column.name not in own:
        known = dict.fromkeys((*CANONICAL, *filter(None, own)))
        raise TermkitError(
            tr("there is no column {name}{hint}", name=name, hint=did_you_mean(name, known))
        )
    return column


def id_from(en: str) -> str:
    """Return an id made from an English term, "" if nothing of it can be in one."""
    plain = "".join(_SPOKEN.get(char, char) for char in _APOSTROPHES.sub("", en))
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    made = _NOT_IN_IDS.sub("-", folded).strip("-")
    if len(made) <= _LONGEST_ID:
        return made
    return made[:_LONGEST_ID].rpartition("-")[0] or made[:_LONGEST_ID]
