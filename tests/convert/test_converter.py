"""Conversion with the built-in base: tables of sentences in every direction."""

import pytest

from termkit import Converter, TermkitError
from termkit.model.change import replay

CASES = [
    ("zh-CN", "zh-TW", "马克龙和特朗普在戛纳谈人工智能。", "馬克宏和川普在坎城談人工智慧。"),
    ("zh-CN", "zh-TW", "英伟达发布了新的芯片。", "輝達發布了新的晶片。"),
    ("zh-CN", "zh-TW", "他多次站台，更了解情况。", "他多次站台，更了解情況。"),
    ("zh-CN", "zh-TW", "数据中心的软件需要升级。", "資料中心的軟體需要升級。"),
    ("zh-CN", "zh-TW", "证明了皇后走了三公里。", "證明了皇后走了三公里。"),
    ("zh-CN", "zh-TW", "干部发现头发很干。", "幹部發現頭髮很乾。"),
    ("zh-CN", "zh-TW", "“他说‘不行’，”记者写道。", "「他說『不行』，」記者寫道。"),
    ("zh-CN", "zh-TW", "It’s the DeepSeek’s R1，效果好。", "It’s the DeepSeek’s R1，效果好。"),
    ("zh-CN", "zh-TW", "他喜欢 rock ‘n’ roll，“好听”。", "他喜歡 rock ‘n’ roll，「好聽」。"),
    ("zh-CN", "zh-TW", "警方在码头发现一具尸体。", "警方在碼頭發現一具屍體。"),
    ("zh-CN", "zh-TW", "街头发生冲突，头发白了。", "街頭發生衝突，頭髮白了。"),
    ("zh-CN", "zh-TW", "封面包装和面包", "封面包裝和麵包"),
    ("zh-CN", "zh-TW", "陨铁制成的刀是铁制的。", "隕鐵製成的刀是鐵製的。"),
    ("zh-CN", "zh-TW", "他是控球后卫，她是球后。", "他是控球後衛，她是球后。"),
    ("zh-CN", "zh-TW", "总是只有三只猫", "總是只有三隻貓"),
    ("zh-CN", "zh-TW", "平台、台湾、台风、柜台", "平台、台灣、颱風、櫃檯"),
    ("zh-CN", "zh-TW", "法律程序与计算机程序", "法律程序與電腦程式"),
    ("zh-CN", "zh-TW", "公布、宣布、布局、分布", "公布、宣布、布局、分布"),
    ("zh-CN", "zh-TW", "谷歌用算法改进搜索引擎", "Google用演算法改進搜尋引擎"),
    ("zh-CN", "zh-TW", "硅谷的首席执行官", "矽谷的執行長"),
    ("zh-CN", "zh-TW", "物理质量不是产品质量", "物理質量不是產品品質"),
    ("zh-CN", "zh-HK", "特朗普在悉尼看视频会议。", "特朗普在悉尼看視像會議。"),
    ("zh-CN", "zh-HK", "他看着里面的软件。", "他看着裏面的軟件。"),
    ("zh-CN", "zh-HK", "税务局说户口已开。", "稅務局說戶口已開。"),
    ("zh-TW", "zh-CN", "軟體與晶片", "软件与芯片"),
    ("zh-TW", "zh-CN", "南韓證明了開放資料的價值。", "韩国证明了开放数据的价值。"),
    ("zh-TW", "zh-CN", "「他說『好』。」", "“他说‘好’。”"),
    ("zh-TW", "zh-CN", "建立專案、發布程式", "建立项目、发布程序"),
    ("zh-TW", "zh-CN", "馬克宏與川普談主權AI", "马克龙与特朗普谈主权AI"),
    ("zh-TW", "zh-CN", "她的著作寫著：乾杯", "她的著作写着：干杯"),
    ("zh-TW", "zh-CN", "資料中心、人工智慧、執行長", "数据中心、人工智能、首席执行官"),
    ("zh-TW", "zh-HK", "他看著裡面的軟體。", "他看着裏面的軟件。"),
    ("zh-TW", "zh-HK", "川普與馬克宏在雪梨見面。", "特朗普與馬克龍在悉尼見面。"),
    ("zh-HK", "zh-TW", "特朗普看着裏面的軟件。", "川普看著裡面的軟體。"),
    ("zh-HK", "zh-TW", "人工智能公司的行政總裁", "人工智慧公司的執行長"),
    ("zh-HK", "zh-CN", "視像會議的軟件說明", "视频会议的软件说明"),
    ("zh-HK", "zh-CN", "英偉達的芯片", "英伟达的芯片"),
]

UNCHANGED_IDS = ["ASCII", "empty", "already zh-TW", "already zh-CN", "same locale", "odd Unicode"]
UNCHANGED = [
    ("zh-CN", "zh-TW", "plain ASCII text, “quotes” and https://example.com/x"),
    ("zh-CN", "zh-TW", ""),
    ("zh-CN", "zh-TW", "輝達發布新的軟體，證明瞭解情況的人不多。"),
    ("zh-TW", "zh-CN", "英伟达发布新的软件。"),
    ("zh-TW", "zh-TW", "任何文字，数据"),
    ("zh-HK", "zh-TW", "12345 \ud800 \U0002f800 ︎é"),
]


@pytest.mark.parametrize(("source", "target", "text", "expected"), CASES, ids=[c[2] for c in CASES])
def test_sentence(source: str, target: str, text: str, expected: str) -> None:
    """A sentence becomes what an editor of the target would write; the trace replays; twice is once."""
    conversion = Converter(source, target).convert(text)
    assert conversion.text == expected
    assert replay(text, conversion.trace) == expected
    assert Converter(source, target).convert(expected).text == expected


@pytest.mark.parametrize(("source", "target", "text"), UNCHANGED, ids=UNCHANGED_IDS)
def test_left_alone(source: str, target: str, text: str) -> None:
    """Text with nothing to convert comes back as it was, with an empty trace."""
    conversion = Converter(source, target).convert(text)
    assert conversion.text == text
    assert conversion.trace == ()


def test_trace_tells_why() -> None:
    """Every change names its span, its layer, and the row or dictionary behind it."""
    trace = Converter("zh-CN", "zh-TW").convert("英伟达说“好”").trace
    told = [(c.span.start, c.before, c.after, c.layer, c.origin) for c in trace]
    assert told == [
        (0, "英伟达", "輝達", "base", "nvidia"),
        (3, "说", "說", "character", "OpenCC"),
        (4, "“", "「", "quote", ""),
        (6, "”", "」", "quote", ""),
    ]


DOMAINS = [
    ("software", "文件", "檔案"),
    ("general", "文件", "文件"),
    ("", "无法打开文件“%s”", "無法開啟檔案「%s」"),
    ("", "总统访问日本，签署了一份文件。", "總統訪問日本，簽署了一份文件。"),
]


@pytest.mark.parametrize(("domain", "text", "expected"), DOMAINS)
def test_domain_decides(domain: str, text: str, expected: str) -> None:
    """An ambiguous word follows what the text is about, told or found out."""
    assert Converter("zh-CN", "zh-TW", domain=domain).convert(text).text == expected


def test_unknown_domain_is_refused() -> None:
    """A domain that does not exist is an error."""
    with pytest.raises(TermkitError, match="unknown domain 'sport'"):
        Converter("zh-CN", "zh-TW", domain="sport")
