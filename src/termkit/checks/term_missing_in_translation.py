"""Allow no term of the original without its counterpart in the translation.

What
    A term of the original, in the singular or the plural, for which the translation has
    none of the terms that the term base accepts. Rows of your own bind; of the built-in
    base only names of people, places, companies and organisations do, for ordinary words
    have more than one translation. A name that stays in Latin letters is left alone, but
    where a row of yours says otherwise.
Why
    One thing has one name, in every translation.
Flagged
    zh-TW | Emmanuel Macron opened the summit. ⇒ 馬庫宏為峰會揭幕。 | 馬庫宏為峰會揭幕。
    zh-CN | 輝達在聖荷西舉行大會。 ⇒ 辉伟达在圣何塞举行大会。 | 辉伟达在圣何塞举行大会。
Fine
    zh-TW | Emmanuel Macron opened the summit. ⇒ 馬克宏為峰會揭幕。
    zh-CN | NVIDIA's GPUs sell well. ⇒ NVIDIA 的 GPU 卖得很好。
    zh-HK | Macron spoke in Paris. ⇒ 馬克龍在巴黎發言。
Fix safety
    No fix: the term has a place in the sentence.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from termkit.context import Check, CheckContext
from termkit.messages import any_of, tr
from termkit.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from termkit.bitext.terms import Wanted

NAME = "term-missing-in-translation"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the terms that a translation calls otherwise."""
    from termkit.bitext.terms import holds, normal  # their patterns take time

    for pair, wanted in context.wanted:
        binding = [each for each in wanted if each.binds]
        text = normal(pair.target.text) if binding else ""
        for each in binding:
            # What has a wrong name has one; another check tells it.
            if any(normal(form) in text for form in each.bad):
                continue
            if not any(holds(text, term) for term in (*each.accepted, *_kept(each))):
                message = tr(
                    "“{text}” in the original is {terms} in {locale}, which is missing here",
                    text=each.text,
                    terms=any_of(each.accepted),
                    locale=context.locale,
                )
                yield Diagnostic(
                    NAME, Severity.WARNING, pair.target.whole, message, concept=each.concepts[0]
                )


def _kept(wanted: "Wanted") -> tuple[str, ...]:
    return () if wanted.is_own else (wanted.text,)


CHECK = Check(NAME, Severity.WARNING, find, __doc__, bilingual=True)
