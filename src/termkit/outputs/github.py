"""Annotations for GitHub Actions, then every finding and a summary in the log.

GitHub shows about ten annotations of a level for each step, so that the log has to
tell them all.
"""

from collections.abc import Iterable, Iterator

from termkit.messages import tr
from termkit.model.diagnostic import Severity
from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.display import visible
from termkit.outputs.places import INPUT_ERROR, Place, places, relative_path
from termkit.outputs.report import Summary, heading
from termkit.patterns import regex

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MESSAGE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_COMMAND = regex(r"(^\s*:|##)([:\[])")
_PROPERTY = _MESSAGE | {ord(":"): "%3A", ord(","): "%2C"}


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the annotations as they come, and the log at the end."""
    summary = Summary()
    told: list[str] = []
    for result in results:
        summary.add(result)
        path = relative_path(result.path, view.root)
        for place in places(result, view.root):
            diagnostic = place.diagnostic
            yield _annotation(
                _LEVELS[diagnostic.severity],
                diagnostic.message,
                file=path,
                **_range(place),
                title=diagnostic.check,
            )
            told.append(heading(result, place, View()).rstrip("\n"))
        for problem in result.problems:
            yield _annotation(
                "error",
                problem.text,
                file=relative_path(problem.path, view.root),
                line=max(problem.line, 1),
                title=INPUT_ERROR,
            )
            told.append(visible(str(problem)))
    if told:
        yield f"::group::{tr('All of them')}\n"
        yield from map(_logged, told)
        yield "::endgroup::\n"
    yield from map(_logged, (summary.headline, *summary.details()))


def _annotation(command: str, message: str, **properties: object) -> str:
    told = ",".join(
        f"{key}={visible(str(value)).translate(_PROPERTY)}" for key, value in properties.items()
    )
    # The log obeys escape sequences; line breaks are what annotations may have.
    text = "\n".join(map(visible, message.splitlines()))
    return f"::{command} {told}::{text.translate(_MESSAGE)}\n"


def _range(place: Place) -> dict[str, object]:
    """Return lines and columns; GitHub takes columns within one line only."""
    start, end = place.start, place.end
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {
        "line": start.line,
        "endLine": end.line,
        "col": start.column,
        "endColumn": end.column,
    }


def _logged(line: str) -> str:
    """Return a line of the log in which the runner sees no command: ``::x`` at its start, ``##[``."""
    return _COMMAND.sub(r"\1 \2", line) + "\n"


OUTPUT = Output("github", render)
