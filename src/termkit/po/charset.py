"""The encoding of a catalogue, which its header tells."""

import codecs
import re

from termkit.errors import InputError
from termkit.files import BOM, decode, line_at
from termkit.messages import tr
from termkit.patterns import regex
from termkit.problems import Problem

_HEADER = regex(r'^msgid[ \t]*""\s+msgstr\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
_CHARSET = regex(r"charset=([\w.:-]+)", re.IGNORECASE | re.ASCII)
_ASCII = bytes(range(32, 127))
_UNKNOWN = "charset"  # what a template says as long as nobody has said better


def decode_catalogue(data: bytes, path: str) -> str:
    """Decode a catalogue by the charset of its header; raise InputError where that can't be done."""
    text = data.decode("latin-1")
    name = _charset(text)
    if data.startswith(codecs.BOM_UTF8) or _is_utf8(name):
        return decode(data, path)
    line = line_at(data, max(0, text.lower().find("charset=")))
    codec = codec_of(text)
    if not codec:
        message = tr(
            "charset {charset} is not one that can be read; convert with: msgconv -t UTF-8",
            charset=name,
        )
        raise InputError(Problem(path, line, "", message))
    try:
        decoded = data.decode(codec)
    except UnicodeDecodeError as error:
        message = tr(
            "byte 0x{byte:02x} is not {charset}, which the header declares",
            byte=data[error.start],
            charset=name,
        )
        raise InputError(Problem(path, line_at(data, error.start), "", message)) from None
    if decoded.encode(codec, "replace") != data:
        message = tr(
            "holds {charset} bytes that can't be kept; convert with: msgconv -t UTF-8", charset=name
        )
        raise InputError(Problem(path, line, "", message))
    return decoded


def _charset(text: str) -> str:
    header = _HEADER.search(text)
    found = _CHARSET.search(header[1]) if header else None
    return found[1] if found else "UTF-8"


def _is_utf8(name: str) -> bool:
    return name.lower() in {"utf-8", "utf8", _UNKNOWN}


def codec_of(text: str) -> str:
    """Return the codec of a catalogue, "" where Python has none for its charset."""
    name = _charset(text)
    if text.startswith(BOM) or _is_utf8(name):
        return "utf-8"
    try:
        # What does not read ASCII as ASCII is no charset of a catalogue (UTF-16, base64).
        return codecs.lookup(name).name if _ASCII.decode(name) == _ASCII.decode() else ""
    except (LookupError, ValueError):
        return ""
