"""What a locale's texts should not hold, as rules for programs that search by regular expressions.

A form is wrong only where no longer string wins over it, as in termkit's own matching:
數據, but not 大數據. What would win is put around each pattern. Forms that clue words
decide, and those with several right words, make no rule.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from termkit.model.term import Concept
from termkit.termbase.forms import Form, Kind, derive_forms, latin_avoided
from termkit.text import is_latin

_SPECIAL = re.compile(r"[\\^$.*+?()\[\]{}|/]")
_GUARD = re.compile(r"\(\?(?:<?[!=])")
_LATIN = "[A-Za-z0-9_]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A wrong form, the pattern that finds it, what to write, and whether another region writes it."""

    form: str
    pattern: str
    right: str
    is_regional: bool


@dataclass(slots=True)
class _Around:
    """What must not stand around a form: before it, behind it, or on both sides at once."""

    before: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)
    both: set[tuple[str, str]] = field(default_factory=set)


def find_rules(concepts: Iterable[Concept], locale: str) -> Iterator[Rule]:
    """Yield the rules for texts of a locale, in the order of the term base."""
    concepts = list(concepts)
    forms = derive_forms(concepts, locale)
    wrong = {form.text: form for form in forms if _is_plain(form)}
    around = _surroundings(wrong, (form.text for form in forms))
    for text, form in (*wrong.items(), *latin_avoided(concepts, locale).items()):
        right = form.claims[0].suggestion
        if text != right:
            pattern = _pattern(text, around.get(text, _Around()))
            yield Rule(text, pattern, right, form.kind is Kind.WRONG)


def literal_of(pattern: str) -> str | None:
    """Return the text that a pattern finds, what must not stand around it aside; None where it is no text."""
    at = 0
    text = ""
    while at < len(pattern):
        if match := _GUARD.match(pattern, at):
            end = _closing(pattern, match.end())
            if end is None:
                return None
            at = end
        elif pattern[at] == "\\" and at + 1 < len(pattern) and not pattern[at + 1].isalnum():
            text += pattern[at + 1]
            at += 2
        elif _SPECIAL.match(pattern, at) and pattern[at] != "/":
            return None
        else:
            text += pattern[at]
            at += 1
    return text


def escape(text: str) -> str:
    """Escape a text for the regular expressions of JavaScript and of Go alike."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _is_plain(form: Form) -> bool:
    if form.kind not in {Kind.WRONG, Kind.AVOID, Kind.MISSPELT}:
        return False
    return (
        not any(claim.is_open for claim in form.claims)
        and len({claim.suggestion for claim in form.claims}) == 1
    )


def _surroundings(wrong: Iterable[str], everything: Iterable[str]) -> dict[str, _Around]:
    """Return what of all forms wins over each wrong one: what holds it, or begins before it."""
    known = set(wrong)
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for text in known:
        for size in range(1, len(text)):
            heads[text[:size]].append(text)
    found: defaultdict[str, _Around] = defaultdict(_Around)
    for other in everything:
        size = len(other)
        for start in range(size):
            for end in range(start + 1, size + 1):
                text = other[start:end]
                if text in known and text != other:
                    _note(found[text], other[:start], other[end:])
            if start:
                for text in heads.get(other[start:], ()):
                    found[text].before.add(other[:start])
    return found


def _note(around: _Around, before: str, behind: str) -> None:
    if not behind:
        around.before.add(before)
    elif not before:
        around.behind.add(behind)
    else:
        around.both.add((before, behind))


def _pattern(text: str, around: _Around) -> str:
    before, behind = sorted(map(escape, around.before)), sorted(map(escape, around.behind))
    if is_latin(text[0]):
        before.insert(0, _LATIN)
    if is_latin(text[-1]):
        behind.insert(0, _LATIN)
    both = [
        f"(?<={escape(left)}){escape(text)}{escape(right)}" for left, right in sorted(around.both)
    ]
    pattern = escape(text)
    if both:
        pattern = f"(?!{'|'.join(both)}){pattern}"
    if before:
        pattern = f"(?<!{'|'.join(before)}){pattern}"
    if behind:
        pattern = f"{pattern}(?!{'|'.join(behind)})"
    return pattern


def _closing(pattern: str, at: int) -> int | None:
    """Return where the group that is open at ``at`` has been closed."""
    depth = 1
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] == "(":
            depth += 1
        elif pattern[at] == ")":
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    return None
