"""The header of a catalogue: its fields, and the dates that change with the content only."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime

from termkit.po.file import Catalog
from termkit.po.message import Message
from termkit.version import __version__

CREATED, REVISED = "POT-Creation-Date", "PO-Revision-Date"


def new_header(project: str, language: str) -> Message:
    """Return the header of a new catalogue; a template has no language."""
    fields = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": "",
        CREATED: "",
        REVISED: "",
        "Last-Translator": "Automatically generated",  # not shown
        "Language-Team": "none",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",  # not shown
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
        "X-Generator": f"termkit {__version__}",  # not shown
    }
    return Message("", ("".join(f"{name}: {value}\n" for name, value in fields.items()),))


def plural_forms(language: str) -> str:
    """Return the Plural-Forms header of a gettext locale, as CLDR has it; a template gets Chinese's."""
    from babel.core import UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        return str(get_plural(language or "zh"))
    except (UnknownLocaleError, ValueError):
        return "nplurals=1; plural=0;"


def get_field(header: Message | None, name: str) -> str:
    """Return the value of a field, "" without it."""
    match = _field(name).search(header.msgstr[0]) if header else None
    return match["value"] if match else ""


def set_field(header: Message, name: str, value: str) -> Message:
    """Return the header with a field set; a field that is not there yet comes last."""
    text = header.msgstr[0]
    if match := _field(name).search(text):
        text = text[: match.start("value")] + value + text[match.end("value") :]
    else:
        text += ("" if not text or text.endswith("\n") else "\n") + f"{name}: {value}\n"
    return replace(header, msgstr=(text,))


def _field(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(name)}:[ \t]*(?P<value>[^\n]*)", re.MULTILINE | re.IGNORECASE)


def stamp(catalog: Catalog, before: str, *names: str, date: str = "") -> None:
    """Date a catalogue in the fields ``names``, unless it is ``before`` to the byte."""
    header = catalog.header
    if header is None or catalog.render() == before:
        return
    for name in names:
        header = set_field(header, name, date or now())
    catalog.set_header(header)


def now() -> str:
    """Return the time as catalogues tell it; SOURCE_DATE_EPOCH is heeded."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    when = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return when.strftime("%Y-%m-%d %H:%M+0000")
