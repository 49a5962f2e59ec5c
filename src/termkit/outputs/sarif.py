"""SARIF 2.1.0, for code scanning on GitHub and elsewhere; columns are code points."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from termkit.context import Check
from termkit.messages import mark, tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity
from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.jsontext import array, dumps
from termkit.outputs.places import Place, places, range_of, relative_path
from termkit.problems import Problem
from termkit.text import LineIndex, Position
from termkit.version import __version__

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FIXES = {
    Applicability.SAFE: mark("Safe fix"),
    Applicability.UNSAFE: mark("Unsafe fix: look at it first"),
}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the log: results as they come, and what is known only then at the end."""
    run = _Run(view)
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": '
    yield '"unicodeCodePoints", "newlineSequences": ["\\r\\n", "\\n", "\\r"], "results": '
    yield from array(run.results(results))
    yield f', "tool": {dumps(run.tool())}, "invocations": {dumps(run.invocations())}}}]}}\n'


class _Run:
    """Writes results, and remembers which rules they name and what went wrong."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._rules: dict[str, dict[str, object]] = {
            check.name: _rule(check) for check in view.checks
        }
        self._notifications: list[dict[str, object]] = []

    def results(self, results: Iterable[FileResult]) -> Iterator[dict[str, object]]:
        for result in results:
            lines = LineIndex(result.source)
            artifact = _artifact(result.path, self._view)
            for place in places(result, self._view.root):
                yield self._result(place, artifact, lines)
            self._notifications += map(self._notification, result.problems)

    def tool(self) -> dict[str, object]:
        rules = list(self._rules.values())
        return {"driver": {"name": "termkit", "semanticVersion": __version__, "rules": rules}}

    def invocations(self) -> list[dict[str, object]]:
        return [
            {
                "executionSuccessful": not self._notifications,
                "toolExecutionNotifications": self._notifications,
            }
        ]

    def _result(
        self, place: Place, artifact: dict[str, object], lines: LineIndex
    ) -> dict[str, object]:
        diagnostic = place.diagnostic
        self._rules.setdefault(diagnostic.check, {"id": diagnostic.check})
        region = _region(place.start, place.end) | {"snippet": {"text": place.text}}
        told: dict[str, object] = {
            "ruleId": diagnostic.check,
            "ruleIndex": list(self._rules).index(diagnostic.check),
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": diagnostic.message},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
            "partialFingerprints": {"primaryLocationLineHash": f"{place.fingerprint}:1"},
        }
        if fix := _fix(diagnostic, artifact, lines):
            told["fixes"] = [fix]
        return told

    def _notification(self, problem: Problem) -> dict[str, object]:
        place: dict[str, object] = {"artifactLocation": _artifact(problem.path, self._view)}
        if problem.line:
            place["region"] = {"startLine": problem.line}
        return {
            "level": "error",
            "message": {"text": problem.text},
            "locations": [{"physicalLocation": place}],
        }


def _rule(check: Check) -> dict[str, object]:
    from termkit.model.manual import read_manual  # other outputs need no manual

    manual = read_manual(check.doc).spoken
    what = next((one.text for one in manual.sections if one.heading == tr("What")), manual.title)
    return {
        "id": check.name,
        "shortDescription": {"text": manual.title},
        "fullDescription": {"text": " ".join(what.split())},
        "help": {"text": manual.plain, "markdown": manual.markdown},
        "defaultConfiguration": {
            "enabled": check.default,
            "level": _LEVELS[check.severity],
        },
    }


def _fix(
    diagnostic: Diagnostic, artifact: dict[str, object], lines: LineIndex
) -> dict[str, object] | None:
    """Return the fix of a finding; several suggestions to choose from are none."""
    fix = diagnostic.fix
    if fix is None or fix.applicability is Applicability.DISPLAY:
        return None
    replacements = [
        {
            "deletedRegion": _region(*range_of(lines, edit.span)),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": tr(_FIXES[fix.applicability])},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _region(start: Position, end: Position) -> dict[str, object]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(path: str, view: View) -> dict[str, object]:
    """Return where a file is: relative to the root of the sources, wherever that is at hand."""
    from urllib.parse import quote

    relative = relative_path(path, view.root)
    if PurePath(relative).is_absolute():
        return {"uri": PurePath(relative).as_uri()}
    return {"uri": quote(relative, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


OUTPUT = Output("sarif", render)
