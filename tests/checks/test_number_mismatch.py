"""number-mismatch."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "number-mismatch"

FLAGGED = [
    Case(
        "zh-TW",
        "The upload limit is 25 MB per file. ⇒ 每個檔案的上傳上限為 20 MB。",
        "20",
        "“20” is not in the original, which has “25”",
    ),
    Case(
        "zh-CN",
        "The treaty was signed in 1972. ⇒ 该条约于1927年签署。",
        "1927",
        "“1927” is not in the original, which has “1972”",
    ),
    Case(
        "zh-TW",
        "The plan will cost 109 billion euros. ⇒ 這項計畫將耗資109億歐元。",
        "109億",
        "“109億” is not in the original, which has “109 billion”",
    ),
    Case(
        "zh-CN",
        "Sales rose by 3.5 percent last quarter. ⇒ 上个季度销售额增长了35%。",
        "35",
        "“35” is not in the original, which has “3.5”",
    ),
    Case(
        "zh-HK",
        "The ferry leaves at 18:45. ⇒ 渡輪於下午6時54分開出。",
        "54",
        "“54” is not in the original, which has “45”",
    ),
    Case(
        "zh-TW",
        "Version 3.11.2 fixes two bugs. ⇒ 3.11.12 版修正了兩個錯誤。",
        "3.11.12",
        "“3.11.12” is not in the original, which has “3.11.2”",
    ),
    Case(
        "zh-CN",
        "More than 12,000 people attended. ⇒ 超过1200人参加。",
        "1200",
        "“1200” is not in the original, which has “12,000”",
    ),
    Case(
        "zh-TW",
        "The bridge is 1,280 metres long. ⇒ 這座橋很長。",
        "這座橋很長。",
        "the original has “1,280”, which is missing here",
    ),
    Case(
        "zh-CN",
        "Chapters 4 to 17 were revised. ⇒ 第4章到第7章经过修订。",
        "7",
        "“7” is not in the original, which has “17”",
    ),
    Case(
        "zh-TW",
        "Only 40 of the 65 seats were sold. ⇒ 座位只賣出40個。",
        "座位只賣出40個。",
        "the original has “65”, which is missing here",
    ),
    Case(
        "zh-HK",
        "He scored 27 points on 3 May. ⇒ 他在5月3日取得72分。",
        "72",
        "“72” is not in the original, which has “27”",
    ),
    Case(
        "zh-CN",
        "The password must have 8 characters. ⇒ 密码必须有 6 个字符。",
        "6",
        "“6” is not in the original, which has “8”",
    ),
    Case(
        "zh-TW",
        "Twenty members voted. ⇒ 30 名成員參加投票。",
        "30",
        "“30” is not in the original",
    ),
    Case(
        "zh-CN",
        "公司去年賺了二十億元。 ⇒ 公司去年赚了12亿元。",
        "12亿",
        "“12亿” is not in the original",
    ),
    Case(
        "zh-TW",
        "这部电影在2019年上映。 ⇒ 這部電影在2009年上映。",
        "2009",
        "“2009” is not in the original, which has “2019”",
    ),
    Case(
        "zh-TW",
        "Deleted 1 file / Deleted 15 files ⇒ 已刪除 16 個檔案",
        "16",
        "“16” is not in the original, which has “15”",
    ),
    Case(
        "zh-CN",
        "The museum opened in 1998 with 40 rooms. ⇒ 博物馆开馆时有４５个展厅。",
        "４５",
        "“４５” is not in the original, which has “1998”, “40”",
    ),
    Case(
        "zh-TW",
        "Call 2345 for help. ⇒ 請撥 2354 求助。",
        "2354",
        "“2354” is not in the original, which has “2345”",
    ),
]

FINE = [
    Case("zh-TW", "The plan will cost 109 billion euros. ⇒ 這項計畫將耗資1,090億歐元。"),
    Case("zh-CN", "这项计划将耗资1090亿欧元。 ⇒ 这项计划将耗资1,090億欧元。"),
    Case(
        "zh-TW", "The meeting begins at 3:30 p.m. on May 4, 2024. ⇒ 會議於2024年5月4日15:30開始。"
    ),
    Case("zh-CN", "The meeting begins at 15:00. ⇒ 会议下午三点开始。"),
    Case("zh-TW", "Twenty-five members voted. ⇒ 25 名成員參加投票。"),
    Case("zh-HK", "A third of the 1990s buildings are gone. ⇒ 九十年代的樓宇有三分之一不在了。"),
    Case("zh-CN", "Use UTF-8 and H.264 for MP3 files. ⇒ MP3 文件请用统一编码。"),
    Case("zh-TW", "It was founded in 2011. ⇒ 它創立於民國100年。"),
    Case("zh-CN", "The price fell by half. ⇒ 价格下降了50%。"),
    Case("zh-TW", "Prices are 20% off this week. ⇒ 本週打八折。"),
    Case("zh-TW", "One file was deleted. / %d files were deleted. ⇒ 已刪除 %d 個檔案。"),
    Case("zh-CN", "Zoom to 1:1 ⇒ 缩放到原始大小"),
    Case("zh-TW", "See https://example.org/2024/07/report for details. ⇒ 詳情請見報告。"),
    Case("zh-HK", "The hill is 5 miles away. ⇒ 那座山在五英里（約8公里）外。"),
    Case("zh-CN", "二十萬冊書在３天內賣完。 ⇒ 20万册书在3天内卖完。"),
    Case("zh-TW", "Version 2.10.0 and later ⇒ 2.10 版之後"),
    Case("zh-CN", "In the 21st century ⇒ 二十一世纪"),
    Case("zh-TW", "A dozen eggs cost $1.2bn in the game. ⇒ 遊戲裡十二顆蛋要價12億元。"),
    Case("zh-CN", "It took seventy per cent of 1.5 million votes. ⇒ 它得到150万张选票的七成。"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """A wrong, missing or added number is found, in whatever way it is written."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """The same number in other words, and one that a language may leave out, are fine."""
    verify(NAME, case, builtin)
