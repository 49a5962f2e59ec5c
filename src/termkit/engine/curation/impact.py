"""What a change to a term base does to texts: findings, conversions, entries of catalogues."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from daachorse import CharwiseDoubleArrayAhoCorasick

from termkit.convert.converter import Converter
from termkit.engine.collect import Named, load_document
from termkit.engine.converting import convert_document
from termkit.engine.detect import decide_locale
from termkit.engine.runner import CheckOptions, check_document
from termkit.errors import InputError
from termkit.locales import CHINESE, EN
from termkit.model.change import Change, replay
from termkit.model.diagnostic import Diagnostic
from termkit.model.document import Document
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.scripts.words import simplified
from termkit.termbase.rows import concept_row
from termkit.termbase.store import TermBase
from termkit.text import LineIndex, Span

_AROUND = 14
"""Characters that an example shows on each side of what changes."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was added, removed or changed: its cells before and after."""

    concept: str
    cells: tuple[tuple[str, str, str], ...]
    kind: str


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that there is on one side only; with other suggestions it is on both."""

    path: str
    line: int
    check: str
    text: str
    before: tuple[str, ...] | None
    after: tuple[str, ...] | None
    concept: str
    around: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A place that is converted in another way than before."""

    path: str
    line: int
    source: str
    target: str
    text: str
    before: str
    after: str
    around: str


@dataclass(slots=True)
class Impact:
    """What the change does, all in all."""

    rows: list[RowChange]
    texts: int = 0
    touched: int = 0
    findings: list[FindingChange] = field(default_factory=list)
    rewritings: list[Rewriting] = field(default_factory=list)
    entries: dict[str, int] = field(default_factory=dict)
    """By file, the entries that the change touches: of a catalogue, or of an article's export."""
    problems: list[Problem] = field(default_factory=list)


def compare_rows(before: TermBase, after: TermBase) -> list[RowChange]:
    """Return the rows that differ, in the order of their ids."""
    old = {concept.id: _cells(concept) for concept in before.concepts}
    new = {concept.id: _cells(concept) for concept in after.concepts}
    changes: list[RowChange] = []
    for concept in sorted(old.keys() | new.keys()):
        one, other = old.get(concept, {}), new.get(concept, {})
        columns = [name for name in {**one, **other} if one.get(name, "") != other.get(name, "")]
        if columns:
            cells = tuple((name, one.get(name, ""), other.get(name, "")) for name in columns)
            kind = "changed" if one and other else "added" if other else "removed"
            changes.append(RowChange(concept, cells, kind))
    return changes


def _cells(concept: Concept) -> dict[str, str]:
    """Return the cells of a row; a domain that is only the name of the file is none."""
    row = concept_row(concept)
    if concept.domain == PurePath(concept.path).stem:
        row.pop("domain", None)
    return row


def measure(
    both: tuple[CheckOptions, CheckOptions],
    files: Iterable[Named],
    targets: Collection[str] = CHINESE,
) -> Impact:
    """Check and convert texts with two term bases, and return what differs in the second.

    Texts that hold nothing of the rows that differ are not looked at.
    """
    before, after = both
    impact = Impact(compare_rows(before.base, after.base))
    touches = _Touches(before.base, after.base, impact.rows)
    sides = (_Side(before), _Side(after))
    for file in files:
        try:
            document = load_document(file)
        except InputError as error:
            impact.problems += error.problems
            continue
        impact.texts += 1
        if not touches(document.prose):
            continue
        decision = decide_locale(document, after.base, after.locale, after.locales)
        if decision.locale is None or decision.refusal:
            continue
        impact.touched += 1
        _measure_document(document, decision.locale.base, sides, targets, impact)
    return impact


class _Touches:
    """Whether a text holds something of the rows that differ: a term or a shield."""

    def __init__(self, before: TermBase, after: TermBase, rows: Iterable[RowChange]) -> None:
        ids = {row.concept for row in rows}
        texts = {
            _folded(text)
            for base in (before, after)
            for concept in base.concepts
            if concept.id in ids
            for text in _forms(concept)
        }
        self._automaton = CharwiseDoubleArrayAhoCorasick(sorted(texts)) if texts else None

    def __call__(self, prose: str) -> bool:
        return self._automaton is not None and bool(self._automaton.find(_folded(prose)))


def _forms(concept: Concept) -> Iterator[str]:
    locales = (*CHINESE, EN) if "dnt" in concept.flags else CHINESE
    for cells in (concept.terms, concept.avoid, concept.shields):
        for locale in locales:
            yield from cells.get(locale, ())


def _folded(text: str) -> str:
    return simplified(text).lower()


class _Side:
    """One of the two term bases, with its converters."""

    def __init__(self, options: CheckOptions) -> None:
        self.options = options
        self._converters: dict[tuple[str, str, str], Converter] = {}

    def trace(self, document: Document, source: str, target: str) -> tuple[Change, ...]:
        """Convert a document; return how."""
        base = self.options.base.at(document.date)
        key = (source, target, base.key)
        if key not in self._converters:
            self._converters[key] = Converter(source, target, base)
        return convert_document(document, self._converters[key]).trace


def _measure_document(
    document: Document,
    locale: str,
    sides: tuple[_Side, _Side],
    targets: Collection[str],
    impact: Impact,
) -> None:
    lines = LineIndex(document.source)
    hit: set[int] = set()
    found = [check_document(document, locale, side.options) for side in sides]
    for span, change in _finding_changes(document, lines, *found):
        impact.findings.append(change)
        hit.add(_segment(document, span))
    for target in targets:
        if target == locale:
            continue
        traces = [side.trace(document, locale, target) for side in sides]
        for span, texts in _differences(document.source, *traces):
            place = (document.path, lines.position(span.start).line, locale, target)
            around = _around(document.source, span)
            impact.rewritings.append(Rewriting(*place, span.of(document.source), *texts, around))
            hit.add(_segment(document, span))
    if hit:
        impact.entries[document.path] = len(hit)


def _finding_changes(
    document: Document,
    lines: LineIndex,
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
) -> Iterator[tuple[Span, FindingChange]]:
    old = {(each.span, each.check): each for each in before}
    new = {(each.span, each.check): each for each in after}
    for span, check in sorted(old.keys() | new.keys()):
        one, other = old.get((span, check)), new.get((span, check))
        if one and other and one.suggestions == other.suggestions:
            continue
        told = other or one
        assert told is not None
        yield (
            span,
            FindingChange(
                document.path,
                lines.position(span.start).line,
                check,
                span.of(document.source),
                one.suggestions if one else None,
                other.suggestions if other else None,
                told.concept,
                _around(document.source, span),
            ),
        )


def _differences(
    source: str, before: tuple[Change, ...], after: tuple[Change, ...]
) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield the places where two conversions of one text differ, with what each writes there."""
    old = {(each.span, each.after): each for each in before}
    new = {(each.span, each.after): each for each in after}
    only = [old[key].span for key in old.keys() - new.keys()]
    only += [new[key].span for key in new.keys() - old.keys()]
    for region in _merged(only):
        texts = [replay_within(source, region, changes) for changes in (before, after)]
        if texts[0] != texts[1]:
            yield region, (texts[0], texts[1])


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, those that overlap or touch as one."""
    start = end = -1
    for span in sorted(spans):
        if span.start <= end:
            end = max(end, span.end)
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = span
    if start >= 0:
        yield Span(start, end)


def replay_within(source: str, region: Span, changes: Iterable[Change]) -> str:
    """Return what the changes make of a region that none of them reaches out of."""
    inside = tuple(
        Change(
            Span(each.span.start - region.start, each.span.end - region.start),
            each.before,
            each.after,
            each.layer,
        )
        for each in changes
        if region.start <= each.span.start and each.span.end <= region.end
    )
    return replay(region.of(source), inside)


def _segment(document: Document, span: Span) -> int:
    """Return the number of the segment that a place stands in: one entry of a catalogue each."""
    return next(
        (
            number
            for number, segment in enumerate(document.segments)
            if segment.span.start <= span.start < segment.span.end
        ),
        -1,
    )


def _around(source: str, span: Span) -> str:
    """Return a place with a little of its line."""
    begin = max(source.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    line_end = source.find("\n", span.end)
    end = min(len(source) if line_end < 0 else line_end, span.end + _AROUND)
    return source[begin:end].strip()
