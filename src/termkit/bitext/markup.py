"""The markup of a text that a translation has to keep: tags, and of Markdown code, links, bold."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from termkit.patterns import regex
from termkit.text import MASK, Span

# They stand alone, but are no names of arguments.
_ALONE = frozenset({"p", "li", "hr", "img"})
# A line break may come or go with the length of the lines.
_IGNORED = frozenset({"br", "wbr", "nobr"})
# A word that is said twice may be said once; what counts is that it is marked.
_STYLES = frozenset(
    ("b", "strong", "i", "em", "u", "s", "tt", "code", "kbd", "samp", "var", "small", "big", "cite")
)
_TAG = regex(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:._-]*|\d+)(?P<rest>(?:\s+[A-Za-z_:@][\w:.-]*"
    r"(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*)\s*(?P<empty>/?)>",
    re.ASCII,
)
_BBCODE = regex(r"\[(?P<close>/?)(?P<name>[a-z]+)(?P<rest>(?:=[^\[\]]*)?)\]", re.ASCII)
_CODE = regex(r"(?<![`\\])(?P<ticks>`+)(?!`)(?:.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_LINK = regex(r"(?<!\\)!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+[^()]*)?\)")
_BOLD = regex(r"(?<![*\\])\*\*(?![\s*])(?:[^*]|\*(?!\*))+?\*\*(?!\*)")
_MARKDOWN = {"`": _CODE, "[]()": _LINK, "**": _BOLD}


class Mark(NamedTuple):
    """One piece of markup; ``key`` is what a translation has to have as often."""

    span: Span
    text: str
    key: str


def compare(source: str, target: str, *, markdown: bool) -> tuple[list[Mark], list[Mark]]:
    """Return the marks that ``source`` has more often than ``target``, and the reverse."""
    ours: list[Mark] = []
    theirs: list[Mark] = []
    for key, pattern in _MARKDOWN.items() if markdown else ():
        ours += (Mark(Span(*match.span()), match[0], key) for match in pattern.finditer(source))
        theirs += (Mark(Span(*match.span()), match[0], key) for match in pattern.finditer(target))
    if markdown:  # a tag in code is none
        source, target = (_CODE.sub(_hidden, text) for text in (source, target))
    for pattern, opening in ((_TAG, "<"), (_BBCODE, "[")):
        if opening in source or opening in target:
            names = _names(pattern, source) | _names(pattern, target)
            ours += _tags(pattern, source, names)
            theirs += _tags(pattern, target, names)
    counts = Counter(mark.key for mark in ours), Counter(mark.key for mark in theirs)
    return sorted(_beyond(ours, *counts)), sorted(_beyond(theirs, *reversed(counts)))


def _hidden(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _beyond(marks: list[Mark], own: Counter[str], others: Counter[str]) -> list[Mark]:
    """Return the marks that the other text has fewer of, the last ones of each kind."""
    left = Counter({key: others[key] for key in own if not _is_said_once(key, own, others)})
    left |= Counter({key: own[key] for key in own if _is_said_once(key, own, others)})
    found = []
    for mark in marks:
        if left[mark.key]:
            left[mark.key] -= 1
        else:
            found.append(mark)
    return found


def _is_said_once(key: str, own: Counter[str], others: Counter[str]) -> bool:
    """Tell whether both texts mark something in a style, each as often as it ends the mark."""
    name = key.strip("<>/")
    opening, closing = f"<{name}>", f"</{name}>"
    return name in _STYLES and all(0 < each[opening] == each[closing] for each in (own, others))


def _names(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """Return the names of the tags: those that are closed, or have attributes.

    <file> alone is how a manual names an argument, and [file] what may be left out.
    """
    return frozenset(
        name
        for match in pattern.finditer(text)
        if (name := match["name"].lower()) not in _IGNORED
        and (match["close"] or (pattern is _TAG and _is_tag(match, name)))
    )


def _is_tag(match: re.Match[str], name: str) -> bool:
    return bool(match["empty"]) or "=" in match["rest"] or name in _ALONE


def _tags(pattern: re.Pattern[str], text: str, names: frozenset[str]) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        name = match["name"].lower()
        if name in names:
            key = match[0][0] + match["close"] + name + match[0][-1]
            yield Mark(Span(*match.span()), match[0], key)
