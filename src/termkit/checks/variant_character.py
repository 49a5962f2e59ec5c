"""Allow the locale's own form of a character only.

What
    A character in the form of another region, of old print or of the Kangxi
    dictionary: 着, 裏, 爲, 羣, 綫 for 著, 裡, 為, 群, 線 in zh-TW; 爲, 衆 for 為, 眾 in
    zh-HK. In zh-HK and zh-CN also the particle 着 that a conversion left as 著 (看著,
    著急), but not 著名, 顯著, 名著. Where the house has chosen between 台灣 and 臺灣
    (`house.tai`), the other one.
Why
    The forms are the same character; a publication uses one of them throughout.
    Variants that careful writers mix (祕/秘, 污/汙, in zh-HK 群/羣, 線/綫) are left
    alone, and so are names: those of the term base (台積電), and what may be a person's
    (王立羣).
Flagged
    zh-TW | 他看着窗外。 | 着 → 著
    zh-TW | 房間裏有人。 | 裏 → 裡
    zh-TW | 因爲下雨，一羣人在地鐵綫上等。 | 爲 → 為; 羣 → 群; 綫 → 線
    zh-HK | 因爲下雨，她看著窗外。 | 爲 → 為; 著 → 着
    zh-CN | 他看著窗外，心里很著急。 | 著 → 着; 著 → 着
Fine
    zh-TW | 他看著窗外，房間裡有人，臺北市和台北市都對。
    zh-TW | 王立羣教授寫的書。
    zh-HK | 他看着窗外，房間裏有人，這位著名作家的名著影響顯著。
    zh-CN | 他看着窗外，这位著名作家的著作影响显著。
Fix safety
    Safe; unsafe for 臺 and 台 outside of words, which may be in somebody's name.
"""

import re
from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.locales import HK, TW
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.scripts.characters import variants
from termkit.scripts.surnames import may_be_given_name
from termkit.scripts.tai import COMMON, FORMAL, Tai, common_for_formal
from termkit.scripts.words import covering_words
from termkit.scripts.zhe import particles
from termkit.termbase.names import own_names
from termkit.text import Span, without_surrogates

NAME = "variant-character"
NORMAL = Severity.WARNING

# Forms that people have in their names.
_IN_NAMES = frozenset("羣峯啓爲衆嫺嬀温鷄緑増")
# Hong Kong writes both; its schools' list has 裏.
_MILD = frozenset("裡")


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the characters that the locale writes in another form."""
    yield from _glyphs(context)
    if context.locale == TW:
        yield from _tai(context)
    else:
        for at in particles(context.prose):
            yield _found(context, at, "着")
        if context.locale == HK:
            yield from _tai(context)


def _glyphs(context: CheckContext) -> Iterator[Diagnostic]:
    table = variants(context.locale)
    strange = context.strange & table.keys()
    if not strange:
        return
    matcher = context.base.matcher(context.locale)
    for match in re.finditer(f"[{''.join(strange)}]", context.prose):
        at, char = match.start(), match[0]
        if matcher.is_good(context.prose, Span(*match.span())):
            continue
        if char in _IN_NAMES and may_be_given_name(context.prose, at):
            continue
        yield _found(context, at, table[char], Severity.INFO if char in _MILD else NORMAL)


def _tai(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the 台 or 臺 that the house does not write."""
    if context.house.tai is Tai.KEEP:
        return
    prose = context.prose
    if context.house.tai is Tai.FORMAL:
        own, places = FORMAL, common_for_formal(prose)
    else:
        own, places = COMMON, [match.start() for match in re.finditer(FORMAL, prose)]
    names = own_names(context.base, context.locale) if places else frozenset()
    for at in places:
        span = Span(at, at + 1)
        if context.base.matcher(context.locale).good_form(prose, span) in names:
            continue
        is_word = covering_words(without_surrogates(prose), span) != span
        applicability = Applicability.SAFE if is_word else Applicability.UNSAFE
        yield Diagnostic(
            NAME,
            NORMAL,
            span,
            tr("the house writes “{own}”, not “{text}”", own=own, text=prose[at]),
            (own,),
            replacement(span, own, applicability),
        )


def _found(context: CheckContext, at: int, own: str, severity: Severity = NORMAL) -> Diagnostic:
    span = Span(at, at + 1)
    message = tr(
        "“{text}” is written “{own}” in {locale}",
        text=context.prose[at],
        own=own,
        locale=context.locale,
    )
    return Diagnostic(
        NAME, severity, span, message, (own,), replacement(span, own, Applicability.SAFE)
    )


CHECK = Check(NAME, NORMAL, find, __doc__)
