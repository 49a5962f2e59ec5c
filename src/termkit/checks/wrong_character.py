"""Allow no character that a careless conversion left.

What
    A traditional character that is another reading of the simplified one it came
    from: 皇後 for 皇后, 公裡 for 公里, 乾部 for 幹部, 證明瞭 for 證明了. Words are
    simplified, converted back with phrases, and compared where a character has
    several readings. Misspelt words of the term base (domain `characters`) are
    reported too.
Why
    Simplified characters merge several traditional ones; converting character by
    character, or by the wrong word boundary, picks the wrong one.
Flagged
    zh-TW | 皇後走了三公裡。 | 後 → 后; 裡 → 里
    zh-TW | 這項研究證明瞭他的理論。 | 瞭 → 了
    zh-TW | 乾部髮現了問題。 | 乾 → 幹; 髮 → 發
    zh-HK | 皇後走了。 | 後 → 后
Fine
    zh-TW | 皇后後來走了三公里，頭髮現在還是乾的。
    zh-TW | 他說明瞭解的過程，簡單明瞭。
    zh-HK | 幹部發現了問題。
Fix safety
    Unsafe, because names may be spelt as they like; safe for misspelt words of the
    term base.
"""

from collections.abc import Iterator
from functools import cache

from termkit.context import Check, CheckContext
from termkit.locales import Script
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.scripts.misspellings import MisspellingFinder, compiled, misspelt_words
from termkit.termbase import cache as disk
from termkit.termbase.forms import Kind

NAME = "wrong-character"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the characters that are another reading of the right one."""
    told: set[int] = set()
    for finding in context.terms.wrong:
        if finding.form.kind is Kind.MISSPELT:
            told.update(range(finding.span.start, finding.span.end))
            suggestion = finding.claims[0].suggestion
            yield Diagnostic(
                NAME,
                Severity.ERROR,
                finding.span,
                tr(
                    "“{text}” is misspelt; write “{suggestion}”",
                    text=finding.span.of(context.prose),
                    suggestion=suggestion,
                ),
                (suggestion,),
                replacement(finding.span, suggestion, Applicability.SAFE),
                finding.claims[0].concept,
            )
    if context.script is not Script.HANT:
        return
    for wrong in _finder(context.locale).find(context.prose):
        if wrong.span.start in told:
            continue
        if context.base.matcher(context.locale).is_good(context.prose, wrong.span):
            continue
        char = wrong.span.of(context.prose)
        yield Diagnostic(
            NAME,
            Severity.ERROR,
            wrong.span,
            tr(
                "“{char}” should be “{expected}” here (“{word}”)",
                char=char,
                expected=wrong.expected,
                word=wrong.word,
            ),
            (wrong.expected,),
            replacement(wrong.span, wrong.expected, Applicability.UNSAFE),
        )


@cache
def _finder(locale: str) -> MisspellingFinder:
    def tables() -> tuple[dict[str, str], bytes]:
        words = misspelt_words(locale)
        return words, compiled(words)

    return MisspellingFinder(*disk.cached(("misspelt-words", locale), tables))


CHECK = Check(NAME, Severity.ERROR, find, __doc__)
