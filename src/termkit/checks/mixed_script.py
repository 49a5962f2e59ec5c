"""Allow no character of the other script.

What
    A simplified character in a Hant text, or a traditional one in a Hans text, that
    the text's own script never uses. Characters that both scripts share (后, 台, 里)
    are not counted here, `wrong-character` looks at them, and neither is a language's
    own name in a list of languages: 简体中文, 繁體中文, 日本語.
Why
    It is the trace of a paste or of a half-done conversion. A text that is mostly in
    the other script gets one finding only: it wants converting, or another locale.
Flagged
    zh-TW | 這是一个錯誤的例子。 | 个 → 個
    zh-CN | 这是一個错误的例子。 | 個 → 个
    zh-HK | 他们在香港開會。 | 们 → 們
Fine
    zh-TW | 皇后、台灣、公里、干涉都沒有錯。
    zh-HK | 恒生指數上升。
    zh-TW | 語言：简体中文、繁體中文。
    zh-CN | 乾隆皇帝的著作。
Fix safety
    Safe where the character has one counterpart, else unsafe.
"""

import re
from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.locales import CN, TW, Script
from termkit.messages import mark, tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.patterns import regex
from termkit.scripts.chain import script_chain
from termkit.scripts.characters import one_to_many, only_in
from termkit.text import HAN_RE, Span

NAME = "mixed-script"
_NAMES = {Script.HANS: mark("simplified"), Script.HANT: mark("traditional")}
_OWN_NAMES = regex("简体中文|繁體中文|正體中文|香港繁體|日本語")


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the runs of characters that belong to the other script."""
    other = Script.HANS if context.script is Script.HANT else Script.HANT
    # A class of thousands of characters is slow to search for; the few that occur are not.
    strange = context.strange & only_in(other)
    if not strange:
        return
    pattern = re.compile(f"[{''.join(strange)}]+")
    runs = [Span(*match.span()) for match in pattern.finditer(context.prose)]
    names = [Span(*match.span()) for match in _OWN_NAMES.finditer(context.prose)]
    runs = [run for run in runs if not any(n.start <= run.start < n.end for n in names)]
    if not runs:
        return
    if _is_other_script(context.prose, runs):
        yield Diagnostic(
            NAME,
            Severity.ERROR,
            runs[0],
            tr(
                "the text is mostly {script}; convert it (termkit convert --to {locale}) "
                "or check it as another locale (--locale)",
                script=tr(_NAMES[other]),
                locale=context.locale,
            ),
        )
        return
    for span in runs:
        text = span.of(context.prose)
        written = _counterpart(context, span)
        single = all(char not in one_to_many() for char in text)
        applicability = Applicability.SAFE if single else Applicability.UNSAFE
        yield Diagnostic(
            NAME,
            Severity.ERROR,
            span,
            tr(
                "“{text}” is {script}; {locale} writes “{written}”",
                text=text,
                script=tr(_NAMES[other]),
                locale=context.locale,
                written=written,
            ),
            (written,),
            replacement(span, written, applicability),
        )


def _is_other_script(prose: str, runs: list[Span]) -> bool:
    count = sum(span.end - span.start for span in runs)
    return count > 20 and count * 5 > len(HAN_RE.findall(prose))


def _counterpart(context: CheckContext, span: Span) -> str:
    """Write the run in the document's script, with the characters around it deciding."""
    source = CN if context.script is Script.HANT else TW
    chain = script_chain(source, context.locale)
    start = max(context.prose.rfind("\n", 0, span.start) + 1, span.start - 8)
    around = context.prose[start : span.end + 8].partition("\n")[0]
    written = chain.convert(around)
    if len(written) == len(around):
        return written[span.start - start : span.end - start]
    return chain.convert(span.of(context.prose))


CHECK = Check(NAME, Severity.ERROR, find, __doc__)
