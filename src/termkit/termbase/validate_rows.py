"""What is doubtful in one row by itself."""

from collections.abc import Iterator

from termkit.locales import CHINESE, EN
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.termbase.faults import Fault


def concept_faults(concept: Concept) -> Iterator[Fault]:
    """Yield what the cells of a row say about each other."""
    if concept.since and concept.until and concept.since > concept.until:
        message = tr("the row ends on {date}, before it begins", date=concept.until)
        yield fault_of(concept, "since", "reversed-dates", message, concept.since)
    if not concept.is_active:
        return
    has_terms = any(concept.terms.get(locale) for locale in CHINESE)
    untranslated = "dnt" in concept.flags and concept.terms.get(EN)
    if not (has_terms or untranslated or concept.shields):
        message = tr("the row has no Chinese term, so it does nothing")
        yield fault_of(concept, "id", "row-without-terms", message, concept.id)
        return
    for locale in concept.context:
        if locale in CHINESE and not concept.terms.get(locale):
            message = tr(
                "there is nothing for the clue words to decide: the {locale} cell is empty",
                locale=locale,
            )
            yield fault_of(concept, f"{locale}:context", "idle-cell", message)


def fault_of(
    concept: Concept,
    column: str,
    check: str,
    message: str,
    term: str = "",
    suggestions: tuple[str, ...] = (),
) -> Fault:
    """Return a fault of a cell of the row."""
    place = (concept.path, concept.line, column)
    return Fault(*place, message, check, term, suggestions, concept.id)


def place_of(concept: Concept) -> str:
    """Return how a message names another row."""
    return f"{concept.id} ({concept.path}:{concept.line})"


def overlap(one: Concept, other: Concept) -> bool:
    """Tell whether two rows hold at the same time at some date."""
    return not (
        (one.until and other.since and one.until < other.since)
        or (other.until and one.since and other.until < one.since)
    )
