"""Entries as text, laid out as gettext lays them out; of one that has changed, only what changed.

``render`` writes an entry anew. ``revise`` writes it over the text that it was read from: a
field, or comments of one kind, that say what they said keep their bytes.
"""

import re
from collections.abc import Iterator

from termkit.po.message import Message
from termkit.po.wrap import field_lines, reference_lines

_NO_WRAP = "no-wrap"
_MARKED = re.compile(r"[ \t]*(?:#~(?!\|)[ \t]*)?")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)\b")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
# The order of gettext.
_ORDER = ("#", "#.", "#:", "#,", "#|", "msgctxt", "msgid", "msgid_plural", "msgstr")


def render(message: Message, newline: str = "\n") -> str:
    """Return the lines of an entry."""
    return "".join(line + newline for name in _ORDER for line in _part(message, name))


def revise(raw: str, before: Message, after: Message, newline: str = "\n") -> str:
    """Return ``raw``, which says ``before``, so that it says ``after``."""
    written = _parts(raw)
    known = {name for name, _ in written}
    fits = before.obsolete == after.obsolete and all(
        (name in known) == any(True for _ in _part(before, name)) for name in _ORDER[5:]
    )
    if not fits or not raw.endswith(("\n", "\r")):
        return render(after, newline)
    changed = [name for name in _ORDER if [*_part(before, name)] != [*_part(after, name)]]
    fresh = {name: "".join(line + newline for line in _part(after, name)) for name in changed}
    pieces: list[str] = []
    for name, text in written:
        due = [new for new in fresh if new not in known and _rank(new) < _rank(name)]
        pieces += map(fresh.pop, due)
        if name not in changed:
            pieces.append(text)
        elif name in fresh:
            pieces.append(fresh.pop(name))
    return "".join((*pieces, *(fresh[name] for name in _ORDER if name in fresh)))


def _rank(name: str) -> int:
    return _ORDER.index(name)


def _part(message: Message, name: str) -> Iterator[str]:
    if name in {"#", "#.", "#:", "#,", "#|"}:
        yield from _comments(message, name)
        return
    prefix = "#~ " if message.obsolete else ""
    texts: list[tuple[str, str | None]] = []
    if name == "msgctxt":
        texts = [(name, message.msgctxt)]
    elif name == "msgid":
        texts = [(name, message.msgid)]
    elif name == "msgid_plural":
        texts = [(name, message.plural)]
    elif message.plural is None:
        texts = [(name, message.msgstr[0] if message.msgstr else "")]
    else:
        texts = [(f"{name}[{number}]", text) for number, text in enumerate(message.msgstr)]
    wrap = _NO_WRAP not in message.flags
    for keyword, text in texts:
        if text is not None:
            yield from field_lines(keyword, text, prefix, wrap=wrap)


def _comments(message: Message, name: str) -> Iterator[str]:
    if name == "#":
        yield from (f"# {line}" if line else "#" for line in message.notes)
    elif name == "#.":
        yield from (f"#. {line}" if line else "#." for line in message.extracted)
    elif name == "#:":
        yield from reference_lines(message.references)
    elif name == "#,":
        if message.flags:
            yield f"#, {', '.join(message.flags)}"
    elif message.previous:
        prefix = "#~| " if message.obsolete else "#| "
        previous = message.previous
        fields = (("msgctxt", previous.msgctxt), ("msgid", previous.msgid))
        for keyword, text in (*fields, ("msgid_plural", previous.plural)):
            if text is not None:
                yield from field_lines(keyword, text, prefix)


def _parts(raw: str) -> list[tuple[str, str]]:
    """Cut the text of an entry: the lines of each kind of comment, and of each field."""
    parts: list[tuple[str, str]] = []
    for line in _LINE.findall(raw):
        start = _MARKED.match(line)
        rest = line[start.end() :] if start else line
        name = _kind(rest) or (parts[-1][0] if parts else "#")
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + line)
        else:
            parts.append((name, line))
    return parts


def _kind(line: str) -> str:
    if line.startswith("#~|"):
        return "#|"
    if line.startswith("#"):
        return line[:2] if line[:2] in _ORDER else "#"
    keyword = _KEYWORD.match(line)
    return keyword[1] if keyword else ""
