"""What is noted of a document for the checks that look at all documents of a run."""

from collections.abc import Callable, Iterable

from termkit.context import Check, CheckContext
from termkit.engine.suppressions import suppress
from termkit.model.diagnostic import Diagnostic
from termkit.model.document import Directive
from termkit.model.result import Use

Rate = Callable[[list[Diagnostic]], list[Diagnostic]]
"""Gives findings the severity that they have where they stand, or leaves them out."""


def note_uses(
    context: CheckContext, checks: Iterable[Check], rate: Rate, *, alike: bool
) -> tuple[tuple[Use, ...], set[Directive]]:
    """Return the names that checks note, and the directives that hide places of them.

    Hidden places do not count. All are ``alike`` where neither comments nor zones make a
    difference; then only the first is looked at. Whether such a directive is needed can be told only by
    the run as a whole; here it counts as used.
    """
    uses: list[Use] = []
    used: set[Directive] = set()
    for check in checks:
        for name in check.across.note(context) if check.across else ():
            spans = name.spans[:1] if alike else name.spans
            found = [Diagnostic(check.name, check.severity, span, "") for span in spans]
            places, covering = suppress(rate(found), context.document.directives)
            used |= covering
            if places:
                first, count = places[0], len(name.spans) if alike else len(places)
                about = check.name, name.concept, name.text, name.preferred
                uses.append(Use(*about, first.severity, first.span, count))
    return tuple(uses), used
