"""What is noted of a document for the checks that look at all documents of a run."""

from collections.abc import Callable, Iterable

from termkit.context import Check, CheckContext, Name
from termkit.engine.suppressions import suppress
from termkit.model.diagnostic import Diagnostic
from termkit.model.document import Directive
from termkit.model.result import Use

Rate = Callable[[list[Diagnostic]], list[Diagnostic]]
"""Gives findings the severity that they have where they stand, or leaves them out."""


def note_uses(
    context: CheckContext, checks: Iterable[Check], rate: Rate
) -> tuple[tuple[Use, ...], set[Directive]]:
    """Return the names that checks note, and the directives that hide places of them.

    Hidden places do not count. Whether such a directive is needed can be told only by
    the run as a whole; here it counts as used.
    """
    uses: list[Use] = []
    used: set[Directive] = set()
    for check in checks:
        for name in check.across.note(context) if check.across else ():
            places, covering = suppress(rate(_places(check, name)), context.document.directives)
            used |= covering
            if places:
                first = places[0]
                about = check.name, name.concept, name.text, name.preferred
                uses.append(Use(*about, first.severity, first.span, len(places)))
    return tuple(uses), used


def _places(check: Check, name: Name) -> list[Diagnostic]:
    return [
        Diagnostic(check.name, check.severity, span, "", concept=name.concept)
        for span in name.spans
    ]
