"""The documentation is current."""

import runpy

import pytest

from termkit.outputs import all_outputs
from termkit.termbase.faults import FAULTS
from tests.conftest import ROOT


@pytest.mark.source_tree
def test_pages_of_the_checks() -> None:
    """docs/checks.md holds the docstrings of the checks; make docs writes it."""
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generate"]
    assert generate(page) == page, "run make docs"


@pytest.mark.source_tree
def test_counts_in_the_readme() -> None:
    """README.md tells what the built-in term base holds today; make docs writes it."""
    page = (ROOT / "README.md").read_text("utf-8")
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generate_readme"]
    assert generate(page) == page, "run make docs"


@pytest.mark.source_tree
def test_table_of_the_glossary_formats() -> None:
    """docs/formats.md holds what each format declares; make docs writes it."""
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generate_formats"]
    assert generate(page) == page, "run make docs"


@pytest.mark.source_tree
def test_faults_are_documented() -> None:
    """docs/curation.md explains every fault that validate finds."""
    page = (ROOT / "docs" / "curation.md").read_text("utf-8")
    assert [name for name in FAULTS if f"\n| `{name}` | " not in page] == []


@pytest.mark.source_tree
@pytest.mark.parametrize("output", all_outputs())
def test_outputs_are_documented(output: str) -> None:
    """docs/outputs.md tells what every output is for."""
    assert f"\n| `{output}` | " in (ROOT / "docs" / "outputs.md").read_text("utf-8")
