"""Words of the built-in term base as an editor of the target region writes them.

Each line is a sentence of our own and what should stand in its place; both meanings of a
word that has two are there.
"""

import pytest

from termkit import Converter

CASES = (
    # 通过: by means of, or passing
    ("zh-CN", "zh-TW", "公司通过与高校合作培养人才。", "公司透過與高校合作培養人才。"),
    ("zh-CN", "zh-TW", "读者可以通过网站投稿。", "讀者可以透過網站投稿。"),
    ("zh-CN", "zh-TW", "他可以通过考试，议案获得通过。", "他可以通過考試，議案獲得通過。"),
    ("zh-CN", "zh-TW", "议会通过对伊朗的制裁法案。", "議會通過對伊朗的制裁法案。"),
    ("zh-HK", "zh-CN", "我們透過網絡聯絡。", "我们通过网络联络。"),
    # one spelling of 计划 in a text
    ("zh-CN", "zh-TW", "该计划公布后，公司计划扩建。", "該計畫公布後，公司計畫擴建。"),
    ("zh-HK", "zh-TW", "政府推出計劃，計劃明年完成。", "政府推出計畫，計畫明年完成。"),
    ("zh-TW", "zh-HK", "政府推出計畫。", "政府推出計劃。"),
    # no phrase of the dictionary across two words
    ("zh-CN", "zh-TW", "这个因素发生了变化。", "這個因素發生了變化。"),
    ("zh-CN", "zh-TW", "请写一个中文名字。", "請寫一個中文名字。"),
    ("zh-CN", "zh-TW", "老师对表现满意。", "老師對表現滿意。"),
    ("zh-CN", "zh-TW", "时间不方便面试。", "時間不方便面試。"),
    # foreign names
    ("zh-CN", "zh-TW", "埃里克和海因里希在家里。", "埃里克和海因里希在家裡。"),
    ("zh-CN", "zh-HK", "恩里克在屋里。", "恩里克在屋裏。"),
    ("zh-CN", "zh-TW", "他去过马里。", "他去過馬里。"),
    # a file is no folder
    ("zh-CN", "zh-TW", "请打开文件夹，配置文件夹是空的。", "請開啟資料夾，設定資料夾是空的。"),
    # what only zh-TW says
    ("zh-TW", "zh-CN", "各部會透過宣導推動企業永續。", "各部委通过宣传推动企业可持续。"),
    ("zh-TW", "zh-CN", "今年營收大幅成長，孩子也成長了。", "今年营收大幅增长，孩子也成长了。"),
    ("zh-TW", "zh-CN", "她在社群分享道地的小吃。", "她在社群分享地道的小吃。"),
    ("zh-TW", "zh-CN", "近年成長為重鎮。", "近年成长为重镇。"),
    # zh-HK in a text about software, and in another
    ("zh-HK", "zh-CN", "程式支援瀏覽器，點擊按鈕新增檔案。", "程序支持浏览器，点击按钮添加文件。"),
    ("zh-HK", "zh-CN", "當局派人支援，新增三張病牀。", "当局派人支援，新增三张病床。"),
    ("zh-HK", "zh-TW", "市值達2萬億港幣。", "市值達2兆港幣。"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "target", "text", "expected"), CASES, ids=[c[2] for c in CASES])
def test_a_word_follows_the_usage_of_the_target(
    source: str, target: str, text: str, expected: str
) -> None:
    """An editor of the target would leave the sentence alone, and so does a second pass."""
    converter = Converter(source, target)
    assert converter.convert(text).text == expected
    assert converter.convert(expected).text == expected
