"""Checking documents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from termkit.checks import all_checks
from termkit.context import Check, CheckContext, House
from termkit.engine.census import count_names
from termkit.engine.detect import decide_locale
from termkit.engine.pairing import bitext_of
from termkit.engine.paths import PathTable
from termkit.engine.policy import Policy
from termkit.engine.siblings import Siblings
from termkit.engine.suppressions import suppress, unused
from termkit.engine.uses import note_uses
from termkit.engine.zones import Zones
from termkit.errors import TermkitError, did_you_mean
from termkit.garbage import uncollected
from termkit.messages import tr
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.model.document import Directive, Document
from termkit.model.result import FileResult, Use
from termkit.termbase.store import TermBase
from termkit.text import Span, has_han

# Findings about a term say all there is to say of the characters inside it.
_TERM_CHECKS = frozenset({"wrong-region-term", "deprecated-term"})
# A character of the other script is no misspelling besides.
_MIXED, _WRONG_CHARACTER = "mixed-script", "wrong-character"
_CHARACTER_CHECKS = frozenset({_MIXED, "variant-character", _WRONG_CHARACTER})
# The original can add nothing to what is wrong without it.
_COVERED = _CHARACTER_CHECKS | {"forbidden-in-translation"}


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a run checks: the term base, the checks, and a locale that overrides all others.

    ``policy`` says what else holds of the checks, and where; ``locales`` tells the
    locale of files by their paths; ``zones`` have levels of their own. A ``narrowed`` run has only some of the checks
    that the configuration asks for. With ``names`` the names that each document uses
    are counted too. ``siblings`` finds what an article is a translation of.
    """

    base: TermBase
    checks: tuple[Check, ...]
    locale: str = ""
    policy: Policy = Policy()
    locales: PathTable[str] = PathTable()
    house: House = House()
    zones: Zones = Zones()
    narrowed: bool = False
    names: bool = False
    siblings: Siblings = Siblings()

    @property
    def possible(self) -> tuple[Check, ...]:
        """The checks that run on some file at least, if there is one."""
        named = {name for _, rule in self.policy.by_path.rows for name in rule.select or ()}
        return tuple(check for check in all_checks() if check in self.checks or check.name in named)

    def plan(self, path: str) -> "Plan":
        """Return what runs on a file."""
        rule = self.policy.at(path)
        checks = self.checks if rule.select is None else select_checks(rule.select)
        return Plan(
            tuple(check for check in checks if check.name not in rule.ignore), rule.severity
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What runs on one file: the checks, and severities other than their own."""

    checks: tuple[Check, ...]
    severity: Mapping[str, Severity]

    def find(self, context: CheckContext, *, late: bool) -> list[Diagnostic]:
        """Return what its late checks or its others find, in order of position."""
        checks = (check for check in self.checks if check.late == late)
        found = self.rated(each for check in checks for each in check.find(context))
        return sorted(found, key=_place)

    def rated(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return findings with the severities that they have here."""
        return [self._rated(diagnostic) for diagnostic in found]

    def _rated(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a finding with the severity that it has here."""
        severity = self.severity.get(diagnostic.check, diagnostic.severity)
        if severity is diagnostic.severity:
            return diagnostic
        return replace(diagnostic, severity=severity)


def select_checks(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Check, ...]:
    """Return the checks to run; raise TermkitError with a suggestion for an unknown name."""
    known = {check.name: check for check in all_checks()}
    for name in (*select, *ignore):
        if name not in known:
            raise TermkitError(tr("unknown check {name!r}", name=name) + did_you_mean(name, known))
    return tuple(
        check
        for name, check in known.items()
        if (name in select if select else check.default) and name not in ignore
    )


def check_document(
    document: Document, locale: str, options: CheckOptions
) -> tuple[Diagnostic, ...]:
    """Return the findings of a document, in order of position."""
    return _check(document, locale, options)[0]


@uncollected
def _check(
    document: Document, locale: str, options: CheckOptions
) -> tuple[tuple[Diagnostic, ...], tuple[Use, ...]]:
    """Return the findings of a document, and what the run as a whole has to know of it."""
    pair_up = partial(bitext_of, document, locale, options.base.at(document.date), options.siblings)
    context = CheckContext(document, locale, options.base, options.house, pair_up)
    plan = options.plan(document.path)
    zoned = partial(options.zones.rated, context=context)
    found = zoned([*_without_covered(plan.find(context, late=False))])
    alike = not (document.directives or options.zones)
    uses, used = note_uses(
        context, plan.checks, lambda places: zoned(plan.rated(places)), alike=alike
    )
    if document.directives:
        found = sorted(_directed(found, used, plan, context, options), key=_place)
    return tuple(found), uses


def _place(diagnostic: Diagnostic) -> tuple[Span, str]:
    return diagnostic.span, diagnostic.check


def _directed(
    found: list[Diagnostic],
    used: set[Directive],
    plan: Plan,
    context: CheckContext,
    options: CheckOptions,
) -> list[Diagnostic]:
    """Leave out what directives hide, and add what there is to say of those not ``used``."""
    directives = context.document.directives
    left, covering = suppress(found, directives)
    running = {check.name for check in plan.checks if not check.late}
    context.unused = unused(directives, used | covering, running, narrowed=options.narrowed)
    return left + suppress(plan.find(context, late=True), directives, by_name_only=True)[0]


def check_one(document: Document, options: CheckOptions) -> FileResult:
    """Decide a document's locale and check it."""
    decision = decide_locale(document, options.base, options.locale, options.locales)
    if decision.locale is None or decision.refusal:
        reason = decision.refusal
        if has_han(document.prose) and not decision.locale:
            reason += tr("; tell its locale with --locale")
        return FileResult(
            document.path, document.source, "", tr("skipped: {reason}", reason=reason)
        )
    tag = decision.locale.base
    found, uses = _check(document, tag, options)
    names = count_names(document, tag, options.base.at(document.date)) if options.names else ()
    about = document.path, document.source, decision.locale.tag, decision.reason
    return FileResult(*about, found, names=names, uses=uses)


def _without_covered(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    mixed = {place for d in found if d.check == _MIXED for place in range(*d.span)}
    terms = [d.span for d in found if d.check in _TERM_CHECKS]
    at = 0
    for diagnostic in found:
        if diagnostic.check == _WRONG_CHARACTER and mixed.intersection(range(*diagnostic.span)):
            continue
        if diagnostic.check in _COVERED:
            while at < len(terms) and terms[at].end <= diagnostic.span.start:
                at += 1
            if at < len(terms) and terms[at].start <= diagnostic.span.start < terms[at].end:
                continue
        yield diagnostic
