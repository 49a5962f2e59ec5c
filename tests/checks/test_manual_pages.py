"""The manual page of every check is complete, and its examples are true."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import CHECKS, Case, manual_cases, verify

HEADINGS = ("What", "Why", "Flagged", "Fine", "Fix safety")
EXAMPLES = [
    pytest.param(name, case, id=f"{name}: {case}")
    for name in CHECKS
    for cases in manual_cases(name)
    for case in cases
]


@pytest.mark.parametrize("name", CHECKS)
def test_page_is_complete(name: str) -> None:
    """A page says what, why and how safe, and has examples of both kinds."""
    lines = CHECKS[name].doc.splitlines()
    assert lines[0].startswith("Allow ")
    assert [line for line in lines if line in HEADINGS] == list(HEADINGS)
    flagged, fine = manual_cases(name)
    assert flagged
    assert fine
    assert all(case.expected for case in flagged)
    assert not any(case.expected for case in fine)


@pytest.mark.parametrize(("name", "case"), EXAMPLES)
def test_example_is_true(name: str, case: Case, builtin: TermBase) -> None:
    """What a page says is flagged is flagged, what it calls fine is not."""
    verify(name, case, builtin)
