"""The way back: an edited conversion becomes its source again, but for what was edited.

What the editor left alone becomes what it was made from. The rest is converted, in
the context that it has now. Between the two, a word that was converted as one and
reaches into an edit counts as edited, and so does what stands next to an edit and is
read otherwise since: 后 is 後 in 以后, and stays in 皇后.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from termkit.convert.converter import Conversion
from termkit.engine.alignment import align
from termkit.engine.sequences import Block
from termkit.engine.sidecar import Sidecar, completed
from termkit.errors import InputError
from termkit.messages import tr
from termkit.model.change import Change, replay
from termkit.model.document import Document
from termkit.problems import Problem
from termkit.readers import read_document
from termkit.text import HAN_RE, MASK, Span

_ENOUGH = 20
"""How many Han characters a text has whose sidecar can be told to be of another one."""

_EDITED = -1


class MisfitError(InputError):
    """A sidecar that was written for another text."""


def restore(
    document: Document,
    sidecar: Sidecar,
    convert: Callable[[Document], Conversion],
    read: Callable[[str, str], Document] = read_document,
) -> Conversion:
    """Return what ``document``, a conversion that was edited since, is in the source's locale.

    ``convert`` converts a document into that locale, ``read`` makes one of a text and its
    path. Raises MisfitError where hardly anything of the text that the sidecar was
    written for is left.
    """
    written, edited = sidecar.target_text, document.source
    if edited == written:
        return Conversion(sidecar.source_text, sidecar.changes_back)
    pairs = _Pairs(written, sidecar.changes_back)
    blocks = align(written, edited, pairs.reading)
    if not _fits(written, edited, blocks):
        message = tr("the sidecar was written for another text")
        raise MisfitError(Problem(document.path, 0, "", message))
    anew = convert(document)
    now = _Reading(edited, document.prose, completed(edited, anew.trace, anew.text))
    places = _Places(now, _reading(written, document.path, convert, read))
    places.keep(blocks, pairs)
    places.spread()
    trace = tuple(places.changes())
    doubts = tuple(doubt for doubt in anew.doubts if places.is_edited(doubt.span))
    return Conversion(replay(edited, trace), trace, doubts)


def _fits(written: str, edited: str, blocks: Iterable[Block]) -> bool:
    left = sum(_han(edited[block.new : block.new + block.size]) for block in blocks)
    known = min(_han(written), _han(edited))
    return known < _ENOUGH or left * 10 >= known


def _han(text: str) -> int:
    return len(HAN_RE.findall(text))


def _reading(
    text: str,
    path: str,
    convert: Callable[[Document], Conversion],
    read: Callable[[str, str], Document],
) -> "_Reading":
    try:
        document = read(text, path)
    except InputError:  # written under another name, in a format that has stricter rules
        return _Reading(text, MASK * len(text), ())
    done = convert(document)
    return _Reading(text, document.prose, completed(text, done.trace, done.text))


@dataclass(frozen=True)
class _Pairs:
    """What the conversion changed, seen from the text that it wrote."""

    written: str
    changes: tuple[Change, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [change.span.start for change in self.changes]

    def touching(self, span: Span) -> Iterator[Change]:
        """Yield the changes that have a character in ``span``."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for at in range(first, bisect_left(self._starts, span.end)):
            if self.changes[at].span.end > span.start:
                yield self.changes[at]

    def reading(self, span: Span) -> str:
        """Return what a span of the written text was made from, as far as it says."""
        pieces: list[str] = []
        at = span.start
        for change in self.touching(span):
            pieces += (self.written[at : change.span.start], change.after)
            at = change.span.end
        return "".join((*pieces, self.written[at : span.end]))


@dataclass(frozen=True)
class _Reading:
    """A text, its prose, and what a converter makes of it."""

    text: str
    prose: str
    trace: tuple[Change, ...]

    @cached_property
    def changes(self) -> dict[int, Change]:
        """The change at each place."""
        return {at: change for change in self.trace for at in range(*change.span)}

    def outcome(self, at: int) -> object:
        """Return what becomes of a character; of a word of another length, what becomes of all."""
        change = self.changes.get(at)
        if change is None:
            return self.text[at]
        if len(change.before) == len(change.after):
            return change.after[at - change.span.start]
        return change.before, change.after, at - change.span.start


class _Places:
    """Each place of the edited text: what it was in the written one, or that it is edited."""

    def __init__(self, now: _Reading, then: _Reading) -> None:
        self._now = now
        self._then = then
        self._origins = [_EDITED] * len(now.text)
        self._kept: dict[int, Change] = {}

    def keep(self, blocks: Iterable[Block], pairs: _Pairs) -> None:
        """Take what stands in ``blocks`` for kept, but for changes that are cut by their edges."""
        for old, new, size in blocks:
            self._origins[new : new + size] = range(old, old + size)
            for change in pairs.touching(Span(old, old + size)):
                start, end = change.span.start - old + new, change.span.end - old + new
                if start < new or end > new + size:
                    start, end = max(start, new), min(end, new + size)
                    self._origins[start:end] = [_EDITED] * (end - start)
                else:
                    moved = Change(Span(start, end), change.before, change.after, change.layer)
                    self._kept |= dict.fromkeys(range(start, end), moved)

    def spread(self) -> None:
        """Count as edited what is converted together with an edit, or is read otherwise beside one."""
        origins = self._origins
        waiting = [at for at, origin in enumerate(origins) if origin == _EDITED]
        ends = [-1, *origins, len(self._then.text)]
        for at, (before, after) in enumerate(pairwise(ends)):
            if before + 1 != after and _EDITED not in origins[max(at - 1, 0) : at + 1]:
                self._ask((at - 1, at), waiting)  # something was taken out here
        done: set[Span] = set()
        while waiting:
            at = waiting.pop()
            for change in (self._now.changes.get(at), self._kept.get(at)):
                if change and change.span not in done:
                    self._edit(range(*change.span), waiting)
            self._ask((at - 1, at + 1), waiting)

    def _edit(self, places: Iterable[int], waiting: list[int]) -> None:
        for at in places:
            if self._origins[at] != _EDITED:
                self._origins[at] = _EDITED
                waiting.append(at)

    def _ask(self, places: Iterable[int], waiting: list[int]) -> None:
        """Count those of ``places``, next to an edit, as edited that are read otherwise now."""
        known = range(len(self._origins))
        self._edit([at for at in places if at in known and self._is_read_otherwise(at)], waiting)

    def _is_read_otherwise(self, at: int) -> bool:
        before = self._origins[at]
        if before == _EDITED or MASK in (self._now.prose[at], self._then.prose[before]):
            return False
        return self._now.outcome(at) != self._then.outcome(before)

    def is_edited(self, span: Span) -> bool:
        """Tell whether a span is edited; one of no length, whether it stands in what is."""
        start, end = span if span.end > span.start else (max(span.start - 1, 0), span.end + 1)
        return all(origin == _EDITED for origin in self._origins[start:end])

    def changes(self) -> list[Change]:
        """Return the changes that are left: what is kept goes back, what is edited is converted."""
        kept = dict.fromkeys(self._kept.values())
        back = [change for change in kept if self._origins[change.span.start] != _EDITED]
        anew = [change for change in self._now.trace if self.is_edited(change.span)]
        return sorted([*back, *anew], key=lambda change: change.span)
