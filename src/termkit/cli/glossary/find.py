"""``termkit glossary find``."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    choose,
    complain,
    emit,
    open_base,
    open_settings,
)
from termkit.cli.showing import make_view
from termkit.engine.curation.card import card, heading, values
from termkit.engine.curation.find import Closeness, Hit, find_concepts
from termkit.messages import mark, tr
from termkit.outputs.display import Style, pad, paint, visible, width
from termkit.outputs.jsontext import array

_WIDTH, _LABEL = 96, 14
_BETWEEN = " | "


def find(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", show_default=False)],
    limit: Annotated[int, typer.Option("--limit", "-n", help="Cards to show; 0: all.")] = 10,
    output: Annotated[
        str, typer.Option("--format", "-f", help="How to show the concepts: text or json.")
    ] = "text",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Look a word up in the term base, and show its concepts as cards.

    TEXT may be of any locale and in either script, a whole term or a part of one, an id, or
    a word of a note; where nothing holds it, terms that are nearly so are shown. Exit code
    1: nothing is found.
    """
    render = choose(mark("format"), output, {"text": _cards, "json": _json})
    query = " ".join(text)
    base = open_base(open_settings(config, glossary, builtin))
    hits = find_concepts(base.concepts, query)
    emit("".join(render(hits[: limit or None])))
    if len(hits) > limit > 0:
        complain(tr("{number} more; --limit 0 shows all", number=len(hits) - limit))
    if not hits:
        complain(tr("nothing is found for {query!r}", query=query))
    elif hits[0].closeness is Closeness.NEAR:
        complain(tr("nothing holds {query!r}; these are nearly so", query=query))
    if base.problems:
        raise typer.Exit(EXIT_FAILED)
    if not hits:
        raise typer.Exit(EXIT_FINDINGS)


def _json(hits: Sequence[Hit]) -> Iterator[str]:
    yield from array(map(values, hits))
    yield "\n"


def _cards(hits: Sequence[Hit]) -> Iterator[str]:
    view = make_view()
    separator = ""
    for hit in hits:
        yield separator + paint(visible(heading(hit.concept, view.root)), Style.BOLD, view) + "\n"
        for label, parts in card(hit.concept):
            for number, line in enumerate(_lines(parts, (view.width or _WIDTH) - _LABEL - 4)):
                name = paint(pad("" if number else label, _LABEL), Style.CYAN, view)
                yield f"  {name}  {line}\n"
        separator = "\n"


def _lines(parts: Sequence[str], room: int) -> Iterator[str]:
    """Yield the terms of a cell in lines that the terminal has room for."""
    line = ""
    for part in map(visible, parts):
        if line and width(line + _BETWEEN + part) > room:
            yield line + _BETWEEN.rstrip()
            line = part
        else:
            line += (_BETWEEN if line else "") + part
    yield line
