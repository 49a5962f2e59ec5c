"""term-missing-in-translation."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "term-missing-in-translation"

FLAGGED = [
    Case(
        "zh-TW",
        "Emmanuel Macron opened the summit. ⇒ 馬庫宏為峰會揭幕。",
        "馬庫宏為峰會揭幕。",
        "“Emmanuel Macron” in the original is “馬克宏” in zh-TW, which is missing here",
    ),
    Case(
        "zh-CN",
        "Donald Trump spoke for two hours. ⇒ 川谱讲了两个小时。",
        "川谱讲了两个小时。",
        "“Donald Trump” in the original is “特朗普” in zh-CN, which is missing here",
    ),
    Case(
        "zh-TW",
        "The World Health Organization warns of heat. ⇒ 世界健康組織警告酷熱。",
        "世界健康組織警告酷熱。",
        "“World Health Organization” in the original is "
        "“世界衛生組織” or “WHO” or “世衛” in zh-TW, which is missing here",
    ),
    Case(
        "zh-CN",
        "He moved to Sydney last year. ⇒ 他去年搬到了雪尼。",
        "他去年搬到了雪尼。",
        "“Sydney” in the original is “悉尼” in zh-CN, which is missing here",
    ),
    Case(
        "zh-TW",
        "The United Nations was founded in 1945. ⇒ 這個組織創立於1945年。",
        "這個組織創立於1945年。",
        "“United Nations” in the original is “聯合國” or “UN” in zh-TW, which is missing here",
    ),
    Case(
        "zh-HK",
        "The European Union agreed. ⇒ 各國同意了。",
        "各國同意了。",
        "“European Union” in the original is “歐盟” or “EU” in zh-HK, which is missing here",
    ),
    Case(
        "zh-CN",
        "TSMC builds a factory. ⇒ 这家企业兴建工厂。",
        "这家企业兴建工厂。",
        "“TSMC” in the original is “台积电” or “TSMC” in zh-CN, which is missing here",
    ),
    Case(
        "zh-CN",
        "輝達在聖荷西舉行大會。 ⇒ 这家公司在圣何塞举行大会。",
        "这家公司在圣何塞举行大会。",
        "“輝達” in the original is “英伟达” or “NVIDIA” in zh-CN, which is missing here",
    ),
    Case(
        "zh-TW",
        "The International Monetary Fund lends money. ⇒ 該機構提供貸款。",
        "該機構提供貸款。",
        "“International Monetary Fund” in the original is "
        "“國際貨幣基金” or “國際貨幣基金組織” or “IMF” in zh-TW, which is missing here",
    ),
    Case(
        "zh-TW",
        "Saudi Arabia cut its output. ⇒ 該國減產。",
        "該國減產。",
        "“Saudi Arabia” in the original is “沙烏地阿拉伯” in zh-TW, which is missing here",
    ),
    Case(
        "zh-CN",
        "Sam Altman resigned. ⇒ 这位首席执行官辞职了。",
        "这位首席执行官辞职了。",
        "“Sam Altman” in the original is "
        "“奥特曼” or “奥尔特曼” or “阿尔特曼” or “萨姆·奥尔特曼” or "
        "“萨姆·奥特曼” or “山姆·奥特曼” in zh-CN, which is missing here",
    ),
    Case(
        "zh-HK",
        "Emmanuel Macron arrived. ⇒ 法國總統抵達。",
        "法國總統抵達。",
        "“Emmanuel Macron” in the original is “馬克龍” in zh-HK, which is missing here",
    ),
    Case(
        "zh-TW",
        "A summit in New Zealand ⇒ 一場在紐國的峰會",
        "一場在紐國的峰會",
        "“New Zealand” in the original is “紐西蘭” in zh-TW, which is missing here",
    ),
    Case(
        "zh-CN",
        "Jensen Huang showed the chip. ⇒ 他展示了芯片。",
        "他展示了芯片。",
        "“Jensen Huang” in the original is “黄仁勋” in zh-CN, which is missing here",
    ),
    Case(
        "zh-TW",
        "The European Central Bank raised rates. ⇒ 央行升息。",
        "央行升息。",
        "“European Central Bank” in the original is "
        "“歐洲央行” or “ECB” in zh-TW, which is missing here",
    ),
]

FINE = [
    Case("zh-TW", "Emmanuel Macron opened the summit. ⇒ 馬克宏為峰會揭幕。"),
    Case("zh-CN", "Emmanuel Macron opened the summit. ⇒ 马克龙为峰会揭幕。"),
    Case("zh-CN", "NVIDIA's GPUs sell well. ⇒ NVIDIA 的 GPU 卖得很好。"),
    Case("zh-TW", "NVIDIA presents a chip. ⇒ 輝達發表晶片。"),
    Case("zh-TW", "The software has stopped. ⇒ 這套系統停了。"),
    Case("zh-CN", "The argument is missing. ⇒ 缺少实参。"),
    Case("zh-TW", "Emmanuel Macron opened the summit. ⇒ 馬克龍為峰會揭幕。"),
    Case("zh-HK", "Saudi Arabia and Saudi Aramco ⇒ 沙地阿拉伯和沙特阿美"),
    Case("zh-TW", "An apple a day ⇒ 一天一蘋果"),
    Case("zh-CN", "He ate turkey in amazon forests. ⇒ 他在雨林里吃了火鸡。"),
    Case("zh-TW", "See nvidia-settings(1). ⇒ 請見說明頁。"),
    Case("zh-CN", "輝達發表新晶片。 ⇒ 英伟达发布新芯片。"),
    Case("zh-TW", "One model from OpenAI / %d models from OpenAI ⇒ OpenAI 的 %d 個模型"),
    Case("zh-HK", "Donald Trump and Emmanuel Macron met. ⇒ 特朗普與馬克龍會面。"),
    Case("zh-TW", "SAUDI ARABIA ⇒ 沙烏地阿拉伯"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """A name that the translation calls otherwise is found."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """Every accepted name is fine, and an ordinary word is the translator's."""
    verify(NAME, case, builtin)
