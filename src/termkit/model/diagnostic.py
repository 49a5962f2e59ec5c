"""What a check says of a text."""

from dataclasses import dataclass
from enum import StrEnum

from termkit.messages import mark
from termkit.text import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = mark("error")
    WARNING = mark("warning")
    INFO = mark("info")


class Applicability(StrEnum):
    """Whether a fix may be applied without a person looking at it."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``span`` of the source by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together, and whether they may be applied unseen."""

    edits: tuple[Edit, ...]
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding, complete when born. ``span`` holds offsets into the source, in code points.

    ``suggestions`` are what may stand there instead, best first; ``concept`` is
    the id of the row behind the finding, if there is one.
    """

    check: str
    severity: Severity
    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    concept: str = ""

    @property
    def applicability(self) -> Applicability:
        """The applicability of the fix; display-only when there is none."""
        return self.fix.applicability if self.fix else Applicability.DISPLAY


def replacement(span: Span, text: str, applicability: Applicability) -> Fix:
    """Return the fix that writes ``text`` over ``span``."""
    return Fix((Edit(span, text),), applicability)
