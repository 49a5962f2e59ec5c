"""What a check is, and what it is given."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from termkit.locales import Script, script_of
from termkit.model.bitext import Bitext, Pair
from termkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity, replacement
from termkit.model.document import Directive, Document
from termkit.model.result import Use
from termkit.scripts.characters import only_in, variants
from termkit.scripts.tai import COMMON, FORMAL, Tai, with_formal_tai
from termkit.termbase.originals import OWN
from termkit.termbase.store import TermBase
from termkit.text import Span, occurring

if TYPE_CHECKING:
    from termkit.bitext.terms import Wanted
    from termkit.termbase.matcher import Finding, LatinFinding, Scan


@dataclass(frozen=True, slots=True)
class House:
    """What a house chooses where several ways are right.

    ``first_mention`` are the domains of names that come with their original at first.
    """

    tai: Tai = Tai.KEEP
    first_mention: tuple[str, ...] = ("companies", "people", OWN)


@dataclass(frozen=True, slots=True)
class Name:
    """A good name that a document uses for a concept which has several, and where."""

    concept: str
    text: str
    preferred: bool
    spans: list[Span]


class CheckContext:
    """One document under check. What several checks need is computed once, when first asked for.

    ``base`` is what holds on the day of the document. For the late checks ``unused``
    holds the directives that hid no finding. ``pair_up`` finds what the document is a
    translation of; it is asked once, if at all.
    """

    def __init__(
        self,
        document: Document,
        locale: str,
        base: TermBase,
        house: House = House(),
        pair_up: Callable[[], Bitext] = Bitext,
    ) -> None:
        self.document = document
        self.locale = locale
        self.base = base.at(document.date)
        self.house = house
        self._pair_up = pair_up
        self.unused: tuple[Directive, ...] = ()

    @property
    def prose(self) -> str:
        """The text to look at: the source with everything that is not prose masked."""
        return self.document.prose

    @cached_property
    def script(self) -> Script:
        """The script that the document should be written in."""
        return script_of(self.locale)

    @cached_property
    def strange(self) -> set[str]:
        """The characters in the text that its script, or its region, may not use."""
        return occurring(_suspicious(self.locale), self.prose)

    @cached_property
    def terms(self) -> "Scan":
        """What the term base finds."""
        return self.base.matcher(self.locale).scan(self.prose, self.document.domain)

    @cached_property
    def names(self) -> Mapping[str, Sequence[Name]]:
        """The names of concepts that have several, by concept, in order of position.

        They are as the house writes them: 平臺 and 平台 are one where it has chosen.
        """
        found: dict[str, dict[str, Name]] = {}
        for span, form in self.terms.names:
            text = self._as_house(span.of(self.prose))
            names = found.setdefault(form.concept, {})
            if text not in names:
                preferred = text == self._as_house(form.claims[0].suggestion)
                names[text] = Name(form.concept, text, preferred, [])
            names[text].spans.append(span)
        return {concept: list(names.values()) for concept, names in found.items()}

    def _as_house(self, name: str) -> str:
        if self.house.tai is Tai.COMMON:
            return name.replace(FORMAL, COMMON)
        return with_formal_tai(name) if self.house.tai is Tai.FORMAL else name

    @cached_property
    def latin(self) -> "list[LatinFinding]":
        """The Latin terms in another casing than the base's."""
        return self.base.matcher(self.locale).scan_latin(self.prose)

    @cached_property
    def bitext(self) -> Bitext:
        """The document beside what it is a translation of; empty where that is not known."""
        return self._pair_up()

    @cached_property
    def wanted(self) -> "list[tuple[Pair, tuple[Wanted, ...]]]":
        """The pairs that are translated, and what the term base wants in each."""
        from termkit.bitext.terms import TermIndex  # its patterns take time

        bitext = self.bitext
        index = TermIndex(self.base, bitext.locale, self.locale)
        return [(pair, index.wanted(pair)) for pair in bitext.pairs if pair.is_translated]


@cache
def _suspicious(locale: str) -> frozenset[str]:
    other = Script.HANS if script_of(locale) is Script.HANT else Script.HANT
    return only_in(other).union(variants(locale))


def term_fix(finding: "Finding") -> Fix:
    """Return the fix of a term: safe with one meaning, unsafe by clue words, else only shown."""
    if len(finding.suggestions) > 1:
        applicability = Applicability.DISPLAY
    else:
        applicability = Applicability.UNSAFE if finding.is_clued else Applicability.SAFE
    return replacement(finding.span, finding.suggestions[0], applicability)


@dataclass(frozen=True, slots=True)
class Across:
    """How a check looks at all documents of a run.

    ``note`` tells what it needs of each document, ``find`` what is wrong then: it is given
    the notes of the documents of one locale, and yields findings with the document's number.
    """

    note: Callable[[CheckContext], Iterable[Name]]
    find: Callable[[Sequence[Sequence[Use]]], Iterator[tuple[int, Diagnostic]]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its published name, how severe its findings are, and the function that finds them.

    ``doc`` is its manual page, the docstring of its module. A ``late`` check runs when
    the others have, and directives have hidden what they hide; one that is not
    ``default`` runs only where it is selected. One may also look ``across`` all documents. A ``bilingual``
    one compares a text with what it is a translation of.
    """

    name: str
    severity: Severity
    find: Callable[[CheckContext], Iterable[Diagnostic]]
    doc: str
    late: bool = False
    default: bool = True
    across: Across | None = None
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class EachPair:
    """Finds what is wrong pair by pair, in those that are translated."""

    find: Callable[[Pair, CheckContext], Iterable[Diagnostic]]

    def __call__(self, context: CheckContext) -> Iterator[Diagnostic]:
        """Yield what is found in the pairs of a document."""
        for pair in context.bitext.pairs:
            if pair.is_translated:
                yield from self.find(pair, context)
