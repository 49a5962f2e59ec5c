"""Finding the forms of one locale in a text: a leftmost-longest automaton over all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.locales import CN
from termkit.model.domains import SOFTWARE
from termkit.model.term import Concept
from termkit.scripts.words import is_chance
from termkit.termbase.forms import Claim, Form, Kind, derive_forms, latin_avoided, latin_terms
from termkit.termbase.parting import parted_forms
from termkit.text import (
    Span,
    cuts_latin,
    is_latin,
    matches,
    sentence_around_mark,
    without_surrogates,
)

_WINDOW = 12
_SHORT = 3
"""Forms up to this length may come about by chance where two words meet."""

_JOINERS = "-./@#:\\~"


@dataclass(frozen=True, slots=True)
class Finding:
    """A form found wrong at ``span``, with the claims that hold there."""

    span: Span
    form: Form
    claims: tuple[Claim, ...]

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What the claims want written instead, each once."""
        return tuple(dict.fromkeys(claim.suggestion for claim in self.claims))

    @property
    def is_clued(self) -> bool:
        """Whether clue words decided, or what the text is about."""
        return any(claim.is_open for claim in self.claims)


@dataclass(frozen=True, slots=True)
class LatinFinding:
    """A Latin term at ``span`` whose casing differs from ``expected``."""

    span: Span
    expected: str
    concept: str


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything of the term base that one text holds, in order of position."""

    wrong: tuple[Finding, ...]
    names: tuple[tuple[Span, Form], ...]


class Matcher:
    """The forms of one locale, compiled. Texts are passed with their non-prose masked."""

    def __init__(
        self, forms: Sequence[Form], latin: dict[str, tuple[str, str]], tables: dict[str, Any]
    ) -> None:
        self._forms = forms
        self._latin = latin
        self._tables = tables
        self._plain = tables["plain"]

    @classmethod
    def build(cls, concepts: Iterable[Concept], locale: str) -> "Matcher":
        """Compile the forms of ``locale``."""
        concepts = list(concepts)
        # Plain forms first, so that one comparison tells whether a match matters.
        forms = derive_forms(concepts, locale)
        forms += parted_forms(forms, locale)
        forms.sort(key=lambda form: (form.kind, form.text))
        latin = dict(sorted(latin_terms(concepts, locale).items()))
        avoided = latin_avoided(concepts, locale)
        forms += [avoided[text] for text in sorted(avoided)]
        tables = {
            "plain": sum(form.kind is Kind.PLAIN for form in forms),
            "han_automaton": _automaton([form.text for form in forms]),
            "latin_automaton": _automaton(list(latin)),
        }
        return cls(forms, latin, tables)

    def dump(self) -> dict[str, Any]:
        """Return the matcher as plain values, for the cache."""
        forms = [
            (
                form.text,
                int(form.kind),
                form.concept,
                tuple(
                    (c.concept, c.suggestion, c.origin, c.clues, c.technical) for c in form.claims
                ),
            )
            for form in self._forms[self._plain :]
        ]
        return {"forms": forms, "latin": self._latin, **self._tables}

    @classmethod
    def restore(cls, tables: dict[str, Any]) -> "Matcher":
        """Rebuild a matcher from what ``dump`` gave."""
        return cls(_Stored(tables["plain"], tables["forms"]), tables["latin"], tables)

    def scan(self, prose: str, domain: str = "") -> Scan:
        """Find what is wrong in a text of a domain, and the names of concepts that have several."""
        wrong: list[Finding] = []
        names: list[tuple[Span, Form]] = []
        for start, end, index in matches(self._han.find, prose, self._plain):
            form, span = self._forms[index], Span(start, end)
            if cuts_latin(prose, span):
                continue
            if form.kind is Kind.NAME:
                names.append((span, form))
            elif (claims := _holding(form, prose, span, domain)) and not (
                end - start <= _SHORT and is_chance(prose, span, mainland=self._is_mainland(claims))
            ):
                wrong.append(Finding(span, form, claims))
        return Scan(tuple(wrong), tuple(names))

    def forms_in(self, prose: str) -> Iterator[tuple[Span, str]]:
        """Yield every form of a text, good or not, as the base writes it."""
        for start, end, _ in matches(self._han.find, prose):
            span = Span(start, end)
            if not cuts_latin(prose, span):
                yield span, prose[start:end]
        terms = list(self._latin.values())
        for start, end, index in matches(self._find_latin, prose):
            span = Span(start, end)
            if not cuts_latin(prose, span) and not _is_joined(prose, span):
                yield span, terms[index][0]

    def is_good(self, prose: str, span: Span) -> bool:
        """Tell whether ``span`` lies inside a good term or a shield of the base."""
        return bool(self.good_form(prose, span))

    def good_form(self, prose: str, span: Span) -> str:
        """Return the good term or the shield that ``span`` lies inside of, or ""."""
        start = max(0, span.start - _WINDOW)
        window = without_surrogates(prose[start : span.end + _WINDOW])
        for left, right, index in self._han.find(window):
            if start + left <= span.start and span.end <= start + right:
                good = self._forms[index].kind in {Kind.PLAIN, Kind.NAME}
                return window[left:right] if good else ""
        return ""

    def doubts(self, form: str, concepts: Iterable[str]) -> bool:
        """Tell whether a form may be wrong for one of the concepts, if only where clue words say so."""
        return not self._claimed.get(form, frozenset()).isdisjoint(concepts)

    @cached_property
    def _claimed(self) -> dict[str, frozenset[str]]:
        return {
            form.text: frozenset(claim.concept for claim in form.claims)
            for form in self._forms[self._plain :]
            if form.kind is not Kind.NAME
        }

    @staticmethod
    def _is_mainland(claims: tuple[Claim, ...]) -> bool:
        return any(CN in claim.origin for claim in claims)

    def scan_latin(self, prose: str) -> list[LatinFinding]:
        """Find the Latin terms that are written in another casing than the base's."""
        found: list[LatinFinding] = []
        terms = list(self._latin.items())
        for start, end, index in matches(self._find_latin, prose):
            expected, concept = terms[index][1]
            if prose[start:end] != expected:
                span = Span(start, end)
                if not cuts_latin(prose, span) and not _is_joined(prose, span):
                    found.append(LatinFinding(span, expected, concept))
        return found

    @cached_property
    def _han(self) -> CharwiseDoubleArrayAhoCorasick:
        return CharwiseDoubleArrayAhoCorasick.deserialize(self._tables["han_automaton"])

    def _find_latin(self, text: str) -> list[tuple[int, int, int]]:
        # Lower-cased as bytes, ASCII alone changes, and no other letter changes its length.
        found: list[tuple[int, int, int]] = self._latin_automaton.find(
            text.encode().lower().decode()
        )
        return found

    @cached_property
    def _latin_automaton(self) -> CharwiseDoubleArrayAhoCorasick:
        return CharwiseDoubleArrayAhoCorasick.deserialize(self._tables["latin_automaton"])


_PLAIN = Form("", Kind.PLAIN)


class _Stored(Sequence[Form]):
    """The forms of a matcher from the cache; one that is more than plain is made when it is met.

    A text holds few of them, and to make all takes longer than to read the cache.
    """

    def __init__(self, plain: int, stored: Sequence[tuple[str, int, str, Sequence[Any]]]) -> None:
        self._plain = plain
        self._stored = stored
        self._made: dict[int, Form] = {}

    def __len__(self) -> int:
        return self._plain + len(self._stored)

    @overload
    def __getitem__(self, index: int) -> Form: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Form]: ...
    def __getitem__(self, index: int | slice) -> Form | Sequence[Form]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < self._plain:
            return _PLAIN
        if index not in self._made:
            text, kind, concept, claims = self._stored[index - self._plain]
            claimed = tuple(Claim(*claim) for claim in claims)
            self._made[index] = Form(text, Kind(kind), concept, claimed)
        return self._made[index]


def _automaton(patterns: list[str]) -> bytes:
    return CharwiseDoubleArrayAhoCorasick(patterns, MATCH_KIND_LEFTMOST_LONGEST).serialize()


def _holding(form: Form, prose: str, span: Span, domain: str) -> tuple[Claim, ...]:
    """Return the claims whose clue words stand in the sentence, else those that need none here."""
    is_software = domain == SOFTWARE
    always = tuple(
        [claim for claim in form.claims if not claim.is_open or (is_software and claim.technical)]
    )
    if not any(claim.clues for claim in form.claims):
        return always
    start, end = sentence_around_mark(prose, *span)
    sentence = prose[start:end]
    decided = []
    for claim in form.claims:
        for clue in claim.clues:
            if clue in sentence:
                decided.append(claim)
                break
    return tuple(decided) or always


def _is_joined(prose: str, span: Span) -> bool:
    """Tell whether a Latin match is part of a path, a domain name, a handle or an option."""
    before = prose[span.start - 1] if span.start else ""
    if before and before in _JOINERS:
        return True
    after = prose[span.end : span.end + 2]
    return len(after) == 2 and after[0] in _JOINERS and is_latin(after[1])
