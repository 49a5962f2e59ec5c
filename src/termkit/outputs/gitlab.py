"""A Code Quality report for GitLab."""

from collections import Counter
from collections.abc import Iterable, Iterator

from termkit.model.diagnostic import Severity
from termkit.model.fingerprint import digest
from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.jsontext import array
from termkit.outputs.places import INPUT_ERROR, places, relative_path

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the report, one finding a line."""
    yield from array(_items(results, view))
    yield "\n"


def _items(results: Iterable[FileResult], view: View) -> Iterator[dict[str, object]]:
    for result in results:
        path = relative_path(result.path, view.root)
        for place in places(result, view.root):
            yield {
                "description": place.diagnostic.message,
                "check_name": place.diagnostic.check,
                "fingerprint": place.fingerprint,
                "severity": _SEVERITIES[place.diagnostic.severity],
                "categories": ["Style"],
                "location": {
                    "path": path,
                    "lines": {"begin": place.start.line, "end": place.end.line},
                },
            }
        seen: Counter[tuple[str, ...]] = Counter()
        for problem in result.problems:
            path = relative_path(problem.path, view.root)
            # Not the message, which another language words otherwise.
            known = (path, INPUT_ERROR, str(problem.line), problem.column)
            seen[known] += 1
            yield {
                "description": problem.text,
                "check_name": INPUT_ERROR,
                "fingerprint": digest(*known, str(seen[known])),
                "severity": "critical",
                "categories": ["Bug Risk"],
                "location": {"path": path, "lines": {"begin": max(problem.line, 1)}},
            }


OUTPUT = Output("gitlab", render)
