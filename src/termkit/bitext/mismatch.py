"""Telling what a translation lacks of its original, and what it has beyond it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.model.bitext import Pair
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.text import Span


class Extra(NamedTuple):
    """What a translation has beyond its original, and what should stand there, if that is known."""

    span: Span
    texts: tuple[str, ...]
    meant: str = ""


def mismatches(
    check: str, severity: Severity, pair: Pair, missing: Sequence[str], added: Sequence[Extra]
) -> Iterator[Diagnostic]:
    """Yield a finding for each extra; where there is none, one for all that is missing."""
    wanted = [*dict.fromkeys(missing)]
    if wanted and not added:
        verb = "is" if len(wanted) == 1 else "are"
        message = f"the original has {quoted(wanted)}, which {verb} missing here"
        yield Diagnostic(check, severity, pair.target.whole, message)
    for span, texts, meant in added:
        message = f"{quoted(texts)} {'is' if len(texts) == 1 else 'are'} not in the original"
        if meant or wanted:
            message += f", which has {quoted([meant] if meant else wanted)}"
        place = pair.target.place(span)
        yield Diagnostic(check, severity, place, message, (meant,) if meant else ())


def quoted(texts: Sequence[str]) -> str:
    """Return texts as they stand in a message."""
    return ", ".join(f"“{text}”" for text in texts)
