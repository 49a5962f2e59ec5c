"""Tables for a person: aligned under wide characters, coloured on a terminal only."""

import io
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

from termkit.cli.breaking import break_chinese
from termkit.cli.report import emit
from termkit.engine.compare import Difference, count_decisions, merge_equal
from termkit.engine.explain import LayerCount, explain
from termkit.engine.trace import FileTrace
from termkit.messages import mark, tr, tr_n

_UNCERTAIN = mark("uncertain")
_ENDLESS = 1_000_000
_SHOWN = 40
_WRAPPED = (mark("origin"), mark("decided by"), mark("what it asks"))
_NUMBERS = ("", mark("places"))
_TRACE = (
    mark("place"),
    "",
    mark("before"),
    "",
    mark("after"),
    mark("layer"),
    mark("origin"),
    mark("certain?"),
)
_BY_LAYER = (mark("layer"), mark("changes"), "")
_DIFFERENCES = (mark("place"), "", mark("source"), "opencc", "termkit", mark("decided by"))
_LAYERS = (
    mark("base"),
    mark("region"),
    mark("phrase"),
    mark("character"),
    mark("variant"),
    mark("quote"),
    mark("locale"),
    mark("review"),
    mark("sidecar"),
)
"""What may have decided a change (``Change.layer``)."""
_DECISIONS = (mark("places"), mark("decided by"))


def show_trace(source: str, trace: FileTrace) -> None:
    """Print why a file was converted as it was; on a terminal its changed lines come first."""
    head = f"{trace.path} ({trace.source} → {trace.target})"
    if not trace.changes:
        emit(tr("{head}: nothing to change", head=head) + "\n\n")
        return
    if sys.stdout.isatty():
        from termkit.cli.side_by_side import show_side_by_side

        show_side_by_side(source, trace)
    rows = [
        (
            f"{row.first.line}:{row.first.column}",
            _times(row.count),
            row.first.before,
            "→",
            row.first.after,
            tr(row.first.layer),
            row.first.origin,
            "" if row.first.certain else tr(_UNCERTAIN),
        )
        for row in explain(trace)
    ]
    show_table(head, _TRACE, rows)


def show_layers(counts: Iterable[LayerCount], kept: int) -> None:
    """Print what each layer did, and how many ambiguous words were left as they were."""
    rows = [(tr(one.layer), str(one.changes), _uncertain(one.uncertain)) for one in counts]
    show_table(tr("By layer"), _BY_LAYER, rows)
    if kept:
        told = tr_n(
            "{number} ambiguous word follows no clue in the text; --review lists them.",
            "{number} ambiguous words follow no clue in the text; --review lists them.",
            kept,
        )
        emit(told + "\n")


def show_differences(path: str, differences: Sequence[Difference]) -> None:
    """Print where a file differs from the reference's conversion."""
    if not differences:
        emit(tr("{path}: no difference", path=path) + "\n\n")
        return
    rows = [
        (
            f"{one.line}:{one.column}",
            _times(count),
            one.source,
            one.reference,
            one.termkit,
            one.decision,
        )
        for one, count in merge_equal(differences)
    ]
    show_table(path, _DIFFERENCES, rows)


def show_decisions(differences: Sequence[Difference]) -> None:
    """Print which decisions are behind most differences."""
    counts = count_decisions(differences)
    rows = [(str(count), decision) for decision, count in counts[:_SHOWN]]
    show_table(tr("By decision"), _DECISIONS, rows)
    if len(counts) > _SHOWN:
        emit(tr("… and {number} more", number=len(counts) - _SHOWN) + "\n")


def show_table(
    title: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False
) -> None:
    """Print one table under the words of ``header``; an unattended output is never wrapped.

    With ``numbers`` all columns but the first hold these.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    break_chinese()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, name in enumerate(header):
        is_number = number > 0 if numbers else name in _NUMBERS
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(tr(name), overflow="fold", no_wrap=name not in _WRAPPED, justify=justify)
    for row in rows:
        style = "yellow" if row[-1] == tr(_UNCERTAIN) else ""
        table.add_row(*(Text(cell, style) for cell in row))
    terminal = sys.stdout.isatty()
    out = io.StringIO()
    console = Console(
        file=out, force_terminal=terminal, width=None if terminal else _ENDLESS, highlight=False
    )
    console.print(Text(title, "bold"))
    console.print(table)
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    emit("\n".join(lines) + "\n")


def _uncertain(count: int) -> str:
    return tr("{number} uncertain", number=count) if count else ""


def _times(count: int) -> str:
    return f"{count}×" if count > 1 else ""
