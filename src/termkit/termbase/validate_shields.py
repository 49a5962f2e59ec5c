"""Shields that protect nothing, or too much."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from termkit.locales import CHINESE
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.scripts.chain import spellings
from termkit.scripts.words import simplified
from termkit.termbase.faults import Fault
from termkit.termbase.forms import is_telling
from termkit.termbase.validate_rows import fault_of, place_of

_Forms = Mapping[str, Sequence[tuple[Concept, str, str]]]
"""By their simplified spelling the terms and avoided terms of all rows: row, locale, term."""


def shield_faults(concepts: Sequence[Concept]) -> Iterator[Fault]:
    """Yield the shields that meet no form, or are nothing but a form that is reported."""
    active = [concept for concept in concepts if concept.is_active]
    shielding = [concept for concept in active if concept.shields]
    if not shielding:
        return
    forms = _collect(active)
    for concept in shielding:
        own = [simplified(term) for _, term in _terms(concept)]
        for locale, shields in concept.shields.items():
            for shield in shields if locale in CHINESE else ():
                key = simplified(shield)
                # What the row itself reports comes first: it may well leave that ambiguous.
                same = sorted(forms.get(key, ()), key=lambda form: form[0] is not concept)
                fault = _cancelled(concept, shield, locale, _reporting(shield, locale, same))
                if fault:
                    yield fault
                elif own and not _meets(key, own, 1) and not _meets(key, forms, 2):
                    message = tr(
                        "“{shield}” meets no term of this row, so it protects nothing",
                        shield=shield,
                    )
                    column = f"{locale}:except"
                    yield fault_of(concept, column, "shield-without-form", message, shield)


def _cancelled(
    concept: Concept, shield: str, locale: str, reporting: Concept | None
) -> Fault | None:
    """Return the fault of a shield that is itself a form that a row reports.

    A row may shield its own form, so that it is converted and not reported, but where
    it has clue words these decide.
    """
    if reporting is None:
        return None
    check = "shield-never-wins" if reporting.context.get(locale) else "shield-hides-form"
    if reporting is concept and check == "shield-hides-form":
        return None
    name = tr("this row") if reporting is concept else place_of(reporting)
    message = (
        tr(
            "“{shield}” is itself what {row} reports where its clue words are; "
            "delete the shield, or write what stands around the form too",
            shield=shield,
            row=name,
        )
        if check == "shield-never-wins"
        else tr(
            "“{shield}” is itself what {row} reports, which the shield keeps it from; delete it",
            shield=shield,
            row=name,
        )
    )
    return fault_of(concept, f"{locale}:except", check, message, shield)


def _terms(concept: Concept) -> Iterator[tuple[str, str]]:
    for locale in CHINESE:
        for term in (*concept.terms.get(locale, ()), *concept.avoid.get(locale, ())):
            yield locale, term


def _collect(concepts: Sequence[Concept]) -> _Forms:
    forms: dict[str, list[tuple[Concept, str, str]]] = defaultdict(list)
    for concept in concepts:
        for locale, term in _terms(concept):
            forms[simplified(term)].append((concept, locale, term))
    return forms


def _meets(key: str, forms: Iterable[str], least: int) -> bool:
    """Tell whether a shield holds one of the forms, or reaches into it from before.

    What begins before a form and ends inside it keeps it from being found as well;
    ``least`` is how many characters of it have to be there.
    """
    ends = tuple(key[start:] for start in range(1, len(key) - least + 1))
    return any(form in key or any(map(form.startswith, ends)) for form in forms)


def _reporting(
    shield: str, locale: str, same: Sequence[tuple[Concept, str, str]]
) -> Concept | None:
    """Return the row that reports, as it stands, what a shield of the locale says."""
    if any(shield in concept.terms.get(locale, ()) for concept, _, _ in same):
        return None
    for concept, origin, term in same:
        if shield in concept.avoid.get(locale, ()):
            return concept
        derived = "convert-only" not in concept.flags and is_telling(concept, origin)
        has_own = bool(concept.terms.get(locale))
        if origin != locale and derived and has_own and shield in spellings(term, origin, locale):
            return concept
    return None
