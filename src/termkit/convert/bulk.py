"""The bulk path: the same texts as the engine gives, at the speed of compiled code, without a record.

zhconv-rs replaces the strings of any table in Rust. It runs the first pass, in
threads over blocks of lines; the places that it marks are decided as in the engine.
The tables that the package itself brings play no part.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from os import cpu_count

from termkit.convert.engine import Engine
from termkit.convert.marks import LEAD, LINE, SHOW_QUOTES, resolve
from termkit.convert.quotes import set_quotes

LEAST = 200_000
"""Shorter texts are converted sooner than the table is handed to Rust."""

_BLOCK = 1 << 18
"""Code points that are converted as one; a block ends with a line."""

_THREADS = 4


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
        self._convert: Callable[[str], str] = zhconv_rs.make_converter(
            None, list(_pairs(engine, keys, domain))
        )

    def convert(self, text: str) -> str:
        """Convert ``text``, which holds nothing reserved."""
        engine = self._engine
        prepared = set_quotes(text, engine.quotes) if engine.quotes else text
        blocks = list(_blocks(prepared))
        threads = min(_THREADS, cpu_count() or 1, len(blocks))
        if threads > 1:
            with ThreadPoolExecutor(threads) as pool:
                written = pool.map(self._convert, blocks)
                pieces = [self._finish(*pair) for pair in zip(blocks, written, strict=True)]
        else:
            pieces = [self._finish(block, self._convert(block)) for block in blocks]
        result = "".join(pieces)
        if prepared is not text:
            for kept, quote in SHOW_QUOTES.items():
                result = result.replace(chr(kept), quote)
        return result

    def _finish(self, source: str, written: str) -> str:
        """Decide what the first pass left open in a block."""
        if LEAD not in written:
            return written
        if LINE in written:
            written = self._without_finished(source, written)
        return resolve(written, self._choose)

    def _choose(self, text: str, at: int, number: int) -> str:
        return self._engine.index.choose(text, at, number, self._domain).value

    def _without_finished(self, source: str, written: str) -> str:
        """Convert the lines anew that stand in the target's script already."""
        lines = zip(source.split("\n"), written.split("\n"), strict=True)
        return "\n".join(
            self._line(before, after) if LINE in after else after for before, after in lines
        )

    def _line(self, before: str, after: str) -> str:
        if self._engine.finished(before):
            return self._engine.run_finished(before)
        return after.replace(LINE, "")


def _pairs(engine: Engine, keys: Sequence[str], domain: str) -> Iterator[tuple[str, str]]:
    """Yield what the first pass writes for each key, in a form that needs no other index."""
    index, spell = engine.index, engine.characters.convert
    entries, written = index.entries, index.emissions(domain)
    line = LINE if engine.has_finished_lines else ""
    strange: set[str] = set()
    for number, key in enumerate(keys):
        row = index.row(number)
        if row < 0:
            strange.add(key)
            yield key, line + spell(key)
            continue
        skip = 0
        if entries.guards <= number < entries.strange:
            skip = entries.skips[number - entries.guards]
        text = written[row - entries.valued] if row >= entries.valued else spell(key[skip:])
        yield key, (line if number >= entries.mixed else "") + spell(key[:skip]) + text
    for code, value in engine.characters.characters.items():
        if chr(code) not in strange:
            yield chr(code), value


def _blocks(text: str) -> Iterator[str]:
    """Cut a text behind lines, into blocks of about the same size."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _BLOCK)
        end = len(text) if end < 0 else end + 1
        yield text[at:end]
        at = end
