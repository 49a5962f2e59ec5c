"""What the doctor of a term base says: what will bite in use, and what would guard against it."""

from collections.abc import Iterable
from dataclasses import dataclass

from termkit.messages import mark
from termkit.model.term import Concept


@dataclass(frozen=True, slots=True)
class Guard:
    """What to add to a cell of a row: shields, clue words, a flag."""

    column: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something in a row that will bite.

    ``certain`` tells that it was seen to happen and cannot be meant; else a person has to
    look. ``weight`` says how often it was seen, ``examples`` are where.
    """

    kind: str
    certain: bool
    concept: Concept
    locale: str
    form: str
    message: str
    examples: tuple[str, ...] = ()
    weight: int = 1
    guards: tuple[Guard, ...] = ()


KINDS = {
    "unstable": mark("a second conversion changes what the first one wrote"),
    "inside-word": mark("a form is part of an ordinary word that means something else"),
    "inside-term": mark("a form is part of a term of another row"),
    "inside-words-of-the-corpus": mark("in the texts a form stands mostly inside longer words"),
    "in-both-senses": mark(
        "the texts use a form beside the term that it is reported for, as another word"
    ),
    "undecided": mark(
        "in the texts no clue word decides an ambiguous word, and there are words that would"
    ),
    "many-to-one": mark(
        "several terms become the same one, and its way back is decided by clue words or not at all"
    ),
    "never-occurs": mark("no term of a row occurs in the texts"),
}
"""The kinds of ailments, in the order in which they are told."""

COUNTED = frozenset({"many-to-one", "never-occurs"})
"""Kinds that are mostly as they should be: a report counts them, unless it is asked for them."""


def in_order(ailments: Iterable[Ailment]) -> list[Ailment]:
    """Return what is certain first, then by kind, then what is seen most often."""
    kinds = list(KINDS)
    return sorted(
        ailments,
        key=lambda each: (
            not each.certain,
            kinds.index(each.kind),
            -each.weight,
            each.concept.path,
            each.concept.line,
        ),
    )
