"""What formats of one source and one target locale share: an entry for each pair of terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termkit.errors import InputError
from termkit.glossary_formats import ImportRequest
from termkit.glossary_formats.collecting import Collector
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem

_SOURCE, _TARGET, _AVOID = "source", "target", "avoid"


@dataclass(frozen=True, slots=True)
class Pair:
    """A source term and a target term of a concept.

    ``key`` is the concept's id for the preferred terms; with ``/source/2``,
    ``/target/2`` and ``/avoid/1`` behind it for the others.
    """

    key: str
    source: str
    target: str

    @property
    def is_forbidden(self) -> bool:
        """Whether the target is a term to avoid."""
        return _part(self.key) == _AVOID

    @property
    def is_main(self) -> bool:
        """Whether these are the preferred terms."""
        return "/" not in self.key


def pairs(concept: Concept, source: str, target: str) -> Iterator[Pair]:
    """Yield the preferred pair, then admitted terms of both, then what the target avoids."""
    sources, targets = concept.terms.get(source, ()), concept.terms.get(target, ())
    if not sources:
        return
    preferred = targets[0] if targets else ""
    yield Pair(concept.id, sources[0], preferred)
    for number, term in enumerate(sources[1:], start=2):
        yield Pair(f"{concept.id}/{_SOURCE}/{number}", term, preferred)
    for number, term in enumerate(targets[1:], start=2):
        yield Pair(f"{concept.id}/{_TARGET}/{number}", sources[0], term)
    for number, term in enumerate(concept.avoid.get(target, ()), start=1):
        yield Pair(f"{concept.id}/{_AVOID}/{number}", sources[0], term)


@dataclass(frozen=True, slots=True)
class Unit:
    """An entry of a bilingual file: a pair, where it stands, and what is told of it."""

    pair: Pair
    line: int
    texts: Sequence[tuple[str, str]] = ()


def collect(found: Collector, units: Sequence[Unit], source: str, target: str) -> None:
    """Put the entries of each concept into one row.

    A key that stands beside several preferred terms is nobody's id: these entries, like
    those without one, are told apart by their source term.
    """
    named: dict[str, set[str]] = {}
    for unit in units:
        if unit.pair.is_main:
            named.setdefault(unit.pair.key, set()).add(unit.pair.source)
    rows: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        key = unit.pair.key.partition("/")[0]
        if len(named.get(key, ())) > 1 and key:
            found.notes.add(
                tr("several terms have it, so it is no id"), unit.line, tr("context {key}", key=key)
            )
            key = ""
        rows.setdefault((key, "" if key else unit.pair.source), []).append(unit)
    for (key, _), members in rows.items():
        found.open(members[0].line, key)
        for unit in sorted(members, key=lambda unit: _ORDER.get(_part(unit.pair.key), 0)):
            found.term(source, unit.pair.source)
            found.term(target + (":avoid" if unit.pair.is_forbidden else ""), unit.pair.target)
            for column, text in unit.texts:
                found.text(column, text)


def locales_of(request: ImportRequest, source: str = "", target: str = "") -> tuple[str, str]:
    """Return the locales of a bilingual file: those that were told, else the file's own.

    Raises InputError where one of them is told by nobody.
    """
    source, target = request.source or source, request.target or target
    for option, value in (("--from", source), ("--to", target)):
        if not value:
            message = tr(
                "does not say which locale its terms are in; tell it with {option}", option=option
            )
            raise InputError(Problem(str(request.path), 0, "", message))
    if source == target:
        message = tr(
            "source and target are both {locale}; tell them apart with --from and --to",
            locale=source,
        )
        raise InputError(Problem(str(request.path), 0, "", message))
    return source, target


_ORDER = {_SOURCE: 1, _TARGET: 1, _AVOID: 2}


def _part(key: str) -> str:
    """Return what the part of a key behind the id says."""
    return key.partition("/")[2].partition("/")[0]
