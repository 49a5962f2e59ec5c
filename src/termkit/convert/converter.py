"""Converting text by a composed table, in one pass, with a trace."""

from collections.abc import Iterator
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from termkit.convert.domain import DOMAINS, SAMPLE
from termkit.convert.engine import Block, Engine
from termkit.convert.index import Entries, Index
from termkit.convert.marks import RESERVED
from termkit.convert.places import Place
from termkit.convert.table import Table
from termkit.errors import TermkitError
from termkit.locales import CN, HK, TW, get_chinese, script_of
from termkit.messages import tr
from termkit.model.change import Change, replay
from termkit.patterns import regex
from termkit.scripts.tai import Tai
from termkit.termbase import cache as disk
from termkit.termbase.store import TermBase
from termkit.text import MASK, without_surrogates

if TYPE_CHECKING:
    from termkit.convert.bulk import Bulk
    from termkit.convert.doubts import Doubt
    from termkit.model.term import Concept

_LONG = 200_000
"""Shorter texts are converted sooner than the table is handed to the bulk path."""

_RESERVED = regex(f"[{RESERVED}]")


class Conversion:
    """The result of a conversion: the new text, and the changes that lead to it.

    The offsets of ``trace`` are code points of the source text. ``doubts`` are the
    places that nothing in the text decided; they are looked for on demand only.
    """

    def __init__(
        self,
        text: str,
        trace: tuple[Change, ...] | None = None,
        doubts: "tuple[Doubt, ...]" = (),
        record: "_Record | None" = None,
    ) -> None:
        """Take the new text with its trace, or with the record that tells it when asked."""
        self.text = text
        self.doubts = doubts
        self._record = record
        if trace is not None:
            self.trace = trace

    @cached_property
    def trace(self) -> tuple[Change, ...]:
        """The changes, in order; they are put together from what was met when first asked for."""
        return tuple(self._record.changes()) if self._record else ()


class _Record(NamedTuple):
    """What a conversion met, block by block."""

    engine: Engine
    blocks: list[Block]

    def changes(self) -> Iterator[Change]:
        for block in self.blocks:
            yield from self.engine.changes(block)

    def places(self) -> Iterator[Place]:
        for block in self.blocks:
            yield from self.engine.places(block)


class Converter:
    """Converts plain text from one Chinese locale to another.

    ``termbase`` defaults to the built-in one; of dated rows those count that hold today,
    unless it was asked for another day with ``at``. Text that already stands in the
    target's script is left alone but for the term base's words, and a second pass
    over the result changes nothing.
    """

    def __init__(
        self,
        source: str,
        target: str,
        termbase: TermBase | None = None,
        domain: str = "",
        *,
        script_only: bool = False,
        keep_quotes: bool = False,
        tai: str = Tai.COMMON,
    ) -> None:
        """Raise UnknownLocaleError for a locale that is not Chinese or not known.

        ``domain`` says what the texts are about ("software" or "general"), which
        decides ambiguous words; without it each text is looked at. With
        ``script_only``, and into zh-Hant and zh-Hans, words stay as they are; with
        ``keep_quotes`` quotation marks do. ``tai`` is what zh-TW and zh-HK texts write:
        台灣 ("台"), 臺灣 ("臺"), or what a traditional source has ("keep").
        """
        if tai not in set(Tai):
            known = ", ".join(Tai)
            raise TermkitError(
                tr("unknown form {name!r} of 台 (known: {known})", name=tai, known=known)
            )
        if domain and domain not in DOMAINS:
            known = ", ".join(DOMAINS)
            raise TermkitError(
                tr("unknown domain {name!r} (known: {known})", name=domain, known=known)
            )
        self.domain = domain
        self.source = get_chinese(source).base
        wanted = get_chinese(target)
        self.target = wanted.tag if wanted.script_only else wanted.base
        self.script_only = script_only or wanted.script_only
        self.keep_quotes = keep_quotes
        # Generic traditional script follows OpenCC, and a simplified text has but one 台.
        has_choice = self.target in {TW, HK} and not (tai == Tai.KEEP and self.source == CN)
        self.tai = Tai(tai) if has_choice else Tai.COMMON
        self._base = termbase
        self._bulks: dict[str, Bulk] = {}

    def convert(self, text: str, *, doubts: bool = False, domain: str = "") -> Conversion:
        """Convert ``text``; characters that are no prose for the caller may be masked before.

        With ``doubts`` the result also tells the places that nothing decided. ``domain``
        says what this text is about, where the converter was told nothing.
        """
        if self.source == self.target or not text:
            return Conversion(text, ())
        clean = _convertible(text)
        record = self._run(clean, self._domain(clean, domain), keep_all=doubts)
        return self._conversion(text, clean, record, doubts=doubts)

    def _conversion(
        self, text: str, clean: str, record: "_Record", *, doubts: bool = False
    ) -> Conversion:
        found: tuple[Doubt, ...] = ()
        if doubts:
            from termkit.convert.doubts import find_doubts

            found = find_doubts(record.places(), self._concepts(), self.source, self.target)
        if clean is not text:
            trace = tuple(record.changes())
            return Conversion(replay(text, trace), trace, found)
        return Conversion("".join(block.text for block in record.blocks), None, found, record)

    def guess_domain(self, text: str) -> str:
        """Return what a text is about, as far as it matters: what was told, else a guess."""
        if self.domain or self.source == self.target:
            return self.domain
        return self._engine.guess(_convertible(text[:SAMPLE]))

    def convert_bulk(self, text: str, *, domain: str = "") -> str:
        """Return what ``convert(text).text`` does, of long texts faster.

        It needs the extra ``fast``; without it, and for short texts, it is the same call.
        """
        if len(text) < _LONG or self.source == self.target:
            return self.convert(text, domain=domain).text
        from termkit.convert.bulk import is_available

        if not is_available():
            return self.convert(text, domain=domain).text
        domain = self._domain(text, domain)
        return "".join(self._bulk(domain).convert(text, partial(self._traced, domain=domain)))

    def _traced(self, text: str, domain: str) -> str:
        clean = _convertible(text)
        return self._conversion(text, clean, self._run(clean, domain)).text

    def places(self, text: str, domain: str = "") -> tuple[Place, ...]:
        """Return the places where terms were met, those that changed nothing too."""
        if self.source == self.target:
            return ()
        clean = _convertible(text)
        found = self._run(clean, self._domain(clean, domain), keep_all=True).places()
        return tuple(
            place for place in found if place.layer != "phrase" or place.value != place.text
        )

    def _domain(self, text: str, told: str) -> str:
        return self.domain or told or self.guess_domain(text)

    def _run(self, clean: str, domain: str, *, keep_all: bool = False) -> _Record:
        engine = self._engine
        return _Record(engine, engine.run(clean, domain, keep_all=keep_all))

    @property
    def _termbase(self) -> TermBase:
        base = default_base() if self._base is None else self._base  # a base may be empty
        return base.at("")

    def _concepts(self) -> "tuple[Concept, ...]":
        return () if self.script_only else self._termbase.concepts

    @cached_property
    def _engine(self) -> Engine:
        own, target = script_of(self.source), script_of(self.target)
        changes = own is not target
        data = disk.cached((*self._key, "table"), self._dump)
        quotes = target if changes and not self.keep_quotes else None
        own_script = own if changes and not self.script_only else None
        return Engine(Table.restore(data), quotes, own_script, self._base_index)

    @cached_property
    def _key(self) -> tuple[str, ...]:
        key = "script-only" if self.script_only else self._termbase.key
        return (self.source, self.target, self.tai, key)

    def _bulk(self, domain: str) -> "Bulk":
        if domain not in self._bulks:
            from termkit.convert.bulk import Bulk

            self._bulks[domain] = Bulk(self._engine, self._keys().split("\n"), domain)
        return self._bulks[domain]

    def _keys(self) -> str:
        """Return the keys of the table's entries by number, one a line."""
        keys: str = disk.cached((*self._key, "keys"), lambda: self._built[1])
        return keys

    def _dump(self) -> tuple[Any, ...]:
        table, keys = self._built
        disk.cached((*self._key, "keys"), lambda: keys)  # asked for later, and dear to make again
        return table

    @cached_property
    def _built(self) -> tuple[tuple[Any, ...], str]:
        from termkit.convert.compose import build_table  # what makes tables is seldom needed

        table, keys = build_table(
            self._concepts(),
            self.source,
            self.target,
            script_only=self.script_only,
            tai=self.tai,
        )
        return table.dump(), "\n".join(keys)

    def _base_index(self) -> Index:
        return Index(Entries.restore(disk.cached((*self._key, "base"), self._dump_base)))

    def _dump_base(self) -> tuple[Any, ...]:
        from termkit.convert.compose import build_base_index

        keys = self._keys()
        written = {
            text
            for domain in DOMAINS
            for block in self._engine.run(keys, domain, all_lines=True)
            for text in block.text.split("\n")
        }
        index = build_base_index(self._concepts(), self.source, self.target, written)
        return index.dump()


def _convertible(text: str) -> str:
    """Mask what cannot be converted: lone surrogates, and what is reserved for marks."""
    clean = without_surrogates(text)
    return _RESERVED.sub(MASK, clean) if any(char in clean for char in RESERVED) else clean


@cache
def default_base() -> TermBase:
    """Return the built-in term base."""
    return TermBase.load()
