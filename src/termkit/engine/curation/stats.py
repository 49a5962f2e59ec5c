"""Counting what a term base holds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from termkit.locales import CHINESE, CN, EN, HK, TW
from termkit.model.term import Concept
from termkit.scripts.chain import to_script

PAIRS = ((TW, CN), (TW, HK), (HK, CN))
LOCALES = (EN, *CHINESE)
NO_STATUS = "none"


@dataclass(slots=True)
class Difference:
    """How the preferred terms of two locales differ, in the rows that have both."""

    words: int = 0
    script: int = 0
    same: int = 0

    @property
    def both(self) -> int:
        """The rows that have a term in both locales."""
        return self.words + self.script + self.same


@dataclass(slots=True)
class Count:
    """What a number of rows holds.

    ``regional`` rows have two Chinese locales whose preferred terms are different
    words, not the same in other characters.
    """

    concepts: int = 0
    terms: int = 0
    regional: int = 0
    covered: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Stats:
    """What a term base holds: all in all, by domain, by pair of locales, by status and flag."""

    total: Count
    domains: Mapping[str, Count]
    pairs: Mapping[tuple[str, str], Difference]
    statuses: Mapping[str, int]
    flags: Mapping[str, int]
    guards: Mapping[str, int]


def count_concepts(concepts: Iterable[Concept]) -> Stats:
    """Count rows; obsolete ones stand among the statuses only."""
    total, domains = Count(), dict[str, Count]()
    pairs = {pair: Difference() for pair in PAIRS}
    statuses: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    guards: Counter[str] = Counter()
    for concept in concepts:
        statuses[concept.status or NO_STATUS] += 1
        if not concept.is_active:
            continue
        flags.update(concept.flags)
        cells = (
            ("avoid", concept.avoid),
            ("except", concept.shields),
            ("context", concept.context),
        )
        guards.update(aspect for aspect, cell in cells if cell)
        differs = _compare(concept, pairs)
        for count in (total, domains.setdefault(concept.domain, Count())):
            count.concepts += 1
            count.regional += differs
            count.terms += sum(map(len, concept.terms.values()))
            count.covered.update(locale for locale in LOCALES if concept.terms.get(locale))
    ordered = sorted(domains.items(), key=lambda item: (-item[1].concepts, item[0]))
    return Stats(
        total,
        dict(ordered),
        pairs,
        dict(statuses.most_common()),
        dict(sorted(flags.items())),
        dict(guards),
    )


def _compare(concept: Concept, pairs: Mapping[tuple[str, str], Difference]) -> bool:
    """Count a row for each pair of locales; return whether some pair has different words."""
    differs = False
    for (one, other), difference in pairs.items():
        first, second = concept.preferred(one), concept.preferred(other)
        if not first or not second:
            continue
        if first == second:
            difference.same += 1
        elif to_script(first, one, other) == second or to_script(second, other, one) == first:
            difference.script += 1
        else:
            difference.words += 1
            differs = True
    return differs
