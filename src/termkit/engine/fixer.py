"""Applying fixes until nothing changes any more."""

from collections.abc import Iterable

from termkit.engine.collect import parse_document
from termkit.engine.runner import CheckOptions, check_one
from termkit.model.diagnostic import Applicability, Diagnostic, Edit
from termkit.model.document import Document
from termkit.model.result import FileResult

_ROUNDS = 10


def fix_document(document: Document, options: CheckOptions) -> tuple[FileResult, int]:
    """Apply the safe fixes; return the result of the fixed text and how many were applied."""
    applied = 0
    result = check_one(document, options)
    for _ in range(_ROUNDS):
        text, count = apply_fixes(result.source, result.diagnostics)
        if text == result.source:
            break
        applied += count
        document = parse_document(text.encode(), document.path)
        result = check_one(document, options)
    return result, applied


def apply_fixes(source: str, diagnostics: Iterable[Diagnostic]) -> tuple[str, int]:
    """Apply every safe fix that overlaps no earlier one; return the text and their number."""
    fixes = [
        d.fix for d in diagnostics if d.fix and d.fix.applicability is Applicability.SAFE
    ]
    edits: list[Edit] = []
    end = count = 0
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        if fix.edits[0].span.start < end:
            continue
        edits += fix.edits
        end = max(edit.span.end for edit in fix.edits)
        count += 1
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, source[at:])), count
