"""From the offsets of a parser that counts bytes to those of a text that counts code points."""

from termkit.text import Span


class Offsets:
    """Turns offsets into ``data``, UTF-8, into those of the text that has it behind ``shift`` others.

    It decodes what lies between two offsets, so they should be asked for in order.
    """

    def __init__(self, data: bytes, shift: int) -> None:
        self._data = data
        self._byte = 0
        self._char = shift

    def at(self, byte: int) -> int:
        """Return the offset of the code point that a byte belongs to."""
        last = self._byte
        if byte > last:
            self._char += len(self._data[last:byte].decode("utf-8", "replace"))
        elif byte < last:
            self._char -= len(self._data[byte:last].decode("utf-8", "replace"))
        self._byte = byte
        return self._char

    def span(self, start: int, end: int) -> Span:
        """Return the span of a range of bytes."""
        return Span(self.at(start), self.at(end))
