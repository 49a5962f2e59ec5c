"""What a change to a term base does, told in Markdown for a pull request, or as plain values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from termkit.engine.curation.impact import FindingChange, Impact, Rewriting, RowChange
from termkit.engine.curation.tables import markdown_table
from termkit.messages import tr

_NONE = "–"


def impact_markdown(impact: Impact, examples: int) -> Iterator[str]:
    """Yield the report piece by piece, with so many examples of each kind; 0 shows all."""
    limit = examples or None
    yield f"## {tr('What this change to the term base does')}\n\n"
    yield f"{_summary(impact)}\n\n"
    yield markdown_table(("", tr("places"), tr("texts")), _counts(impact))
    gained, lost, moved = _by_kind(impact.findings)
    yield from _findings(tr("Findings gained"), gained, limit)
    yield from _findings(tr("Findings lost"), lost, limit)
    yield from _findings(tr("Findings with another suggestion"), moved, limit)
    yield from _rewritings(impact.rewritings, limit)
    yield from _rows(impact.rows, limit)


def impact_values(impact: Impact) -> dict[str, Any]:
    """Return everything as plain values."""
    gained, lost, moved = _by_kind(impact.findings)
    return {
        "texts": impact.texts,
        "touched": impact.touched,
        "rows": [asdict(row) for row in impact.rows],
        "gained": [asdict(each) for each in gained],
        "lost": [asdict(each) for each in lost],
        "resuggested": [asdict(each) for each in moved],
        "conversions": [asdict(each) for each in impact.rewritings],
        "entries": impact.entries,
    }


_Found = list[FindingChange]


def _by_kind(findings: Iterable[FindingChange]) -> tuple[_Found, _Found, _Found]:
    gained: _Found = []
    lost: _Found = []
    moved: _Found = []
    for each in findings:
        (gained if each.before is None else lost if each.after is None else moved).append(each)
    return gained, lost, moved


def _summary(impact: Impact) -> str:
    kinds = Counter(row.kind for row in impact.rows)
    return tr(
        "Rows: {added} added, {removed} removed, {changed} changed. Of {texts} texts {touched} hold "
        "something of them; nothing changes in the others.",
        added=kinds["added"],
        removed=kinds["removed"],
        changed=kinds["changed"],
        texts=impact.texts,
        touched=impact.touched,
    )


def _counts(impact: Impact) -> Iterator[tuple[str, str, str]]:
    gained, lost, moved = _by_kind(impact.findings)
    for name, found in (
        (tr("findings gained"), gained),
        (tr("findings lost"), lost),
        (tr("findings with another suggestion"), moved),
    ):
        yield (name, str(len(found)), str(len({each.path for each in found})))
    pairs = dict.fromkeys((each.source, each.target) for each in impact.rewritings)
    for source, target in pairs or [("", "")]:
        some = [
            each for each in impact.rewritings if (each.source, each.target) == (source, target)
        ]
        name = tr("conversions")
        if source:
            name = tr("conversions {source} → {target}", source=source, target=target)
        yield (name, str(len(some)), str(len({each.path for each in some})))
    catalogues = {path: n for path, n in impact.entries.items() if path.endswith((".po", ".pot"))}
    articles = {path: n for path, n in impact.entries.items() if path not in catalogues}
    for name, found_in in (
        (tr("entries of catalogues"), catalogues),
        (tr("entries that `po export` makes of articles"), articles),
    ):
        yield (name, str(sum(found_in.values())), str(len(found_in)))


def _findings(title: str, found: Sequence[FindingChange], limit: int | None) -> Iterator[str]:
    if not found:
        return
    header = [tr("place"), tr("check"), tr("found"), tr("suggested"), tr("row"), tr("text")]
    rows = [
        (
            f"{each.path}:{each.line}",
            each.check,
            each.text,
            _suggested(each),
            each.concept or _NONE,
            each.around,
        )
        for each in found[:limit]
    ]
    yield from _section(title, header, rows, len(found))
    words = Counter((each.text, each.concept) for each in found).most_common(5)
    if len(found) > len(rows):
        often = ", ".join(f"{text} ({count}×)" for (text, _), count in words)
        yield f"\n{tr('Most often: {often}.', often=often)}\n"


def _suggested(each: FindingChange) -> str:
    sides = [" / ".join(side) or _NONE for side in (each.before, each.after) if side is not None]
    return " → ".join(dict.fromkeys(sides))


def _rewritings(found: Sequence[Rewriting], limit: int | None) -> Iterator[str]:
    header = [tr("place"), tr("source"), tr("before"), tr("after"), tr("text")]
    for source, target in dict.fromkeys((each.source, each.target) for each in found):
        some = [each for each in found if (each.source, each.target) == (source, target)]
        rows = [
            (f"{each.path}:{each.line}", each.text, each.before, each.after, each.around)
            for each in some[:limit]
        ]
        title = tr("Conversions {source} → {target}", source=source, target=target)
        yield from _section(title, header, rows, len(some))


def _rows(rows: Sequence[RowChange], limit: int | None) -> Iterator[str]:
    if not rows:
        return
    told = [(row.concept, tr(row.kind), _cells(row)) for row in rows[:limit]]
    yield from _section(tr("Rows"), (tr("row"), "", tr("cells")), told, len(rows))


def _cells(row: RowChange) -> str:
    if row.kind == "changed":
        return "; ".join(
            f"{column}: {before or _NONE} → {after or _NONE}" for column, before, after in row.cells
        )
    return "; ".join(f"{column}: {before or after}" for column, before, after in row.cells)


def _section(
    title: str, header: Sequence[str], rows: Sequence[Sequence[str]], total: int
) -> Iterator[str]:
    head = tr("{title} ({number})", title=title, number=total)
    if len(rows) < total:
        head = tr("{title} ({number}, {shown} shown)", title=title, number=total, shown=len(rows))
    yield f"\n### {head}\n\n"
    yield markdown_table(header, rows, numbers=False)
