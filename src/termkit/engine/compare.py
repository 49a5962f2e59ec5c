"""Where termkit's conversion differs from the reference converter's, and what decided ours."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from termkit.convert.converter import Conversion, Converter
from termkit.convert.places import Place
from termkit.convert.reference import Reference
from termkit.engine.converting import ConvertedFile, Converters, Labels
from termkit.engine.labels import LOCALE
from termkit.engine.origins import Origins
from termkit.messages import mark, tr
from termkit.model.change import Change
from termkit.model.document import Document
from termkit.text import LINE_BREAK, LineIndex, Span

UNTOUCHED = mark("no entry: left as it is")
"""What decided where termkit has nothing to say and the reference changed something."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the two converters differ, and what decided termkit's value."""

    line: int
    column: int
    source: str
    reference: str
    termkit: str
    decision: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the source that one entry, or none, decided, and what termkit writes for it."""

    span: Span
    output: str
    decision: str = ""


@cache
def _reference(source: str, target: str) -> Reference:
    return Reference(source, target)


def convert_by_reference(
    document: Document, converter: Converter, labels: Labels = ()
) -> Conversion:
    """Convert a document as the reference does; it tells no trace."""
    reference = _reference(converter.source, converter.target)
    pieces: list[str] = []
    at = 0
    for label in labels:
        before = Span(at, label.span.start)
        converted = reference.convert(before.of(document.prose), before.of(document.source))
        pieces += (converted, label.after)
        at = label.span.end
    pieces.append(reference.convert(document.prose[at:], document.source[at:]))
    return Conversion("".join(pieces), ())


def compare_file(
    file: ConvertedFile, converters: Converters, origins: Origins
) -> tuple[Difference, ...]:
    """Return where a converted file differs from what the reference makes of it."""
    document = file.document
    if document is None:
        return ()
    converter, _ = converters.for_document(document)
    labels = tuple(change for change in file.trace if change.layer == LOCALE)
    theirs = convert_by_reference(document, converter, labels).text
    if theirs == file.text:
        return ()
    places = converter.places(document.prose, document.domain)
    pieces = list(_pieces(document.source, file, places, origins))
    lines = LineIndex(document.source)
    found: list[Difference] = []
    at = 0
    for number, line in enumerate(LINE_BREAK.split(theirs), 1):
        end = lines.line_span(number).end
        first = at
        while at < len(pieces) and pieces[at].span.end <= end:
            at += 1
        for span, reference, ours, decision in _differences(pieces[first:at], line):
            source = span.of(document.source)
            place = lines.position(span.start)
            found.append(Difference(*place, source, reference, ours, decision))
    return tuple(found)


def _pieces(
    source: str, file: ConvertedFile, places: Iterable[Place], origins: Origins
) -> Iterator[_Piece]:
    """Cut the source into what was decided as one; what nothing touched goes by characters."""

    def tell(found: Change | Place, before: str, after: str) -> str:
        locale = file.source_locale
        return (
            f"{tr(found.layer)}: {origins.tell(found.layer, found.origin, before, after, locale)}"
        )

    kept = {p.span: tell(p, p.text, p.value) for p in places if p.value == p.text}
    done = {change.span: change for change in file.trace}
    at = 0
    for span in sorted({*kept, *done}):
        yield from _untouched(source, at, span.start)
        change = done.get(span)
        if change:
            yield _Piece(span, change.after, tell(change, change.before, change.after))
        else:
            yield _Piece(span, span.of(source), tr("{decision} (kept)", decision=kept[span]))
        at = span.end
    yield from _untouched(source, at, len(source))


def _untouched(source: str, start: int, end: int) -> Iterator[_Piece]:
    for at in range(start, end):
        yield _Piece(Span(at, at + 1), source[at])


def _differences(pieces: list[_Piece], theirs: str) -> Iterator[tuple[Span, str, str, str]]:
    """Yield, for one line, the source spans that differ, both values and the decision."""
    while pieces and pieces[-1].output in {"\n", "\r"}:
        pieces = pieces[:-1]
    ours = "".join(piece.output for piece in pieces)
    if ours == theirs:
        return
    equal, touched = _align(ours, theirs)
    at = begin = 0
    group: list[_Piece] = []
    for piece in pieces:
        end = at + len(piece.output)
        if any(offset in touched for offset in range(at, end)) or (at == end and group):
            begin = begin if group else at
            group.append(piece)
        elif group:
            yield _difference(group, ours[begin:at], theirs[_left(equal, begin) : equal[at]])
            group = []
        at = end
    if group:
        yield _difference(group, ours[begin:], theirs[_left(equal, begin) :])


def _align(ours: str, theirs: str) -> tuple[dict[int, int], set[int]]:
    """Return which offsets of ``ours`` stand where in ``theirs``, and which do not, or border on one."""
    equal: dict[int, int] = {}
    touched: set[int] = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            equal |= zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            touched.update(range(i1, i2) if i2 > i1 else (max(i1 - 1, 0),))
    return equal, touched


def _left(equal: dict[int, int], begin: int) -> int:
    """Return where in the reference's line begins what differs from ``begin`` on."""
    return equal[begin - 1] + 1 if begin else 0


def _difference(group: list[_Piece], ours: str, theirs: str) -> tuple[Span, str, str, str]:
    # The alignment may have drawn a neighbour in that both write the same way.
    while len(group) > 1 and group[0].output and theirs.startswith(group[0].output):
        theirs, ours = (text[len(group[0].output) :] for text in (theirs, ours))
        group = group[1:]
    while len(group) > 1 and group[-1].output and theirs.endswith(group[-1].output):
        theirs, ours = (text[: -len(group[-1].output)] for text in (theirs, ours))
        group = group[:-1]
    span = Span(group[0].span.start, group[-1].span.end)
    decisions = dict.fromkeys(piece.decision for piece in group if piece.decision)
    return span, theirs, ours, "; ".join(decisions) or tr(UNTOUCHED)


def count_decisions(differences: Iterable[Difference]) -> list[tuple[str, int]]:
    """Return how many differences each decision is behind, the busiest first."""
    counts = Counter(difference.decision for difference in differences)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def merge_equal(differences: Iterable[Difference]) -> list[tuple[Difference, int]]:
    """Return differences in the order of their first places, equal ones counted."""
    found: dict[tuple[str, ...], tuple[Difference, int]] = {}
    for one in differences:
        key = (one.source, one.reference, one.termkit, one.decision)
        first, count = found.get(key, (one, 0))
        found[key] = (first, count + 1)
    return list(found.values())
