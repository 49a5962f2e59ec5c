"""Options that take several values: ``--corpus a b c`` is ``--corpus a --corpus b --corpus c``."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from termkit.cli.lazy import LightCommand


class SeveralValues(LightCommand):
    """A command some of whose options take every value up to the next option."""

    several: ClassVar[frozenset[str]] = frozenset({"--corpus"})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments with such options repeated."""
        return super().parse_args(ctx, list(_repeated(args, self.several)))


def _repeated(args: Iterable[str], several: frozenset[str]) -> Iterator[str]:
    open_option, has_value = "", False
    for arg in args:
        if arg.startswith("-") and arg != "-":
            open_option, has_value = (arg if arg in several else ""), False
        elif open_option and has_value:
            yield open_option
        else:
            has_value = bool(open_option)
        yield arg
