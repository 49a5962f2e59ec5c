"""Faults of a term base: what each is called, how much it matters, and where one stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from termkit.messages import tr
from termkit.model.diagnostic import Severity
from termkit.problems import Problem

MALFORMED_ROW = "malformed-row"
_ERRORS = {  # not shown
    "empty-file": "The file holds nothing, not even a header.",
    "missing-id-column": "No column is called id.",
    "unknown-column": "A column looks like one of a locale and is none.",
    "duplicate-column": "A column stands twice.",
    MALFORMED_ROW: "The quotes of a row are wrong.",
    "wrong-cell-count": "A row has more or fewer cells than the header.",
    "missing-id": "A row has no id.",
    "malformed-id": "An id holds something else than lower-case letters, digits, - . _.",
    "duplicate-id": "Two rows of a layer have one id.",
    "repeated-term": "A term stands twice in a cell.",
    "broken-term": "A term runs over two lines.",
    "damaged-cell": "A spreadsheet or a merge has left something in a cell that nobody wrote.",
    "invisible-character": "A term holds a character that nobody sees.",
    "full-width-character": "A term holds a full-width letter or digit.",
    "look-alike-character": "A term holds a character that only looks like the usual one.",
    "wrong-script": "A term holds a character of the other script.",
    "unknown-flag": "A flag that there is not.",
    "unknown-status": "A status that there is not.",
    "malformed-date": "A date that is none.",
    "reversed-dates": "A row ends before it begins.",
    "preferred-and-avoided": "A term is good and avoided at once, in one row or in two.",
    "avoided-without-term": "Something is avoided, and nothing is there to use instead.",
    "contested-term": "Two rows claim a term of a locale, and no clue words decide.",
    "term-cycle": "Rows send a writer around in a circle: each avoids what the next one wants.",
    "shield-without-form": "A shield meets no form, so it protects nothing.",
    "shield-never-wins": "A shield is itself a form that is reported near clue words.",
}
_WARNINGS = {  # not shown
    "shield-hides-form": "A shield is itself a form that another row reports, and cannot any more.",
    "mistyped-column": "A column is ignored, and its name is nearly that of a known one.",
    "stray-space": "A space where none belongs, or another space than the usual one.",
    "empty-term": "Nothing stands beside a |.",
    "unsplit-terms": "One term looks like two that something else than | keeps apart.",
    "variant-character": "A term holds a character in another region's form.",
    "row-without-terms": "A row has no term in any Chinese locale.",
    "duplicate-concept": "Two rows say the same.",
    "idle-cell": "Clue words for a locale in which the row has nothing to decide.",
}

FAULTS: Mapping[str, str] = _ERRORS | _WARNINGS
"""What can be wrong with a term base, by name."""


@dataclass(frozen=True, slots=True)
class Fault(Problem):
    """A problem of a term base that has a name.

    ``term`` is the text inside the cell that it is about, "" for the whole cell, and
    ``suggestions`` are what may stand there instead; ``concept`` is the row's id.
    """

    check: str = ""
    term: str = ""
    suggestions: tuple[str, ...] = ()
    concept: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters: a warning is worth a look, an error does harm."""
        return Severity.WARNING if self.check in _WARNINGS else Severity.ERROR


def repeated_id(path: str, line: int, concept_id: str, first: str) -> Fault:
    """Return the fault of a row whose id stands already at the place ``first``."""
    message = tr(
        "the id {id} stands already at {place}; rename one of them", id=concept_id, place=first
    )
    return Fault(path, line, "id", message, "duplicate-id", concept_id, (), concept_id)
