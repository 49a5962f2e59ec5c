"""Allow no term that the term base avoids.

What
    A form in the `LOCALE:avoid` column of a concept.
Why
    The team has decided against it: an old name, a misspelt one, a discarded
    translation.
Flagged
    zh-TW | 各國都在談主權人工智能。 | 主權人工智能 → 主權AI
Fine
    zh-TW | 各國都在談主權AI。
    zh-HK | 各國都在談主權AI。
    zh-CN | 各国都在谈主权AI。
Fix safety
    Safe where the form has one meaning, unsafe where a clue word decided; several
    suggestions are only shown.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext, term_fix
from termkit.messages import any_of, tr
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.termbase.forms import Kind

NAME = "deprecated-term"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the deprecated forms of a document."""
    for finding in context.terms.wrong:
        if finding.form.kind is not Kind.AVOID:
            continue
        text = finding.span.of(context.prose)
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            finding.span,
            tr(
                "the term base avoids “{text}”; use {terms}",
                text=text,
                terms=any_of(finding.suggestions),
            ),
            finding.suggestions,
            term_fix(finding),
            finding.claims[0].concept,
        )


CHECK = Check(NAME, Severity.WARNING, find, __doc__)
