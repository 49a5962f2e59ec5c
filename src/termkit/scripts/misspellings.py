"""Words that a careless conversion to traditional characters got wrong.

The general method: simplify a word, convert it back with phrases, and compare at
the characters that have several traditional readings. It is run backwards and
once: for every phrase of the dictionary (皇后, 發現, 證明了) each other reading of
such a character gives a misspelt word (皇後, 髮現, 證明瞭). A text is then searched
for all of them at once, and what stands around decides whether the character
belongs to another word (頭髮|現在, 說明|瞭解).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, product

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.locales import CN, Script
from termkit.scripts.chain import script_chain
from termkit.scripts.characters import one_to_many, only_in
from termkit.scripts.dictionaries import load_dictionary
from termkit.scripts.variants import house_variants
from termkit.scripts.words import covering_words, frequency
from termkit.text import Span, matches

_NUMERALS = frozenset("一二三四五六七八九十百千萬億兩幾半數多每")
_LONGEST = 5
"""Longer phrases are made of shorter ones."""
_MOST = 100
"""Ways to misspell one phrase."""

# Characters whose traditional readings are a matter of taste, not of meaning
# (布局/佈局, 占/佔, 周/週, 麵團/麵糰, 搜羅/蒐羅 …): no spelling of these is called wrong.
_TASTE = frozenset(
    "布占周回采借伙才欲咨秘凶升迹唇吊着台群厘吃床峰泄污痴愈杰岳佣修沾炼雇弦熏痹糊栖喂丢"
    "巨于尝喧憩哗线绣踪迭夸叹坂洒仿尽饥决况减凉凑净准凄累象像烟焰灶折卷坐"
    "娘溪团局席搜彩念荡泛杯艳扣背酸暗困奸僵幸抵挨玩藤荫恤扇捆挽拐毁噪哄雕札鉴闲链铲苏袅凌蒙弥朱"
    "仑昆宁夫家具合同涌果豆岩堤摆"
)

# Readings that are confused even by careful writers (重覆, 回復/回覆, 覆寫/複寫, 祇有).
_UNSETTLED = frozenset("覆祇")

# Readings that are words of their own and stand beside anything: inside a phrase they
# are no evidence (要了解, 這只是, 兩桿, 七天後, 部落格裡, 他係, 注定), except after these
# characters: a queen is never "after an emperor", a mile never "inside the public".
_FREE = {
    "了": "",
    "只": "",
    "桿": "",
    "哩": "",
    "注": "備評附標批",
    "係": "體聯維派",
    "郁": "憂抑沉陰",
    "後": "皇太王母影",
    "裡": "公英海華千萬百",
    "裏": "公英海華千萬百",
}
# Nor before a character, except these.
_FREE_BEFORE = {"係": "統列", "郁": "悶結", "注": "冊銷"}

# Spelt so by careful writers too, whatever the dictionary says, or words by themselves.
_EITHER = (
    "遊牧", "遊離", "尾注", "托付", "寄托", "勛章", "鹵水", "併用", "並到", "逸致", "曆年", "貴價",
    "名表", "面皮", "黑面", "白面", "冷面", "沖出", "沖到", "要沖", "屋里", "村里", "鄰里", "年里", "鬆毛",
    "紮花", "匯豐", "老匯", "粉麵", "花藥", "散髮", "別著", "別着", "幹點", "鬱鬱",
)  # fmt: skip

# Words that the dictionary with frequencies, a mainland one, lacks.
_TAIWANESE = ("递回", "系结", "再制")

# What stands so behind one of these is another word's: 那隻|好狗, 三齣|戲, 一頭長髮|動了.
_COUNTED = _NUMERALS | frozenset("這那哪此該某另每各整半數幾多第嗰呢邊")
_BELONGS = {
    "隻": _COUNTED,
    "齣": _COUNTED,
    "紮": _COUNTED,
    "髮": frozenset("頭長短白黑金銀秀毛鬍假捲"),
}


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A wrong character: where it stands, what it should be, and the word that tells."""

    span: Span
    expected: str
    word: str


class MisspellingFinder:
    """The misspelt words of one Hant locale, compiled.

    ``words`` maps a misspelt word to the right one, which is as long.
    """

    def __init__(self, words: dict[str, str], automaton: bytes) -> None:
        self._words = list(words.items())
        self._automaton = CharwiseDoubleArrayAhoCorasick.deserialize(automaton)

    def find(self, text: str) -> list[Misspelling]:
        """Find the wrong characters of ``text``."""
        found: list[Misspelling] = []
        for start, end, index in matches(self._automaton.find, text):
            span = Span(start, end)
            covering = covering_words(text, span)
            word, right = self._words[index]
            # 發式 is inside 爆發式 and right there; in 鄉鎮乾部 it is 乾部 that counts.
            if covering and (covering == span or _is_compound(text, span, covering)):
                for at, (char, expected) in enumerate(zip(word, right, strict=True), start):
                    if char != expected and text[at - 1 : at] not in _BELONGS.get(char, ()):
                        found.append(Misspelling(Span(at, at + 1), expected, right))
        return found


def _is_compound(text: str, part: Span, word: Span) -> bool:
    """Tell whether a word is ``part`` before or after whole words or a number (鄉鎮|幹部, 三|公里)."""
    if word.start < part.start and part.end < word.end:
        return False
    rests = (text[word.start : part.start], text[part.end : word.end])
    return all(len(rest) != 1 or rest in _NUMERALS for rest in rests)


def misspelt_words(locale: str) -> dict[str, str]:
    """Return the misspelt words of a locale, with one wrong character or several, and the right ones."""
    readings = _readings(locale)
    chain = script_chain(CN, locale)
    phrases = load_dictionary("STPhrases.txt")
    sound = frozenset(chain.convert(key) for key in phrases if 2 <= len(key) <= _LONGEST)
    words: dict[str, str] = {}
    for key in sorted(phrases):
        if not 2 <= len(key) <= _LONGEST or not any(char in readings for char in key):
            continue
        if len(key) == 2 and not frequency(key) and key not in _TAIWANESE:
            continue  # two words side by side: 又|干, 名|系
        value = chain.convert(key)
        if len(value) != len(key):
            continue
        ways = [
            (own, *(each for each in readings.get(char, ()) if _is_evidence(value, at, each)))
            for at, (char, own) in enumerate(zip(key, value, strict=True))
        ]
        for wrong in islice(map("".join, product(*ways)), 1, _MOST):
            if wrong not in sound and not any(each in wrong for each in _EITHER):
                words.setdefault(wrong, value)
    # A sound word in which a misspelt one only seems to stand is seen whole: 一乾 in 一乾二淨.
    finder = CharwiseDoubleArrayAhoCorasick(list(words), MATCH_KIND_LEFTMOST_LONGEST)
    longer = {chain.convert(key) for key in phrases if len(key) > 2}
    words |= {word: word for word in sorted(longer) if finder.find(word)}
    return words


def _is_evidence(word: str, at: int, reading: str) -> bool:
    """Tell whether ``reading`` at that place of a word can only be a mistake."""
    if reading == word[at] or reading in _UNSETTLED or word[at] in _UNSETTLED:
        return False
    if at + 1 < len(word) and (reading in "裡裏" or word[at + 1] in _FREE_BEFORE.get(reading, "")):
        return True
    return reading not in _FREE or (at > 0 and word[at - 1] in _FREE[reading])


def compiled(words: dict[str, str]) -> bytes:
    """Compile the words for searching."""
    return CharwiseDoubleArrayAhoCorasick(list(words), MATCH_KIND_LEFTMOST_LONGEST).serialize()


def _readings(locale: str) -> Mapping[str, tuple[str, ...]]:
    """Return, for each simplified character that matters, its readings as the locale writes them."""
    chain = script_chain(CN, locale)
    glyphs = chain.stages[1] if len(chain.stages) > 1 else chain.stages[0]
    strange = only_in(Script.HANS)  # no reading, and mixed-script's affair
    house = house_variants(locale).replaced  # 麪 is no mistake for 麵
    return {
        char: tuple(
            dict.fromkeys(
                house.get(each, each)
                for each in map(glyphs.convert, (*values, char))
                if each not in strange
            )
        )
        for char, values in one_to_many().items()
        if char not in _TASTE
    }
