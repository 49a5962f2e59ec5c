"""Compiled catalogues (.mo), as gettext reads them."""

import struct

from termkit.po.file import Catalog
from termkit.po.message import Message

_MAGIC = 0x950412DE
_HEADER = 28


def compile_catalog(catalog: Catalog, *, fuzzy: bool = False) -> bytes:
    """Return the translations of a catalogue, those that are fuzzy only if asked for."""
    encoding = catalog.encoding
    texts: dict[bytes, bytes] = {}
    header = catalog.header
    for message in (*([header] if header else []), *catalog.messages):
        if message.is_header or (message.msgstr[0] and (fuzzy or not message.is_fuzzy)):
            texts[_original(message).encode(encoding)] = "\0".join(message.msgstr).encode(encoding)
    keys = sorted(texts)
    count = len(keys)
    index: list[bytes] = []
    data: list[bytes] = []
    at = _HEADER + 16 * count
    for strings in (keys, [texts[key] for key in keys]):
        for string in strings:
            index.append(struct.pack("<II", len(string), at))
            data.append(string + b"\0")
            at += len(string) + 1
    head = struct.pack("<7I", _MAGIC, 0, count, _HEADER, _HEADER + 8 * count, 0, _HEADER)
    return b"".join((head, *index, *data))


def _original(message: Message) -> str:
    context = f"{message.msgctxt}\x04" if message.msgctxt is not None else ""
    plural = f"\0{message.plural}" if message.plural is not None else ""
    return f"{context}{message.msgid}{plural}"
