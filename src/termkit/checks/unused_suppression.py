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
from termkit.model.diagnostic import Diagnostic, Severity

NAME = "unused-suppression"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the directives that did nothing."""
    for directive in context.unused:
        what = f"“{directive.check}”" if directive.check else "any check"
        message = (
            f"{what} is not switched off here; remove the comment"
            if directive.verb == "on"
            else f"there is no finding of {what} to {_VERBS[directive.verb]}; remove the "
            + ("name" if directive.check else "comment")
        )
        yield Diagnostic(NAME, Severity.WARNING, directive.span, message)


_VERBS = {"ignore": "ignore here", "ignore-line": "ignore on this line", "off": "switch off here"}
CHECK = Check(NAME, Severity.WARNING, find, __doc__, late=True)
