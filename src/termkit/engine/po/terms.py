"""The terms of the base in the texts of a catalogue: told in comments, and known again later.

``glossary: 輝達 → zh-CN: 英伟达; zh-HK: 輝達; en: NVIDIA (not Nvidia)`` names every other
locale, so that the line is the same in the template and in every catalogue. It also keeps
what the base said when the entry was written: the next run sees what has changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.locales import CHINESE, EN
from termkit.model.term import Concept
from termkit.patterns import regex
from termkit.text import Span, cuts_latin, without_surrogates

MARK = "glossary: "
_LINE = regex(rf"{MARK}(?P<form>.+?) → (?P<rest>.+)")
_PART = regex(r"(?P<locale>[A-Za-z-]+): (?P<terms>.*?)(?: \(not (?P<avoid>.*)\))?")


@dataclass(frozen=True, slots=True)
class Says:
    """What the base says of a term in one locale: what to write, also, and what not."""

    preferred: tuple[str, ...]
    avoided: tuple[str, ...] = ()
    admitted: tuple[str, ...] = ()

    @property
    def good(self) -> frozenset[str]:
        """Everything that may be written."""
        return frozenset((*self.preferred, *self.admitted))

    def __str__(self) -> str:
        avoided = f" (not {' | '.join(self.avoided)})" if self.avoided else ""  # not shown
        return f"{' | '.join(self.preferred)}{avoided}"


class TermIndex:
    """The terms of one locale, to be found in texts."""

    def __init__(self, concepts: Iterable[Concept], locale: str) -> None:
        """Index the terms of ``locale`` that have a counterpart in another one."""
        self._locales = [tag for tag in (*CHINESE, EN) if tag != locale]
        owners: dict[str, list[Concept]] = defaultdict(list)
        shields: set[str] = set()
        for concept in concepts:
            if not concept.is_active:
                continue
            shields.update(concept.shields.get(locale, ()))
            if any(concept.preferred(tag) for tag in self._locales):
                for term in concept.terms.get(locale, ()):
                    owners[term].append(concept)
        self._forms = sorted({*owners, *shields})
        self._owners = {form: _uppermost(owners[form]) for form in owners if form not in shields}
        self._automaton = None
        if self._forms:
            self._automaton = CharwiseDoubleArrayAhoCorasick(
                self._forms, MATCH_KIND_LEFTMOST_LONGEST
            )

    def find(self, text: str) -> list[str]:
        """Return the terms that occur, each once, in order."""
        if self._automaton is None:
            return []
        text = without_surrogates(text)
        found: dict[str, None] = {}
        for start, end, index in self._automaton.find(text):
            form = self._forms[index]
            if form in self._owners and not cuts_latin(text, Span(start, end)):
                found[form] = None
        return list(found)

    def says(self, form: str, locale: str) -> Says | None:
        """Return what the base says of a term in another locale, None where it says nothing."""
        concepts = [each for each in self._owners.get(form, ()) if each.preferred(locale)]
        if not concepts:
            return None
        # A form that both locales admit stays as it is: NVIDIA for 輝達.
        kept = (form if form in each.terms[locale] else each.terms[locale][0] for each in concepts)
        preferred = tuple(dict.fromkeys(kept))
        avoided = dict.fromkeys(term for each in concepts for term in each.avoid.get(locale, ()))
        admitted = tuple(term for each in concepts for term in each.terms[locale])
        return Says(preferred, tuple(avoided), admitted)

    def lines(self, text: str) -> Iterator[str]:
        """Yield a comment for each term that occurs in a text and is another word elsewhere."""
        for form in self.find(text):
            said = [(tag, found) for tag in self._locales if (found := self.says(form, tag))]
            if any(found.preferred != (form,) or found.avoided for _, found in said):
                yield f"{MARK}{form} → {'; '.join(f'{tag}: {found}' for tag, found in said)}"


def read_lines(comments: Iterable[str], locale: str) -> dict[str, Says]:
    """Return what comments say of terms in a locale: by term."""
    found: dict[str, Says] = {}
    for comment in comments:
        line = _LINE.fullmatch(comment)
        for part in line["rest"].split("; ") if line else ():
            match = _PART.fullmatch(part)
            if line and match and match["locale"] == locale:
                avoided = tuple(match["avoid"].split(" | ")) if match["avoid"] else ()
                found[line["form"]] = Says(tuple(match["terms"].split(" | ")), avoided)
    return found


def _uppermost(concepts: list[Concept]) -> list[Concept]:
    layer = max(concept.layer for concept in concepts)
    return [concept for concept in concepts if concept.layer == layer]
