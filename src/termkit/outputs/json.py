"""One JSON array of findings; lines and columns are 1-based code points, ends exclusive."""

import json
from collections.abc import Iterable, Iterator

from termkit.model.result import FileResult
from termkit.outputs import Output
from termkit.text import LineIndex


def render(results: Iterable[FileResult]) -> Iterator[str]:
    """Yield the array, one finding a line."""
    separator = "[\n"
    for result in results:
        index = LineIndex(result.source)
        for diagnostic in result.diagnostics:
            start = index.position(diagnostic.span.start)
            end = index.position(diagnostic.span.end)
            finding = {
                "path": result.path,
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
                "check": diagnostic.check,
                "severity": diagnostic.severity.value,
                "message": diagnostic.message,
                "text": diagnostic.span.of(result.source),
                "suggestions": list(diagnostic.suggestions),
                "applicability": diagnostic.applicability.value,
            }
            yield separator + json.dumps(finding, ensure_ascii=False)
            separator = ",\n"
    yield "[]\n" if separator.startswith("[") else "\n]\n"


OUTPUT = Output("json", render)
