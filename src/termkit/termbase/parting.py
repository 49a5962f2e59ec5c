"""Keeping ordinary words from terms that only come about where they meet; see ``scripts.parting``."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from termkit.scripts import parting, words
from termkit.termbase import cache as disk
from termkit.termbase.forms import Form, Kind


def parted(terms: Mapping[str, Collection[str]], locale: str) -> tuple[parting.Meeting, ...]:
    """Return where terms of a locale, given with their names in other locales, are none."""
    long = {term: names for term, names in terms.items() if len(term) in parting.LENGTHS}
    return tuple(parting.parted(long, common_words(), locale)) if long else ()


def parted_forms(forms: Iterable[Form], locale: str) -> list[Form]:
    """Return shields of the texts in which words meet so that a wrong form seems to stand there."""
    known = {form.text: form for form in forms}
    wrong = {
        text: tuple(claim.suggestion for claim in form.claims)
        for text, form in known.items()
        if form.kind > Kind.NAME
    }
    # What rivals there are counts less: a text of the locale does not use another's terms.
    texts = {one.before + one.behind for one in parted(wrong, locale)}
    return [Form(text, Kind.PLAIN) for text in sorted(texts - known.keys())]


@cache
def common_words() -> dict[str, int]:
    """Return the common words of two characters, simplified, with their frequencies."""
    found: dict[str, int] = disk.cached(("common",), words.common_words)
    return found
