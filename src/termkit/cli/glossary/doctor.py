"""``termkit glossary doctor``."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from termkit.cli.progress import with_progress
from termkit.cli.report import (
    EXIT_FAILED,
    EXIT_FINDINGS,
    BuiltinOption,
    ConfigOption,
    GlossaryOption,
    choose,
    complain,
    complain_all,
    emit,
    open_base,
    open_settings,
)
from termkit.cli.several import SeveralValues
from termkit.cli.showing import make_view
from termkit.cli.speaking import listing
from termkit.engine.collect import find_files
from termkit.engine.curation.diagnosis import COUNTED, KINDS, Ailment
from termkit.engine.curation.doctor import admit, examine, read_corpus
from termkit.engine.curation.guards import RowEdit, plan, write
from termkit.messages import mark, tr, tr_n
from termkit.outputs import View
from termkit.outputs.display import Style, paint, visible
from termkit.outputs.jsontext import array
from termkit.outputs.places import relative_path

COMMAND = SeveralValues

_UNUSED = "never-occurs"
"""So many rows have this ailment that they are listed by domain, not one by one."""

_TERMS = 12
"""How many terms of a guard are shown."""


def doctor(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", show_default=False)
    ] = None,
    corpus: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH…", help="Texts to look at: files, directories."),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write the guards of what is certain into the rows.")
    ] = False,
    possible: Annotated[
        bool,
        typer.Option("--possible", help="With --apply: the guards of what is possible too."),
    ] = False,
    concept: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only these rows; may be repeated.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help=listing("Only these ailments: {names}.", names=", ".join(KINDS)),
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", help="Possible ailments to show of a kind; 0: all.")
    ] = 20,
    everything: Annotated[
        bool, typer.Option("--all", help="Show all, those kinds too that are only counted.")
    ] = False,
    output: Annotated[
        str, typer.Option("--format", "-f", help="How to show it: text or json.")
    ] = "text",
    glossary: GlossaryOption = None,
    builtin: BuiltinOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell what will bite in the use of a term base, and what would guard against it.

    PATH is a term base above the built-in one, instead of those of the configuration; without
    any the built-in one itself is examined. Exit code 0: nothing is certain, 1: something
    is, 2: something could not be read.
    """
    render = choose(mark("format"), output, {"text": _text, "json": _json})
    for name in kind or ():
        choose(mark("ailment"), name, KINDS)
    settings = open_settings(config, [*(paths or ()), *(glossary or ())] or None, builtin)
    base = open_base(settings)
    patient = admit(base)
    files, missing = find_files(corpus or [], settings.exclusion)
    read, problems = read_corpus(patient, with_progress(files, len(files)), settings.locales)
    complain_all([*missing, *problems])
    wanted = [
        each
        for each in examine(patient, read, kind or KINDS)
        if not concept or each.concept.id in concept
    ]
    view = make_view()
    counted = () if everything or kind or concept else COUNTED
    emit("".join(render(wanted, 0 if everything else limit, counted, view)))
    if apply:
        edits = plan(each for each in wanted if each.certain or possible)
        for edit in edits:
            complain(f"{_place(edit, view)}: {edit.column}+={' | '.join(edit.terms)}")
        write(edits)
        complain(tr_n("{number} cell written", "{number} cells written", len(edits)))
    if base.problems or missing or problems:
        raise typer.Exit(EXIT_FAILED)
    if any(each.certain for each in wanted) and not apply:
        raise typer.Exit(EXIT_FINDINGS)


def _place(what: RowEdit | Ailment, view: View) -> str:
    return f"{relative_path(what.concept.path, view.root)}:{what.concept.line}"


def _text(
    ailments: Sequence[Ailment], limit: int, counted: Collection[str], view: View
) -> Iterator[str]:
    counts = Counter((each.certain, each.kind) for each in ailments)
    shown: Counter[str] = Counter()
    for each in ailments:
        if each.kind in counted or each.kind == _UNUSED:
            continue
        if not each.certain:
            shown[each.kind] += 1
            if shown[each.kind] > limit > 0:
                continue
        yield from _ailment(each, view)
    if _UNUSED not in counted:
        yield from _unused([each for each in ailments if each.kind == _UNUSED], limit)
    certain = sum(number for (sure, _), number in counts.items() if sure)
    told = sum(number for (_, kind), number in counts.items() if kind not in counted)
    summary = tr(
        "{certain} certain, {possible} possible.", certain=certain, possible=told - certain
    )
    yield f"{summary}\n"
    for (sure, kind), number in counts.items():
        level = tr("certain") if sure else tr("possible")
        more = ""
        if kind in counted:
            level, more = tr("counted"), tr(" (--kind {kind} lists them)", kind=kind)
        elif not sure and kind != _UNUSED and number > limit > 0:
            more = tr(", {number} shown", number=limit)
        yield f"  {number:>5}  {level} {kind}: {tr(KINDS[kind])}{more}\n"


def _ailment(each: Ailment, view: View) -> Iterator[str]:
    level = paint(tr("certain"), Style.RED, view) if each.certain else tr("possible")
    times = f" ({each.weight}×)" if each.weight > 1 else ""
    where = paint(_place(each, view), Style.BOLD, view)
    locale = f"{each.locale}: " if each.locale else ""
    yield f"{where}: {level} {each.kind}: {each.concept.id}: {locale}{visible(each.message)}{times}\n"
    for guard in each.guards:
        some = guard.terms[:_TERMS]
        rest = f" | … ({len(guard.terms)})" if len(guard.terms) > len(some) else ""
        terms = paint(visible(" | ".join(some) + rest), Style.GREEN, view)
        yield f"    {tr('add to {column}: {terms}', column=guard.column, terms=terms)}\n"


def _unused(rows: Sequence[Ailment], limit: int) -> Iterator[str]:
    """Yield the rows that never occur, by domain."""
    domains: dict[str, list[str]] = {}
    for each in rows:
        domains.setdefault(each.concept.domain, []).append(each.concept.id)
    for domain, ids in sorted(domains.items()):
        some = ids[: limit or None]
        shown = ", ".join(some) + (", …" if len(ids) > len(some) else "")
        told = tr_n(
            "{number} row of {domain}: {rows}",
            "{number} rows of {domain}: {rows}",
            len(ids),
            domain=domain,
            rows=shown,
        )
        yield f"{tr('possible')} {_UNUSED}: {told}\n"


def _json(
    ailments: Iterable[Ailment],
    limit: int,  # noqa: ARG001
    counted: Collection[str],  # noqa: ARG001
    view: View,
) -> Iterator[str]:
    yield from array(
        {
            "kind": each.kind,
            "certain": each.certain,
            "path": relative_path(each.concept.path, view.root),
            "line": each.concept.line,
            "concept": each.concept.id,
            "locale": each.locale,
            "form": each.form,
            "message": each.message,
            "examples": list(each.examples),
            "weight": each.weight,
            "guards": [{"column": one.column, "add": list(one.terms)} for one in each.guards],
        }
        for each in ailments
    )
    yield "\n"
