"""What a change of the term base means to translations that are there already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from termkit.engine.po.terms import MARK, Says, TermIndex, read_lines
from termkit.po.message import Message


@dataclass(frozen=True, slots=True)
class Base:
    """The term base as it is now: terms of the articles' locales, and what the target calls good."""

    terms: tuple[TermIndex, ...]
    good: frozenset[str]
    locale: str

    def find(self, text: str) -> list[str]:
        """Return the terms that occur in a text."""
        return [form for index in self.terms for form in index.find(text)]

    def says(self, form: str) -> Says | None:
        """Return what the base says of a term in the target's locale."""
        found = (index.says(form, self.locale) for index in self.terms)
        return next((says for says in found if says), None)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A term that a translation has no longer right: what is written, "" where it is missing."""

    term: str
    says: Says
    wrong: str = ""

    def __str__(self) -> str:
        wanted = " | ".join(self.says.preferred)
        if not self.wrong:
            return f"{MARK}{self.term} is {wanted} now"  # not shown
        return f"{MARK}{self.term} is {wanted} now, no longer {self.wrong}"  # not shown


def touch(old: Message, base: Base, *, rewrite: bool) -> Message:
    """Return an entry fuzzy, with the reasons, if the base has changed so that its text is wrong.

    Its comments tell what the base said when they were written. With ``rewrite`` a term
    that has one successor, and no other meaning, is replaced, and the entry stays as it is.
    """
    if not old.has_text or old.plural is not None:
        return old
    text = old.msgstr[0]
    faults = list(_faults(old, text, base))
    if rewrite:
        for fault in [*faults]:
            if fault.wrong and fault.wrong not in base.good and len(fault.says.preferred) == 1:
                shields = _shields(fault.wrong, base.good)
                text = _replaced(text, fault.wrong, fault.says.preferred[0], shields)
                faults.remove(fault)
    if text != old.msgstr[0]:
        old = replace(old, msgstr=(text,))
    if not faults or old.is_fuzzy:
        return old
    notes = dict.fromkeys((*old.notes, *map(str, faults)))
    return replace(old, notes=tuple(notes)).with_fuzzy(True)


def _faults(old: Message, text: str, base: Base) -> Iterable[_Fault]:
    before = read_lines(old.extracted, base.locale)
    for term in dict.fromkeys((*before, *base.find(old.msgid))):
        says, was = base.says(term), before.get(term)
        if says is None or (was and (was.preferred, was.avoided) == (says.preferred, says.avoided)):
            continue
        gone = (*(was.preferred if was else ()), *says.avoided)
        known = was.avoided if was else ()
        wrong = [
            each
            for each in gone
            if each not in says.good
            and each not in known
            and _stands(text, each, _shields(each, (*says.good, *base.good)))
        ]
        if wrong:
            yield _Fault(term, says, wrong[0])
        elif was is None and not any(each in text for each in says.good):
            yield _Fault(term, says)


def _shields(form: str, good: Iterable[str]) -> list[str]:
    """Return the good terms that hold a form and more."""
    return [term for term in good if form in term and form != term]


def _pattern(form: str, shields: Iterable[str]) -> re.Pattern[str]:
    longer = sorted(set(shields), key=len, reverse=True)
    return re.compile("|".join((*map(re.escape, longer), f"(?P<form>{re.escape(form)})")))


def _stands(text: str, form: str, shields: Iterable[str]) -> bool:
    if form not in text:
        return False
    return any(match["form"] for match in _pattern(form, shields).finditer(text))


def _replaced(text: str, form: str, by: str, shields: Iterable[str]) -> str:
    # The successor may hold the form: 人工智能 of 人工智能体.
    pattern = _pattern(form, (*shields, *([by] if form in by else ())))
    return pattern.sub(lambda match: by if match["form"] else match[0], text)
