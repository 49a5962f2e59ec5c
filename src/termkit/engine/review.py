"""What an editor has to decide in a conversion, and writing the decisions over it."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from termkit.convert.doubts import Doubt, character_alternatives
from termkit.engine.converting import ConvertedFile
from termkit.engine.origins import Origins
from termkit.engine.review_file import ReviewRow
from termkit.errors import InputError
from termkit.files import encode
from termkit.messages import tr
from termkit.model.change import Change, replay
from termkit.problems import Problem
from termkit.text import LineIndex, Span, sentence_around

REVIEW = "review"
"""The layer of a change that an editor decided."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A file with the decisions written over it, the rows that went in, and those that could not."""

    file: ConvertedFile
    applied: tuple[ReviewRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def review_rows(file: ConvertedFile, origins: Origins, target: str) -> list[ReviewRow]:
    """Return the places of a file that are not certain, in order: changed ones and kept ones."""
    if file.document is None:
        return []
    source, text = file.source_locale, file.document.source
    lines = LineIndex(text)
    doubts = {doubt.span: doubt for doubt in file.doubts}
    rows: dict[Span, ReviewRow] = {}

    def add(span: Span, before: str, after: str, alternatives: Iterable[str], origin: str) -> None:
        line, column = lines.position(span.start)
        sentence = sentence_around(text, span).of(text).strip()
        others = " | ".join(dict.fromkeys(alternatives))
        rows[span] = ReviewRow(file.path, line, column, sentence, before, after, others, origin)

    for change in file.trace:
        if not change.certain and change.span not in doubts:
            others = character_alternatives(change.before, change.after, source, target)
            origin = origins.of(change, source)
            add(change.span, change.before, change.after, others, origin)
    for doubt in file.doubts:
        values = (alternative.value for alternative in doubt.alternatives)
        add(doubt.span, doubt.text, doubt.kept, values, _rows_behind(doubt, origins))
    return [rows[span] for span in sorted(rows)]


def _rows_behind(doubt: Doubt, origins: Origins) -> str:
    concepts = (doubt.origin, *(alternative.concept for alternative in doubt.alternatives))
    return "; ".join(dict.fromkeys(origins.row(concept) for concept in concepts if concept))


def apply_review(file: ConvertedFile, rows: Iterable[ReviewRow], path: str) -> Reviewed:
    """Write the decisions that belong to a file over its conversion; ``path`` is the review file's.

    A row belongs where its word still stands at its line and column, in prose, and
    where no longer word that is converted as a whole cuts it.
    """
    if file.document is None:
        return Reviewed(file)
    lines = LineIndex(file.document.source)
    places = _Places(file.trace)
    problems: list[Problem] = []
    for row in rows:
        if row.decision and same_path(row.path, file.path):
            span = _span(row, lines, file.document.prose)
            message = places.take(row, span)
            if message:
                problems.append(Problem(path, row.number, "", message))
    decided = places.decided
    if not decided:
        return Reviewed(file, (), tuple(problems))
    changes = [change for change in file.trace if not places.are_taken(change.span)]
    changes += (
        Change(span, row.before, row.decision, REVIEW, f"{path}:{row.number}")
        for span, row in decided.items()
        if row.decision != row.before
    )
    trace = tuple(sorted(changes, key=lambda change: change.span))
    doubts = tuple(doubt for doubt in file.doubts if not places.are_taken(doubt.span))
    text = replay(file.document.source, trace)
    try:
        encode(text, file.document.encoding, file.path)
    except InputError as error:
        return Reviewed(file, (), (*problems, *error.problems))
    applied = tuple(decided[span] for span in sorted(decided))
    return Reviewed(replace(file, text=text, trace=trace, doubts=doubts), applied, tuple(problems))


def foreign_rows(rows: Iterable[ReviewRow], names: Sequence[str], path: str) -> list[Problem]:
    """Report the files that decisions are there for and that the run did not convert."""
    known = {os.path.normpath(name) for name in names}
    strangers: dict[str, int] = {}
    for row in rows:
        if row.decision and os.path.normpath(row.path) not in known:
            strangers.setdefault(row.path, row.number)
    return [
        Problem(
            path, number, "path", tr("{name} is not among the files that were converted", name=name)
        )
        for name, number in strangers.items()
    ]


def same_path(one: str, other: str) -> bool:
    """Tell whether two names mean the same file: ./a.md and a.md."""
    return os.path.normpath(one) == os.path.normpath(other)


def _span(row: ReviewRow, lines: LineIndex, prose: str) -> Span | None:
    """Return where the word of a row stands, or None if it stands there no longer."""
    try:
        line = lines.line_span(row.line)
    except IndexError:
        return None
    start = line.start + row.column - 1
    span = Span(start, start + len(row.before))
    return span if row.before and span.end <= line.end and span.of(prose) == row.before else None


class _Places:
    """The places of a file that decisions have been written over."""

    def __init__(self, trace: Iterable[Change]) -> None:
        self.decided: dict[Span, ReviewRow] = {}
        self._taken: dict[int, ReviewRow] = {}
        self._changed = {at: change for change in trace for at in range(*change.span)}

    def are_taken(self, span: Span) -> bool:
        """Tell whether a decision stands somewhere in ``span``."""
        return any(at in self._taken for at in range(*span))

    def take(self, row: ReviewRow, span: Span | None) -> str:
        """Write a decision over a place, or say why it cannot be."""
        place = f"{row.path}:{row.line}:{row.column}"
        if span is None:
            return tr(
                "“{text}” stands no longer at {place}; write the review again",
                text=row.before,
                place=place,
            )
        known = self.decided.get(span)
        if known:
            same = known.decision == row.decision
            return (
                ""
                if same
                else tr(
                    "{place} is decided otherwise in line {line}",
                    place=place,
                    line=known.number,
                )
            )
        for at in range(*span):
            if at in self._taken:
                return tr(
                    "{place} overlaps the place of line {line}",
                    place=place,
                    line=self._taken[at].number,
                )
            change = self._changed.get(at)
            if change and not (span.start <= change.span.start and change.span.end <= span.end):
                return tr(
                    "{place} is inside “{text}” now; write the review again",
                    place=place,
                    text=change.before,
                )
        self.decided[span] = row
        self._taken.update(dict.fromkeys(range(*span), row))
        return ""
