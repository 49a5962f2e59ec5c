"""The sidecar of a conversion: what it was made from, piece by piece.

It lies beside the output and holds both texts: what they share once, and for every
change what stood there before and what stands there now. So each text can be had from
it, whatever has become of the files, and both are verified by their hashes.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from termkit.engine.alignment import align
from termkit.engine.collect import SIDECAR_SUFFIX
from termkit.engine.sequences import Block, shared_text
from termkit.errors import InputError
from termkit.foreign import said
from termkit.locales import get_chinese
from termkit.messages import tr
from termkit.model.change import Change, replay
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.text import Span

LAYER = "sidecar"
"""The layer of a change that a sidecar knows."""

FORMAT = 1
_WHAT = "termkit sidecar"  # not shown
_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Piece(NamedTuple):
    """What stands in the source and what stands for it in the target; equal where nothing changed."""

    before: str
    after: str


@dataclass(frozen=True)
class Sidecar:
    """A conversion that can be gone back: its locales, and the pieces of both texts in order."""

    source: str
    target: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(
        cls, source: str, target: str, text: str, trace: Iterable[Change], result: str
    ) -> "Sidecar":
        """Keep the conversion of ``text`` from one locale to another, and its result.

        What ``trace`` does not tell of the way to the result is found by comparing.
        """
        changes = completed(text, tuple(trace), result)
        return cls(source, target, tuple(_pieces(text, changes)))

    @cached_property
    def source_text(self) -> str:
        """The text that was converted."""
        return "".join(piece.before for piece in self.pieces)

    @cached_property
    def target_text(self) -> str:
        """The text that the conversion wrote."""
        return "".join(piece.after for piece in self.pieces)

    @cached_property
    def changes_back(self) -> tuple[Change, ...]:
        """The changes that lead from the written text back to the source."""
        found: list[Change] = []
        at = 0
        for before, after in self.pieces:
            end = at + len(after)
            if before != after:
                found.append(Change(Span(at, end), after, before, LAYER))
            at = end
        return tuple(found)

    def dump(self) -> bytes:
        """Return the sidecar as JSON, one line of the text a line."""
        head = {
            "what": _WHAT,
            "format": FORMAT,
            "source": self.source,
            "target": self.target,
            "source_sha256": _hash(self.source_text),
            "target_sha256": _hash(self.target_text),
        }
        first = json.dumps(head, indent=1).removesuffix("\n}")
        rows = ",\n".join(map(_dump_row, _rows(self.pieces)))
        return f'{first},\n "pieces": [\n{rows}\n ]\n}}\n'.encode("utf-8", "surrogatepass")

    @classmethod
    def load(cls, data: bytes, path: str) -> "Sidecar":
        """Read a sidecar; raise InputError where it is damaged or none at all."""
        try:
            found = json.loads(data.decode("utf-8", "surrogatepass"))
            if found["what"] != _WHAT:
                raise ValueError(tr("it says that it is {found!r}", found=found["what"]))
            if found["format"] != FORMAT:
                message = tr(
                    "is of format {found!r}, which this termkit does not read",
                    found=found["format"],
                )
                raise InputError(Problem(path, 0, "", message))
            source, target = (get_chinese(found[name]).tag for name in ("source", "target"))
            pieces = (_piece(cell) for row in found["pieces"] for cell in row)
            sidecar = cls(source, target, tuple(pieces))
            for name, text in (("source", sidecar.source_text), ("target", sidecar.target_text)):
                if found[f"{name}_sha256"] != _hash(text):
                    raise ValueError(tr("the {name} text is not the one that was kept", name=name))
        except KeyError as error:
            raise _damaged(path, tr("{key} is missing", key=error)) from None
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise _damaged(path, said(error)) from None
        return sidecar


def sidecar_path(path: Path) -> Path:
    """Return where the sidecar of a file is."""
    return path.with_name(path.name + SIDECAR_SUFFIX)


def completed(text: str, trace: tuple[Change, ...], result: str) -> tuple[Change, ...]:
    """Return a trace that leads from ``text`` to ``result``: the given one, with what it lacks."""
    first = replay(text, trace)
    return trace if first == result else tuple(_composed(text, trace, first, result))


class _Step(NamedTuple):
    """A change seen from the text between two steps: what the first and the last text have more of."""

    span: Span
    in_first: int
    in_last: int


def _composed(text: str, trace: Iterable[Change], middle: str, result: str) -> Iterator[Change]:
    """Yield the changes of two steps as one: from ``text`` to ``middle``, and on to ``result``."""
    steps: list[_Step] = []
    shift = 0
    for change in trace:
        start = change.span.start + shift
        longer = len(change.before) - len(change.after)
        steps.append(_Step(Span(start, start + len(change.after)), longer, 0))
        shift -= longer
    old = new = 0
    for block in (*_common(middle, result), Block(len(middle), len(result), 0)):
        if old < block.old or new < block.new:
            longer = (block.new - new) - (block.old - old)
            steps.append(_Step(Span(old, block.old), 0, longer))
        old, new = block.old + block.size, block.new + block.size
    left = right = 0
    for group in _overlapping(steps):
        start, end = group[0].span.start, max(step.span.end for step in group)
        first, last = start + left, start + right
        left += sum(step.in_first for step in group)
        right += sum(step.in_last for step in group)
        span = Span(first, end + left)
        yield Change(span, span.of(text), result[last : end + right], LAYER)


def _common(old: str, new: str) -> Iterator[Block]:
    """Yield what two texts share; line by line where none came or went, so that equal lines are cut alike."""
    ours, theirs = _LINE.findall(old), _LINE.findall(new)
    if len(ours) != len(theirs):
        yield from align(old, new)
        return
    left = right = 0
    for one, other in zip(ours, theirs, strict=True):
        yield from (Block(left + a, right + b, size) for a, b, size in shared_text(one, other))
        left, right = left + len(one), right + len(other)


def _overlapping(steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    group: list[_Step] = []
    end = 0
    for step in sorted(steps):
        if group and step.span.start >= end:
            yield group
            group = []
        group.append(step)
        end = max(end, step.span.end)
    if group:
        yield group


def _pieces(text: str, changes: Iterable[Change]) -> Iterator[Piece]:
    """Cut a text into what stays, line by line, and what changes; no piece is nothing in the target."""
    pieces: list[Piece] = []
    dropped = ""
    for before, after in _raw_pieces(text, changes):
        if not after:
            dropped += before
        elif dropped and before == after:
            # What has no counterpart goes with the character after it.
            pieces.append(Piece(dropped + before[0], after[0]))
            pieces += [Piece(after[1:], after[1:])] * (len(after) > 1)
            dropped = ""
        else:
            pieces.append(Piece(dropped + before, after))
            dropped = ""
    if dropped and pieces:
        before, after = pieces.pop()
        pieces.append(Piece(before + dropped, after))
    elif dropped:
        pieces.append(Piece(dropped, ""))
    yield from pieces


def _raw_pieces(text: str, changes: Iterable[Change]) -> Iterator[Piece]:
    at = 0
    for change in changes:
        yield from (Piece(line, line) for line in _LINE.findall(text, at, change.span.start))
        if change.before != change.after:
            yield Piece(change.before, change.after)
            at = change.span.end
        else:
            at = change.span.start
    yield from (Piece(line, line) for line in _LINE.findall(text, at))


def _rows(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line."""
    row: list[Piece] = []
    for piece in pieces:
        row.append(piece)
        if piece.before == piece.after and piece.after.endswith(("\r", "\n")):
            yield row
            row = []
    if row:
        yield row


def _dump_row(row: Iterable[Piece]) -> str:
    cells = [before if before == after else [before, after] for before, after in row]
    return f"  {json.dumps(cells, ensure_ascii=False)}"


def _piece(cell: Any) -> Piece:
    before, after = (cell, cell) if isinstance(cell, str) else cell
    if not (isinstance(before, str) and isinstance(after, str)):
        raise TypeError(tr("{value!r} is no piece of text", value=cell))
    return Piece(before, after)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _damaged(path: str, reason: str) -> InputError:
    message = tr(
        "is no sidecar of termkit, or is damaged ({reason}); restore the file, "
        "or convert without --sidecar",
        reason=reason,
    )
    return InputError(Problem(path, 0, "", message))
