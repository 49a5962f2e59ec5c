"""Recognising a finding in the next run, wherever its lines have moved to."""

from collections import Counter
from hashlib import sha256
from unicodedata import normalize

from termkit.model.result import FileResult
from termkit.text import sentence_around


def fingerprints(result: FileResult, path: str | None = None) -> list[str]:
    """Return the fingerprint of each diagnostic of a result, in their order.

    It is made of the path (``path`` instead of the result's own, if given), the
    check, the text found and its sentence, spaces aside; equal ones are numbered in
    order of position. A paragraph is mostly one long line, so that a
    whole line would tie every finding to the edits of its neighbours.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made: list[str] = []
    for diagnostic in result.diagnostics:
        spans = diagnostic.span, sentence_around(result.source, diagnostic.span)
        key = (diagnostic.check, *(_normal(span.of(result.source)) for span in spans))
        seen[key] += 1
        made.append(digest(result.path if path is None else path, *key, str(seen[key])))
    return made


def _normal(text: str) -> str:
    return normalize("NFC", "".join(text.lstrip("\ufeff").split()))


def digest(*parts: str) -> str:
    """Return a short name for a sequence of texts; two sequences never share one by chance."""
    text = "\0".join(parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
