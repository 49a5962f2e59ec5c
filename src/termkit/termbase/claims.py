"""What each row wants a form of one locale to become in another."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from termkit.locales import CN, HK, TW
from termkit.model.term import Concept
from termkit.scripts.chain import to_script
from termkit.text import has_han

_DIGITS = "0123456789０１２３４５６７８９"
_NUMBERS = tuple(f"{digit}{space}" for digit in _DIGITS for space in ("", " ")) + tuple(
    "一二两兩三四五六七八九十百万萬余餘多"
)
"""What a number ends with, in the forms of a row that only counts after one."""

_FIGURES = (*range(100), *range(100, 1001, 50))
_AMOUNTS = tuple(f"{space}{figure}" for figure in _FIGURES for space in ("", " ")) + tuple(
    digit + unit for digit in "一二兩两三四五六七八九十" for unit in "成倍"
)
"""What an amount begins with, in the forms of a row that only counts before one.

A match never ends within a figure, so each is spelt in full; beyond two digits only the round ones.
"""


def claimed_forms(
    concepts: Iterable[Concept], source: str, target: str
) -> dict[str, list[tuple[Concept, str]]]:
    """Return every form of ``source`` that a row converts, with what each row makes of it."""
    claims: dict[str, list[tuple[Concept, str]]] = defaultdict(list)
    for concept in concepts:
        numbers = _NUMBERS if "after-number" in concept.flags else ("",)
        amounts = _AMOUNTS if "before-number" in concept.flags else ("",)
        for form in source_forms(concept, source, target):
            value = target_form(concept, form, source, target)
            for before, after in product(numbers, amounts):
                written = (to_script(text, source, target) for text in (before, after))
                claims[before + form + after].append((concept, value.join(written)))
    return claims


def source_forms(concept: Concept, source: str, target: str) -> Iterable[str]:
    """Yield the forms of ``source`` that a row converts into ``target``."""
    if "one-way" in concept.flags and not (source == CN and target in {TW, HK}):
        return
    if "to-hans" in concept.flags and target != CN:
        return
    if "from-tw" in concept.flags and source != TW:
        return
    if "not-from-tw" in concept.flags and source == TW:
        return
    for form in (*concept.terms.get(source, ()), *concept.avoid.get(source, ())):
        if has_han(form):
            yield form


def target_form(concept: Concept, form: str, source: str, target: str) -> str:
    """Return what a row makes of its form: the same word where the target admits it.

    Of its preferred term the spelling that is spaced like the form: 64位 → 64位元, not 64 位元.
    """
    admitted = concept.terms.get(target, ())
    if not admitted:
        return to_script(form, source, target)
    if form in concept.terms.get(source, ()):
        for term in admitted:
            if term == form or to_script(term, target, source) == form:
                return term
    preferred = admitted[0]
    spaced = (term for term in admitted if _unspaced(term) == _unspaced(preferred))
    return next((term for term in spaced if (" " in term) == (" " in form)), preferred)


def _unspaced(term: str) -> str:
    return term.replace(" ", "")


def is_guarded(concept: Concept, source: str) -> bool:
    """Tell whether something in the text has to speak for a row: a clue word, or its domain."""
    return bool(concept.context.get(source)) or "domain-only" in concept.flags
