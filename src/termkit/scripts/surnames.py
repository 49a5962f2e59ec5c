"""Family names, for telling what may be somebody's name and spelt as its owner likes."""

from termkit.scripts.words import covering_words
from termkit.text import Span

SURNAMES = frozenset(
    "王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯于董蕭萧程曹袁鄧邓許许"
    "傅沈曾彭呂吕蘇苏盧卢蔣蒋蔡賈贾丁魏薛葉叶閻阎余潘杜戴夏鍾钟汪田任姜范方石姚譚谭廖鄒邹熊金陸陆郝孔白崔康毛"
    "邱秦江史顧顾侯邵孟龍龙萬万段錢钱湯汤尹黎易常武喬乔賀贺賴赖龔龚文施洪柯簡简翁游莊庄連连詹歐欧阮涂童"
)


def may_be_given_name(text: str, at: int) -> bool:
    """Tell whether a character may belong to a name: behind a family name, and in no word (王立羣, 林峯)."""
    if covering_words(text, Span(at, at + 1)) != Span(at, at + 1):
        return False
    return any(
        char in SURNAMES and covering_words(text, Span(place, place + 1)) == Span(place, place + 1)
        for place, char in enumerate(text[max(0, at - 2) : at], max(0, at - 2))
    )
