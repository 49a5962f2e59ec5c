"""The syntax of gettext catalogues: where the strings and comments of each entry stand.

What ``msgfmt`` would refuse for its syntax is refused here too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from termkit.errors import InputError
from termkit.files import BOM
from termkit.messages import tr
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.text import LineIndex, Span, line_start

_TOKEN = regex(
    r"(?P<space>\s+)|(?P<comment>#[^\r\n]*)"
    r'|"(?P<string>(?:[^"\\\r\n]|\\[^\r\n])*)"'
    r"|(?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)\b[ \t]*(?P<index>\[[ \t]*[0-9]+[ \t]*\])?"
)
ESCAPE = regex(r"\\(?:(?P<code>[0-7]{1,3}|x[0-9A-Fa-f]+)|(?P<one>.))", re.DOTALL)
ESCAPED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    '"': '"',
    "\\": "\\",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}
OBSOLETE = "#~"
_OBSOLETE = regex(r"^([ \t]*)#~(\|?)", re.MULTILINE)


@dataclass(slots=True)
class Entry:
    """The strings of one entry by keyword, each a span between its quotes.

    ``comments`` stand above it, ``start`` is where its first keyword stands.
    """

    fields: dict[str, list[Span]] = field(default_factory=dict)
    comments: list[Span] = field(default_factory=list)
    start: int = 0
    obsolete: bool = False

    @property
    def end(self) -> int:
        """Where its last string ends, the quote included."""
        return max(span.end for spans in self.fields.values() for span in spans) + 1

    @property
    def is_header(self) -> bool:
        """Whether it is the entry that tells of the catalogue."""
        return (
            not self.obsolete
            and "msgctxt" not in self.fields
            and all(span.start == span.end for span in self.fields["msgid"])
        )


def entries(source: str, path: str) -> Iterator[Entry]:
    """Yield the entries of a catalogue; raise InputError at the first fault of its syntax.

    Obsolete ones are among them.
    """
    return _Scanner(source, path).entries()


def unescape(text: str) -> str:
    """Return what a string says, its escapes resolved."""
    return ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match["code"]
    if code is None:
        return ESCAPED.get(match["one"], "")
    value = int(code[1:], 16) if code[0] == "x" else int(code, 8)
    return chr(value & 0xFF)


class _Scanner:
    """Cuts a catalogue into entries, and says where it is none."""

    def __init__(self, source: str, path: str) -> None:
        # Obsolete entries are read like others: their marks are hidden, and nothing moves.
        self._written = source
        self._source = _OBSOLETE.sub(_unmarked, source) if OBSOLETE in source else source
        self._path = path

    def entries(self) -> Iterator[Entry]:
        entry, name, opened = Entry(), "", 0
        comments: list[Span] = []
        for match in self._tokens():
            if match.lastgroup == "comment":
                comments.append(Span(*match.span()))
                continue
            if match.lastgroup == "string":
                if not name:
                    raise self._fault(match.start(), tr("text outside of any msgid or msgstr"))
                entry.fields.setdefault(name, []).append(Span(*match.span("string")))
                continue
            if name and name not in entry.fields:
                raise self._fault(opened, tr("{keyword} without a string", keyword=name))
            keyword = match["keyword"]
            # A context opens an entry, and so does an original that has none before it.
            if keyword in {"msgctxt", "domain"} or (
                keyword == "msgid" and entry.fields.keys() - {"msgctxt"}
            ):
                yield from self._finished(entry, match.start())
                entry = Entry()
            if not entry.fields:
                entry.start = match.start()
                entry.obsolete = self._is_obsolete(match.start())
            if comments:
                entry.comments += comments
                comments = []
            name, opened = keyword + "".join((match["index"] or "").split()), match.start()
            self._check(entry, keyword, name, opened)
        if name and name not in entry.fields:
            raise self._fault(opened, tr("{keyword} without a string", keyword=name))
        yield from self._finished(entry, len(self._source))

    def _is_obsolete(self, at: int) -> bool:
        if self._source is self._written:
            return False
        return self._written[line_start(self._written, at) : at].lstrip().startswith(OBSOLETE)

    def _check(self, entry: Entry, keyword: str, name: str, at: int) -> None:
        fields = entry.fields
        if keyword in {"msgid_plural", "msgstr"} and "msgid" not in fields:
            raise self._fault(at, tr("{keyword} without a msgid before it", keyword=keyword))
        if name in fields:
            raise self._fault(at, tr("{keyword} twice in one entry", keyword=name))
        if keyword == "msgid_plural" and any(each.startswith("msgstr") for each in fields):
            raise self._fault(at, tr("msgid_plural after a msgstr"))
        if keyword == "msgstr" and (name != keyword) != ("msgid_plural" in fields):
            raise self._fault(
                at,
                tr("{keyword} does not fit: msgid_plural needs msgstr[0]", keyword=name)
                if name == keyword
                else tr("{keyword} does not fit: msgid_plural is missing", keyword=name),
            )

    def _finished(self, entry: Entry, at: int) -> Iterator[Entry]:
        if not entry.fields or "domain" in entry.fields:
            return
        if not any(name.startswith("msgstr") for name in entry.fields):
            place = max(span.end for spans in entry.fields.values() for span in spans)
            raise self._fault(min(place, at), tr("entry without a msgstr"))
        yield entry

    def _tokens(self) -> Iterator[re.Match[str]]:
        source = self._source
        at = 1 if source.startswith(BOM) else 0
        while at < len(source):
            match = _TOKEN.match(source, at)
            if not match:
                quoted = source[at] == '"'
                reason = tr("string without a closing quote") if quoted else tr("is not PO syntax")
                raise self._fault(at, reason)
            if match["string"] is not None:
                self._check_escapes(Span(*match.span("string")))
            if match["space"] is None:
                yield match
            at = match.end()

    def _check_escapes(self, span: Span) -> None:
        for match in ESCAPE.finditer(self._source, *span):
            if match["one"] and match["one"] not in ESCAPED:
                raise self._fault(
                    match.start(), tr("{text} is no escape that gettext knows", text=match[0])
                )

    def _fault(self, at: int, message: str) -> InputError:
        return InputError(
            Problem(self._path, LineIndex(self._source).position(at).line, "", message)
        )


def _unmarked(match: re.Match[str]) -> str:
    return f"{match[1]} #|" if match[2] else f"{match[1]}  "
