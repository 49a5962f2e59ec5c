"""Every check finds what it should in natural sentences, and leaves the right ones alone.

The cases stand in ``cases/NAME.txt``, one line each, as in the manual pages.
"""

from pathlib import Path

import pytest

from termkit.model.manual import read_manual
from termkit.termbase.store import TermBase
from tests.checks.harness import CHECKS, Case, verify

FOLDER = Path(__file__).parent / "cases"
ENOUGH = 15
# Checks of translations have tables of pairs, each in a module of its own.
ALONE = [name for name, check in CHECKS.items() if not check.bilingual]
FLAGGED, FINE = "Flagged", "Fine"


def read_cases(name: str) -> dict[str, list[Case]]:
    """Return the cases of a check by heading; a line that is none fails."""
    path = FOLDER / f"{name}.txt"
    cases: dict[str, list[Case]] = {FLAGGED: [], FINE: []}
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line in cases:
            heading = line
        elif line and not line.startswith("#"):
            (section,) = read_manual(f"…\n{heading}\n    {line}").sections
            (one,) = section.examples
            cases[heading].append(Case(one.locale, one.text, one.found))
    return cases


CASES = [
    pytest.param(name, case, id=f"{name}: {case}")
    for name in ALONE
    for cases in read_cases(name).values()
    for case in cases
]


@pytest.mark.parametrize("name", ALONE)
def test_cases_are_enough(name: str) -> None:
    """A check has at least fifteen different cases of each kind, and they say what they are."""
    cases = read_cases(name)
    for heading, few in cases.items():
        assert len({(case.locale, case.text) for case in few}) >= ENOUGH, f"{name}: {heading}"
    assert all(case.expected for case in cases[FLAGGED])
    assert not any(case.expected for case in cases[FINE])


def test_no_case_is_lost() -> None:
    """Every file of cases is that of a check."""
    assert {path.stem for path in FOLDER.iterdir()} <= set(CHECKS)


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: Case, builtin: TermBase) -> None:
    """What should be found is found, with what should stand there; the rest is left alone."""
    verify(name, case, builtin)
