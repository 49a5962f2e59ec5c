"""Passing over findings where a comment asks for it."""

from collections.abc import Collection, Sequence

from termkit.model.diagnostic import Diagnostic
from termkit.model.document import DIRECTIVES, Directive


def suppress(
    found: Sequence[Diagnostic], directives: Sequence[Directive], *, by_name_only: bool = False
) -> tuple[list[Diagnostic], set[Directive]]:
    """Return the findings that no directive covers, and the directives that cover one.

    With ``by_name_only`` a directive that names no check covers nothing.
    """
    left: list[Diagnostic] = []
    used: set[Directive] = set()
    for diagnostic in found:
        covering = [
            directive
            for directive in directives
            if directive.check == diagnostic.check or not (directive.check or by_name_only)
            if directive.scope.start <= diagnostic.span.start < directive.scope.end
        ]
        used.update(covering)
        if not covering:
            left.append(diagnostic)
    return left, used


def unused(
    directives: Sequence[Directive],
    used: Collection[Directive],
    running: Collection[str],
    *,
    narrowed: bool,
) -> tuple[Directive, ...]:
    """Return the directives that do nothing, of those of which that can be told.

    What a check that does not run would find is not known, and nor is it what all
    checks would find if the run was ``narrowed`` to some.
    """
    return tuple(
        directive
        for directive in directives
        if directive.verb in DIRECTIVES
        and directive not in used
        and (directive.check in running if directive.check else not narrowed)
    )
