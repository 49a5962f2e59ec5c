"""Allow large numbers in the format of the locale only.

What
    An amount of four digits and more without separators in zh-TW and zh-HK (1090億,
    1,090億), one with separators before 万 and 亿 in zh-CN (1,090亿, 1090亿), and groups
    of a wrong size or with a full-width comma anywhere (12,0000元, 1，090億). An amount is
    a number before 萬, 億, 兆, a currency or a counted thing.
Why
    Readers take the groups for orders of magnitude. Years, times, versions and the
    numbers of models, rooms and telephones are no amounts.
Flagged
    zh-TW | 法國將獲得1090億歐元的投資。 | 1090 → 1,090
    zh-CN | 法国将获得1,090亿欧元的投资。 | 1,090 → 1090
    zh-HK | 票價是12,0000元。 | 12,0000 → 120,000
Fine
    zh-TW | 2025年的預算是1,090億元，型號是 RTX 4090。
    zh-HK | 基金有300億港元。
    zh-CN | 2025年获得1090亿欧元的投资，约18,000人参加。
Fix safety
    Safe; unsafe for groups of a wrong size, which may lack a digit.
"""

import re
from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.locales import CN, get_locale
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.patterns import regex
from termkit.text import Span

NAME = "number-format"

_MYRIADS = "[萬万億亿兆]"
_COUNTED = (
    r"(?:[美歐欧日港韓韩英加澳新台臺人]{0,2}[元圓圆幣币鎊镑]|人民[幣币]|歐元|欧元|[英先]令|"
    r"(?:位(?!元)|[個个名家戶户顆颗件輛辆架艘噸吨股張张份])(?![號号樓楼室])|人(?!民))"
)
_AMOUNT = regex(
    r"(?<![0-9A-Za-z_.,:：，/\-#+])(?P<number>[0-9]{1,3}(?:[,，][0-9]{3,4})+|[0-9]{4,})(?P<rest>\.[0-9]+)?"
    rf"(?=[ ]?[多餘余]?(?:(?P<myriad>{_MYRIADS})|{_COUNTED}))"
)
_GROUPED = regex("[0-9]{1,3}(?:,[0-9]{3})+")


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the amounts in another format than the locale's."""
    for match in _AMOUNT.finditer(context.prose):
        number = match["number"]
        digits = re.sub("[,，]", "", number)
        is_sound = number == digits or _GROUPED.fullmatch(number.replace("，", ",")) is not None
        if context.locale == CN and match["myriad"]:
            own = digits
        elif context.locale == CN and number == digits:
            continue  # the mainland may leave them out everywhere
        else:
            own = _grouped(digits, context.locale)
        if own != number:
            span = Span(*match.span("number"))
            yield Diagnostic(
                NAME,
                Severity.WARNING,
                span,
                tr(
                    "“{text}” is written “{own}” in {locale}",
                    text=number,
                    own=own,
                    locale=context.locale,
                ),
                (own,),
                replacement(span, own, Applicability.SAFE if is_sound else Applicability.UNSAFE),
            )


def _grouped(digits: str, locale: str) -> str:
    """Write a number as Babel's data have it for a locale."""
    from babel.numbers import format_decimal

    written: str = format_decimal(int(digits), locale=get_locale(locale).gettext)
    return written


CHECK = Check(NAME, Severity.WARNING, find, __doc__, default=False)
