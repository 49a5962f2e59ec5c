"""markup-mismatch."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "markup-mismatch"

FLAGGED = [
    Case(
        "zh-TW",
        "Press <b>Save</b> to keep it. ⇒ 按儲存即可保留。",
        "按儲存即可保留。",
        "the original has “<b>”, “</b>”, which are missing here",
    ),
    Case(
        "zh-CN",
        "Press <b>Save</b> to keep it. ⇒ 按<b>保存<b>即可保留。",
        "<b>",
        "“<b>” is not in the original, which has “</b>”",
    ),
    Case(
        "zh-TW",
        'See <a href="/help">the manual</a>. ⇒ 請見說明書。',
        "請見說明書。",
        'the original has “<a href="/help">”, “</a>”, which are missing here',
    ),
    Case(
        "zh-CN",
        "<p>First</p><p>Second</p> ⇒ <p>第一段</p>",
        "<p>第一段</p>",
        "the original has “<p>”, “</p>”, which are missing here",
    ),
    Case(
        "zh-TW",
        "Read <0>the terms</0> first. ⇒ 請先閱讀條款</0>。",
        "請先閱讀條款</0>。",
        "the original has “<0>”, which is missing here",
    ),
    Case(
        "zh-CN",
        "Note: [b]save[/b] often. ⇒ 注意：经常保存。",
        "注意：经常保存。",
        "the original has “[b]”, “[/b]”, which are missing here",
    ),
    Case(
        "zh-TW",
        "A plain sentence. ⇒ 一個<em>普通</em>的句子。",
        "<em>",
        "“<em>”, “</em>” are not in the original",
    ),
    Case(
        "zh-CN",
        "[markdown-text] Run `make` first. ⇒ 先运行 make。",
        "先运行 make。",
        "the original has “`make`”, which is missing here",
    ),
    Case(
        "zh-TW",
        "[markdown-text] See [the guide](guide.md). ⇒ 請見指南。",
        "請見指南。",
        "the original has “[the guide](guide.md)”, which is missing here",
    ),
    Case(
        "zh-CN",
        "[markdown-text] **Never** share it. ⇒ 切勿分享。",
        "切勿分享。",
        "the original has “**Never**”, which is missing here",
    ),
    Case(
        "zh-TW",
        "[markdown-text] Save it. ⇒ **儲存**它。",
        "**儲存**",
        "“**儲存**” is not in the original",
    ),
    Case(
        "zh-HK",
        '<span class="hint">Optional</span> ⇒ <span class="hint">選填',
        '<span class="hint">選填',
        "the original has “</span>”, which is missing here",
    ),
    Case(
        "zh-TW",
        "<guilabel>OK</guilabel> closes it. ⇒ <guilable>確定</guilable>會關閉它。",
        "<guilable>",
        "“<guilable>”, “</guilable>” are not in the original, which has “<guilabel>”, “</guilabel>”",
    ),
    Case(
        "zh-CN",
        "<li>Red</li><li>Blue</li> ⇒ <li>红</li><li>蓝",
        "<li>红</li><li>蓝",
        "the original has “</li>”, which is missing here",
    ),
    Case(
        "zh-TW",
        "One <b>file</b> / %d <b>files</b> ⇒ %d 個檔案",
        "%d 個檔案",
        "the original has “<b>”, “</b>”, which are missing here",
    ),
    Case(
        "zh-CN",
        "[markdown-text] ![The map](map.png) shows it. ⇒ 地图上有。",
        "地图上有。",
        "the original has “![The map](map.png)”, which is missing here",
    ),
]

FINE = [
    Case("zh-TW", "Press <b>Save</b> to keep it. ⇒ 按<b>儲存</b>即可保留。"),
    Case("zh-CN", "Usage: copy <file> <folder> ⇒ 用法：copy <文件> <文件夹>"),
    Case("zh-TW", "First line<br>second line ⇒ 第一行，第二行"),
    Case("zh-CN", "<tt>Shift</tt>-click; <tt>Shift</tt>-drag ⇒ 按住 <tt>Shift</tt> 点击或拖动"),
    Case("zh-TW", 'See <a href="/en/help">help</a>. ⇒ 請見<a href="/zh/help">說明</a>。'),
    Case("zh-CN", "if a < b and c > d ⇒ 若 a < b 且 c > d"),
    Case("zh-TW", "[markdown-text] Read *this* now. ⇒ 現在就讀這個。"),
    Case("zh-CN", "Use `make` here ⇒ 在此使用“make”"),
    Case(
        "zh-TW", "[markdown-text] Run `make` and `make install`. ⇒ 執行 `make` 與 `make install`。"
    ),
    Case("zh-CN", "[default=yes] ⇒ [默认=是]"),
    Case("zh-TW", "[file] may be left out ⇒ 可以省略 [檔案]"),
    Case("zh-CN", "<B>Bold</B> ⇒ <b>粗体</b>"),
    Case("zh-TW", "<b>One</b> and <i>two</i> ⇒ <i>二</i>與<b>一</b>"),
    Case("zh-HK", "I <3 you ⇒ 我<3你"),
    Case("zh-CN", "[markdown-text] The tag `<b>` is bold. ⇒ 标签 `<b>` 表示粗体。"),
    Case("zh-TW", "One <b>file</b> / %d files ⇒ %d 個檔案"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """A tag, a link, code or bold text that only one side has is found."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """The same markup elsewhere, and what only looks like it, is fine."""
    verify(NAME, case, builtin)
