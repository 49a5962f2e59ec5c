"""Regular expressions that are compiled when they are first used.

Compiling those of every file format would take a third of a start, for a run that reads one.
"""

import re
from typing import Any, cast


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would, later."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))


class _Pattern:
    """Becomes its compiled self, attribute by attribute, as they are asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = re.compile(self._expression, self._flags)
        value = getattr(compiled, name)
        setattr(self, name, value)  # from now on it is found before this is called
        return value
