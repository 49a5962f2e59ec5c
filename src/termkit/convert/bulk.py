"""The bulk path: the same texts as the engine gives, at the speed of compiled code, without a record.

zhconv-rs replaces the strings of any table in Rust. It runs the first pass, block by
block; the places that it marks are decided as in the engine. The tables that the
package itself brings play no part.
"""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice

from termkit.convert.choices import Between, FinishedLine, resolve_text
from termkit.convert.engine import Engine
from termkit.convert.marks import LINE, RESERVED
from termkit.convert.quotes import set_quotes, show_quotes

_BLOCK = 1 << 16
"""Code points that are converted as one, about."""

_THREADS = 4
"""More would wait for each other: Python has a part of the work."""
_GROUP = 32
"""Blocks that are in work at a time."""


@cache
def is_available() -> bool:
    """Tell whether zhconv-rs is installed (the extra ``fast``)."""
    return find_spec("zhconv_rs") is not None


class Bulk:
    """A table of an engine, handed to Rust for the texts of one domain."""

    def __init__(self, engine: Engine, keys: Sequence[str], domain: str) -> None:
        """Take the keys of the engine's index by number; building takes some tenths of a second."""
        import zhconv_rs

        self._engine = engine
        self._domain = domain
        self._between = Between(engine.index.choices(domain))
        self._convert: Callable[[str], str] = zhconv_rs.make_converter(
            None, list(_pairs(engine, keys, domain))
        )

    def convert(self, text: str, otherwise: Callable[[str], str]) -> Iterator[str]:
        """Yield the converted text in pieces; a block that Rust cannot take is left to ``otherwise``.

        Each thread does all of a block: it gives the interpreter's lock away while Rust is at
        work, which is most of the time.
        """
        from concurrent.futures import ThreadPoolExecutor

        blocks = _blocks(text)
        with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as pool:
            while group := list(islice(blocks, _GROUP)):
                yield from pool.map(lambda block: self._block(block, otherwise), group)

    def _block(self, block: str, otherwise: Callable[[str], str]) -> str:
        if any(char in block for char in RESERVED):
            return otherwise(block)
        quotes = self._engine.quotes
        prepared = set_quotes(block, quotes) if quotes else block
        try:
            written = self._convert(prepared)
        except UnicodeEncodeError:
            return otherwise(block)  # a lone surrogate
        try:
            result = resolve_text(written, self._between)
        except FinishedLine:
            result = resolve_text(self._without_finished(prepared, written), self._between)
        return show_quotes(result) if prepared is not block else result

    def _without_finished(self, source: str, written: str) -> str:
        """Convert the lines anew that stand in the target's script already."""
        lines = written
        if "\r" in source:  # lines are told by their \n
            source, lines = source.replace("\r", "\n"), written.replace("\r", "\n")
        pieces: list[str] = []
        behind = done = 0
        at = written.find(LINE)
        while at >= 0:
            # Every such character has its mark, so the next one in the source is this one.
            start, behind = _line_of(source, source.index(written[at + len(LINE)], behind))
            text = self._anew(source[start:behind])
            start, end = _line_of(lines, at)
            if text is not None:
                pieces += (written[done:start], text)
                done = end
            at = written.find(LINE, end)
        if pieces:
            written = "".join((*pieces, written[done:]))
        first, *marked = written.split(LINE)
        return "".join((first, *(piece[1:] for piece in marked)))

    def _anew(self, line: str) -> str | None:
        """Convert a line that is finished, or has what Rust does not know; None for others."""
        if self._engine.finished(line):
            return self._engine.run_finished(line)
        if self._engine.index.has_mixed(line):
            blocks = self._engine.run(line, self._domain, all_lines=True)
            return "".join(block.text for block in blocks)
        return None


def _line_of(text: str, at: int) -> tuple[int, int]:
    """Return where the line of an offset begins and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _pairs(engine: Engine, keys: Sequence[str], domain: str) -> Iterator[tuple[str, str]]:
    """Yield what the first pass writes for each key, in a form that needs no other index."""
    index, spell = engine.index, engine.characters.convert
    entries, written = index.entries, index.emissions(domain)
    idle = _idle(keys[: entries.valued], keys[entries.valued : entries.strange])
    strange: set[str] = set()
    # Lines with a character that only the target's script has are converted without Rust.
    needed = entries.mixed if engine.has_finished_lines else len(keys)
    for number, key in enumerate(keys[:needed]):
        row = index.row(number)
        if row < 0:
            strange.add(key)
            yield key, LINE + key + spell(key) if engine.has_finished_lines else spell(key)
        elif key not in idle:
            is_guard = entries.guards <= number < entries.strange
            skip = entries.skips[number - entries.guards] if is_guard else 0
            text = written[row - entries.valued] if row >= entries.valued else spell(key[skip:])
            yield key, spell(key[:skip]) + text
    for code, value in engine.characters.characters.items():
        if chr(code) not in strange:
            yield chr(code), value


def _idle(plain: Sequence[str], active: Sequence[str]) -> frozenset[str]:
    """Return the keys that only keep a place, and keep it from nothing.

    They hold no other key that does something, and none begins inside them; a small
    table is a fast one.
    """
    known = frozenset(active)
    heads = {key[:size] for key in active for size in range(1, len(key))}
    return frozenset(key for key in plain if not _holds(key, known, heads))


def _holds(key: str, known: Collection[str], heads: Collection[str]) -> bool:
    """Tell whether another key stands in ``key``, or begins inside it."""
    size = len(key)
    return any(key[at:] in heads for at in range(1, size)) or any(
        key[at:end] in known for at in range(size) for end in range(at + 1, size + 1)
    )


def _blocks(text: str) -> Iterator[str]:
    """Cut a text behind lines, into blocks of about the same size."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _BLOCK)
        end = len(text) if end < 0 else end + 1
        yield text[at:end]
        at = end
