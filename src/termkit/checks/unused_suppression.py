"""Allow no comment to the checks that has nothing to do.

What
    A termkit comment that hides no finding of the check that it names, or no finding
    at all; and an `on` where nothing is off. A check that does not run is not judged.
Why
    The text has changed, or the term base has; a forgotten comment would hide the
    next mistake.
Flagged
    zh-TW | 原始碼放在GitHub上。<!-- termkit: ignore-line latin-casing --> | latin-casing
    zh-TW | <!-- termkit: on latin-casing -->原始碼放在GitHub上。 | latin-casing
Fine
    zh-TW | 原始碼放在Github上。<!-- termkit: ignore-line latin-casing -->
    zh-TW | <!-- termkit: off latin-casing -->原始碼放在Github上。
Fix safety
    No fix: comments are left to their authors.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.messages import mark, tr
from termkit.model.diagnostic import Diagnostic, Severity

NAME = "unused-suppression"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the directives that did nothing."""
    for directive in context.unused:
        messages = _OF_CHECK if directive.check else _OF_ANY
        message = tr(messages[directive.verb], check=directive.check)
        yield Diagnostic(NAME, Severity.WARNING, directive.span, message)


_OF_CHECK = {
    "on": mark("“{check}” is not switched off here; remove the comment"),
    "off": mark("there is no finding of “{check}” to switch off here; remove the name"),
    "ignore": mark("there is no finding of “{check}” to ignore here; remove the name"),
    "ignore-line": mark("there is no finding of “{check}” to ignore on this line; remove the name"),
}
_OF_ANY = {
    "on": mark("any check is not switched off here; remove the comment"),
    "off": mark("there is no finding of any check to switch off here; remove the comment"),
    "ignore": mark("there is no finding of any check to ignore here; remove the comment"),
    "ignore-line": mark(
        "there is no finding of any check to ignore on this line; remove the comment"
    ),
}
CHECK = Check(NAME, Severity.WARNING, find, __doc__, late=True)
