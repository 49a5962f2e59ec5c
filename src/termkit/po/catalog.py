"""Building catalogues of drafted entries, and keeping what translators did to them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from termkit.errors import InputError, Problem
from termkit.files import BOM, read_text, write_atomic
from termkit.locales import Locale
from termkit.version import __version__

if TYPE_CHECKING:
    import polib

_WIDTH = 78
_FUZZY = "fuzzy"

# What polib would pass over in silence, and we would then overwrite.
_PO_LINE = re.compile(
    r"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*\"(?:[^\"\\]|\\.)*\")?\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One text to translate: where it stands, what kind of block it is, and a draft."""

    msgid: str
    msgstr: str
    kind: str
    path: str
    line: int


@dataclass(slots=True)
class Entry:
    """A catalogue entry in the making; equal texts share one.

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


def merge_entries(drafts: Iterable[Draft]) -> list[Entry]:
    """Join the drafts of equal texts, in the order of their first place."""
    entries: dict[str, Entry] = {}
    for draft in drafts:
        entry = entries.setdefault(draft.msgid, Entry(draft.msgid, draft.msgstr))
        if draft.kind not in entry.comments:
            entry.comments.append(draft.kind)
        entry.references.append((draft.path, str(draft.line)))
    return list(entries.values())


def build_catalog(
    entries: Sequence[Entry], target: Locale, path: Path, project: str, *, keep: bool = True
) -> "polib.POFile":
    """Return the catalogue of ``entries``.

    With ``keep``, translations that the file at ``path`` already has stay: the draft
    is only for texts that nobody has translated. Those whose text is gone become
    obsolete, and come back with it.
    """
    old = _existing(path)
    kept: dict[tuple[str | None, str], polib.POEntry] = {}
    if old and keep:
        by_age = sorted(old, key=lambda entry: not entry.obsolete)
        kept = {(entry.msgctxt, entry.msgid): entry for entry in by_age}
    catalog = _new_catalog(project, target.gettext)
    for entry in entries:
        made = _po_entry(entry)
        before = kept.pop((entry.msgctxt, entry.msgid), None)
        if (
            before
            and before.msgstr
            and (before.msgstr != entry.msgstr or _FUZZY not in before.flags)
        ):
            made.msgstr, made.flags, made.tcomment = before.msgstr, before.flags, before.tcomment
            made.previous_msgid = before.previous_msgid
        catalog.append(made)
    for before in kept.values():
        if before.msgstr:
            before.obsolete = True
            catalog.append(before)
    if old:
        catalog.metadata = {
            **catalog.metadata,
            **old.metadata,
            "X-Generator": catalog.metadata["X-Generator"],
        }
        catalog.header = old.header
    _date(catalog, old)
    return catalog


def build_template(entries: Sequence[Entry], path: Path, project: str) -> "polib.POFile":
    """Return the template (.pot) of ``entries``: the texts without translations."""
    template = _new_catalog(project, "")
    for entry in entries:
        made = _po_entry(entry)
        made.msgstr, made.flags = "", []
        template.append(made)
    _date(template, _existing(path))
    return template


def save(catalog: "polib.POFile", path: Path) -> bool:
    """Write a catalogue atomically; returns whether the file changed."""
    return write_atomic(path, f"{catalog}\n".encode())


def plural_forms(language: str) -> str:
    """Return the Plural-Forms header of a gettext locale, as CLDR has it; a template gets Chinese's."""
    from babel.core import UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        return str(get_plural(language or "zh"))
    except (UnknownLocaleError, ValueError):
        return "nplurals=1; plural=0;"


def read_catalog(path: Path) -> "polib.POFile":
    """Read a catalogue; raise InputError with the line of what is no PO syntax."""
    import polib

    text = read_text(path).removeprefix(BOM)
    for number, line in enumerate(text.split("\n"), start=1):
        if not _PO_LINE.match(line):
            message = "is not PO syntax; repair this line, or move the file away"
            raise InputError(Problem(str(path), number, "", message))
    try:
        return polib.pofile(text, wrapwidth=_WIDTH)
    except (OSError, ValueError) as error:
        message = f"is no PO file that can be read ({error}); repair it, or move it away"
        raise InputError(Problem(str(path), 0, "", message)) from None


def _existing(path: Path) -> "polib.POFile | None":
    return read_catalog(path) if path.is_file() else None


def _new_catalog(project: str, language: str) -> "polib.POFile":
    import polib

    catalog = polib.POFile(wrapwidth=_WIDTH, encoding="utf-8")
    catalog.metadata = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": "",
        "PO-Revision-Date": "",
        "Last-Translator": "Automatically generated",
        "Language-Team": "none",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
        "X-Generator": f"termkit {__version__}",
    }
    return catalog


def _po_entry(entry: Entry) -> "polib.POEntry":
    import polib

    return polib.POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        comment="\n".join(entry.comments),
        tcomment=entry.note,
        occurrences=entry.references,
        flags=[*([_FUZZY] if entry.fuzzy and entry.msgstr else []), *entry.flags],
    )


def _date(catalog: "polib.POFile", old: "polib.POFile | None") -> None:
    """Date a catalogue: the old dates where nothing but them would change, else now."""
    dates = ("POT-Creation-Date", "PO-Revision-Date")
    if old:
        for name in dates:
            catalog.metadata[name] = old.metadata.get(name, "")
        if str(catalog) == str(old):
            return
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    for name in dates:
        catalog.metadata[name] = now
