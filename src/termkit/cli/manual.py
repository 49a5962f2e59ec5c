"""``termkit explain`` and ``termkit checks``: the manual pages of the checks."""

from collections.abc import Iterator
from typing import Annotated

import typer

from termkit.checks import all_checks
from termkit.cli.showing import deliver, make_view
from termkit.cli.tables import show_table
from termkit.context import Check
from termkit.engine.runner import select_checks
from termkit.model.manual import Example, Section, read_manual
from termkit.outputs import View
from termkit.outputs.display import Style, pad, paint, width

_INDENT = "  "
_HEADER = ("name", "severity", "default", "fix", "what it asks")


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
        state = "on" if check.default else "off"
        rows.append((check.name, check.severity.value, state, manual.fixes, manual.title))
    show_table("Checks", _HEADER, rows)


def _page(check: Check, view: View) -> Iterator[str]:
    manual = read_manual(check.doc)
    state = "on by default" if check.default else "off by default; --select runs it"
    yield f"{paint(check.name, Style.BOLD, view)}: {manual.title}\n"
    yield paint(f"{check.severity}; {state}; fix: {manual.fixes}", Style.DIM, view) + "\n"
    for section in manual.sections:
        yield f"\n{paint(section.heading, Style.CYAN, view)}\n"
        lines = _examples(section, view) if section.examples else section.text.splitlines()
        for line in lines:
            yield f"{_INDENT}{line}".rstrip() + "\n"


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
