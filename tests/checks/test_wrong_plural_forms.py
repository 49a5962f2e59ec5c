"""wrong-plural-forms."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "wrong-plural-forms"

FLAGGED = [
    Case(
        "zh-TW",
        "[nplurals=2; plural=(n != 1);] %d file / %d files ⇒ %d 個檔案 / %d 個檔案",
        "Plural-Forms: nplurals=2; plural=(n != 1);",
        "“nplurals=2; plural=(n != 1);” are not the plural forms of zh-TW, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-CN",
        "[nplurals=2; plural=(n != 1);] %d file / %d files ⇒ %d 个文件",
        "Plural-Forms: nplurals=2; plural=(n != 1);",
        "“nplurals=2; plural=(n != 1);” are not the plural forms of zh-CN, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-HK",
        "[nplurals=2; plural=n>1;] %d file / %d files ⇒ %d 個檔案 / %d 個檔案",
        "Plural-Forms: nplurals=2; plural=n>1;",
        "“nplurals=2; plural=n>1;” are not the plural forms of zh-HK, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-TW",
        "[nplurals=3; plural=n%3;] %d day / %d days ⇒ %d 天 / %d 天 / %d 天",
        "Plural-Forms: nplurals=3; plural=n%3;",
        "“nplurals=3; plural=n%3;” are not the plural forms of zh-TW, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-CN",
        "[nplurals=1; plural=n;] %d day / %d days ⇒ %d 天",
        "Plural-Forms: nplurals=1; plural=n;",
        "“nplurals=1; plural=n;” are not the plural forms of zh-CN, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-TW",
        "[nplurals=1; plural=1;] %d day / %d days ⇒ %d 天",
        "Plural-Forms: nplurals=1; plural=1;",
        "“nplurals=1; plural=1;” are not the plural forms of zh-TW, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-CN",
        "[nplurals=INTEGER; plural=EXPRESSION;] %d day / %d days ⇒ %d 天",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
        "“nplurals=INTEGER; plural=EXPRESSION;” can't be read "
        "as the plural forms of zh-CN, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-TW",
        "[nplurals=1; plural=(n;] %d day / %d days ⇒ %d 天",
        "Plural-Forms: nplurals=1; plural=(n;",
        "“nplurals=1; plural=(n;” can't be read as the plural forms of zh-TW, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-CN",
        "[nplurals=1; plural=0;] %d file / %d files ⇒ %d 个文件 / %d 个文件",
        "%d 个文件",
        "this entry has msgstr[0], msgstr[1], where 1 translation should be",
    ),
    Case(
        "zh-TW",
        "[nplurals=1; plural=0;] %d line / %d lines ⇒ %d 行 / %d 列",
        "%d 行",
        "this entry has msgstr[0], msgstr[1], where 1 translation should be",
    ),
    Case(
        "zh-HK",
        "[nplurals=1; plural=0;] %d line / %d lines ⇒ 一行 / %d 行 / 很多行",
        "一行",
        "this entry has msgstr[0], msgstr[1], msgstr[2], where 1 translation should be",
    ),
    Case(
        "zh-CN",
        "[nplurals=2; plural=0;] %d line / %d lines ⇒ 一行 / %d 行",
        "Plural-Forms: nplurals=2; plural=0;",
        "“nplurals=2; plural=0;” are not the plural forms of zh-CN, which are “nplurals=1; plural=0;”",
    ),
    Case(
        "zh-TW",
        "One page / %d pages ⇒ %d 頁",
        "Language: zh_TW\n",
        "the header has no Plural-Forms; they are nplurals=1; plural=0;",
    ),
    Case(
        "zh-CN",
        "One page / %d pages ⇒ %d 页 / %d 页",
        "Language: zh_CN\n",
        "the header has no Plural-Forms; they are nplurals=1; plural=0;",
    ),
    Case(
        "zh-HK",
        "[nplurals = 4 ; plural = 0] %d book / %d books ⇒ %d 本",
        "Plural-Forms: nplurals = 4 ; plural = 0",
        "“nplurals = 4 ; plural = 0” are not the plural forms of zh-HK, which are “nplurals=1; plural=0;”",
    ),
]

FINE = [
    Case("zh-TW", "[nplurals=1; plural=0;] %d file / %d files ⇒ %d 個檔案"),
    Case("zh-CN", "[nplurals=1; plural=0] %d file / %d files ⇒ %d 个文件"),
    Case("zh-HK", "[nplurals = 1 ; plural = 0 ;] %d file / %d files ⇒ %d 個檔案"),
    Case("zh-TW", "[nplurals=2; plural=(n != 1);] Open ⇒ 開啟"),
    Case("zh-CN", "Open ⇒ 打开"),
    Case("zh-TW", "[nplurals=1; plural=(0);] %d day / %d days ⇒ %d 天"),
    Case("zh-CN", "[nplurals=1; plural=0*n;] %d day / %d days ⇒ %d 天"),
    Case("zh-HK", "[nplurals=1;plural=0;] %d day / %d days ⇒ %d 日"),
    Case("zh-TW", "[nplurals=INTEGER; plural=EXPRESSION;] Open ⇒ 開啟"),
    Case("zh-CN", "[nplurals=1; plural=0;] Close ⇒ 关闭"),
    Case("zh-TW", "[nplurals=1; plural=0;] %d row / %d rows ⇒ %d 列"),
    Case("zh-HK", "[nplurals=1; plural=0;] One word / %d words ⇒ %d 個字"),
    Case("zh-CN", "[nplurals=1; plural=n==n?0:0;] %d cup / %d cups ⇒ %d 杯"),
    Case("zh-TW", "[nplurals=1; plural=0;] %d tree / %d trees ⇒ "),
    Case("zh-CN", "[nplurals=3; plural=n%3;] Save ⇒ 保存"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """A header or an entry with other forms than Chinese has is found."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """One form is fine, however the rule is written, and so is a header that nobody uses."""
    verify(NAME, case, builtin)
