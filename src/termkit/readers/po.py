"""Gettext catalogues: the translations are prose, their placeholders, tags and escapes are not.

A ``msgstr`` over several lines is one segment, whose masks hold the quotes and line
breaks between its strings. Comments, obsolete entries, originals and the header are
left alone. What ``msgfmt`` would refuse for its syntax is refused here too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from termkit.errors import InputError, Problem
from termkit.files import BOM
from termkit.model.document import SOFTWARE, Directive, Document, Reader, Segment
from termkit.readers.charset import codec_of, decode_catalogue
from termkit.readers.directives import MARK, read_directives
from termkit.readers.header import header_labels
from termkit.readers.placeholders import accelerators, placeholders
from termkit.readers.segments import segment
from termkit.text import LineIndex, Span

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<comment>#[^\r\n]*)"
    r'|"(?P<string>(?:[^"\\\r\n]|\\[^\r\n])*)"'
    r"|(?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)\b[ \t]*(?P<index>\[[ \t]*[0-9]+[ \t]*\])?"
)
ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+|(?P<one>.))", re.DOTALL)
_TRANSLATORS = re.compile(r"#\s")
ESCAPED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    '"': '"',
    "\\": "\\",
    **dict.fromkeys("abfv", ""),
}


@dataclass(slots=True)
class Entry:
    """The strings of one entry by keyword, each a span between its quotes.

    ``comments`` stand above it, ``start`` is where its first keyword stands.
    """

    fields: dict[str, list[Span]] = field(default_factory=dict)
    comments: list[Span] = field(default_factory=list)
    start: int = 0

    @property
    def end(self) -> int:
        """Where its last string ends, the quote included."""
        return max(span.end for spans in self.fields.values() for span in spans) + 1

    @property
    def is_header(self) -> bool:
        """Whether it is the entry that tells of the catalogue."""
        return "msgctxt" not in self.fields and all(
            span.start == span.end for span in self.fields["msgid"]
        )


def parse(source: str, path: str) -> Document:
    """Return the document of a catalogue; raise InputError at the first fault of its syntax."""
    segments: list[Segment] = []
    metadata: dict[str, str] = {}
    labels: tuple[Span, ...] = ()
    found = list(entries(source, path))
    for entry in found:
        if entry.is_header:
            if not metadata:
                strings = entry.fields.get("msgstr", [])
                metadata, labels = _header(source, strings), tuple(header_labels(source, strings))
            continue
        for name, strings in entry.fields.items():
            if name.startswith("msgstr"):
                segments += _segment(source, name, strings)
    return Document(
        path,
        source,
        tuple(segments),
        declared=metadata.get("Language", ""),
        metadata=metadata,
        encoding=codec_of(source) or "utf-8",
        labels=labels,
        directives=_directives(source, found),
        domain=SOFTWARE,
    )


def entries(source: str, path: str) -> Iterator[Entry]:
    """Yield the entries of a catalogue; raise InputError at the first fault of its syntax."""
    return _Scanner(source, path).entries()


def _directives(source: str, found: list[Entry]) -> tuple[Directive, ...]:
    """Return what translators' comments tell the checks: of an entry, of all above the header."""
    if MARK not in source:
        return ()
    scopes = {
        comment: Span(0, len(source)) if entry.is_header else Span(entry.start, entry.end)
        for entry in found
        for comment in entry.comments
        if _TRANSLATORS.match(source, comment.start)
    }
    return read_directives(source, scopes, scopes.__getitem__)


class _Scanner:
    """Cuts a catalogue into entries, and says where it is none."""

    def __init__(self, source: str, path: str) -> None:
        self._source = source
        self._path = path

    def entries(self) -> Iterator[Entry]:
        entry, name, opened = Entry(), "", 0
        comments: list[Span] = []
        for match in self._tokens():
            if match.lastgroup == "comment":
                # What stands above an obsolete entry belongs to that.
                comments = [] if match[0].startswith("#~") else [*comments, Span(*match.span())]
                continue
            if match.lastgroup == "string":
                if not name:
                    raise self._fault(match.start(), "text outside of any msgid or msgstr")
                entry.fields.setdefault(name, []).append(Span(*match.span("string")))
                continue
            if name and name not in entry.fields:
                raise self._fault(opened, f"{name} without a string")
            keyword = match["keyword"]
            # A context opens an entry, and so does an original that has none before it.
            if keyword in {"msgctxt", "domain"} or (
                keyword == "msgid" and entry.fields.keys() - {"msgctxt"}
            ):
                yield from self._finished(entry, match.start())
                entry = Entry()
            if not entry.fields:
                entry.start = match.start()
            entry.comments += comments
            comments = []
            name, opened = keyword + "".join((match["index"] or "").split()), match.start()
            self._check(entry, keyword, name, opened)
        if name and name not in entry.fields:
            raise self._fault(opened, f"{name} without a string")
        yield from self._finished(entry, len(self._source))

    def _check(self, entry: Entry, keyword: str, name: str, at: int) -> None:
        fields = entry.fields
        if keyword in {"msgid_plural", "msgstr"} and "msgid" not in fields:
            raise self._fault(at, f"{keyword} without a msgid before it")
        if name in fields:
            raise self._fault(at, f"{name} twice in one entry")
        if keyword == "msgid_plural" and any(each.startswith("msgstr") for each in fields):
            raise self._fault(at, "msgid_plural after a msgstr")
        if keyword == "msgstr" and (name != keyword) != ("msgid_plural" in fields):
            plural = "needs msgstr[0]" if name == keyword else "is missing"
            raise self._fault(at, f"{name} does not fit: msgid_plural {plural}")

    def _finished(self, entry: Entry, at: int) -> Iterator[Entry]:
        if not entry.fields or "domain" in entry.fields:
            return
        if not any(name.startswith("msgstr") for name in entry.fields):
            place = max(span.end for spans in entry.fields.values() for span in spans)
            raise self._fault(min(place, at), "entry without a msgstr")
        yield entry

    def _tokens(self) -> Iterator[re.Match[str]]:
        source = self._source
        at = 1 if source.startswith(BOM) else 0
        while at < len(source):
            match = _TOKEN.match(source, at)
            if not match:
                quoted = source[at] == '"'
                reason = "string without a closing quote" if quoted else "is not PO syntax"
                raise self._fault(at, reason)
            if match["string"] is not None:
                self._check_escapes(Span(*match.span("string")))
            if match["space"] is None:
                yield match
            at = match.end()

    def _check_escapes(self, span: Span) -> None:
        for match in ESCAPE.finditer(self._source, *span):
            if match["one"] and match["one"] not in ESCAPED:
                raise self._fault(match.start(), f"{match[0]} is no escape that gettext knows")

    def _fault(self, at: int, message: str) -> InputError:
        return InputError(
            Problem(self._path, LineIndex(self._source).position(at).line, "", message)
        )


def _segment(source: str, name: str, strings: list[Span]) -> Iterator[Segment]:
    filled = [span for span in strings if span.start < span.end]
    if not filled:
        return
    whole = Span(filled[0].start, filled[-1].end)
    masks = [Span(a.end, b.start) for a, b in pairwise(filled)]
    for span in filled:
        masks += (Span(*match.span()) for match in ESCAPE.finditer(source, *span))
    yield from segment(
        source, whole, name, [*masks, *placeholders(source, whole), *accelerators(source, whole)]
    )


def _header(source: str, strings: list[Span]) -> dict[str, str]:
    text = "".join(span.of(source) for span in strings)
    text = ESCAPE.sub(lambda match: ESCAPED.get(match["one"] or "", ""), text)
    pairs = (line.partition(":") for line in text.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


READER = Reader("po", (".po", ".pot"), parse, decode_catalogue)
