"""url-mismatch."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "url-mismatch"

FLAGGED = [
    Case(
        "zh-TW",
        "Read https://example.org/guide first. ⇒ 請先閱讀 https://example.org/giude。",
        "https://example.org/giude → https://example.org/guide",
        "“https://example.org/giude” is not in the original, which has “https://example.org/guide”",
    ),
    Case(
        "zh-CN",
        "Read https://example.org/guide first. ⇒ 请先阅读说明。",
        "请先阅读说明。",
        "the original has “https://example.org/guide”, which is missing here",
    ),
    Case(
        "zh-TW",
        "Write to help@example.org. ⇒ 請寫信給客服。",
        "請寫信給客服。",
        "the original has “help@example.org”, which is missing here",
    ),
    Case(
        "zh-CN",
        "Write to help@example.org. ⇒ 请写信至 hlep@example.org。",
        "hlep@example.org → help@example.org",
        "“hlep@example.org” is not in the original, which has “help@example.org”",
    ),
    Case(
        "zh-TW",
        '<a href="https://example.org/a/terms">Terms</a> ⇒ <a href="https://example.org/a/term">條款</a>',
        "https://example.org/a/term → https://example.org/a/terms",
        "“https://example.org/a/term” is not in the original, which has “https://example.org/a/terms”",
    ),
    Case(
        "zh-HK",
        "The data is at https://data.example.org/2024/. ⇒ 數據載於 https://data.example.org/2023/。",
        "https://data.example.org/2023/ → https://data.example.org/2024/",
        "“https://data.example.org/2023/” is not in the original, which has “https://data.example.org/2024/”",
    ),
    Case(
        "zh-CN",
        "Visit www.example.com/shop today. ⇒ 今天就来商店看看。",
        "今天就来商店看看。",
        "the original has “www.example.com/shop”, which is missing here",
    ),
    Case(
        "zh-TW",
        "Mirror: ftp://ftp.example.org/pub ⇒ 鏡像站：ftp://ftp.example.org/pob",
        "ftp://ftp.example.org/pob → ftp://ftp.example.org/pub",
        "“ftp://ftp.example.org/pob” is not in the original, which has “ftp://ftp.example.org/pub”",
    ),
    Case(
        "zh-CN",
        "See https://example.org/a and https://example.net/b. ⇒ 参见 https://example.org/a。",
        "参见 https://example.org/a。",
        "the original has “https://example.net/b”, which is missing here",
    ),
    Case(
        "zh-TW",
        "請見 https://example.org/chart?id=7。 ⇒ 請見 https://example.org/chart?id=8。",
        "https://example.org/chart?id=8 → https://example.org/chart?id=7",
        "“https://example.org/chart?id=8” is not in the original, which has “https://example.org/chart?id=7”",
    ),
    Case(
        "zh-CN",
        "Clone https://git.example.org/tools.git ⇒ 克隆 https://git.example.org/tool.git",
        "https://git.example.org/tool.git → https://git.example.org/tools.git",
        "“https://git.example.org/tool.git” is not in the original, which has “https://git.example.org/tools.git”",
    ),
    Case(
        "zh-TW",
        "Pay at https://pay.example.org/. ⇒ 請至 https://pey.example.org/ 付款。",
        "https://pey.example.org/ → https://pay.example.org/",
        "“https://pey.example.org/” is not in the original, which has “https://pay.example.org/”",
    ),
    Case(
        "zh-CN",
        "One link: https://example.org/x / %d links: https://example.org/x ⇒ %d 个链接",
        "%d 个链接",
        "the original has “https://example.org/x”, which is missing here",
    ),
    Case(
        "zh-HK",
        "Ask press@example.org or https://example.org/press. ⇒ 請電郵 press@example.org。",
        "請電郵 press@example.org。",
        "the original has “https://example.org/press”, which is missing here",
    ),
    Case(
        "zh-TW",
        "Download https://example.org/setup-1.2.exe now. ⇒ 立即下載 https://example.org/setup-1.1.exe。",
        "https://example.org/setup-1.1.exe → https://example.org/setup-1.2.exe",
        "“https://example.org/setup-1.1.exe” is not in the original, which has “https://example.org/setup-1.2.exe”",
    ),
]

FINE = [
    Case("zh-TW", "See https://example.org/en/guide/. ⇒ 請見 https://example.org/zh-tw/guide。"),
    Case("zh-CN", "See http://example.org/guide ⇒ 参见 https://example.org/guide。"),
    Case(
        "zh-TW", "See https://en.wikipedia.org/wiki/Tide ⇒ 請見 https://zh.wikipedia.org/wiki/潮汐"
    ),
    Case(
        "zh-CN",
        "Report bugs to bugs@example.org. ⇒ 请向 bugs@example.org 报告缺陷，翻译问题请告知 zh@example.net。",
    ),
    Case("zh-TW", "No links here. ⇒ 詳情請見 https://example.org/zh。"),
    Case("zh-CN", "(see https://example.org/a_(b)) ⇒ （参见 https://example.org/a_(b)）"),
    Case("zh-TW", "Visit <https://example.org> ⇒ 請造訪 <https://example.org/>"),
    Case(
        "zh-CN",
        "Docs: https://docs.example.org/en_US/index.html ⇒ 文档：https://docs.example.org/zh_CN/index.html",
    ),
    Case("zh-TW", "Go to https://example.org/page#top ⇒ 前往 https://example.org/page#頂端"),
    Case(
        "zh-CN",
        "https://example.org/a, https://example.org/b ⇒ https://example.org/b、https://example.org/a",
    ),
    Case("zh-HK", "Write to help@example.org! ⇒ 請電郵至 help@example.org！"),
    Case("zh-TW", "https://www.example.org/news ⇒ https://example.org/news"),
    Case("zh-CN", "See https://example.org/docs?lang=en ⇒ 参见 https://example.org/docs?lang=zh"),
    Case("zh-TW", "An example://scheme is no link we know. ⇒ 這種連結我們不認得。"),
    Case("zh-CN", "请参阅 https://example.org/zh-tw/faq ⇒ 请参阅 https://example.org/zh-cn/faq"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """A lost or misspelt URL is found."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """The same page in another language is fine, and so is a URL more."""
    verify(NAME, case, builtin)
