"""forbidden-in-translation."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "forbidden-in-translation"

FLAGGED = [
    Case(
        "zh-TW",
        "Not enough memory ⇒ 內存不足",
        "內存 → 記憶體",
        "“內存” is the wrong word for “memory”; zh-TW writes “記憶體”",
    ),
    Case(
        "zh-TW",
        "Henry Kissinger left the city. ⇒ 基辛格離開了城市。",
        "基辛格 → 季辛吉",
        "“基辛格” is the wrong word for “Henry Kissinger”; zh-TW writes “季辛吉”",
    ),
    Case(
        "zh-TW",
        "Disable this option ⇒ 禁用此選項",
        "禁用 → 停用",
        "“禁用” is the wrong word for “Disable”; zh-TW writes “停用”",
    ),
    Case(
        "zh-TW",
        "The template is empty. ⇒ 模板是空的。",
        "模板 → 範本 / 樣板",
        "“模板” is the wrong word for “template”; zh-TW writes “範本” or “樣板”",
    ),
    Case(
        "zh-TW",
        "The variables are not set. ⇒ 未設置變量。",
        "變量 → 變數",
        "“變量” is the wrong word for “variables”; zh-TW writes “變數”",
    ),
    Case(
        "zh-CN",
        "Install the software ⇒ 安装软体",
        "软体 → 软件",
        "“软体” is the wrong word for “software”; zh-CN writes “软件”",
    ),
    Case(
        "zh-CN",
        "The console is closed. ⇒ 主控台已关闭。",
        "主控台 → 控制台",
        "“主控台” is the wrong word for “console”; zh-CN writes “控制台”",
    ),
    Case(
        "zh-TW",
        "JD Vance visited Munich. ⇒ 萬斯訪問慕尼黑。",
        "萬斯 → 范斯",
        "“萬斯” is the wrong word for “JD Vance”; zh-TW writes “范斯”",
    ),
    Case(
        "zh-TW",
        "Undo the last step ⇒ 撤銷上一步",
        "撤銷 → 復原",
        "“撤銷” is the wrong word for “Undo”; zh-TW writes “復原”",
    ),
    Case(
        "zh-TW",
        "Kamala Harris gave a speech. ⇒ 哈里斯發表演說。",
        "哈里斯 → 賀錦麗",
        "“哈里斯” is the wrong word for “Kamala Harris”; zh-TW writes “賀錦麗”",
    ),
    Case(
        "zh-TW",
        "All templates / %d templates ⇒ %d 個模板",
        "模板 → 範本 / 樣板",
        "“模板” is the wrong word for “templates”; zh-TW writes “範本” or “樣板”",
    ),
    Case(
        "zh-TW",
        "This algorithm is slow. ⇒ 這個算法很慢。",
        "算法 → 演算法",
        "“算法” is the wrong word for “algorithm”; zh-TW writes “演算法”",
    ),
    Case(
        "zh-TW",
        "The bandwidth is limited. ⇒ 帶寬有限。",
        "帶寬 → 頻寬",
        "“帶寬” is the wrong word for “bandwidth”; zh-TW writes “頻寬”",
    ),
    Case(
        "zh-TW",
        "A breakpoint was reached. ⇒ 到達斷點。",
        "斷點 → 中斷點",
        "“斷點” is the wrong word for “breakpoint”; zh-TW writes “中斷點”",
    ),
    Case(
        "zh-TW",
        "The motherboard is broken. ⇒ 主板壞了。",
        "主板 → 主機板",
        "“主板” is the wrong word for “motherboard”; zh-TW writes “主機板”",
    ),
]

FINE = [
    Case("zh-TW", "Not enough memory ⇒ 記憶體不足"),
    Case("zh-CN", "Not enough memory ⇒ 内存不足"),
    Case("zh-TW", "The procedure takes two days. ⇒ 程序需要兩天。"),
    Case("zh-TW", "He was banned for life. ⇒ 他終身禁用此藥。"),
    Case("zh-TW", "The letter is in the safe. ⇒ 信件存放在行內存放處。"),
    Case("zh-TW", "Calvin Harris plays tonight. ⇒ 凱文哈里斯今晚演出。"),
    Case("zh-TW", "The concrete formwork is ready. ⇒ 混凝土模板準備好了。"),
    Case("zh-CN", "Save the settings ⇒ 保存设置"),
    Case("zh-CN", "It is set in the rules. ⇒ 这是规则设定的。"),
    Case("zh-TW", "The calculation method is simple. ⇒ 算法很簡單。"),
    Case("zh-TW", "Revoke the licence ⇒ 撤銷執照"),
    Case("zh-HK", "The template is empty. ⇒ 範本是空的。"),
    Case("zh-TW", "Memory: what is in it is the memory’s content. ⇒ 記憶體：內存的內容"),
    Case("zh-TW", "disable-all is an option ⇒ 禁用是一個選項"),
    Case("zh-CN", "The console is closed. ⇒ 控制台已关闭。"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """A word that is wrong for what the original names is found."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """The same word for another thing is fine."""
    verify(NAME, case, builtin)
