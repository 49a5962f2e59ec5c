"""Allow no number in a translation that its original does not have, and none missing.

What
    A number in digits that the other text has in no form. 1,090億, 109 billion and
    1090亿 are the same number, and so are 20 and 二十, 3 p.m. and 15:00, May and 5月,
    2024 and 民國113年. Numbers inside of names (UTF-8, H.264), placeholders and URLs
    are left alone, and small ones that a language may say in other words.
Why
    A wrong figure is the worst typing error, and the hardest to see.
Flagged
    zh-TW | The limit is 65535 characters. ⇒ 上限是 65536 個字元。 | 65536
    zh-CN | The fund holds 109 billion euros. ⇒ 该基金持有109亿欧元。 | 109亿
    zh-TW | It opened in 1998 with 40 rooms. ⇒ 它於1998年開幕。 | 它於1998年開幕。
Fine
    zh-TW | The fund holds 109 billion euros. ⇒ 該基金持有1,090億歐元。
    zh-CN | The train leaves at 3:30 p.m. on May 4. ⇒ 列车5月4日15:30发车。
    zh-HK | Twenty files in UTF-8 ⇒ 20 個 UTF-8 檔案
    zh-CN | 這本書印了二十萬冊。 ⇒ 这本书印了20万册。
Fix safety
    No fix: which of the two is right, a person has to find out.
"""

from collections.abc import Iterator

from termkit.bitext.mismatch import Extra, mismatches
from termkit.bitext.nearest import nearest
from termkit.context import Check, CheckContext, EachPair
from termkit.model.bitext import Pair
from termkit.model.diagnostic import Diagnostic, Severity

NAME = "number-mismatch"


def find(pair: Pair, _: CheckContext) -> Iterator[Diagnostic]:
    """Yield the numbers that only one of the texts has."""
    from termkit.bitext.numbers import compare  # its patterns take time

    target = pair.target.prose
    missing, added = nearest(pair, lambda source: compare(source.prose, target))
    extras = [Extra(amount.span, (amount.text,)) for amount in added]
    wanted = [amount.text for amount in missing]
    yield from mismatches(NAME, Severity.WARNING, pair, wanted, extras)


CHECK = Check(NAME, Severity.WARNING, EachPair(find), __doc__, bilingual=True)
