"""What is wrong with an input, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in an input: where it is, and what to do about it.

    ``line`` is 1-based; 0 means that the fault concerns the whole file.
    ``column`` is the name of a CSV column or another place inside the line.
    """

    path: str
    line: int
    column: str
    message: str

    @property
    def text(self) -> str:
        """The message with its place inside the line; path and line are told elsewhere."""
        return f"{self.column}: {self.message}" if self.column else self.message

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}"
