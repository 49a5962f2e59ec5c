"""Allow no word in a translation that is wrong for what the original names.

What
    A form that the term base avoids, or that another region uses, where the original
    names its concept. Of the built-in base those forms count that it knows to be wrong
    in some sentences only: 內存 is also a part of 行內存放. Rows of your own count in
    full, whatever else a form may mean.
Why
    The original tells which word is meant. What `wrong-region-term` and
    `deprecated-term` find without it is not told once more.
Flagged
    zh-TW | Henry Kissinger left the city. ⇒ 基辛格離開了城市。 | 基辛格 → 季辛吉
    zh-TW | Not enough memory ⇒ 內存不足 | 內存 → 記憶體
Fine
    zh-TW | Not enough memory ⇒ 記憶體不足
    zh-TW | The letter is in the safe. ⇒ 信件存放在行內存放處。
    zh-CN | Not enough memory ⇒ 内存不足
Fix safety
    Safe for a row of your own with one accepted term, else unsafe; several terms are only
    shown.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from termkit.context import Check, CheckContext
from termkit.messages import any_of, tr
from termkit.model.bitext import Pair
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.scripts.words import is_chance

if TYPE_CHECKING:
    from termkit.termbase.matcher import Matcher

if TYPE_CHECKING:
    from termkit.bitext.terms import Wanted

NAME = "forbidden-in-translation"
_SHORT = 3


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the words that are wrong for what the original names."""
    matcher = context.base.matcher(context.locale) if context.wanted else None
    for pair, wanted in context.wanted:
        good = {term for each in wanted for term in each.accepted}
        bad = {form: each for each in wanted for form in each.bad if form not in good}
        if matcher and any(form in pair.target.text for form in bad):
            yield from _in_pair(pair, bad, matcher, context.locale)


def _in_pair(
    pair: Pair, bad: "Mapping[str, Wanted]", matcher: "Matcher", locale: str
) -> Iterator[Diagnostic]:
    from termkit.bitext.terms import holds, normal  # their patterns take time

    prose = pair.target.prose
    text = normal(prose)
    for span, form in matcher.forms_in(prose):
        wanted = bad.get(form)
        if wanted is None or not (wanted.is_own or matcher.doubts(form, wanted.concepts)):
            continue
        # With the right word in it too, the text may say two things.
        if any(holds(text, term) for term in wanted.accepted):
            continue
        if len(form) <= _SHORT and is_chance(prose, span, mainland=True):
            continue
        place = pair.target.place(span)
        applicability = Applicability.SAFE if wanted.is_own else Applicability.UNSAFE
        if len(wanted.accepted) > 1:
            applicability = Applicability.DISPLAY
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            place,
            tr(
                "“{form}” is the wrong word for “{term}”; {locale} writes {terms}",
                form=form,
                term=wanted.text,
                locale=locale,
                terms=any_of(wanted.accepted),
            ),
            wanted.accepted,
            replacement(place, wanted.accepted[0], applicability),
            wanted.concepts[0],
        )


CHECK = Check(NAME, Severity.WARNING, find, __doc__, bilingual=True)
