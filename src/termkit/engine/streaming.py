"""Converting plain text that is too long to hold, block by block, as if it were converted whole."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from termkit.convert.converter import Converter
from termkit.engine.collect import STDIN, Named, decode_text
from termkit.engine.converting import ConvertedFile, Converters, convert_document_text
from termkit.errors import InputError
from termkit.files import decode, line_at
from termkit.model.document import Document
from termkit.readers import read_document, reader_for
from termkit.readers.protected import KEEP, ends_protected, safe_end

_BLOCK = 1 << 20
_FIRST = 200_000
"""The characters that tell a text's locale and domain: the first block has so many, or is all."""


def can_stream(name: str) -> bool:
    """Tell whether a text of that name can be converted by blocks: plain text, line by line."""
    return reader_for(name).name == "plain"


def convert_stream(
    stream: BinaryIO, name: str, converters: Converters, block: int = _BLOCK, first: int = _FIRST
) -> Iterator[ConvertedFile]:
    """Yield the converted text of ``stream`` in pieces.

    Locale and domain are decided on the beginning, as for a whole text; at most a
    block and a line are held. Raises InputError, with its line, for what is not UTF-8.
    """
    converter: Converter | None = None
    reason = prefix = ""
    for text in _texts(stream, name, block, first):
        document = read_document(prefix + text, name)
        if converter is None:
            converter, reason = _decided(document, converters)
        done = convert_document_text(document, converter).text
        yield ConvertedFile(Named(Path(STDIN)), done[len(prefix) :], converter.source, reason)
        # What is protected beyond the end of a block is so in the next one too.
        prefix = f"{KEEP}\n" if ends_protected(document.source) else ""


def _decided(document: Document, converters: Converters) -> tuple[Converter, str]:
    """Return the converter for all blocks, which takes them for what the first one is about."""
    made, reason = converters.for_document(document)
    converter = copy(made)
    converter.domain = made.guess_domain(document.prose)
    return converter, reason


def _texts(stream: BinaryIO, name: str, block: int, first: int) -> Iterator[str]:
    """Yield the text in pieces that end with a line, and in the middle of no protecting mark."""
    held = ""
    lines = 0
    is_first = True
    for number, data in enumerate(_blocks(stream, block)):
        try:
            held += decode(data, name) if number else decode_text(data, name)
        except InputError as error:
            moved = (replace(each, line=each.line and each.line + lines) for each in error.problems)
            raise InputError(*moved) from None
        lines += line_at(data) - 1
        end = safe_end(held) if not is_first or len(held) >= first else 0
        if end:
            yield held[:end]
            held, is_first = held[end:], False
    if held or is_first:
        yield held


def _blocks(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the bytes in blocks that end with a line, but for the last one."""
    rest: list[bytes] = []
    while data := stream.read(size):
        # A carriage return at the end may be half of a line end.
        end = max(data.rfind(b"\n"), data.rfind(b"\r", 0, len(data) - 1)) + 1
        if end:
            yield b"".join((*rest, data[:end]))
            rest = []
        rest.append(data[end:])
    if last := b"".join(rest):
        yield last
