"""One harness for every check: a case is a line, its findings are compared whole."""

from dataclasses import dataclass

from termkit.checks import all_checks
from termkit.engine.fixer import apply_edits, choose_fixes
from termkit.engine.runner import CheckOptions, check_document
from termkit.model.diagnostic import Applicability
from termkit.model.manual import read_manual
from termkit.readers import read_document
from termkit.readers.plain import parse
from termkit.termbase.store import TermBase

CHECKS = {check.name: check for check in all_checks()}


@dataclass(frozen=True)
class Case:
    """A sentence, its locale, and what is found in it: ``wrong → right; …``, or nothing."""

    locale: str
    text: str
    expected: str = ""

    def __str__(self) -> str:
        return f"{self.locale} {self.text[:16]}"


def found(name: str, case: Case, base: TermBase) -> str:
    """Return what one check finds, in the notation of the cases."""
    if CHECKS[name].late:
        # It looks at what the others find, and at comments.
        options = CheckOptions(base, tuple(CHECKS.values()))
        document = read_document(case.text, "case.md")
        findings = [d for d in check_document(document, case.locale, options) if d.check == name]
    else:
        options = CheckOptions(base, (CHECKS[name],))
        findings = [*check_document(parse(case.text, ""), case.locale, options)]
    assert all(finding.check == name for finding in findings)
    return "; ".join(
        " → ".join((finding.span.of(case.text), *filter(None, [" / ".join(finding.suggestions)])))
        for finding in findings
    )


def verify(name: str, case: Case, base: TermBase) -> None:
    """Compare the findings whole; a fix that claims to be safe converges to a clean text."""
    assert found(name, case, base) == case.expected
    options = CheckOptions(base, (CHECKS[name],))
    findings = check_document(parse(case.text, ""), case.locale, options)
    fixes = choose_fixes(findings)
    text = apply_edits(case.text, [edit for fix in fixes for edit in fix.edits])
    left = check_document(parse(text, ""), case.locale, options)
    assert not [one for one in left if one.applicability is Applicability.SAFE]
    assert len(left) == sum(one.applicability is not Applicability.SAFE for one in findings)


def manual_cases(name: str) -> tuple[list[Case], list[Case]]:
    """Return the flagged and the fine examples of a check's manual page."""
    sections = {one.heading: one.examples for one in read_manual(CHECKS[name].doc).sections}
    flagged, fine = (
        [Case(one.locale, one.text, one.found) for one in sections.get(title, ())]
        for title in ("Flagged", "Fine")
    )
    return flagged, fine
