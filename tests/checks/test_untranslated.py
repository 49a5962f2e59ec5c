"""untranslated."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "untranslated"

FLAGGED = [
    Case(
        "zh-TW",
        "The file could not be saved. ⇒ The file could not be saved.",
        "The file could not be saved.",
        "the translation is the original itself",
    ),
    Case(
        "zh-CN",
        "Open ⇒ ",
        '""',
        "the text is not translated",
    ),
    Case(
        "zh-TW",
        "One file / %d files ⇒ ",
        '""',
        "the text is not translated",
    ),
    Case(
        "zh-CN",
        "請先儲存這個檔案，再關閉視窗。 ⇒ 請先儲存這個檔案，再關閉視窗。",
        "請先儲存這個檔案，再關閉視窗。",
        "the translation is the original itself",
    ),
    Case(
        "zh-TW",
        "请先保存这个文件，再关闭窗口。 ⇒ 请先保存这个文件，再关闭窗口。",
        "请先保存这个文件，再关闭窗口。",
        "the translation is the original itself",
    ),
    Case(
        "zh-HK",
        "Please try again in a few minutes. ⇒ Please try again in a few minutes.",
        "Please try again in a few minutes.",
        "the translation is the original itself",
    ),
    Case(
        "zh-CN",
        "You do not have permission to do this. ⇒ You do not have permission to do this.",
        "You do not have permission to do this.",
        "the translation is the original itself",
    ),
    Case(
        "zh-TW",
        "There is no room for %s on this disk. ⇒ There is no room for %s on this disk.",
        "There is no room for %s on this disk.",
        "the translation is the original itself",
    ),
    Case(
        "zh-CN",
        "Do you want to continue? ⇒ Do you want to continue?",
        "Do you want to continue?",
        "the translation is the original itself",
    ),
    Case(
        "zh-TW",
        "Settings ⇒  ",
        '""',
        "the text is not translated",
    ),
    Case(
        "zh-HK",
        "This page has no title. ⇒ This page  has no title.",
        "This page  has no title.",
        "the translation is the original itself",
    ),
    Case(
        "zh-CN",
        "Your changes have been saved. ⇒ Your changes have been saved.",
        "Your changes have been saved.",
        "the translation is the original itself",
    ),
    Case(
        "zh-TW",
        "We could not find the page that you asked for. ⇒ We could not find the page that you asked for.",
        "We could not find the page that you asked for.",
        "the translation is the original itself",
    ),
    Case(
        "zh-CN",
        "Nothing to do for the selected items. ⇒ Nothing to do for the selected items.",
        "Nothing to do for the selected items.",
        "the translation is the original itself",
    ),
    Case(
        "zh-TW",
        "Choose the folder in which it should be stored. ⇒ Choose the folder in which it should be stored.",
        "Choose the folder in which it should be stored.",
        "the translation is the original itself",
    ),
]

FINE = [
    Case("zh-TW", "The file could not be saved. ⇒ 無法儲存檔案。"),
    Case("zh-CN", "Creative Commons Attribution 4.0 ⇒ Creative Commons Attribution 4.0"),
    Case("zh-TW", "git commit -m %s ⇒ git commit -m %s"),
    Case("zh-CN", "PostgreSQL ⇒ PostgreSQL"),
    Case(
        "zh-TW",
        "usage: cp [-a | --all] <file> to <folder> ⇒ usage: cp [-a | --all] <file> to <folder>",
    ),
    Case("zh-CN", "繁體中文 ⇒ 繁體中文"),
    Case("zh-TW", "日本語、한국어 ⇒ 日本語、한국어"),
    Case("zh-HK", "%s (%d) ⇒ %s (%d)"),
    Case("zh-CN", "天下太平，人心安定。 ⇒ 天下太平，人心安定。"),
    Case("zh-TW", "OK ⇒ OK"),
    Case("zh-CN", "The Beatles ⇒ The Beatles"),
    Case("zh-TW", "https://example.org/this/is/the/page ⇒ https://example.org/this/is/the/page"),
    Case("zh-CN", "Lorem ipsum dolor sit amet ⇒ Lorem ipsum dolor sit amet"),
    Case("zh-TW", "One file / %d files ⇒ %d 個檔案"),
    Case("zh-HK", "MIT License ⇒ MIT License"),
    Case("zh-CN", "Ctrl+Alt+Delete ⇒ Ctrl+Alt+Delete"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """An empty translation is found, and a sentence left in the original."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """Names, commands and what both locales write alike may stay."""
    verify(NAME, case, builtin)
