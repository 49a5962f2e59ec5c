"""Searching a term base: any locale, either script, from an exact term to a near miss."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from termkit.locales import CHINESE, EN
from termkit.model.term import Concept
from termkit.scripts.words import simplified

_LONG = 6
"""A term of so many characters may differ in two of them, a shorter one in one."""


class Closeness(IntEnum):
    """How a query meets a row; less is closer."""

    EXACT = 0
    PREFIX = 1
    SUBSTRING = 2
    SHIELD = 3
    REMARK = 4
    NEAR = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found: how, and in which cell the text stands that was met."""

    concept: Concept
    closeness: Closeness
    column: str
    text: str


def find_concepts(concepts: Iterable[Concept], query: str) -> list[Hit]:
    """Return the rows that a query meets, the closest first.

    Case, script and width do not matter. Rows that are nearly what was asked for are
    looked for only where nothing else is found.
    """
    wanted = _folded(query)
    if not wanted:
        return []
    rows = list(concepts)
    hits = [hit for hit in (_best(row, query, wanted) for row in rows) if hit]
    if not hits:
        hits = [hit for hit in (_near(row, wanted) for row in rows) if hit]
    return sorted(hits, key=_order)


def _order(hit: Hit) -> tuple[int, bool, int, str]:
    """Order by closeness, then rows in use, then the shortest text: it says least besides."""
    return hit.closeness, not hit.concept.is_active, len(hit.text), hit.concept.id


def _best(concept: Concept, query: str, wanted: str) -> Hit | None:
    """Return the closest text of a row; the one that is written like the query comes first."""
    best: tuple[Closeness, bool] | None = None
    found: Hit | None = None
    for column, text, kind in _texts(concept):
        closeness = _meet(_folded(text), wanted, kind)
        if closeness is None:
            continue
        rank = (closeness, query not in text)
        if best is None or rank < best:
            best, found = rank, Hit(concept, closeness, column, text)
    return found


def _texts(concept: Concept) -> Iterator[tuple[str, str, Closeness]]:
    """Yield what a row may be found by, and how close that brings it at best."""
    yield "id", concept.id, Closeness.EXACT
    for locale, terms in concept.terms.items():
        for term in terms:
            yield locale, term, Closeness.EXACT
    for locale, terms in concept.avoid.items():
        for term in terms:
            yield f"{locale}:avoid", term, Closeness.EXACT
    for locale, shields in concept.shields.items():
        for shield in shields:
            yield f"{locale}:except", shield, Closeness.SHIELD
    for column in ("definition", "note"):
        if text := getattr(concept, column):
            yield column, text, Closeness.REMARK


def _meet(text: str, wanted: str, kind: Closeness) -> Closeness | None:
    if wanted not in text:
        return None
    if text == wanted:
        return kind
    how = Closeness.PREFIX if text.startswith(wanted) else Closeness.SUBSTRING
    return max(how, kind)


def _near(concept: Concept, wanted: str) -> Hit | None:
    allowed = 2 if len(wanted) >= _LONG else 1
    found: tuple[int, Hit] | None = None
    for locale in (*CHINESE, EN):
        for term in (*concept.terms.get(locale, ()), *concept.avoid.get(locale, ())):
            text = _folded(term)
            if min(len(text), len(wanted)) <= allowed or abs(len(text) - len(wanted)) > allowed:
                continue
            distance = _distance(text, wanted, allowed)
            if distance <= allowed and (found is None or distance < found[0]):
                found = (distance, Hit(concept, Closeness.NEAR, locale, term))
    return found[1] if found else None


def _distance(one: str, other: str, limit: int) -> int:
    """Return how many characters to insert, delete, replace or swap lead from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, before[j - 2] + 1)
            new.append(best)
        if min(new) > limit:
            return limit + 1
        before, row = row, new
    return row[-1]


def _folded(text: str) -> str:
    """Return a text as it is compared: half-width, without case, in simplified characters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return simplified(" ".join(folded.split()))
