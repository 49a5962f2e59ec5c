"""Real Markdown and catalogues: what is not prose comes out byte for byte, in every direction."""

from pathlib import Path

import pytest

from termkit import TermBase
from termkit.readers import read_document
from tests.conftest import SHARED
from tests.convert.masked import faults, hidden, source_of

SMALL = 40_000
"""Larger catalogues are left to benchmarks/masked_text.py."""

DATA = SHARED / "data"
MARKDOWN = sorted((DATA / "markdown").rglob("*.md"))
CATALOGUES = sorted(
    path
    for folder in ("po", "po_edge")
    for path in (DATA / folder).rglob("*zh_*.po")
    if path.stat().st_size <= SMALL
)


def _name(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


@pytest.mark.parametrize("path", MARKDOWN, ids=_name)
def test_markdown(builtin: TermBase, path: Path) -> None:
    """Code, tags, comments, URLs and link destinations of an article stay."""
    assert list(faults(path, source_of(path), builtin)) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=_name)
def test_catalogue(builtin: TermBase, path: Path) -> None:
    """Originals, comments, placeholders, tags and URLs of a catalogue stay."""
    assert list(faults(path, source_of(path), builtin)) == []


def test_hidden_text() -> None:
    """What is compared is all that is not prose: of Markdown its code, of a catalogue all but msgstr."""
    assert hidden(read_document("看 `代码` 和\n<b>软件</b>\n", "a.md")) == "`代码`\n<b></b>\n"
    assert hidden(read_document('msgid "a"\nmsgstr "软件 %s\\n"\n', "a.po")) == (
        'msgid "a"\nmsgstr "%s\\n"\n'
    )
