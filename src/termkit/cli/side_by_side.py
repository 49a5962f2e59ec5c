"""Source and result of a conversion side by side, in colours: for a terminal."""

import io
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from termkit.cli.report import emit
from termkit.engine.trace import FileTrace, TracedChange
from termkit.outputs.display import visible
from termkit.text import LineIndex

_BEFORE, _AFTER, _UNCERTAIN = "red", "green", "yellow"


def show_side_by_side(source: str, trace: FileTrace) -> None:
    """Print the lines of ``source`` that a conversion changed, and what they have become.

    What was changed is red on the left and green on the right; what is not certain
    is yellow on both sides.
    """
    table = Table(box=None, pad_edge=False, expand=True, header_style="bold")
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(trace.source, overflow="fold", ratio=1)
    table.add_column(trace.target, overflow="fold", ratio=1)
    for line, before, after in _lines(source, trace):
        table.add_row(str(line), before, after)
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, highlight=False)
    console.print(Text(trace.path, "bold"))
    console.print(table)
    emit(out.getvalue() + "\n")


def _lines(source: str, trace: FileTrace) -> Iterator[tuple[int, Text, Text]]:
    """Yield the number of each changed line, the line, and its result."""
    index = LineIndex(source)
    row: list[TracedChange] = []
    for change in trace.changes:
        if row and change.line != index.position(row[-1].end).line:
            yield _pair(source, index, row)
            row = []
        row.append(change)
    if row:
        yield _pair(source, index, row)


def _pair(source: str, index: LineIndex, row: list[TracedChange]) -> tuple[int, Text, Text]:
    first = index.line_span(row[0].line)
    last = index.line_span(index.position(row[-1].end).line)
    before, after = Text(), Text()
    at = first.start
    for change in row:
        for side in (before, after):
            side.append(visible(source[at : change.start]))
        before.append(visible(change.before), _BEFORE if change.certain else _UNCERTAIN)
        after.append(visible(change.after), _AFTER if change.certain else _UNCERTAIN)
        at = change.end
    rest = source[at : last.end].rstrip("\r\n")
    for side in (before, after):
        side.append(visible(rest))
    return row[0].line, before, after
