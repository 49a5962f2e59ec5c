"""Each finding with its line and a caret under what was found; a summary at the end."""

from collections.abc import Iterable, Iterator

from termkit.model.diagnostic import Diagnostic, Severity
from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.display import Style, excerpt, paint, visible, width
from termkit.outputs.places import Place, places
from termkit.outputs.report import Summary, heading, uri_of
from termkit.text import LineIndex

_WIDTH, _LEAST_WIDTH = 100, 40
_STYLES = {
    Severity.ERROR: (Style.UNDERLINED_RED, Style.RED),
    Severity.WARNING: (Style.UNDERLINED_YELLOW, Style.YELLOW),
    Severity.INFO: (Style.UNDERLINED_CYAN, Style.CYAN),
}


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the findings, a blank line between two of them."""
    summary = Summary()
    separator = ""
    for result in results:
        summary.add(result)
        uri = uri_of(result.path, view)
        lines = LineIndex(result.source) if result.diagnostics else None
        for place in places(result, view.root):
            assert lines is not None
            yield separator + heading(result, place, view, uri)
            yield _picture(result.source, lines, place, view)
            separator = "\n"
    yield from summary.text(view)


def _picture(source: str, lines: LineIndex, place: Place, view: View) -> str:
    """Return the line of a finding, and carets below it."""
    number = str(place.start.line)
    gutter = len(number) + 5
    before, found, after = excerpt(
        source,
        lines.line_span(place.start.line),
        place.diagnostic.span,
        max(view.width or _WIDTH, _LEAST_WIDTH) - gutter,
    )
    marked, carets = _STYLES[place.diagnostic.severity]
    pointer = " " * width(before) + paint("^" * max(1, width(found)), carets, view)
    return (
        paint(f"  {number} | ", Style.DIM, view)
        + f"{before}{paint(found, marked, view)}{after}\n"
        + paint(f"  {' ' * len(number)} | ", Style.DIM, view)
        + f"{pointer}{_suggestion(place.diagnostic, view)}\n"
    )


def _suggestion(diagnostic: Diagnostic, view: View) -> str:
    suggestions = " / ".join(filter(None, map(visible, diagnostic.suggestions)))
    return f" {paint(suggestions, Style.GREEN, view)}" if suggestions else ""


OUTPUT = Output("text", render)
