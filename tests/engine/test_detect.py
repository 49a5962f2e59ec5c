"""Who tells the locale of a document."""

from pathlib import Path

import pytest

from termkit.engine.collect import parse_document
from termkit.engine.detect import decide_locale
from termkit.engine.paths import PathTable
from termkit.termbase.store import TermBase

TABLE = (("articles/", "zh-HK"), ("*.cn.md", "zh-CN"), ("en/**", "en"))
CASES = [
    ("articles/a.md", "字", "", "zh-HK", "the configuration: articles/"),
    ("articles/a.cn.md", "字", "", "zh-CN", "the configuration: *.cn.md"),
    ("articles/zh-TW/a.md", "字", "", "zh-HK", "the configuration: articles/"),
    ("articles/a.md", "---\nlang: zh-TW\n---\n字", "", "zh-HK", "the configuration: articles/"),
    ("articles/a.md", "字", "zh-TW", "zh-TW", "--locale"),
    ("a.md", "---\nlang: zh-TW\n---\n字", "", "zh-TW", "the file says so"),
    ("a.zh-TW.md", "字", "", "zh-TW", "its name"),
    ("en/a.md", "字", "", "en", "the configuration: en/**"),
    ("a.md", "这", "", "zh-CN", "its text is simplified"),
]


@pytest.mark.parametrize(("name", "text", "override", "locale", "reason"), CASES)
def test_decide(
    name: str, text: str, override: str, locale: str, reason: str, small: TermBase
) -> None:
    """The option comes first, then the table of paths, the file's word, its name and its text."""
    document = parse_document(text.encode(), name)
    decision = decide_locale(document, small, override, PathTable(Path(), TABLE))
    assert decision.locale is not None
    assert (decision.locale.tag, decision.reason) == (locale, reason)
