"""``termkit explain`` and ``termkit checks``: the manual pages of the checks."""

from collections.abc import Iterator
from typing import Annotated

import typer

from termkit.checks import all_checks
from termkit.cli.showing import deliver, make_view
from termkit.cli.tables import show_table
from termkit.context import Check
from termkit.engine.runner import select_checks
from termkit.messages import ENGLISH, language, mark, tr
from termkit.model.manual import Example, Section, read_manual
from termkit.outputs import View
from termkit.outputs.display import Style, pad, paint, width
from termkit.po.wrap import broken

_INDENT = "  "
_HEADER = (
    mark("name"),
    mark("severity"),
    mark("default"),
    mark("fix"),
    mark("what it asks"),
)
_WIDTH = 88
"""Columns for a text without line ends, where there is no terminal."""


def explain(
    name: Annotated[str, typer.Argument(metavar="CHECK", help="The name of a check.")],
) -> None:
    """Show the manual page of a check.

    termkit checks lists the names.
    """
    (check,) = select_checks([name])
    deliver(_page(check, make_view()), None)


def checks() -> None:
    """List the checks."""
    rows = []
    for check in all_checks():
        manual = read_manual(check.doc)
        state = tr("on") if check.default else tr("off")
        facts = tr(check.severity.value), state, tr(manual.fixes)
        rows.append((check.name, *facts, manual.spoken.title))
    show_table(tr("Checks"), _HEADER, rows)


def _page(check: Check, view: View) -> Iterator[str]:
    manual = read_manual(check.doc)
    page = manual.spoken
    facts = tr(
        "{severity}; {state}; fix: {fixes}",
        severity=tr(check.severity.value),
        state=tr("on by default") if check.default else tr("off by default; --select runs it"),
        fixes=tr(manual.fixes),
    )
    yield f"{paint(check.name, Style.BOLD, view)}: {page.title}\n"
    yield paint(facts, Style.DIM, view) + "\n"
    for section in page.sections:
        yield f"\n{paint(section.heading, Style.CYAN, view)}\n"
        lines = _examples(section, view) if section.examples else _lines(section.text, view)
        for line in lines:
            yield f"{_INDENT}{line}".rstrip() + "\n"


def _lines(text: str, view: View) -> Iterator[str]:
    """Yield a text by lines: as it is written or, of a translation, as they have room."""
    room = (view.width or _WIDTH) - len(_INDENT)
    for line in text.splitlines():
        yield from [line] if language() == ENGLISH else broken(line, room)


def _examples(section: Section, view: View) -> Iterator[str]:
    longest = max(width(one.text) for one in section.examples)
    for one in section.examples:
        text = pad(one.text, longest) if one.found else one.text
        yield f"{paint(one.locale, Style.DIM, view)}  {text}  {_found(one, view)}".rstrip()


def _found(example: Example, view: View) -> str:
    """Return what is found in an example, wrong in red and right in green."""
    pairs = [pair.partition(" → ") for pair in example.found.split("; ") if pair]
    return "; ".join(
        f"{paint(wrong, Style.RED, view)}{arrow}{paint(right, Style.GREEN, view)}"
        for wrong, arrow, right in pairs
    )
