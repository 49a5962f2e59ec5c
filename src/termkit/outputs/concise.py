"""One line a finding, and a summary by check and by concept at the end."""

from collections.abc import Iterable, Iterator

from termkit.model.result import FileResult
from termkit.outputs import Output, View
from termkit.outputs.places import places
from termkit.outputs.report import Summary, heading, uri_of


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield the lines of the report."""
    summary = Summary()
    for result in results:
        summary.add(result)
        uri = uri_of(result.path, view)
        for place in places(result, view.root):
            yield heading(result, place, view, uri, for_programs=True)
    yield from summary.text(view)


OUTPUT = Output("concise", render)
