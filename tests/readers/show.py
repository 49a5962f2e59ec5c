"""How the tests of the readers show a document: its segments, with a dot for what is masked."""

import re

from termkit.model.document import Document
from termkit.text import MASK


def segments(document: Document) -> list[str]:
    """Return the segments, each run of what is not prose in them shown as one dot."""
    found = (document.prose[s.span.start : s.span.end] for s in document.segments)
    return [re.sub(f"{MASK}+", "·", text) for text in found]


def kinds(document: Document) -> list[str]:
    """Return the kinds of the segments."""
    return [segment.kind for segment in document.segments]
