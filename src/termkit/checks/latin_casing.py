"""Allow no Latin name in another casing than its own.

What
    A Latin term of the base written with other capitals: Github, BlackWell.
Why
    A name has one spelling. An all-capitals headline and an ordinary lower-case
    word (meta, apple) are left alone; so are domain names, paths, handles and options.
Flagged
    zh-TW | 原始碼放在Github上。 | Github → GitHub
    zh-CN | 他们在 Youtube 上直播。 | Youtube → YouTube
    zh-TW | 新晶片叫 BlackWell。 | BlackWell → Blackwell
Fine
    zh-TW | 原始碼放在 GitHub 上，網址是 github.com/termkit。
    zh-TW | 這個 apple 是蘋果的意思。
    zh-CN | 新芯片叫 Blackwell。
Fix safety
    Safe.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement

NAME = "latin-casing"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the Latin names in a wrong casing."""
    for finding in context.latin:
        text = finding.span.of(context.prose)
        if _is_legitimate(text, finding.expected):
            continue
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            finding.span,
            tr("“{text}” is written “{expected}”", text=text, expected=finding.expected),
            (finding.expected,),
            replacement(finding.span, finding.expected, Applicability.SAFE),
            finding.concept,
        )


def _is_legitimate(text: str, expected: str) -> bool:
    """Tell whether the casing is one that any word may take."""
    if text.isupper():
        return True
    ordinary = expected[1:].islower() or " " in expected or len(expected) <= 4
    return ordinary and (text.islower() or text == expected.capitalize())


CHECK = Check(NAME, Severity.WARNING, find, __doc__)
