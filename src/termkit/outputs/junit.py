"""JUnit XML: a suite for each file, a test case for each finding, or one that passes."""

from collections.abc import Iterable, Iterator

from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.places import INPUT_ERROR, Place, places, relative_path
from termkit.patterns import regex

# XML 1.0 has no place for these, not even as a reference.
_ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'\t\r\n"}


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the report, a suite at a time."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="termkit">\n'  # not shown
    for result in results:
        yield from _suite(result, view)
    yield "</testsuites>\n"


def _suite(result: FileResult, view: View) -> Iterator[str]:
    path = relative_path(result.path, view.root)
    cases = [_finding(place, path) for place in places(result, view.root)]
    failures, errors = len(cases), len(result.problems)
    for problem in result.problems:
        where = relative_path(problem.path, view.root)
        attributes = _attributes(message=problem.text, type=INPUT_ERROR)
        child = f"<error {attributes}>{_escape(str(problem))}</error>"  # not shown
        cases.append(_case(INPUT_ERROR, where, problem.line, child))
    if not cases:
        skipped = (
            f"<skipped {_attributes(message=result.reason)}/>" if result.is_skipped else ""
        )  # not shown
        cases.append(_case("termkit", path, 0, skipped))
    counts = _attributes(
        name=path,
        tests=len(cases),
        failures=failures,
        errors=errors,
        skipped=int(result.is_skipped),
    )
    yield f"  <testsuite {counts}>\n"  # not shown
    yield from cases
    yield "  </testsuite>\n"


def _finding(place: Place, path: str) -> str:
    diagnostic = place.diagnostic
    where = f"{place.start.line}:{place.start.column}"
    attributes = _attributes(message=diagnostic.message, type=diagnostic.severity)
    text = _escape(f"{path}:{where}: {diagnostic.message}")
    child = f"<failure {attributes}>{text}</failure>"  # not shown
    return _case(f"{diagnostic.check} {where}", path, place.start.line, child)


def _case(name: str, path: str, line: int, child: str) -> str:
    attributes = _attributes(name=name, classname=path, file=path)
    if line:
        attributes += f' line="{line}"'
    return f"    <testcase {attributes}{f'>{child}</testcase>' if child else '/>'}\n"  # not shown


def _attributes(**values: object) -> str:
    return " ".join(f'{name}="{_escape(str(value))}"' for name, value in values.items())


def _escape(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text).translate(_ESCAPES)


OUTPUT = Output("junit", render)
