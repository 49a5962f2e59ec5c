"""Catalogues made from a list of entries, such as a glossary."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from termkit.errors import InputError
from termkit.locales import Locale
from termkit.messages import tr
from termkit.po.file import Catalog, Item
from termkit.po.header import CREATED, REVISED, new_header, stamp
from termkit.po.message import Message


@dataclass(slots=True)
class Entry:
    """A catalogue entry in the making.

    ``comments`` are for the translator to read, ``note`` is the translator's own.
    """

    msgid: str
    msgstr: str
    msgctxt: str | None = None
    comments: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    fuzzy: bool = True
    flags: list[str] = field(default_factory=list)
    note: str = ""


def build_catalog(
    entries: Sequence[Entry], target: Locale, path: Path, project: str, *, keep: bool = True
) -> Catalog:
    """Return the catalogue at ``path`` so that it holds ``entries``, in their order.

    With ``keep``, translations that it already has stay, and those whose text is gone
    become obsolete. Its header and whatever does not change keep their bytes.
    """
    catalog = open_catalog(path, project, target.gettext)
    before = catalog.render() if path.is_file() else ""
    known = catalog.by_key()
    items: list[Item] = []
    for entry in entries:
        item = known.pop((entry.msgctxt, entry.msgid), None)
        made = _message(entry)
        if item is None:
            item = Item(made)
        elif keep and item.message.has_text:
            item.message = replace(
                item.message, extracted=made.extracted, references=made.references
            )
        else:
            item.message = made
        items.append(item)
    if keep:
        for item in [*known.values(), *catalog.by_key(obsolete=True).values()]:
            if item.message.has_text:
                item.message = obsolete(item.message)
                items.append(item)
    catalog.arrange(items)
    stamp(catalog, before, CREATED, REVISED)
    return catalog


def open_catalog(path: Path, project: str, language: str) -> Catalog:
    """Return the catalogue at ``path``, or a new one that has but a header."""
    try:
        catalog = Catalog.load(path) if path.is_file() else Catalog(path.as_posix())
    except InputError as error:
        advice = tr("; repair it, or move the file away")
        problems = (replace(each, message=each.message + advice) for each in error.problems)
        raise InputError(*problems) from None
    if catalog.header is None:
        catalog.set_header(new_header(project, language))
    return catalog


def obsolete(message: Message) -> Message:
    """Return an entry as it is kept when its text is gone."""
    return replace(message, obsolete=True, extracted=(), references=())


def save(catalog: Catalog, path: Path) -> bool:
    """Write a catalogue atomically; returns whether the file changed."""
    return catalog.save(path)


def _message(entry: Entry) -> Message:
    lines = tuple(line for comment in entry.comments for line in comment.split("\n"))
    references = tuple(reference(path, line) for path, line in entry.references)
    message = Message(
        entry.msgid,
        (entry.msgstr,),
        entry.msgctxt,
        notes=tuple(entry.note.split("\n")) if entry.note else (),
        extracted=lines,
        references=references,
        flags=tuple(entry.flags),
    )
    return message.with_fuzzy(entry.fuzzy and bool(entry.msgstr))


def reference(path: str, line: int | str) -> str:
    """Return a place as catalogues name it; a path with spaces stands between two marks."""
    written = f"\u2068{path}\u2069" if any(char.isspace() for char in path) else path
    return f"{written}:{line}"
