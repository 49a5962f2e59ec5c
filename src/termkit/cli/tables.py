"""Tables for a person: aligned under wide characters, coloured on a terminal only."""

import io
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

from termkit.cli.report import emit
from termkit.engine.compare import Difference, count_decisions, merge_equal
from termkit.engine.explain import LayerCount, explain
from termkit.engine.trace import FileTrace

_UNCERTAIN = "uncertain"
_ENDLESS = 1_000_000
_SHOWN = 40
_WRAPPED = ("origin", "decided by")


def show_trace(source: str, trace: FileTrace) -> None:
    """Print why a file was converted as it was; on a terminal its changed lines come first."""
    head = f"{trace.path} ({trace.source} → {trace.target})"
    if not trace.changes:
        emit(f"{head}: nothing to change\n\n")
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
            row.first.layer,
            row.first.origin,
            "" if row.first.certain else _UNCERTAIN,
        )
        for row in explain(trace)
    ]
    header = ("place", "", "before", "", "after", "layer", "origin", "certain?")
    show_table(head, header, rows)


def show_layers(counts: Iterable[LayerCount], kept: int) -> None:
    """Print what each layer did, and how many ambiguous words were left as they were."""
    rows = [
        (one.layer, str(one.changes), f"{one.uncertain} {_UNCERTAIN}" if one.uncertain else "")
        for one in counts
    ]
    show_table("By layer", ("layer", "changes", ""), rows)
    if kept:
        words = "word follows" if kept == 1 else "words follow"
        emit(f"{kept} ambiguous {words} no clue in the text; --review lists them.\n")


def show_differences(path: str, differences: Sequence[Difference]) -> None:
    """Print where a file differs from the reference's conversion."""
    if not differences:
        emit(f"{path}: no difference\n\n")
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
    show_table(path, ("place", "", "source", "opencc", "termkit", "decided by"), rows)


def show_decisions(differences: Sequence[Difference]) -> None:
    """Print which decisions are behind most differences."""
    counts = count_decisions(differences)
    rows = [(str(count), decision) for decision, count in counts[:_SHOWN]]
    show_table("By decision", ("places", "decided by"), rows)
    if len(counts) > _SHOWN:
        emit(f"… and {len(counts) - _SHOWN} more\n")


def show_table(
    title: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False
) -> None:
    """Print one table; an unattended output is never wrapped.

    With ``numbers`` all columns but the first hold these.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, name in enumerate(header):
        is_number = number > 0 if numbers else name in {"", "places"}
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(name, overflow="fold", no_wrap=name not in _WRAPPED, justify=justify)
    for row in rows:
        style = "yellow" if row[-1] == _UNCERTAIN else ""
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


def _times(count: int) -> str:
    return f"{count}×" if count > 1 else ""
