"""Concepts: the rows of a term base."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_Cells = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of the term base.

    ``terms`` maps a locale to its terms, the preferred one first, then the
    admitted. ``avoid`` holds the deprecated ones, ``shields`` the longer strings
    in which a form of this row is fine, ``context`` the clue words that an
    ambiguous form needs in its sentence. ``layer`` is 0 for the built-in base and
    grows with each layer above it; ``path`` and ``line`` tell where the row stands.
    """

    id: str
    terms: _Cells
    avoid: _Cells = field(default_factory=dict)
    shields: _Cells = field(default_factory=dict)
    context: _Cells = field(default_factory=dict)
    domain: str = ""
    pos: str = ""
    definition: str = ""
    note: str = ""
    source: str = ""
    status: str = ""
    flags: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    layer: int = 0
    path: str = ""
    line: int = 0

    def preferred(self, locale: str) -> str:
        """Return the preferred term of a locale, or ""."""
        terms = self.terms.get(locale)
        return terms[0] if terms else ""

    def holds_on(self, date: str) -> bool:
        """Tell whether the row holds on a date, written 2025-01-20."""
        return self.since <= date and (not self.until or date <= self.until)

    @property
    def is_active(self) -> bool:
        """Whether the row takes part in checks and conversions."""
        return self.status != "obsolete"
