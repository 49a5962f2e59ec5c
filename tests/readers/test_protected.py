"""Protected text: what an author keeps is neither checked nor converted."""

import pytest

from termkit import Converter, TermBase
from termkit.engine.converting import convert_document
from termkit.readers import read_document

CASES = [
    ("a.txt", "-{软件}- 软件", "-{软件}- 軟體"),
    ("a.md", "用 -{zh-cn:软件;zh-tw:軟體}- 和**软件**", "用 -{zh-cn:软件;zh-tw:軟體}- 和**軟體**"),
    (
        "a.md",
        "软件\n\n<!-- termkit: keep -->\n软件\n\n- 软件\n<!-- /termkit -->\n\n软件\n",
        "軟體\n\n<!-- termkit: keep -->\n软件\n\n- 软件\n<!-- /termkit -->\n\n軟體\n",
    ),
    (
        "a.md",
        "软件 <!-- termkit: keep -->软件<!-- /termkit --> 软件",
        "軟體 <!-- termkit: keep -->软件<!-- /termkit --> 軟體",
    ),
    (
        "a.txt",
        "<!-- termkit: keep --> 软件\n到文末的软件",
        "<!-- termkit: keep --> 软件\n到文末的软件",
    ),
    ("a.txt", "a -{ 软件\n软件 }- 软件", "a -{ 軟體\n軟體 }- 軟體"),
]


@pytest.mark.parametrize(("name", "source", "expected"), CASES)
def test_kept(name: str, source: str, expected: str, builtin: TermBase) -> None:
    """Between the marks nothing changes, outside everything does; an open -{ protects nothing."""
    document = read_document(source, name)
    assert convert_document(document, Converter("zh-CN", "zh-TW", builtin)).text == expected
