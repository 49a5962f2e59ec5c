"""Deciding the open entries of a conversion by what stands around their marks."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from termkit.convert.marks import LEAD, SIZE
from termkit.convert.readings import Seam
from termkit.text import (
    LONGEST_SENTENCE,
    SENTENCE_ENDS,
    USUAL_SENTENCE,
    is_latin,
    sentence_around_mark,
)

_OFTEN = 200
_Search = Callable[..., re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Decision:
    """What an entry gives at a place, what is behind it, and how sure that is."""

    value: str
    origin: str
    certain: bool
    decided: bool


class Clues:
    """Clue words; those that are asked for often are compiled, which takes as long as many searches."""

    __slots__ = ("_after", "_asked", "_before", "_words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._asked = 0
        self._after: _Search | None = None
        self._before: _Search | None = None

    def near(self, text: str, at: int) -> bool:
        """Tell whether one of the words stands in the sentence around the mark at ``at``."""
        if not (self._after and self._before):
            self._asked += 1
            if self._asked > _OFTEN:
                self._after = _first(self._words)
                self._before = _first(word[::-1] for word in self._words)
            start, end = sentence_around_mark(text, at, at + SIZE)
            return any(text.find(word, start, end) >= 0 for word in self._words)
        # From the mark to both sides, whatever comes first: a word, or the sentence's end.
        end = at + SIZE
        found = self._after(text, end, end + LONGEST_SENTENCE)
        if found and found[0] not in SENTENCE_ENDS:
            return True
        for reach in (USUAL_SENTENCE, LONGEST_SENTENCE):
            found = self._before(text[max(0, at - reach) : at][::-1])
            if found:
                return found[0] not in SENTENCE_ENDS
        return False


def _first(words: Iterable[str]) -> _Search:
    return re.compile("|".join((f"[{SENTENCE_ENDS}]", *map(re.escape, words)))).search


@dataclass(frozen=True, slots=True)
class Choice:
    """What an open entry may give: ``otherwise``, or what clue words make of it.

    An entry with Latin ``edges`` gives ``cut`` inside a Latin word; one with a ``seam`` does
    where two words meet.
    """

    otherwise: Decision
    by_clue: tuple[tuple[Clues, Decision], ...] = ()
    edges: tuple[bool, bool] = (False, False)
    seam: Seam | None = None
    cut: Decision | None = None

    def decide(self, text: str, at: int) -> Decision:
        """Decide for the mark that stands at ``at`` of a first pass's output."""
        if self.cut and (self._is_at_seam(text, at) or self._cuts_latin(text, at)):
            return self.cut
        for clues, decision in self.by_clue:
            if clues.near(text, at):
                return decision
        return self.otherwise

    def _is_at_seam(self, text: str, at: int) -> bool:
        if not self.seam:
            return False
        before = text[at - 1] if at else LEAD
        behind = text[at + SIZE] if at + SIZE < len(text) else LEAD
        if before in self.seam.alone:
            return True
        if before in self.seam.clear:
            return behind in self.seam.heads
        return before in self.seam.before and behind in self.seam.behind

    def _cuts_latin(self, text: str, at: int) -> bool:
        before, behind = self.edges
        if before and at and is_latin(text[at - 1]):
            return True
        end = at + SIZE
        return behind and end < len(text) and is_latin(text[end])


def resolve(text: str, choices: Mapping[str, Choice]) -> tuple[str, list[Decision]]:
    """Replace every mark by what its choice gives; all look at the same text.

    ``choices`` go by the digits of the mark. Returns the text and the decisions, in order.
    """
    first, *pieces = text.split(LEAD)
    at = len(first)
    written, decisions = [first], []
    for piece in pieces:
        decision = choices[piece[:2]].decide(text, at)
        decisions.append(decision)
        written += (decision.value, piece[2:])
        at += len(piece) + 1
    return "".join(written), decisions
