"""One JSON array of findings; lines and columns are 1-based code points, ends exclusive.

What could not be read stands among the findings, as the check "input-error".
"""

from collections.abc import Iterable, Iterator

from termkit.model.diagnostic import Applicability, Diagnostic, Severity
from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.jsontext import array
from termkit.outputs.places import INPUT_ERROR, Place, places, range_of
from termkit.problems import Problem
from termkit.text import LineIndex


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the array, one finding a line."""
    yield from array(_items(results, view))
    yield "\n"


def _items(results: Iterable[FileResult], view: View) -> Iterator[dict[str, object]]:
    for result in results:
        lines = LineIndex(result.source)
        for place in places(result, view.root):
            yield _finding(result, place) | {"edits": _edits(lines, place.diagnostic)}
        for problem in result.problems:
            yield _problem(problem)


def _finding(result: FileResult, place: Place) -> dict[str, object]:
    diagnostic = place.diagnostic
    return {
        "path": result.path,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
        "check": diagnostic.check,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "text": place.text,
        "suggestions": list(diagnostic.suggestions),
        "applicability": diagnostic.applicability.value,
        "locale": result.locale,
        "concept": diagnostic.concept,
        "fingerprint": place.fingerprint,
    }


def _edits(lines: LineIndex, diagnostic: Diagnostic) -> list[dict[str, object]]:
    edits: list[dict[str, object]] = []
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        start, end = range_of(lines, edit.span)
        edits.append(
            {
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
                "text": edit.text,
            }
        )
    return edits


def _problem(problem: Problem) -> dict[str, object]:
    line = max(problem.line, 1)
    return {
        "path": problem.path,
        "line": line,
        "column": 1,
        "end_line": line,
        "end_column": 1,
        "check": INPUT_ERROR,
        "severity": Severity.ERROR.value,
        "message": problem.text,
        "text": "",
        "suggestions": [],
        "applicability": Applicability.DISPLAY.value,
        "locale": "",
        "concept": "",
        "fingerprint": "",
        "edits": [],
    }


OUTPUT = Output("json", render)
