"""How the difference of two versions of a term base is shown: as text, JSON or Markdown."""

import json
from collections.abc import Callable, Iterator

from termkit.messages import mark, tr
from termkit.outputs import View
from termkit.outputs.display import Style, pad, paint, visible
from termkit.patterns import regex
from termkit.termbase.compare import CellChange, Comparison, ConceptChange, What

PLAIN = View()
_COUNTED = {
    What.ADDED: mark("{number} added"),
    What.REMOVED: mark("{number} removed"),
    What.CHANGED: mark("{number} changed"),
}
_SIGNS = {What.ADDED: "+", What.REMOVED: "-", What.CHANGED: "~"}
_COLORS = {What.ADDED: Style.GREEN, What.REMOVED: Style.RED, What.CHANGED: Style.YELLOW}
_COLUMN = 16
_MARKDOWN = regex(r"[\\`*_~|<>\[\]]")


def render_text(comparison: Comparison, view: View) -> Iterator[str]:
    """Yield the concepts with their cells, and how many there are."""
    for change in comparison.changes:
        yield concept_text(change, view) + "\n"
    yield f"{summary(comparison)}\n"


def concept_text(change: ConceptChange, view: View = PLAIN) -> str:
    """Return a concept and its cells, one a line."""
    name = f" ({change.name})" if change.name else ""
    moved = tr(", moved from {place}", place=change.moved_from) if change.moved_from else ""
    head = f"{_SIGNS[change.what]} {change.id or tr('a row without an id')}{name}"
    place = f"{change.path}:{change.line}" if change.line else change.path
    lines = [f"{paint(visible(head), _COLORS[change.what], view)}  {visible(place + moved)}"]
    for cell in change.cells:
        lines += _cell_lines(cell, view)
    return "\n".join(lines) + "\n"


def _cell_lines(cell: CellChange, view: View) -> list[str]:
    """Return a cell: terms one by one where some stay, else before and after."""
    rows: list[tuple[str, str, Style]] = []
    both = cell.before and cell.after
    if cell.is_set and both:
        rows += [("-", term, Style.RED) for term in cell.removed]
        rows += [("+", term, Style.GREEN) for term in cell.added]
    if not (cell.is_set and both):
        rows += [("-", cell.before, Style.RED)] if cell.before else []
        rows += [("+", cell.after, Style.GREEN)] if cell.after else []
    elif _reordered(cell):
        rows.append(("=", cell.after, Style.CYAN))
    return [
        f"    {pad(visible(cell.column) if not number else '', _COLUMN)} "
        f"{paint(f'{sign} {visible(text)}', style, view)}"
        for number, (sign, text, style) in enumerate(rows)
    ]


def _reordered(cell: CellChange) -> bool:
    """Tell whether the terms that stay are in another order, or another one comes first."""
    before, after = cell.before.split(" | "), cell.after.split(" | ")
    stay = [term for term in before if term in after]
    moved = before[0] != after[0] or stay != [term for term in after if term in before]
    return bool(stay) and moved


def render_json(comparison: Comparison, _: View) -> Iterator[str]:
    """Yield everything for a program."""
    counts = {what.value: comparison.count(what) for what in What}
    changes = [
        {
            "what": change.what.value,
            "id": change.id,
            "name": change.name,
            "path": change.path,
            "line": change.line,
            "moved_from": change.moved_from,
            "cells": [_cell_json(cell) for cell in change.cells],
        }
        for change in comparison.changes
    ]
    resaved = [
        {"path": one.path, "line": one.line, "column": one.column, "message": one.message}
        for one in comparison.resaved
    ]
    shown = {**counts, "changes": changes, "resaved": resaved}
    yield json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _cell_json(cell: CellChange) -> dict[str, object]:
    sides: dict[str, object] = {
        "column": cell.column,
        "before": cell.before,
        "after": cell.after,
    }
    if cell.is_set:
        sides |= {"added": list(cell.added), "removed": list(cell.removed)}
    return sides


def render_markdown(comparison: Comparison, _: View) -> Iterator[str]:
    """Yield a table for a comment on a pull request."""
    yield tr("**Term base:** {summary}", summary=summary(comparison)) + "\n"
    if not comparison.changes:
        return
    heads = (tr("concept"), tr("column"), tr("before"), tr("after"))
    yield f"\n| | {' | '.join(heads)} |\n| --- | --- | --- | --- | --- |\n"
    for change in comparison.changes:
        name = f"`{change.id}`" if change.id else tr("(no id)")
        name += f" {_escape(change.name)}" if change.name else ""
        if change.moved_from:
            places = f"{_escape(change.moved_from)} | {_escape(change.path)}"
            yield f"| {tr('moved')} | {name} | {tr('file')} | {places} |\n"
        if change.what is What.CHANGED:
            for cell in change.cells:
                before = _marked(cell.before, cell.removed, "~~")
                after = _marked(cell.after, cell.added, "**")
                sides = f"{_escape(cell.column)} | {before} | {after}"
                yield f"| {tr('changed')} | {name} | {sides} |\n"
            continue
        row = "<br>".join(
            f"{_escape(cell.column)}: {_escape(cell.before or cell.after)}" for cell in change.cells
        )
        sides = f"| {row}" if change.what is What.ADDED else f"{row} |"
        yield f"| {tr(change.what.value)} | {name} | | {sides} |\n"


def _marked(value: str, terms: tuple[str, ...], sign: str) -> str:
    """Return a value with the terms that are new or gone between two signs."""
    if terms == (value,):
        return f"{sign}{_escape(value)}{sign}" if "\n" not in value else _escape(value)
    return " \\| ".join(
        f"{sign}{_escape(term)}{sign}" if term in terms else _escape(term)
        for term in value.split(" | ")
    )


def _escape(text: str) -> str:
    escaped = _MARKDOWN.sub(lambda match: f"\\{match[0]}", text)
    return "<br>".join(map(visible, escaped.split("\n")))


def summary(comparison: Comparison) -> str:
    """Return how many concepts changed in which way."""
    counts = ((what, comparison.count(what)) for what in What)
    told = [tr(_COUNTED[what], number=number) for what, number in counts if number]
    return tr(", ").join(told) or tr("no change")


RENDERERS: dict[str, Callable[[Comparison, View], Iterator[str]]] = {
    "text": render_text,
    "json": render_json,
    "markdown": render_markdown,
}
