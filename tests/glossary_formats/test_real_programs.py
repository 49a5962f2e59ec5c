"""The programs that the exports are for take them, and read nothing else than is declared."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from benchmarks.exchange import (
    Comparison,
    compare_opencc,
    compare_pairs,
    compare_prh,
    compare_tbx,
    example_texts,
)
from benchmarks.peers import installed

from termkit.engine.exchange import export_glossary
from termkit.termbase.store import TermBase
from tests.glossary_formats.samples import ALL

pytestmark = pytest.mark.source_tree


def program(name: str) -> Path:
    """Return an installed program; skip without it."""
    found = installed(name)
    if not found:
        pytest.skip(f"needs {name}: python -m benchmarks.exchange installs it")
    return found


def assert_equal(results: Iterable[Comparison]) -> None:
    """Assert that something was compared, and nothing was different."""
    results = list(results)
    assert all(found.count for found in results)
    assert [found.different for found in results] == [[] for _ in results]


def test_translate_toolkit_reads_tbx(small: TermBase, tmp_path: Path) -> None:
    """The Translate Toolkit reads TBX v2 whole: terms, statuses, notes, what is not translated."""
    concepts = (*small.concepts, *ALL)
    assert_equal(compare_tbx(program("translate-toolkit"), concepts, tmp_path))


def test_translate_toolkit_reads_pairs(small: TermBase, tmp_path: Path) -> None:
    """The Translate Toolkit reads Weblate's CSV and the PO entry by entry."""
    concepts = (*small.concepts, *ALL)
    assert_equal(compare_pairs(program("translate-toolkit"), concepts, tmp_path))


def test_opencc_converts_terms(small: TermBase, tmp_path: Path) -> None:
    """OpenCC loads the configuration, and converts the terms as termkit does."""
    directions = [("zh-CN", "zh-TW"), ("zh-TW", "zh-CN")]
    assert_equal(compare_opencc(program("opencc"), small, tmp_path, directions))


@pytest.mark.parametrize("locale", ["zh-TW", "zh-HK", "zh-CN"])
def test_textlint_finds_the_same(locale: str, builtin: TermBase, tmp_path: Path) -> None:
    """On the examples textlint with prh finds what wrong-region-term does, and nothing unknown."""
    textlint = program("textlint")
    assert_equal(compare_prh(textlint, builtin, locale, example_texts(locale), tmp_path))


@pytest.mark.skipif(not shutil.which("vale"), reason="needs vale")
def test_vale_finds_wrong_words(small: TermBase, tmp_path: Path) -> None:
    """Vale loads the style and reports a word of another region, not the longer word around it."""
    export_glossary(small.concepts, tmp_path, "vale", "", "zh-TW")
    (tmp_path / "a.md").write_text("英偉達的軟件猿\n", encoding="utf-8")
    done = subprocess.run(
        ["vale", "--output", "line", "a.md"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "英偉達" in done.stdout
    assert "軟件" not in done.stdout


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs msgfmt (Debian: gettext)")
def test_msgfmt_takes_the_flags(tmp_path: Path) -> None:
    """Msgfmt -c says nothing about a catalogue with Weblate's flags."""
    export_glossary(ALL, tmp_path / "g.po", "po", "zh-CN", "zh-TW")
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", tmp_path / "g.po"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
