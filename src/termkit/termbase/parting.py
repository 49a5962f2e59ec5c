"""Keeping ordinary words from terms that only come about where they meet; see ``scripts.parting``."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache

from termkit.scripts import parting, words
from termkit.termbase import cache as disk
from termkit.termbase.forms import Form, Kind


def parted(terms: Mapping[str, Collection[str]], locale: str) -> tuple[parting.Meeting, ...]:
    """Return where terms of a locale, given with their names in other locales, are none."""
    long = {term: names for term, names in terms.items() if len(term) in parting.LENGTHS}
    return tuple(parting.parted(long, _sides(), locale)) if long else ()


def parted_forms(forms: Iterable[Form], locale: str) -> list[Form]:
    """Return forms of the texts in which words meet so that a wrong one seems to stand there.

    Most are shields; where one of the words is wrong itself (目标|档案), they tell that.
    """
    known = {form.text: form for form in forms}
    wrong = {text: form for text, form in known.items() if form.kind > Kind.NAME}
    names = {text: [claim.suggestion for claim in form.claims] for text, form in wrong.items()}
    # What rivals there are counts less: a text of the locale does not use another's terms.
    found: dict[str, Form] = {}
    for _, before, behind, _ in parted(names, locale):
        text = before + behind
        if before in wrong:
            found[text] = _extended(wrong[before], "", behind)
        elif behind in wrong:
            found[text] = _extended(wrong[behind], before, "")
        else:
            found[text] = Form(text, Kind.PLAIN)
    return [form for text, form in found.items() if text not in known]


def _extended(form: Form, before: str, behind: str) -> Form:
    claims = (
        replace(claim, suggestion=before + claim.suggestion + behind) for claim in form.claims
    )
    return replace(form, text=before + form.text + behind, claims=tuple(claims))


@cache
def common_words() -> dict[str, int]:
    """Return the common words of two characters, simplified, with their frequencies."""
    found: dict[str, int] = disk.cached(("common",), words.common_words)
    return found


@cache
def _sides() -> tuple[parting.Side, parting.Side]:
    counts = common_words()
    return parting.Side(counts, ends=True), parting.Side(counts, ends=False)
