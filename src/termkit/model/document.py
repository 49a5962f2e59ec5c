"""A document as the checks and the converter see it: its source and where its prose is."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from termkit.patterns import regex
from termkit.text import MASK, Span

_DATE = regex(r"(\d{4})[-/.年](1[0-2]|0?[1-9])[-/.月](3[01]|[12]\d|0?[1-9])(?!\d)")

_HIDDEN = regex(r"[^\r\n]")


class Segment(NamedTuple):
    """A run of prose: one paragraph, heading, table cell, front-matter value.

    ``span`` is its range in the source, inline markup included; ``masks`` are the
    ranges inside it that are not prose (code, URLs, tags), in order and disjoint.
    """

    span: Span
    kind: str
    masks: tuple[Span, ...] = ()


DIRECTIVES = ("ignore", "ignore-line", "off", "on")
"""What a comment can tell the checks."""


@dataclass(frozen=True, slots=True)
class Directive:
    """What a comment tells the checks: ``verb`` is what it asks for, for findings in ``scope``.

    ``check`` is the check that it names, "" where it means all; ``span`` is where the
    name stands, or else the comment. A verb that nobody knows has no scope.
    """

    verb: str
    check: str
    span: Span
    scope: Span


@dataclass(frozen=True)
class Document:
    """A text with its prose marked.

    ``path`` is how the user named it; ``locale`` is "" where no sidecar has told it;
    ``declared`` is the locale that the file itself claims, as written there, and
    ``labels`` are the places where it names a locale as its own, in order and disjoint;
    ``encoding`` is the codec that the file was read with, and is written back with;
    ``directives`` are what its comments tell the checks;
    ``domain`` is what texts of this format are about, where the format tells.
    """

    path: str
    source: str
    segments: tuple[Segment, ...]
    locale: str = ""
    declared: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    labels: tuple[Span, ...] = ()
    directives: tuple[Directive, ...] = ()
    domain: str = ""

    @property
    def date(self) -> str:
        """The day that the document says it is from, as 2025-01-20; "" where it does not say."""
        found = _DATE.match(self.metadata.get("date", "").strip())
        return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}" if found else ""

    @cached_property
    def prose(self) -> str:
        """The source with every code point that is not prose masked; offsets are the same.

        Line breaks stay, so that nothing is ever matched across two lines.
        """
        whole = Span(0, len(self.source))
        if len(self.segments) == 1 and self.segments[0] == Segment(whole, self.segments[0].kind):
            return self.source
        source = self.source
        pieces: list[str] = []
        done = at = 0  # up to ``at`` nothing is hidden that is not among the pieces
        for (start, end), _, masks in (*self.segments, Segment(Span(len(source), 0), "")):
            hidden = source[at:start]
            if hidden.strip("\r\n"):
                pieces += (source[done:at], _masked(hidden))
                done = start
            for mask in masks:
                pieces += (source[done : mask.start], _masked(mask.of(source)))
                done = mask.end
            at = end
        pieces.append(source[done:])
        return "".join(pieces)


def _masked(hidden: str) -> str:
    # Line breaks are not printable.
    return MASK * len(hidden) if hidden.isprintable() else _HIDDEN.sub(MASK, hidden)


@dataclass(frozen=True, slots=True)
class Reader:
    """A file format: how it is called, its suffixes, and the function that marks its prose.

    ``parse(source, path)`` raises InputError where the text is not of the format, and
    so does ``decode(data, path)``, which formats have that say in which encoding they
    are. Files of a format that is not ``walked`` are read when they are named, but
    not looked for in a directory: most of those are configuration or data. A format
    with named columns has ``parse_columns(source, path, columns)``, which takes these only.
    """

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[str, str], Document]
    decode: Callable[[bytes, str], str] | None = None
    walked: bool = True
    parse_columns: Callable[[str, str, Collection[str]], Document] | None = None
