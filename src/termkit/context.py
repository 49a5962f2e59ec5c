"""What a check is, and what it is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from termkit.locales import Script, script_of
from termkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity, replacement
from termkit.model.document import Directive, Document
from termkit.scripts.tai import Tai
from termkit.termbase.matcher import Finding, LatinFinding, Scan
from termkit.termbase.store import TermBase


@dataclass(frozen=True, slots=True)
class House:
    """What a house chooses where several ways are right."""

    tai: Tai = Tai.KEEP


class CheckContext:
    """One document under check. What several checks need is computed once, when first asked for.

    ``base`` is what holds on the day of the document. For the late checks ``unused``
    holds the directives that hid no finding.
    """

    def __init__(
        self, document: Document, locale: str, base: TermBase, house: House = House()
    ) -> None:
        self.document = document
        self.locale = locale
        self.base = base.at(document.date)
        self.house = house
        self.unused: tuple[Directive, ...] = ()

    @property
    def prose(self) -> str:
        """The text to look at: the source with everything that is not prose masked."""
        return self.document.prose

    @property
    def script(self) -> Script:
        """The script that the document should be written in."""
        return script_of(self.locale)

    @cached_property
    def terms(self) -> Scan:
        """What the term base finds."""
        return self.base.matcher(self.locale).scan(self.prose)

    @cached_property
    def latin(self) -> list[LatinFinding]:
        """The Latin terms in another casing than the base's."""
        return self.base.matcher(self.locale).scan_latin(self.prose)


def term_fix(finding: Finding) -> Fix:
    """Return the fix of a term: safe with one meaning, unsafe by clue words, else only shown."""
    if len(finding.suggestions) > 1:
        applicability = Applicability.DISPLAY
    else:
        applicability = Applicability.UNSAFE if finding.is_clued else Applicability.SAFE
    return replacement(finding.span, finding.suggestions[0], applicability)


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its published name, how severe its findings are, and the function that finds them.

    ``doc`` is its manual page, the docstring of its module. A ``late`` check runs when
    the others have, and directives have hidden what they hide; one that is not
    ``default`` runs only where it is selected.
    """

    name: str
    severity: Severity
    find: Callable[[CheckContext], Iterable[Diagnostic]]
    doc: str
    late: bool = False
    default: bool = True
