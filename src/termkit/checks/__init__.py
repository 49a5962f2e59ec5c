"""The checks: one module each, found by the registry.

A module's docstring is the manual page of its check. Under "Flagged" stand
sentences with what is found in them and what is suggested, under "Fine" sentences
with no finding; both are run as tests.
"""

from typing import cast

from termkit.context import Check
from termkit.registry import discover


def all_checks() -> tuple[Check, ...]:
    """Return every check, by name."""
    checks = cast("tuple[Check, ...]", discover(__name__, "CHECK"))
    return tuple(sorted(checks, key=lambda check: check.name))
