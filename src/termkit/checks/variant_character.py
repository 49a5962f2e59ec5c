"""Allow the locale's own form of a character only.

What
    A traditional character in the form of another region or of the Kangxi
    dictionary: 着 for 著, 裏 for 裡 and 爲 for 為 in zh-TW.
Why
    The forms are the same character; a publication uses one of them throughout.
    Variants that careful writers mix (臺/台, 祕/秘, 污/汙) are left alone.
Flagged
    zh-TW | 他看着窗外。 | 着 → 著
    zh-TW | 房間裏有人。 | 裏 → 裡
    zh-TW | 因爲下雨。 | 爲 → 為
    zh-HK | 因爲下雨。 | 爲 → 為
Fine
    zh-TW | 他看著窗外，房間裡有人，臺北市和台北市都對。
    zh-HK | 他看着窗外，房間裏有人。
    zh-CN | 他看着窗外。
Fix safety
    Safe.
"""

import re
from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.scripts.characters import variants
from termkit.text import Span, occurring

NAME = "variant-character"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the characters that the locale writes in another form."""
    table = variants(context.locale)
    strange = occurring(frozenset(table), context.prose)
    if not strange:
        return
    for match in re.finditer(f"[{''.join(strange)}]", context.prose):
        span, char = Span(*match.span()), match[0]
        own = table[char]
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            span,
            f"“{char}” is written “{own}” in {context.locale}",
            (own,),
            replacement(span, own, Applicability.SAFE),
        )


CHECK = Check(NAME, Severity.WARNING, find, __doc__)
