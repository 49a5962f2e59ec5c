"""The Reviewdog Diagnostic Format. Its columns count bytes of UTF-8, its ends are exclusive."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.jsontext import array
from termkit.outputs.places import INPUT_ERROR, Place, places, relative_path
from termkit.problems import Problem
from termkit.text import LineIndex, Span


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the report, one finding a line."""
    yield '{"source": {"name": "termkit"}, "diagnostics": '
    yield from array(_items(results, view))
    yield "}\n"


def _items(results: Iterable[FileResult], view: View) -> Iterator[dict[str, object]]:
    for result in results:
        path = relative_path(result.path, view.root)
        columns = _ByteColumns(result.source)
        for place in places(result, view.root):
            yield _finding(place, path, columns)
        for problem in result.problems:
            yield _problem(problem, relative_path(problem.path, view.root))


def _finding(place: Place, path: str, columns: "_ByteColumns") -> dict[str, object]:
    diagnostic = place.diagnostic
    where = columns.range(diagnostic.span)
    suggestions = [{"range": where, "text": text} for text in diagnostic.suggestions]
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    if len(edits) == 1:
        # The fix knows best; a row of edits that belong together cannot be told here.
        own = {"range": columns.range(edits[0].span), "text": edits[0].text}
        suggestions = [own, *(other for other in suggestions if other != own)]
    return {
        "message": diagnostic.message,
        "location": {"path": path, "range": where},
        "severity": diagnostic.severity.upper(),
        "code": {"value": diagnostic.check},
        "suggestions": suggestions,
    }


def _problem(problem: Problem, path: str) -> dict[str, object]:
    location: dict[str, object] = {"path": path}
    if problem.line:
        location["range"] = {"start": {"line": problem.line}}
    return {
        "message": problem.text,
        "location": location,
        "severity": "ERROR",
        "code": {"value": INPUT_ERROR},
    }


class _Count(NamedTuple):
    """How many bytes of a line are used up at an offset."""

    line: int
    offset: int
    used: int


class _ByteColumns:
    """Turns offsets into lines and byte columns; goes on from the last one, as lines may be long.

    A byte order mark counts, since the file has its bytes.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = LineIndex(source)
        self._known = _Count(1, 0, 0)

    def range(self, span: Span) -> dict[str, dict[str, int]]:
        # Only the start is gone on from: an edit may begin there once more.
        self._known = start = self._count(span.start)
        end = self._count(span.end)
        return {
            "start": {"line": start.line, "column": start.used + 1},
            "end": {"line": end.line, "column": end.used + 1},
        }

    def _count(self, offset: int) -> "_Count":
        line = self._lines.position(offset).line
        known = self._known
        if known.line != line or known.offset > offset:
            known = _Count(line, 0 if line == 1 else self._lines.line_span(line).start, 0)
        passed = self._source[known.offset : offset].encode("utf-8", "surrogatepass")
        return _Count(line, offset, known.used + len(passed))


OUTPUT = Output("rdjson", render)
