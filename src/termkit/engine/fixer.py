"""Applying fixes until nothing changes any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termkit.engine.collect import Named, load_document
from termkit.engine.runner import CheckOptions, check_one
from termkit.errors import InputError
from termkit.files import encode, write_atomic
from termkit.model.diagnostic import Applicability, Diagnostic, Edit
from termkit.model.document import Document
from termkit.model.result import FileResult
from termkit.readers import read_document

_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after fixing: its text before, what is left to say of it, how many fixes went in."""

    before: str
    result: FileResult
    applied: int = 0
    encoding: str = "utf-8"


def fix_files(files: Iterable[Named], options: CheckOptions, *, write: bool) -> Iterator[Fixed]:
    """Fix files one after another; with ``write`` each changed file is replaced atomically."""
    for file in files:
        try:
            fixed = fix_document(load_document(file), options)
            if write and fixed.applied:
                write_atomic(file.path, encode(fixed.result.source, fixed.encoding, file.name))
            yield fixed
        except InputError as error:
            yield Fixed("", FileResult(file.name, problems=error.problems))


def fix_document(document: Document, options: CheckOptions) -> Fixed:
    """Apply the safe fixes of a document until none is left."""
    before, applied = document.source, 0
    result = check_one(document, options)
    for _ in range(_ROUNDS):
        text, count = apply_fixes(result.source, result.diagnostics)
        if text == result.source:
            break
        applied += count
        result = check_one(read_document(text, document.path), options)
    return Fixed(before, result, applied, document.encoding)


def apply_fixes(source: str, diagnostics: Iterable[Diagnostic]) -> tuple[str, int]:
    """Apply every safe fix that overlaps no earlier one; return the text and their number."""
    fixes = [d.fix for d in diagnostics if d.fix and d.fix.applicability is Applicability.SAFE]
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
