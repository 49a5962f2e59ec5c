"""Catalogues that are written back byte for byte, but for the entries that have changed.

A catalogue is its entries, each with the text that it was read from. What nobody changed is
written as it stands in the file: its order, its wrapping, its comments, its encoding, a byte
order mark, its line ends. Entries are values: to change one is to put another in its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from termkit.errors import InputError
from termkit.files import BOM, encode, read_bytes, write_atomic
from termkit.messages import tr
from termkit.patterns import regex
from termkit.po.charset import codec_of, decode_catalogue
from termkit.po.message import Key, Message, read_message
from termkit.po.syntax import entries
from termkit.po.writer import render, revise
from termkit.problems import Problem
from termkit.text import LineIndex, line_start

_REST = regex(r"[ \t]*(?:\r\n|\r|\n|\Z)")


@dataclass(slots=True, eq=False)
class Item:
    """An entry in its file: what it says now and said when it was read, and the text of that.

    ``gap`` is what stood between it and ``follows``, the entry before it.
    """

    message: Message
    read: Message | None = None
    raw: str = ""
    gap: str = ""
    follows: "Item | None" = None
    line: int = 0

    def text(self, newline: str) -> str:
        """Return its lines."""
        if self.read is None:
            return render(self.message, newline)
        return (
            self.raw
            if self.message == self.read
            else revise(self.raw, self.read, self.message, newline)
        )


class Catalog:
    """The entries of a catalogue, in order. ``items`` may be changed, moved, added, taken out."""

    def __init__(self, path: str = "", encoding: str = "utf-8", newline: str = "\n") -> None:
        """Make an empty catalogue."""
        self.path = path
        self.encoding = encoding
        self.newline = newline
        self.items: list[Item] = []
        self._before = ""
        self._tail = ""

    @classmethod
    def parse(cls, source: str, path: str) -> "Catalog":
        """Read a catalogue; raise InputError at the first fault of its syntax."""
        catalog = cls(path, codec_of(source) or "utf-8", "\r\n" if "\r\n" in source else "\n")
        catalog._before = BOM if source.startswith(BOM) else ""
        done = len(catalog._before)
        previous: Item | None = None
        lines = LineIndex(source)
        for entry in entries(source, path):
            first = entry.comments[0].start if entry.comments else entry.start
            start = max(done, line_start(source, min(first, entry.start)))
            end = _line_end(source, entry.end)
            message = read_message(source, entry)
            line = lines.position(entry.start).line
            item = Item(message, message, source[start:end], source[done:start], previous, line)
            catalog.items.append(item)
            previous, done = item, end
        catalog._tail = source[done:]
        return catalog

    @classmethod
    def load(cls, path: Path) -> "Catalog":
        """Read the catalogue at ``path``; raise InputError where that can't be done."""
        data = read_bytes(path)
        if b"\0" in data:
            line = data[: data.index(b"\0")].count(b"\n") + 1
            message = tr("holds a NUL byte, so it is no catalogue; restore it from a copy")
            raise InputError(Problem(path.as_posix(), line, "", message))
        return cls.parse(decode_catalogue(data, path.as_posix()), path.as_posix())

    @property
    def header(self) -> Message | None:
        """The entry that tells of the catalogue."""
        return next((item.message for item in self.items if item.message.is_header), None)

    @property
    def messages(self) -> Iterator[Message]:
        """The entries that are neither header nor obsolete."""
        for item in self.items:
            if not item.message.obsolete and not item.message.is_header:
                yield item.message

    def by_key(self, *, obsolete: bool = False) -> dict[Key, Item]:
        """Return the entries, or the obsolete ones, by what tells them apart.

        Raises InputError where two live entries are the same.
        """
        found: dict[Key, Item] = {}
        for item in self.items:
            message = item.message
            if message.is_header or message.obsolete != obsolete:
                continue
            if message.key in found and not obsolete:
                first = found[message.key].line
                fault = tr(
                    "has the same original as the entry in line {line}; join them with: msguniq",
                    line=first,
                )
                raise InputError(Problem(self.path, item.line, "", fault))
            found[message.key] = item
        return found

    def set_header(self, message: Message) -> None:
        """Put the header in its place, or in front."""
        for item in self.items:
            if item.message.is_header:
                item.message = message
                return
        self.items.insert(0, Item(message))

    def arrange(self, items: Iterable[Item]) -> None:
        """Take these entries, in this order, behind the header."""
        header = [item for item in self.items if item.message.is_header]
        self.items = [*header, *items]

    def render(self) -> str:
        """Return the text of the catalogue."""
        pieces = [self._before]
        previous: Item | None = None
        for item in self.items:
            stays = item.read is not None and item.follows is previous
            pieces.append(item.gap if stays else self.newline if previous else "")
            begun = previous is not None and not "".join(pieces[-2:]).endswith(("\n", "\r"))
            if begun and (not stays or item.message != item.read):
                pieces.append(self.newline)
            if begun and not stays:
                pieces.append(self.newline)
            pieces.append(item.text(self.newline))
            previous = item
        return "".join((*pieces, self._tail))

    def data(self) -> bytes:
        """Return the bytes of the file; raise InputError where its encoding lacks something."""
        return encode(self.render(), self.encoding, self.path)

    def save(self, path: Path) -> bool:
        """Write the catalogue, atomically; return whether the file changed."""
        return write_atomic(path, self.data())


def _line_end(source: str, at: int) -> int:
    """Return where the line of an offset ends, or the offset if something else follows there."""
    match = _REST.match(source, at)
    return match.end() if match else at
