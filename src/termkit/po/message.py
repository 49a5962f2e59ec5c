"""An entry of a catalogue as values."""

import re
from dataclasses import dataclass, replace
from typing import TypeAlias

from termkit.po.syntax import Entry, unescape

FUZZY = "fuzzy"
Key: TypeAlias = tuple[str | None, str]

# Places in files, those with a space in their name between U+2068 and U+2069, as xgettext writes them.
_REFERENCE = re.compile("(?:\u2068[^\u2069]*\u2069|\\S)+")
_PREVIOUS = re.compile(r'(msgctxt|msgid_plural|msgid)?\s*"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Previous:
    """What an original was before it was edited."""

    msgid: str
    msgctxt: str | None = None
    plural: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One entry: its strings, and its comments without their marks.

    ``notes`` are the translators' comments, ``extracted`` those of the program that made the
    entry. A plural has a string for each form.
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    msgctxt: str | None = None
    plural: str | None = None
    notes: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False

    @property
    def key(self) -> Key:
        """What tells it from the others of its catalogue."""
        return self.msgctxt, self.msgid

    @property
    def is_fuzzy(self) -> bool:
        """Whether a person has to look at the translation."""
        return FUZZY in self.flags

    @property
    def has_text(self) -> bool:
        """Whether it has a translation, fuzzy or not."""
        return any(self.msgstr)

    @property
    def is_translated(self) -> bool:
        """Whether it has a translation that counts."""
        return all(self.msgstr) and not self.is_fuzzy

    @property
    def is_header(self) -> bool:
        """Whether it is the entry that tells of the catalogue."""
        return self.key == (None, "") and not self.obsolete

    def with_fuzzy(self, fuzzy: bool) -> "Message":
        """Return the message flagged as fuzzy, or not."""
        others = tuple(flag for flag in self.flags if flag != FUZZY)
        return replace(self, flags=(FUZZY, *others) if fuzzy else others)


def read_message(source: str, entry: Entry) -> Message:
    """Return what an entry of ``source`` says."""
    strings = {
        name: unescape("".join([source[start:end] for start, end in spans]))
        for name, spans in entry.fields.items()
    }
    comments: dict[str, list[str]] = {"": [], ".": [], ":": [], ",": [], "|": []}
    for start, end in entry.comments:
        text = source[start:end]
        if text.startswith("#~|"):
            text = "#" + text[2:]
        mark = text[1:2] if text[1:2] in comments else ""
        comments[mark].append(text[1 + len(mark) :])
    return Message(
        strings["msgid"],
        tuple(text for name, text in strings.items() if name.startswith("msgstr")),
        strings.get("msgctxt"),
        strings.get("msgid_plural"),
        tuple(map(_text, comments[""])),
        tuple(map(_text, comments["."])),
        tuple(_REFERENCE.findall(" ".join(comments[":"]))),
        tuple(flag for line in comments[","] for flag in _flags(line)),
        _previous(" ".join(comments["|"])),
        entry.obsolete,
    )


def _text(comment: str) -> str:
    return comment.removeprefix(" ")


def _flags(line: str) -> list[str]:
    return [flag.strip() for flag in line.split(",") if flag.strip()]


def _previous(text: str) -> Previous | None:
    strings: dict[str, str] = {}
    name = ""
    for keyword, string in _PREVIOUS.findall(text):
        name = keyword or name
        strings[name] = strings.get(name, "") + unescape(string)
    if "msgid" not in strings:
        return None
    return Previous(strings["msgid"], strings.get("msgctxt"), strings.get("msgid_plural"))
