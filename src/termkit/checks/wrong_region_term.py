"""Allow no word of another region.

What
    A term that the term base knows from another Chinese locale, written in this
    locale's script, which no concept prefers or admits here. In the texts of programs
    (catalogues, message files) a row of the domains `software`, `network` and `cloud` is
    heard even where another row allows the word: 打開文件 is no mistake in a newspaper.
Why
    Readers notice at once: 數據中心 and 人工智能 are mainland words in a Taiwanese
    article, 軟體 is a Taiwanese one in a mainland text.
Flagged
    zh-TW | 這家公司的數據中心採用人工智能技術。 | 數據中心 → 資料中心; 人工智能 → 人工智慧
    zh-TW | 特朗普與馬克龍通電話。 | 特朗普 → 川普; 馬克龍 → 馬克宏
    zh-CN | 这款软体支持多种格式。 | 软体 → 软件
Fine
    zh-TW | 資料中心採用人工智慧技術，大數據不是問題。
    zh-TW | 參加黑客松的人不勝枚舉。
    zh-HK | 人工智能公司興建數據中心。
    zh-CN | 特朗普与马克龙通电话。
Fix safety
    Safe where the form has one meaning and one suggestion; unsafe, and only a
    warning, where a clue word in the sentence or the kind of text decided; several
    suggestions are only shown.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext, term_fix
from termkit.messages import any_of, tr
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.termbase.forms import Kind

NAME = "wrong-region-term"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the wrong-region forms of a document."""
    for finding in context.terms.wrong:
        if finding.form.kind is not Kind.WRONG:
            continue
        origins = dict.fromkeys(
            locale for claim in finding.claims for locale in claim.origin.split()
        )
        text = finding.span.of(context.prose)
        yield Diagnostic(
            NAME,
            Severity.WARNING if finding.is_clued else Severity.ERROR,
            finding.span,
            tr(
                "“{text}” is {origins} usage; {locale} writes {terms}",
                text=text,
                origins=tr(" and ").join(origins),
                locale=context.locale,
                terms=any_of(finding.suggestions),
            ),
            finding.suggestions,
            term_fix(finding),
            finding.claims[0].concept,
        )


CHECK = Check(NAME, Severity.ERROR, find, __doc__)
