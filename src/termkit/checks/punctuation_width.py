"""Allow Chinese punctuation in full width, letters and digits in half width.

What
    A half-width , ; : ! ? . or a pair of brackets in Chinese text, and full-width
    letters and digits. Half-width brackets around foreign words alone, 輝達 (NVIDIA), are
    left alone; in zh-HK all brackets are.
Why
    A line of Chinese keeps its rhythm with full-width marks; full-width letters are the
    trace of an input method, and nobody finds them with a search.
Flagged
    zh-TW | 短短數年間,法國的新創展現成長. | , → ，; . → 。
    zh-HK | 真的嗎?當然! | ? → ？; ! → ！
    zh-CN | 他来了(昨天)，参加ＡＩ峰会。 | ( → （; ＡＩ → AI
Fine
    zh-TW | 會議在 12:30 開始，預算 1,090 萬，檔名是 a.txt。
    zh-HK | 輝達 (NVIDIA) 與英特爾 (今年) 的股價。
    zh-CN | 用 C++、Node.js (v20) 写的。
Fix safety
    Safe behind a Chinese character; unsafe behind a letter or digit, and for full stops
    and brackets.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.locales import HK
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity, replacement
from termkit.patterns import regex
from termkit.scripts.paired import pairs
from termkit.text import HAN, Span, has_han

NAME = "punctuation-width"

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_OPEN = "「『“《〈（"
_CLOSE = "」』”》〉）"
# Behind a Han character, before anything Chinese or the end; or the other way round. Neither
# parts of a smiley, an ellipsis, a list number (一.) nor of a time or a number.
_BEHIND = regex(
    rf"(?<=[{HAN}{_CLOSE}])[,;:!?](?![,;:!?.()DP/\\])"
    rf"(?=[ ]?[{HAN}{_OPEN}{_CLOSE}]|[ ]?[0-9A-Za-z]|[ ]*(?:[\r\n]|\Z))"
)
_BEFORE = regex(rf"(?<=[0-9A-Za-z%])[,!?](?=[{HAN}{_OPEN}])")
_STOP = regex(
    rf"(?<=[{HAN}{_CLOSE}])(?<![一二三四五六七八九十甲乙丙丁])\.(?=[{HAN}{_OPEN}{_CLOSE}]|[ ]*(?:[\r\n]|\Z))"
)
# The words of a list that ends with one too: 影片;播放;
_LIST = regex(r"(?:[^\r\n]*;)?[ ]*(?:[\r\n]|\Z)")
_WIDE = regex("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MARKS = regex("[,;:!?.(\uff10-\uff5a]")


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the punctuation of the wrong width, and the full-width letters and digits."""
    prose = context.prose
    if not _MARKS.search(prose):
        return
    safe, unsafe = Applicability.SAFE, Applicability.UNSAFE
    for pattern, applicability in ((_BEHIND, safe), (_BEFORE, unsafe), (_STOP, unsafe)):
        for match in pattern.finditer(prose):
            if match[0] == ";" and _LIST.match(prose, match.end()):
                continue
            yield _mark(context, match.start(), applicability)
    if context.locale != HK:
        yield from _brackets(prose)
    for match in _WIDE.finditer(prose):
        half = match[0].translate(_HALF)
        yield _found(Span(*match.span()), match[0], half, Applicability.SAFE)


def _mark(context: CheckContext, at: int, applicability: Applicability) -> Diagnostic:
    mark = context.prose[at]
    # The space behind it goes with it: 你好, 世界.
    end = at + (2 if context.prose[at + 1 : at + 2] == " " else 1)
    fix = Fix((Edit(Span(at, end), _FULL[mark]),), applicability)
    return _found(Span(at, at + 1), mark, _FULL[mark], applicability, fix)


def _brackets(prose: str) -> Iterator[Diagnostic]:
    done = -1
    for pair in sorted(pairs(prose, {")": "("}, r"[\r\n]")):
        inside = prose[pair.start + 1 : pair.end]
        before = prose[max(0, pair.start - 1) : pair.start]
        if pair.start > done and has_han(inside) and (not before or has_han(before)):
            done = pair.end
            edits = (
                Edit(Span(pair.start, pair.start + 1), "（"),
                Edit(Span(pair.end, pair.end + 1), "）"),
            )
            fix = Fix(edits, Applicability.UNSAFE)
            yield _found(Span(pair.start, pair.start + 1), "(", "（", Applicability.UNSAFE, fix)


def _found(
    span: Span, text: str, own: str, applicability: Applicability, fix: Fix | None = None
) -> Diagnostic:
    message = tr("“{text}” is written “{own}” in Chinese text", text=text, own=own)
    fix = fix or replacement(span, own, applicability)
    return Diagnostic(NAME, Severity.WARNING, span, message, (own,), fix)


CHECK = Check(NAME, Severity.WARNING, find, __doc__, default=False)
