"""The entries of a catalogue as pairs: originals and translations, with their escapes resolved.

A fuzzy entry waits for a translator and is not used by programs, and an obsolete one is
history: neither is a pair.
"""

import re
from collections.abc import Iterator, Sequence

from termkit.model.bitext import Bitext, Catalogue, Pair, Passage, Piece, PluralEntry
from termkit.model.document import Document
from termkit.po.syntax import ESCAPE, ESCAPED, Entry, entries
from termkit.readers.masks import merged
from termkit.readers.placeholders import placeholders
from termkit.readers.po import TICKED
from termkit.text import MASK, Span

_FLAGS = "#,"
_NUMBER = re.compile(r"\[(\d+)\]")
# Names of the translators, which the translation brings along.
_CREDITS = frozenset(  # not shown
    {"translator-credits", "translator_credits", "Your names", "Your emails"}
)
_KEY = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*[._][A-Za-z0-9._-]*[A-Za-z0-9]")
_PLURAL_FORMS = re.compile(r"^Plural-Forms:[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_SOURCE_LANGUAGE = re.compile(r"^X-Source-Language:[ \t]*(\S+)", re.MULTILINE | re.IGNORECASE)


def pair_up(document: Document) -> Bitext:
    """Return the pairs of a catalogue; the locale of the originals where its header tells it."""
    source = document.source
    pairs: list[Pair] = []
    plurals: list[PluralEntry] = []
    header: Passage | None = None
    for entry in entries(source, document.path):
        if entry.obsolete:
            continue
        if entry.is_header:
            header = header or passage(source, entry.fields.get("msgstr", ()))
            continue
        flags = _flags(source, entry)
        if "fuzzy" in flags:
            continue
        pairs += _pairs(source, entry, flags)
        if "msgid_plural" in entry.fields:
            plurals.append(_plural(source, entry))
    told = _SOURCE_LANGUAGE.search(header.text) if header else None
    return Bitext(
        tuple(pairs), told[1] if told else "", _catalogue(document, header, tuple(plurals))
    )


def passage(source: str, strings: Sequence[Span], original: str = "") -> Passage:
    """Return the text of the strings of one field; what it has in backticks as ``original`` is code."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0

    def add(text: str, place: Span) -> None:
        nonlocal at
        if text:
            texts.append(text)
            pieces.append(Piece(at, place))
            at += len(text)

    for span in strings:
        done = span.start
        for match in ESCAPE.finditer(source, *span):
            add(source[done : match.start()], Span(done, match.start()))
            add(_character(match), Span(*match.span()))
            done = match.end()
        add(source[done : span.end], Span(done, span.end))
    text = "".join(texts)
    field = Span(strings[0].start - 1, strings[-1].end + 1) if strings else Span(0, 0)
    code = [Span(*m.span()) for m in TICKED.finditer(text) if m[0] in original] if original else []
    masks = merged([*placeholders(text, Span(0, len(text))), *code])
    return Passage(text, tuple(pieces), field, masks)


def _character(match: re.Match[str]) -> str:
    """Return the one character that stands for an escape."""
    if match["one"]:
        return ESCAPED[match["one"]]
    digits = match[0][1:]
    code = int(digits[1:], 16) if digits[0] == "x" else int(digits, 8)
    return chr(code) if code < 128 else MASK  # a byte of some encoding


def _flags(source: str, entry: Entry) -> frozenset[str]:
    lines = (span.of(source) for span in entry.comments)
    return frozenset(
        flag.strip()
        for line in lines
        if line.startswith(_FLAGS)
        for flag in line[len(_FLAGS) :].split(",")
    )


def _pairs(source: str, entry: Entry, flags: frozenset[str]) -> Iterator[Pair]:
    originals = [
        passage(source, entry.fields[name])
        for name in ("msgid", "msgid_plural")
        if name in entry.fields
    ]
    first = originals[0].text
    if first in _CREDITS or _KEY.fullmatch(first):
        return  # a key that stands for a text which the file does not hold
    both = "\n".join(original.text for original in originals)
    for name, strings in entry.fields.items():
        if name.startswith("msgstr"):
            yield Pair(tuple(originals), passage(source, strings, both), flags)


def _plural(source: str, entry: Entry) -> PluralEntry:
    found = {
        int(match[1]): strings
        for name, strings in entry.fields.items()
        if name.startswith("msgstr") and (match := _NUMBER.search(name))
    }
    first = passage(source, found[min(found)])
    return PluralEntry(tuple(sorted(found)), first.whole)


def _catalogue(
    document: Document, header: Passage | None, plurals: tuple[PluralEntry, ...]
) -> Catalogue:
    field = _PLURAL_FORMS.search(header.text) if header else None
    language = document.metadata.get("Language", "")
    if header is None or field is None:
        return Catalogue(language, None, header.whole if header else Span(0, 0), plurals)
    return Catalogue(language, field[1].strip(), header.place(Span(*field.span())), plurals)


PAIRING = ("po", pair_up)
