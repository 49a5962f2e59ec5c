"""Telling what a translation lacks of its original, and what it has beyond it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.messages import all_of, tr, tr_n
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
        message = tr_n(
            "the original has {texts}, which is missing here",
            "the original has {texts}, which are missing here",
            len(wanted),
            texts=all_of(wanted),
        )
        yield Diagnostic(check, severity, pair.target.whole, message)
    for span, texts, meant in added:
        message = tr_n(
            "{texts} is not in the original",
            "{texts} are not in the original",
            len(texts),
            texts=all_of(texts),
        )
        if meant or wanted:
            message += tr(", which has {texts}", texts=all_of([meant] if meant else wanted))
        place = pair.target.place(span)
        yield Diagnostic(check, severity, place, message, (meant,) if meant else ())
