"""What a conversion met, whether or not it changed anything."""

from typing import NamedTuple

from termkit.text import Span


class Place(NamedTuple):
    """A place where an entry of the table was met, whether or not it changed the text.

    ``text`` stood there and ``value`` is written; ``layer`` and ``origin`` are those of
    a change. ``decided`` is False where the entry has several readings and neither a
    clue word nor the domain of the text chose one; ``certain`` as in a change.
    """

    span: Span
    text: str
    value: str
    layer: str
    origin: str
    decided: bool = True
    certain: bool = True
