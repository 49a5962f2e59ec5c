"""Allow no placeholder in a translation that its original does not have, and none missing.

What
    A `%s`, `%(name)s`, `{0}`, `{{ name }}`, `%1` or `${name}` that only one of the
    texts has. The flags of an entry (`c-format`, `python-brace-format` …) say which
    syntax holds; without one those are compared that nobody writes in a sentence.
    Placeholders without a number or a name are filled in their order and must stay
    in it.
Why
    The program shows the wrong value, or breaks. A translation for one may leave the
    number out, as the original does.
Flagged
    zh-TW | Hello, %(name)s! ⇒ 您好，%(nmae)s！ | %(nmae)s → %(name)s
    zh-CN | Deleted {count} files ⇒ 已删除文件 | 已删除文件
    zh-TW | [c-format] %s has %d files ⇒ %d 個檔案在 %s 裡 | %d
    zh-TW | Saved as %s ⇒ 已另存為 ％s | ％s → %s
Fine
    zh-TW | [c-format] %s has %d files ⇒ %2$d 個檔案在 %1$s 裡
    zh-CN | One file / %d files ⇒ %d 个文件
    zh-CN | %A, %B %e ⇒ %m月%d日，%A
    zh-TW | [python-brace-format] {0:.1f} of {1} ⇒ {1} 中的 {0:.2f}
Fix safety
    No fix: what is missing has a place in the sentence.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from termkit.bitext.mismatch import Extra, mismatches
from termkit.bitext.nearest import nearest
from termkit.context import Check, CheckContext, EachPair
from termkit.messages import all_of, tr
from termkit.model.bitext import Pair
from termkit.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from termkit.bitext.formats import Placeholder

NAME = "placeholder-mismatch"


def find(pair: Pair, _: CheckContext) -> Iterator[Diagnostic]:
    """Yield the placeholders that only one of the texts has."""
    from termkit.bitext.formats import compare, misspelt  # their patterns take time

    text = pair.target.text
    missing, added = nearest(pair, lambda source: compare(source.text, text, pair.flags))
    if not missing and not added:
        return
    wanted = [each.text for each in missing]
    if missing and Counter(wanted) == Counter(each.text for each in added):
        message = tr(
            "{texts} stand in another order than in the original; number them as there: {numbered}",
            texts=all_of(each.text for each in added),
            numbered=all_of(map(_numbered, missing)),
        )
        yield Diagnostic(NAME, Severity.ERROR, pair.target.place(added[0].span), message)
        return
    is_pair = len(missing) == len(added) == 1
    extras = [Extra(each.span, (each.text,), wanted[0] if is_pair else "") for each in added]
    if not extras:
        spans = ((name, misspelt(name, text)) for name in dict.fromkeys(wanted))
        extras = [Extra(span, (span.of(text),), name) for name, span in spans if span]
    yield from mismatches(NAME, Severity.ERROR, pair, wanted, extras)


def _numbered(each: "Placeholder") -> str:
    return f"%{each.key[1:].partition('$')[0]}${each.text[1:]}"


CHECK = Check(NAME, Severity.ERROR, EachPair(find), __doc__, bilingual=True)
