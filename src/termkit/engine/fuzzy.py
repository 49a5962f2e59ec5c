"""Flagging the entries of a catalogue that have changed, so that a translator looks at them."""

from collections.abc import Iterator

from termkit.model.diagnostic import Edit
from termkit.po.syntax import Entry, entries
from termkit.readers import reader_for
from termkit.text import Span

_FLAGS = "#,"
_PREVIOUS = "#|"


def fuzzy_edits(before: str, after: str, path: str) -> list[Edit]:
    """Return the edits that flag every entry of ``after`` whose strings are not those of ``before``.

    Entries that are fuzzy already stay as they are, and files that are no catalogues.
    """
    if reader_for(path).name != "po":
        return []
    pairs = zip(entries(before, path), entries(after, path), strict=True)
    return [
        edit
        for old, new in pairs
        if _strings(old, before) != _strings(new, after)
        for edit in _flag(new, after)
    ]


def _strings(entry: Entry, source: str) -> list[str]:
    return [span.of(source) for spans in entry.fields.values() for span in spans]


def _flag(entry: Entry, source: str) -> Iterator[Edit]:
    flags = [span for span in entry.comments if source.startswith(_FLAGS, span.start)]
    if any("fuzzy" in span.of(source)[len(_FLAGS) :].replace(",", " ").split() for span in flags):
        return
    if flags:
        at = flags[0].start + len(_FLAGS)
        yield Edit(Span(at, at), " fuzzy,")
        return
    # The flags stand after other comments, before the previous original.
    previous = (span.start for span in entry.comments if source.startswith(_PREVIOUS, span.start))
    at = next(previous, entry.start)
    end = "\r\n" if "\r\n" in source else "\n"
    line = source[max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1 : at]
    # Several entries may stand on one line.
    begin = end if line.strip(" \t\ufeff") else ""
    yield Edit(Span(at, at), f"{begin}#, fuzzy{end}")
