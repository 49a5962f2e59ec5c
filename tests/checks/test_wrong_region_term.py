"""wrong-region-term."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "wrong-region-term"

FLAGGED = [
    Case("zh-TW", "業者在台中蓋了一座數據中心。", "數據中心 → 資料中心"),
    Case("zh-TW", "英偉達的芯片供不應求。", "英偉達 → 輝達; 芯片 → 晶片"),
    Case(
        "zh-TW",
        "特朗普在硅谷見了幾位首席執行官。",
        "特朗普 → 川普; 硅谷 → 矽谷; 首席執行官 → 執行長",
    ),
    Case("zh-TW", "他把視頻傳上互聯網。", "視頻 → 影片; 互聯網 → 網際網路"),
    Case("zh-TW", "這個應用程序要用鼠標操作。", "應用程序 → 應用程式; 鼠標 → 滑鼠"),
    Case("zh-TW", "馬克龍訪問悉尼。", "馬克龍 → 馬克宏; 悉尼 → 雪梨"),
    Case("zh-TW", "谷歌推出新的人工智能工具。", "谷歌 → Google; 人工智能 → 人工智慧"),
    Case("zh-TW", "請下載這個軟件。", "軟件 → 軟體"),
    Case("zh-CN", "辉达的晶片卖得很好。", "辉达 → 英伟达; 晶片 → 芯片"),
    Case("zh-CN", "川普和马克宏在矽谷见面。", "川普 → 特朗普; 马克宏 → 马克龙; 矽谷 → 硅谷"),
    Case("zh-CN", "请用滑鼠点击萤幕。", "滑鼠 → 鼠标; 萤幕 → 屏幕"),
    Case("zh-CN", "这套软体采用人工智慧。", "软体 → 软件; 人工智慧 → 人工智能"),
    Case("zh-HK", "川普與馬克宏會面。", "川普 → 特朗普; 馬克宏 → 馬克龍"),
    Case("zh-HK", "這款軟體用到人工智慧。", "軟體 → 軟件; 人工智慧 → 人工智能"),
    Case("zh-HK", "義大利麵用螢幕上的食譜。", "義大利麵 → 意粉"),
]

FINE = [
    Case("zh-TW", "大數據分析需要可靠的數據。"),
    Case("zh-TW", "黑客松的作品不勝枚舉。"),
    Case("zh-TW", "法律程序走完後，文件才會發布。"),
    Case("zh-TW", "這項項目的參數與類型都由管理員設定權限。"),
    Case("zh-TW", "平台的布局要支持本地的循環經濟。"),
    Case("zh-TW", "物體的質量與重量不同。"),
    Case("zh-TW", "皇后擴展了領土。"),
    Case("zh-TW", "借助導入的流程，資金回流。"),
    Case("zh-TW", "他通過考試，也通過了法案。"),
    Case("zh-TW", "主權AI是各國的目標。"),
    Case("zh-TW", "他運行多年的計算方法很可靠。"),
    Case("zh-HK", "英偉達和輝達都有人用，特朗普不管。"),
    Case("zh-HK", "視像會議用的芯片和晶片。"),
    Case("zh-CN", "他们建立了一个项目，发布了文件。"),
    Case("zh-CN", "医生的水平很高，信息透明。"),
    Case("zh-CN", "戛纳电影节在法国举行。"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """Another region's word is found, with this region's word as the suggestion."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """A word that is ordinary in the region is left alone."""
    verify(NAME, case, builtin)
