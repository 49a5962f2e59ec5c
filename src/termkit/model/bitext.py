"""Texts beside their translations, as the bilingual checks see them."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from termkit.text import MASK, Span

MARKDOWN = "markdown-text"
"""The flag of a text in Markdown, as gettext names it."""


class Piece(NamedTuple):
    """What begins at ``at`` of a text: characters as they stand in the file, or one escape."""

    at: int
    place: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A text without the escapes and line breaks of its file, and where it stands there.

    ``pieces`` are in order; one whose place is longer than its text is an escape, for
    one character. ``masks`` are the parts of ``text`` that are no prose, in order and
    disjoint. ``field`` is the place of the whole with its quotes.
    """

    text: str
    pieces: tuple[Piece, ...]
    field: Span
    masks: tuple[Span, ...] = ()

    @property
    def prose(self) -> str:
        """The text with what is not prose masked; offsets are the same."""
        pieces: list[str] = []
        at = 0
        for start, end in self.masks:
            pieces += (self.text[at:start], MASK * (end - start))
            at = end
        return "".join((*pieces, self.text[at:]))

    @property
    def whole(self) -> Span:
        """Where the text stands in the file, line breaks between its parts included."""
        if not self.text:
            return self.field
        return self.place(Span(0, len(self.text)))

    def place(self, span: Span) -> Span:
        """Return where a part of the text, which is not empty, stands in the file."""
        first, last = self._piece(span.start), self._piece(span.end - 1)
        start, end = first.place.start, last.place.end
        if self._is_literal(first):
            start += span.start - first.at
        if self._is_literal(last):
            end = last.place.start + span.end - last.at
        return Span(start, end)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.at) - 1]

    def _is_literal(self, piece: Piece) -> bool:
        following = bisect_right(self.pieces, piece.at, key=lambda each: each.at)
        end = self.pieces[following].at if following < len(self.pieces) else len(self.text)
        return end - piece.at == piece.place.end - piece.place.start


@dataclass(frozen=True, slots=True)
class Pair:
    """A translation and the text, or the two texts for one and for many, that it is of.

    ``flags`` say in which syntax its placeholders are, as gettext names it.
    """

    sources: tuple[Passage, ...]
    target: Passage
    flags: frozenset[str] = frozenset()

    @property
    def is_translated(self) -> bool:
        """Whether there is a translation."""
        return bool(self.target.text.strip())


class PluralEntry(NamedTuple):
    """The numbers of an entry's translations for one and for many, and where the first one stands."""

    numbers: tuple[int, ...]
    place: Span


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a catalogue says of plurals: the header's field with its place, and who has them."""

    language: str
    plural_forms: str | None
    place: Span
    plurals: tuple[PluralEntry, ...]


@dataclass(frozen=True, slots=True)
class Bitext:
    """The translations of a document, in order of position.

    ``locale`` is that of the sources, "" where there is none; ``catalogue`` is there
    for a document that holds its own sources.
    """

    pairs: tuple[Pair, ...] = ()
    locale: str = ""
    catalogue: Catalogue | None = None
