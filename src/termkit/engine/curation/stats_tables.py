"""The counts of a term base as tables and as plain values."""

from collections.abc import Iterable, Iterator
from typing import Any

from termkit.engine.curation.stats import LOCALES, NO_STATUS, Count, Stats
from termkit.engine.curation.tables import Table, percent
from termkit.locales import CN, TW
from termkit.messages import mark, tr


def stats_tables(stats: Stats) -> Iterator[Table]:
    """Yield the tables for a reader: domains first, then locales, differences, status.

    Titles and headers are messages that whoever shows them translates.
    """
    header = (mark("domain"), mark("concepts"), mark("regional"), *LOCALES, mark("terms"))
    rows = [_row(name, count) for name, count in stats.domains.items()]
    if len(rows) > 1:
        rows.append(_row(tr("all"), stats.total))
    yield Table(mark("Concepts by domain"), header, rows)
    yield Table(
        mark("Differences between locales (preferred terms)"),
        (
            mark("locales"),
            mark("in both"),
            mark("other words"),
            mark("other characters only"),
            mark("the same"),
        ),
        [
            (f"{one} – {other}", *map(str, (each.both, each.words, each.script, each.same)))
            for (one, other), each in stats.pairs.items()
        ],
    )
    facts = [
        *(
            (tr("status {name}", name=name), number)
            for name, number in stats.statuses.items()
            if name != NO_STATUS
        ),
        *((tr("flag {name}", name=name), number) for name, number in stats.flags.items()),
        *((tr("guarded by {name}", name=name), number) for name, number in stats.guards.items()),
    ]
    if facts:
        rows = [(fact, str(number)) for fact, number in facts]
        yield Table(mark("Rows with"), ("", mark("concepts")), rows)


def headline(stats: Stats) -> str:
    """Return the counts that matter most, in one sentence."""
    total, difference = stats.total, stats.pairs[TW, CN]
    share = percent(total.covered[TW] and difference.words, total.concepts)
    return tr(
        "{concepts} concepts with {terms} terms; {regional} differ between regions in more than "
        "script, {words} ({share}) between {one} and {other}.",
        concepts=total.concepts,
        terms=total.terms,
        regional=total.regional,
        words=difference.words,
        share=share,
        one=TW,
        other=CN,
    )


def stats_values(stats: Stats) -> dict[str, Any]:
    """Return the counts as plain values."""
    pairs = {
        f"{one}/{other}": {
            "both": each.both,
            "words": each.words,
            "script": each.script,
            "same": each.same,
        }
        for (one, other), each in stats.pairs.items()
    }
    return {
        **_values(stats.total),
        "domains": {name: _values(count) for name, count in stats.domains.items()},
        "pairs": pairs,
        "status": dict(stats.statuses),
        "flags": dict(stats.flags),
        "guards": dict(stats.guards),
    }


def _values(count: Count) -> dict[str, Any]:
    return {
        "concepts": count.concepts,
        "terms": count.terms,
        "regional": count.regional,
        "locales": {locale: count.covered[locale] for locale in LOCALES},
    }


def _row(name: str, count: Count) -> tuple[str, ...]:
    covered: Iterable[int] = (count.covered[locale] for locale in LOCALES)
    return (name, *map(str, (count.concepts, count.regional, *covered, count.terms)))
