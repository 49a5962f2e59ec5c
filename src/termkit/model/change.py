"""The trace of a conversion."""

from typing import NamedTuple

from termkit.text import Span


class Change(NamedTuple):
    """One changed span: ``before`` stood at ``span`` of the source and became ``after``.

    ``layer`` says what decided it ("base", "region", "phrase", "character",
    "variant" or "quote"), ``origin`` which row or dictionary; ``certain`` is
    False where several readings were possible and nothing in the text decided.
    """

    span: Span
    before: str
    after: str
    layer: str
    origin: str = ""
    certain: bool = True


def replay(source: str, changes: tuple[Change, ...]) -> str:
    """Apply a trace, ordered and disjoint, to its source."""
    pieces: list[str] = []
    done = 0
    for change in changes:
        pieces += (source[done : change.span.start], change.after)
        done = change.span.end
    pieces.append(source[done:])
    return "".join(pieces)
