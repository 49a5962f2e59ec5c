"""Allow no tag in a translation that its original does not have, and none missing.

What
    A tag (`<b>`, `</a>`, `<0>`, `[b]`) that only one of the texts has. `<file>` alone is the name of an
    argument, and `<br>` goes with the length of the lines. In Markdown (an article, or an entry with the flag
    `markdown-text`) also a code span, a link or a bold passage.
Why
    The page breaks, or a link is lost.
Flagged
    zh-TW | Press <b>Save</b> to keep it. ⇒ 按<b>儲存<b>保留。 | <b>
    zh-CN | See <a href="/help">the manual</a>. ⇒ 请参阅手册。 | 请参阅手册。
    zh-TW | [markdown-text] Run `make` first. ⇒ 先執行 make。 | 先執行 make。
Fine
    zh-TW | Press <b>Save</b> to keep it. ⇒ 按<b>儲存</b>即可保留。
    zh-CN | Usage: <file> ⇒ 用法：<文件>
    zh-TW | [markdown-text] Run `make` and read *this*. ⇒ 請執行 `make`，並閱讀這個。
Fix safety
    No fix: where a tag belongs, a person has to say.
"""

from collections.abc import Iterator

from termkit.bitext.mismatch import Extra, mismatches
from termkit.bitext.nearest import nearest
from termkit.context import Check, CheckContext, EachPair
from termkit.model.bitext import MARKDOWN, Pair
from termkit.model.diagnostic import Diagnostic, Severity

NAME = "markup-mismatch"


def find(pair: Pair, _: CheckContext) -> Iterator[Diagnostic]:
    """Yield the marks that only one of the texts has."""
    from termkit.bitext.markup import compare  # its patterns take time

    text, markdown = pair.target.text, MARKDOWN in pair.flags
    missing, added = nearest(pair, lambda source: compare(source.text, text, markdown=markdown))
    wanted = [mark.text for mark in missing]
    extras = []
    if added:  # one mistake with a tag makes several wrong: they are told together
        extras = [Extra(added[0].span, tuple(dict.fromkeys(mark.text for mark in added)))]
    yield from mismatches(NAME, Severity.WARNING, pair, wanted, extras)


CHECK = Check(NAME, Severity.WARNING, EachPair(find), __doc__, bilingual=True)
