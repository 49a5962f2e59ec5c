"""English terms as they stand in sentences: in the plural, in capitals, in either spelling."""

import re
from collections.abc import Iterator

from termkit.patterns import regex

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "mouse": "mice", "goose": "geese", "index": "indices", "matrix": "matrices",
    "vertex": "vertices", "appendix": "appendices", "analysis": "analyses", "axis": "axes",
    "basis": "bases", "crisis": "crises", "thesis": "theses", "hypothesis": "hypotheses",
    "criterion": "criteria", "phenomenon": "phenomena", "datum": "data", "medium": "media",
    "bacterium": "bacteria", "schema": "schemata", "formula": "formulae", "nucleus": "nuclei",
    "stimulus": "stimuli", "radius": "radii", "leaf": "leaves", "half": "halves",
    "shelf": "shelves", "wolf": "wolves", "knife": "knives", "life": "lives", "wife": "wives",
    "self": "selves", "thief": "thieves", "loaf": "loaves", "calf": "calves", "elf": "elves",
}  # fmt: skip
_SPELLINGS = (
    (re.compile(r"centre(s?)\b"), r"center\1"),
    (re.compile(r"center(s?)\b"), r"centre\1"),
    (re.compile(r"(col|behavi|fav|hon|lab|neighb|arm|harb)our"), r"\1or"),
    (re.compile(r"\b(col|behavi|fav|hon|lab|neighb|harb)or"), r"\1our"),
    (re.compile(r"([a-z]{3})is(e[ds]?|ing|ation|ations|er|ers)\b"), r"\1iz\2"),
    (re.compile(r"([a-z]{3})iz(e[ds]?|ing|ation|ations|er|ers)\b"), r"\1is\2"),
    (re.compile(r"([a-z]ll|[a-z]l)yse"), r"\1yze"),
    (re.compile(r"licence"), "license"),
    (re.compile(r"license"), "licence"),
    (re.compile(r"defence"), "defense"),
    (re.compile(r"defense"), "defence"),
    (re.compile(r"catalogue"), "catalog"),
    (re.compile(r"dialogue"), "dialog"),
    (re.compile(r"label(l?)(ing|ed)\b"), r"labell\2"),
    (re.compile(r"labelled\b"), "labeled"),
    (re.compile(r"labelling\b"), "labeling"),
)
_SIBILANT = regex(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)
_CONSONANT_Y = regex(r"[^aeiou]y\Z", re.IGNORECASE)
_CONSONANT_O = regex(r"[^aeiou]o\Z", re.IGNORECASE)
_LAST = regex(r"[A-Za-z]+\Z")


def forms(term: str) -> set[str]:
    """Return a term in the singular and the plural, in both spellings, with and without hyphens."""
    found = {term}
    for pattern, written in _SPELLINGS:
        found |= {pattern.sub(written, each) for each in found}
    found |= {each.replace("-", " ") for each in found}
    found |= {each.replace(" ", "-") for each in found}
    return found | {plural for each in found for plural in _plurals(each)}


def _plurals(term: str) -> Iterator[str]:
    match = _LAST.search(term)
    if not match:
        return
    head, word = term[: match.start()], match[0]
    lower = word.lower()
    if (irregular := _IRREGULAR.get(lower)) and word in {lower, lower.capitalize()}:
        yield head + (irregular if word == lower else irregular.capitalize())
    if word.isupper() and len(word) > 1:
        yield f"{term}s"
    elif _SIBILANT.search(word):
        yield f"{term}es"
    elif _CONSONANT_Y.search(word):
        yield f"{term[:-1]}ies"
    else:
        if _CONSONANT_O.search(word):
            yield f"{term}es"
        yield f"{term}s"
