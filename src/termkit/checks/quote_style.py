"""Allow the quotation marks of the locale only.

What
    Curly and straight quotation marks in zh-TW and zh-HK, which write 「 」 and inside of
    them 『 』; 「 」 『 』 and straight ones in zh-CN, which writes “ ” and inside ‘ ’.
Why
    They are what readers expect, and the trace of a pasted or converted text. Marks
    around foreign words between foreign words are left alone, and so are apostrophes and
    marks without a partner. Each outermost pair is reported once, with what is in it.
Flagged
    zh-TW | 他說“好”。 | “ → 「
    zh-HK | 這叫"人工智能"嗎？ | " → 「
    zh-CN | 他说「好」。 | 「 → “
Fine
    zh-TW | 他說「我聽到『好』」，it’s “OK” in English。
    zh-HK | 她說「好」。
    zh-CN | 他说“我听到‘好’”。
Fix safety
    Safe; unsafe for straight marks, and where the line has a mark without a partner.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.locales import Script
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from termkit.patterns import regex
from termkit.scripts.paired import QUOTES, Pair, pairs
from termkit.text import Span, has_han

NAME = "quote-style"

_STYLES = {Script.HANT: ("「」", "『』"), Script.HANS: ("“”", "‘’")}
_STRANGE = {Script.HANT: '“”‘’"', Script.HANS: '「」『』"'}
_LINE = regex(r"[^\r\n]+")
_STRAIGHT = regex(r'(?<![0-9A-Za-z])"(?! )([^"]+)(?<! )"(?![0-9A-Za-z])')
_CHINESE = regex("[\u3001-\u303f\uff01-\uff5e]")


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the outermost pairs of marks that the locale does not write."""
    strange = _STRANGE[context.script]
    if not any(mark in context.prose for mark in strange):
        return
    for match in _LINE.finditer(context.prose):
        line = match[0]
        if any(mark in line for mark in strange) and has_han(line):
            yield from _in_line(line, match.start(), context)


def _in_line(line: str, offset: int, context: CheckContext) -> Iterator[Diagnostic]:
    style, strange = _STYLES[context.script], _STRANGE[context.script]
    # Straight marks are those of code too: only Chinese words tell what they are.
    quoted = _STRAIGHT.finditer(line) if line.count('"') % 2 == 0 else ()
    straight = [Pair(m.start(), m.end() - 1, 0) for m in quoted if has_han(m[1])]
    found = list(pairs(line, QUOTES))
    closed = {at for pair in found for at in pair[:2]}
    balanced = all(at in closed for at, char in enumerate(line) if char in "“”「」『』")
    end = -1
    for pair in sorted((*found, *straight)):
        if pair.start < end or line[pair.start] not in strange or not _is_chinese(line, pair):
            continue
        end = pair.end
        inside = [one for one in found if pair.start < one.start and one.end < pair.end]
        edits: dict[int, str] = {}
        for one in (pair, *inside):
            level = one.depth + (line[pair.start] == '"' and one is not pair)
            edits[one.start], edits[one.end] = tuple(style[level % 2])
        unsafe = line[pair.start] == '"' or not balanced
        places = (offset + at for at in sorted(edits))
        fix = Fix(
            tuple(Edit(Span(at, at + 1), edits[at - offset]) for at in places),
            Applicability.UNSAFE if unsafe else Applicability.SAFE,
        )
        start, own = offset + pair.start, style[pair.depth % 2]
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            Span(start, start + 1),
            tr(
                "{locale} writes {own}, not {other}",
                locale=context.locale,
                own=" ".join(own),
                other=f"{line[pair.start]} {line[pair.end]}",
            ),
            (own[0],),
            fix,
        )


def _is_chinese(line: str, pair: Pair) -> bool:
    """Tell whether a pair belongs to Chinese text: by what is in it, or directly around it."""
    before, after = line[max(0, pair.start - 1) : pair.start], line[pair.end + 1 : pair.end + 2]
    around = before + after
    return has_han(line[pair.start : pair.end] + around) or _CHINESE.search(around) is not None


CHECK = Check(NAME, Severity.WARNING, find, __doc__, default=False)
