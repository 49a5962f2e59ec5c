"""The pages that are generated are current."""

import runpy

import pytest

from tests.conftest import ROOT


@pytest.mark.source_tree
def test_pages_of_the_checks() -> None:
    """docs/checks.md holds the docstrings of the checks; make docs writes it."""
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generate"]
    assert generate(page) == page, "run make docs"
