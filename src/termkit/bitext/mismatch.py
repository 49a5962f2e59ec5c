"""Telling what a translation lacks of its original, and what it has beyond it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.model.bitext import Pair
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.text import Span


class Extra(NamedTuple):
    """What a translation has beyond its original, and what should stand there, if that is known."""

    span: Span
    text: str
    meant: str = ""


def mismatches(
    check: str, severity: Severity, pair: Pair, missing: Sequence[str], added: Sequence[Extra]
) -> Iterator[Diagnostic]:
    """Yield a finding for each extra; where there is none, one for all that is missing."""
    wanted = ", ".join(f"“{text}”" for text in dict.fromkeys(missing))
    if missing and not added:
        message = f"the original has {wanted}, which is missing here"
        yield Diagnostic(check, severity, pair.target.whole, message)
    for span, text, meant in added:
        message = f"“{text}” is not in the original"
        if meant:
            message += f", which has “{meant}”"
        elif missing:
            message += f", which has {wanted}"
        place = pair.target.place(span)
        yield Diagnostic(check, severity, place, message, (meant,) if meant else ())
