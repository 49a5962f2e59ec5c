"""Allow no comment to the checks that they do not understand.

What
    A termkit comment with a word that does not exist, or with the name of a check
    that does not exist. `keep`, `ignore`, `ignore-line`, `off` and `on` do; in front
    matter `ignore`.
Why
    It does nothing, and its author believes that it does.
Flagged
    zh-TW | 第一句。<!-- termkit: ignore-line latin-casin --> | latin-casin → latin-casing
    zh-TW | <!-- termkit: of latin-casing -->第一句。 | of → off
Fine
    zh-TW | 第一句。<!-- termkit: ignore-line latin-casing -->
    zh-TW | <!-- termkit: keep -->第一句。<!-- /termkit -->
Fix safety
    No fix: comments are left to their authors.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from termkit.context import Check, CheckContext
from termkit.errors import did_you_mean
from termkit.messages import tr
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.model.document import DIRECTIVES
from termkit.registry import discover

NAME = "unknown-suppression"
_WORDS = (*DIRECTIVES, "keep")


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the directives that nobody knows."""
    checks = [check.name for check in discover("termkit.checks", "CHECK")]
    for directive in context.document.directives:
        if directive.verb not in _WORDS:
            name, known = directive.verb, [*_WORDS]
            message = tr("“{name}” is no termkit comment", name=name)
        elif directive.check and directive.check not in checks:
            name, known = directive.check, checks
            message = tr("“{name}” is no check", name=name)
        else:
            continue
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            directive.span,
            message + did_you_mean(name, known),
            tuple(get_close_matches(name, known, n=1)),
        )


CHECK = Check(NAME, Severity.WARNING, find, __doc__, late=True)
