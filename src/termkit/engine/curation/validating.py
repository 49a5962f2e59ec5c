"""The faults of a term base as findings in its files, so that every output can show them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from termkit.files import decode
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.model.result import FileResult
from termkit.problems import Problem
from termkit.termbase.cells import CellIndex
from termkit.termbase.faults import Fault
from termkit.termbase.store import Source
from termkit.termbase.validate import validate

_LOCALE = "mul"
"""BCP 47 for several languages: what a term base is written in."""


def validate_files(
    sources: Iterable[Source], unread: Iterable[Problem] = (), *, errors_only: bool = False
) -> Iterator[FileResult]:
    """Yield a result for each file, and first of all what could not be read."""
    files = {source.path: source for source in sources}
    faults, problems = validate(files.values())
    unreadable = {problem.path for problem in problems}
    for problem in (*unread, *problems):
        yield FileResult(problem.path, problems=(problem,))
    by_file = {path: list(found) for path, found in groupby(faults, lambda fault: fault.path)}
    for path, source in files.items():
        if path in unreadable:
            continue
        text = decode(source.data, path)
        wanted = [
            fault
            for fault in by_file.get(path, ())
            if not errors_only or fault.severity is Severity.ERROR
        ]
        yield FileResult(path, text, _LOCALE, diagnostics=tuple(_located(text, wanted)))


def _located(text: str, faults: list[Fault]) -> list[Diagnostic]:
    if not faults:
        return []
    cells = CellIndex(text)
    found = [
        Diagnostic(
            fault.check,
            fault.severity,
            cells.find(fault.line, fault.column, fault.term),
            fault.text,
            fault.suggestions,
            concept=fault.concept,
        )
        for fault in faults
    ]
    return sorted(found, key=lambda diagnostic: diagnostic.span)
