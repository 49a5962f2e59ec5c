"""The term base: layers of CSV files, read when needed and compiled once."""

from __future__ import annotations  # concepts and problems are dear to import

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from termkit.errors import InputError
from termkit.files import decode, read_bytes, shipped_folder
from termkit.locales import get_chinese
from termkit.messages import tr
from termkit.termbase import cache

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from pandas import DataFrame

    from termkit.model.term import Concept
    from termkit.problems import Problem
    from termkit.termbase.matcher import Matcher

T = TypeVar("T")


_FIRST_DAY = "0001-01-01"


class Source(NamedTuple):
    """The bytes of one CSV file and the layer it belongs to."""

    path: str
    layer: int
    data: bytes


class Layer(NamedTuple):
    """A CSV file or a directory of them; of its rows only those of ``domains``, if any are named."""

    path: Path
    domains: Collection[str] = ()


class TermBase:
    """A set of concepts, layer upon layer.

    Upper layers win: a concept replaces the one below that has its id, and its
    terms decide wherever two rows claim the same form. Nothing is parsed until it
    is needed, because what was compiled before is read from the cache.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        problems: Iterable[Problem] = (),
        domains: Mapping[int, Collection[str]] | None = None,
        date: str = "",
    ) -> None:
        """Take the bytes of the files, and the domains to which layers are narrowed.

        With a ``date`` only the rows that hold on that day take part.
        """
        self._sources = tuple(sources)
        self._unread = tuple(problems)
        self._domains = {layer: frozenset(names) for layer, names in (domains or {}).items()}
        self._date = date
        self._matchers: dict[str, Matcher] = {}
        self._dated: dict[str, TermBase] = {}
        self._derived: dict[tuple[str, ...], Any] = {}

    @classmethod
    def open(
        cls, *paths: str | Path | Layer, builtin: bool = True, domains: Collection[str] = ()
    ) -> TermBase:
        """Gather the files of a term base: the built-in one and, above it, ``paths``.

        A path is a CSV file or a directory of them; each is a layer of its own.
        ``domains`` narrows the built-in base, a Layer itself. Faults are kept in
        ``problems`` and the sound rows are used.
        """
        sources: list[Source] = []
        problems: list[Problem] = []
        layers = [Layer(builtin_folder(), domains)] if builtin else []
        layers += (path if isinstance(path, Layer) else Layer(Path(path)) for path in paths)
        narrowed: dict[int, Collection[str]] = {}
        for layer, each in enumerate(layers, start=0 if builtin else 1):
            path = each.path
            if each.domains:
                narrowed[layer] = each.domains
            for file in csv_files(path):
                try:
                    sources.append(Source(str(file), layer, read_bytes(file)))
                except InputError as error:
                    problems += error.problems
            if path.is_dir() and not any(csv_files(path)):
                reason = tr("holds no .csv file; name the glossary's folder")
                problems += InputError.at(str(path), reason).problems
        return cls(sources, problems, narrowed)

    @classmethod
    def load(cls, *paths: str | Path, builtin: bool = True) -> TermBase:
        """Open a term base; raise InputError with every fault if it has any."""
        base = cls.open(*paths, builtin=builtin)
        if base.problems:
            raise InputError(*base.problems)
        return base

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files, as they were read."""
        return self._sources

    @property
    def unread(self) -> tuple[Problem, ...]:
        """What kept paths that were named from being read."""
        return self._unread

    @cached_property
    def key(self) -> str:
        """The name under which what is compiled from this base is cached."""
        parts: list[str | bytes] = []
        for source in self._sources:
            # The built-in base is the same wherever it is installed.
            name = Path(source.path).name if source.layer == 0 else source.path
            parts += (name, str(source.layer), source.data)
        for layer, names in sorted(self._domains.items()):
            parts += ("domains", str(layer), *sorted(names))
        if self._date:
            parts += ("date", self._date)
        return cache.cache_key(*parts)

    def at(self, date: str) -> TermBase:
        """Return what holds on a day, written 2025-01-20; "" is today.

        That is the base itself where no row has dates, or it was asked for a day already.
        """
        if self._date or not self.dates:
            return self
        day = date or time.strftime("%Y-%m-%d")
        # Days between which nothing changes share what is compiled.
        first = max((each for each in self.dates if each <= day), default=_FIRST_DAY)
        if first not in self._dated:
            self._dated[first] = TermBase(self._sources, self._unread, self._domains, first)
        return self._dated[first]

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The days on which rows begin to hold, or hold no more, in order."""
        found: list[str] = cache.cached((self.key, "dates"), lambda: sorted(self._parsed[2]))
        return tuple(found)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the files; parses them only if that is not known yet."""
        if self._unread:
            return self._unread + self._parsed[1]
        key = cache.cache_key(self.key, "sound")
        if cache.load(key):
            return ()
        problems = self._parsed[1]
        if not problems:
            cache.store(key, True)
        return problems

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The sound concepts, upper layers replacing lower ones of the same id."""
        return self._parsed[0]

    @cached_property
    def _parsed(self) -> tuple[tuple[Concept, ...], tuple[Problem, ...], frozenset[str]]:
        from termkit.termbase.csvfile import read_csv  # what is compiled needs no parsing
        from termkit.termbase.faults import repeated_id

        concepts: dict[str, Concept] = {}
        problems: list[Problem] = []
        dates: set[str] = set()
        for source in self._sources:
            try:
                found, faults = read_csv(
                    decode(source.data, source.path), source.path, source.layer
                )
            except InputError as error:
                problems += error.problems
                continue
            problems += faults
            wanted = self._domains.get(source.layer)
            for concept in found:
                if wanted and concept.domain not in wanted:
                    continue
                dates.update(_changes(concept))
                if self._date and not concept.holds_on(self._date):
                    continue
                first = concepts.get(concept.id)
                if first and first.layer == concept.layer:
                    place = f"{first.path}:{first.line}"
                    problems.append(repeated_id(concept.path, concept.line, concept.id, place))
                else:
                    concepts[concept.id] = concept
        return tuple(concepts.values()), tuple(problems), frozenset(dates)

    @cached_property
    def domains(self) -> tuple[str, ...]:
        """The domains of its rows, in alphabetical order."""
        found: list[str] = cache.cached(
            (self.key, "domains"), lambda: sorted({concept.domain for concept in self.concepts})
        )
        return tuple(found)

    def __reduce__(self) -> tuple[Any, ...]:
        # For another process: the files only, what is compiled from them is in the cache.
        return (TermBase, (self._sources, self._unread, self._domains, self._date))

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __getitem__(self, concept_id: str) -> Concept:
        return self._by_id[concept_id]

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    def matcher(self, locale: str) -> Matcher:
        """Return the compiled forms of a Chinese locale."""
        from termkit.termbase.matcher import Matcher

        tag = get_chinese(locale).base
        if tag not in self._matchers:
            tables = cache.cached(
                (self.key, "matcher", tag), lambda: Matcher.build(self.concepts, tag).dump()
            )
            self._matchers[tag] = Matcher.restore(tables)
        return self._matchers[tag]

    def derived(
        self, *about: str, make: Callable[[], T], restore: Callable[[T], Any] | None = None
    ) -> Any:
        """Return something else that is made of the concepts; ``about`` is what it is called.

        It is made once and kept as plain values, of which ``restore`` makes what is returned.
        """
        if about not in self._derived:
            value = cache.cached((self.key, *about), make)
            self._derived[about] = restore(value) if restore else value
        return self._derived[about]

    def to_frame(self) -> DataFrame:
        """Return the concepts as a pandas table with the columns of the CSV, for analysis."""
        import pandas as pd

        from termkit.termbase.rows import concept_row

        return pd.DataFrame([concept_row(concept) for concept in self.concepts]).fillna("")


def _changes(concept: Concept) -> Iterator[str]:
    """Yield the days on which a row begins to hold, or holds no more."""
    if concept.since:
        yield concept.since
    if concept.until:
        import datetime  # nearly all rows have no dates

        if concept.until >= datetime.date.max.isoformat():
            return
        last = datetime.date.fromisoformat(concept.until)
        yield (last + datetime.timedelta(1)).isoformat()


def builtin_folder() -> Path:
    """Return the folder of the built-in term base: in the package, or in a checkout."""
    return shipped_folder("glossary", "glossary")


def csv_files(path: Path) -> list[Path]:
    """Return the files of a layer: those of a directory, or the file itself."""
    return sorted(path.glob("*.csv")) if path.is_dir() else [path]
