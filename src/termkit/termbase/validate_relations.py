"""What rows of one layer say against each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termkit.locales import CHINESE, EN
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.termbase.claims import is_guarded, source_forms, target_form
from termkit.termbase.faults import Fault, repeated_id
from termkit.termbase.validate_rows import fault_of, overlap, place_of
from termkit.text import has_han

_BESIDE_NUMBERS = {"after-number", "before-number"}
"""Flags of rows that leave the bare term to others."""


def relation_faults(concepts: Sequence[Concept]) -> Iterator[Fault]:
    """Yield ids and rows that stand twice, and terms that rows do not agree about."""
    yield from _repeated_ids(concepts)
    active = [concept for concept in concepts if concept.is_active]
    yield from _duplicates(active)
    for locale in CHINESE:
        cycles = list(_cycles(active, locale))
        yield from _contradictions(active, locale, {form for cycle in cycles for form in cycle})
        for cycle in cycles:
            yield _cycle_fault(cycle, locale)
        yield from _contested(active, locale)


def _repeated_ids(concepts: Iterable[Concept]) -> Iterator[Fault]:
    seen: dict[str, Concept] = {}
    for concept in concepts:
        first = seen.setdefault(concept.id, concept)
        if first is not concept and concept.id:
            place = f"{first.path}:{first.line}"
            yield repeated_id(concept.path, concept.line, concept.id, place)


def _duplicates(concepts: Iterable[Concept]) -> Iterator[Fault]:
    """Yield the rows whose terms stand in another row as well, word for word."""
    seen: dict[tuple[object, ...], Concept] = {}
    for concept in concepts:
        if not any(concept.terms.get(locale) for locale in CHINESE):
            continue
        english = tuple(term.lower() for term in concept.terms.get(EN, ()))
        key = (english, *(concept.terms.get(locale, ()) for locale in CHINESE), concept.flags)
        first = seen.setdefault(key, concept)
        differ = first.id == concept.id or not overlap(first, concept)
        if not differ and first.context == concept.context:
            message = tr("the row {row} has the same terms; keep one of them", row=place_of(first))
            yield fault_of(concept, "id", "duplicate-concept", message, concept.id)


def _contradictions(concepts: Iterable[Concept], locale: str, known: set[str]) -> Iterator[Fault]:
    """Yield what one row avoids and another calls good, where no clue words decide."""
    good: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        for term in concept.terms.get(locale, ()):
            good[term].append(concept)
    for concept in concepts:
        if concept.context.get(locale):
            continue
        for term in concept.avoid.get(locale, ()):
            for owner in good.get(term, ()):
                if owner.id != concept.id and overlap(owner, concept) and term not in known:
                    message = tr(
                        "“{term}” is avoided here, and a good term of {row}; "
                        "keep it in one of the rows, or tell them apart by {locale}:context",
                        term=term,
                        row=place_of(owner),
                        locale=locale,
                    )
                    check, column = "preferred-and-avoided", f"{locale}:avoid"
                    yield fault_of(concept, column, check, message, term)


_Cycle = dict[str, Concept]
"""The forms of a circle in order, each with the row that avoids it and sends on to the next."""


def _cycles(concepts: Iterable[Concept], locale: str) -> Iterator[_Cycle]:
    """Yield the circles of rows, each of which avoids what the one before wants."""
    following: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        if concept.terms.get(locale) and not concept.context.get(locale):
            for term in concept.avoid.get(locale, ()):
                if term not in concept.terms[locale]:  # told by the reader of the file
                    following[term].append(concept)
    done: set[str] = set()
    for start in following:
        path: _Cycle = {}
        form = start
        while form in following and form not in done:
            if form in path:
                forms = list(path)
                yield {each: path[each] for each in forms[forms.index(form) :]}
                break
            before = list(path.values())[-1:]
            held = (one for one in following[form] if all(overlap(one, other) for other in before))
            path[form] = next(held, following[form][0])
            form = path[form].preferred(locale)
        done.update(path)


def _cycle_fault(cycle: _Cycle, locale: str) -> Fault:
    (form, first), *rest = cycle.items()
    steps = [f"{form} → {first.preferred(locale)}"]
    steps += [
        tr("{term} by {row}", term=row.preferred(locale), row=place_of(row)) for _, row in rest
    ]
    message = tr(
        "the rows go around in a circle: {steps}; delete one of the avoided terms",
        steps=" → ".join(steps),
    )
    return fault_of(first, f"{locale}:avoid", "term-cycle", message, form)


def _contested(concepts: Iterable[Concept], source: str) -> Iterator[Fault]:
    """Yield the terms that several rows make different things of, with nothing that decides."""
    owners: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        if is_guarded(concept, source) or _BESIDE_NUMBERS.intersection(concept.flags):
            continue
        for form in {*concept.terms.get(source, ()), *concept.avoid.get(source, ())}:
            owners[form].append(concept)
    for form, rows in owners.items():
        if len(rows) > 1 and has_han(form):
            for number, row in enumerate(rows):
                yield from _contest(form, row, rows[:number], source)


def _contest(form: str, row: Concept, others: Iterable[Concept], source: str) -> Iterator[Fault]:
    for other in others:
        for target in CHINESE:
            if target == source or not overlap(row, other) or row.id == other.id:
                continue
            both = (row, other)
            if not all(form in source_forms(each, source, target) for each in both):
                continue
            own, theirs = (target_form(each, form, source, target) for each in both)
            if own != theirs:
                message = tr(
                    "“{form}” becomes “{own}” in {target} here, and “{theirs}” by "
                    "{row}; give one of the rows clue words ({source}:context)",
                    form=form,
                    own=own,
                    target=target,
                    theirs=theirs,
                    row=place_of(other),
                    source=source,
                )
                column = source if form in row.terms.get(source, ()) else f"{source}:avoid"
                yield fault_of(row, column, "contested-term", message, form)
                return
