"""The published suites of other converters: floors, and every case that fails has its reason."""

import re
from pathlib import Path
from typing import Any

import pytest

from termkit import TermBase

pytestmark = pytest.mark.source_tree
suites = pytest.importorskip("benchmarks.suites", reason="needs the checkout")


@pytest.mark.parametrize("suite", suites.ALL, ids=lambda suite: suite.name)
def test_suite(shared: Path, suite: Any) -> None:
    """Enough cases pass; those that fail, and no others, stand in known-differences.tsv."""
    outcome = suites.run(suite, shared / "data" / "suites")
    assert list(suites.verify({suite: outcome})) == []


def test_known_differences(builtin: TermBase) -> None:
    """Each row names a suite, and each row of the term base that it names exists."""
    known = suites.read_known()
    names = {(suite.file, suite.config) for suite in suites.ALL if suite.listed}
    assert {(file, config) for file, config, _ in known} <= names
    reasons = " ".join(reason for _, reason in known.values())
    rows = set(re.findall(r"[Tt]he row ([a-z0-9-]+)", reasons))
    assert rows
    assert rows <= {concept.id for concept in builtin.concepts}
