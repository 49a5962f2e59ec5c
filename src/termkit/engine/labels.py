"""The places where a file names its own locale, brought up to date by a conversion."""

from termkit.engine.naming import respell
from termkit.locales import Locale
from termkit.messages import mark
from termkit.model.change import Change
from termkit.model.document import Document

LOCALE = "locale"
"""The layer of a change of the file's own locale."""

_ORIGIN = mark("the file's own locale")


def label_changes(document: Document, source: Locale, target: Locale) -> tuple[Change, ...]:
    """Return the changes that make a document call itself ``target`` where it says ``source``."""
    found = ((span, span.of(document.source)) for span in document.labels)
    changes = (
        Change(span, before, respell(before, source, target), LOCALE, _ORIGIN)
        for span, before in found
    )
    return tuple(change for change in changes if change.before != change.after)
