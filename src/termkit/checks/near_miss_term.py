"""Allow no name that is one character away from a known one.

What
    A string of three characters or more that the term base does not know, and that
    differs from a person's, a company's, a place's or an organisation's name in it by one
    character of the same or a similar sound: 馬克洪, 麥克宏 for 馬克宏, 艾特曼 for 奧特曼.
Why
    It is a slip of an input method or of the ear, and nobody searches for the wrong name.
    What is made of ordinary words is left alone, and so is every form that the base has.
Flagged
    zh-TW | 法國總統馬克洪與麥克宏是同一個人。 | 馬克洪 → 馬克宏; 麥克宏 → 馬克宏
    zh-CN | 法国总统马可龙在巴黎开会。 | 马可龙 → 马克龙
Fine
    zh-TW | 法國總統馬克宏在巴黎開會。
    zh-HK | 馬克龍與特朗普會面。
    zh-CN | 马克龙与特朗普会面，马克思没有出席。
Fix safety
    Unsafe: there may be somebody of that name.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.scripts.syllables import sounds
from termkit.scripts.words import covering_words
from termkit.termbase.near_names import Near, near_names
from termkit.text import Span, without_surrogates

NAME = "near-miss-term"

_MARGIN = 12
"""Characters around a place that decide how its words fall."""


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the strings that are nearly a name."""
    found = list(near_names(context.base, context.locale).find(context.prose))
    if not found:
        return
    known = _known(context)
    for near in found:
        span = near.span
        if known.intersection(range(*span)) or _is_made_of_words(context.prose, near):
            continue
        text = span.of(context.prose)
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            span,
            tr(
                "“{text}” is nearly “{name}”; is that who or what is meant?",
                text=text,
                name=near.name,
            ),
            (near.name,),
            replacement(span, near.name, Applicability.UNSAFE),
            near.concept,
        )


def _known(context: CheckContext) -> set[int]:
    """Return the places that a form of the base covers."""
    matcher = context.base.matcher(context.locale)
    return {place for span, _ in matcher.forms_in(context.prose) for place in range(*span)}


def _is_made_of_words(prose: str, near: Near) -> bool:
    """Tell whether words of the dictionary explain what stands there.

    One that reaches over an end does, and so does the whole that sounds otherwise (馬賽克), and one
    that holds a differing character, unless the name itself would be cut the same way: 麥克|宏, 馬克|宏,
    but 馬|克隆, 馬克|龍.
    """
    start, end = max(0, near.span.start - _MARGIN), near.span.end + _MARGIN
    text = without_surrogates(prose[start:end])
    span = Span(near.span.start - start, near.span.end - start)
    if covering_words(text, span) != span:
        return True
    right = text[: span.start] + near.name + text[span.end :]
    for at, (one, other) in enumerate(zip(span.of(text), near.name, strict=True), span.start):
        if one != other:
            place = Span(at, at + 1)
            word = covering_words(text, place)
            if word != place and word != covering_words(right, place):
                return True
            if word == span and sounds(span.of(text)) != sounds(near.name):
                return True
    return False


CHECK = Check(NAME, Severity.WARNING, find, __doc__, default=False)
