"""A name for each finding that stays the same when lines move."""

import hashlib
import unicodedata
from collections import Counter

from termkit.model.result import FileResult
from termkit.text import LineIndex, Span


def fingerprints(result: FileResult, path: str | None = None) -> list[str]:
    """Return the fingerprint of every finding of a file, in their order.

    It is made of the path (``path`` instead of the result's own, if given), the check,
    the text that was found and the line around it without its spacing, and tells the
    first of equal findings from the second.
    """
    index = LineIndex(result.source)
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for diagnostic in result.diagnostics:
        line = index.line_span(index.position(diagnostic.span.start).line)
        parts = (
            result.path if path is None else path,
            diagnostic.check,
            _normal(diagnostic.span, result.source),
            _normal(line, result.source),
        )
        seen[parts] += 1
        key = "\0".join((*parts, str(seen[parts])))
        found.append(hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _normal(span: Span, text: str) -> str:
    return unicodedata.normalize("NFC", "".join(span.of(text).split()))
