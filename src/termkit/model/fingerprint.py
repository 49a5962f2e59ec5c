"""Recognising a finding in the next run, wherever its lines have moved to."""

from collections import Counter
from hashlib import sha256

from termkit.model.result import FileResult
from termkit.text import sentence_around


def fingerprints(result: FileResult, path: str = "") -> tuple[str, ...]:
    """Return the fingerprint of each diagnostic of a result, in their order.

    It is made of the path (``path``, if it is to be told otherwise than the user
    did), the check, the text found and its sentence, spaces aside; equal ones are
    numbered in order of position. A paragraph is mostly one long line, so that a
    whole line would tie every finding to the edits of its neighbours.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made: list[str] = []
    for diagnostic in result.diagnostics:
        found = diagnostic.span.of(result.source)
        sentence = sentence_around(result.source, diagnostic.span).of(result.source)
        normal = "".join(sentence.lstrip("\ufeff").split())
        key = (diagnostic.check, found, normal)
        seen[key] += 1
        made.append(digest(path or result.path, *key, str(seen[key])))
    return tuple(made)


def digest(*parts: str) -> str:
    """Return a short name for a sequence of texts; two sequences never share one by chance."""
    text = "\0".join(parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
