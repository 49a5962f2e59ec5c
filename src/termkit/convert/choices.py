"""Deciding the open entries of a conversion by what stands around their marks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from termkit.convert.marks import LEAD, LINE, SIZE
from termkit.convert.readings import Seam
from termkit.text import (
    LONGEST_SENTENCE,
    SENTENCE_ENDS,
    is_latin,
    sentence_around_mark,
)

_OFTEN = 200
_REMEMBERED = 1 << 16
_Search = Callable[..., re.Match[str] | None]


class Decision(NamedTuple):
    """What an entry gives at a place, what is behind it, and how sure that is."""

    value: str
    origin: str
    certain: bool
    decided: bool


class Surroundings:
    """A text with the marks of a first pass, to be looked at around each of them."""

    __slots__ = ("backwards", "text")

    def __init__(self, text: str) -> None:
        self.text = text

    def __getattr__(self, name: str) -> str:
        """Turn the text around when its ``backwards`` is asked for, which few texts need."""
        if name != "backwards":
            raise AttributeError(name)
        self.backwards = turned = self.text[::-1]
        return turned


class Clues:
    """Clue words; those that are asked for often are compiled, which takes as long as many searches."""

    __slots__ = ("_after", "_asked", "_before", "_over", "_words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._asked = 0
        # Of words that hold a mark, how far it stands behind their beginning: 领|返利.
        self._over = [(word, at) for word in words for at in _places(word, LEAD)]
        self._after: _Search | None = None
        self._before: _Search | None = None

    def near(self, around: Surroundings, at: int) -> bool:
        """Tell whether one of the words stands in the sentence around the mark at ``at``."""
        text, end = around.text, at + SIZE
        if self._before is None or self._after is None:
            self._asked += 1
            if self._asked > _OFTEN:
                self._after = _first(self._words)
                self._before = _first(word[::-1] for word in self._words)
            sentence = text[slice(*sentence_around_mark(text, at, end))]
            for word in self._words:  # noqa: SIM110 # any() takes twice as long
                if word in sentence:
                    return True
            return False
        for word, inside in self._over:
            if at >= inside and text.startswith(word, at - inside):
                return True
        # From the mark to both sides, whatever comes first: a word, or the sentence's end.
        found = self._after(text, end, end + LONGEST_SENTENCE)
        if found and not found.lastindex:
            return True
        back = len(text) - at
        found = self._before(around.backwards, back, back + LONGEST_SENTENCE)
        return found is not None and not found.lastindex


def _places(text: str, char: str) -> Iterator[int]:
    return (at for at, each in enumerate(text) if each == char)


def _first(words: Iterable[str]) -> _Search:
    # Alternatives that all begin literally are looked for by their first characters, fast; an
    # empty group tells the ends.
    ends = (f"{re.escape(end)}()" for end in SENTENCE_ENDS)
    return re.compile("|".join((*ends, *map(re.escape, words)))).search


class Choice(NamedTuple):
    """What an open entry may give: ``otherwise``, or what clue words make of it.

    An entry with Latin ``edges`` gives ``cut`` inside a Latin word; one with a ``seam`` does
    where two words meet.
    """

    otherwise: Decision
    by_clue: tuple[tuple[Clues, Decision], ...] = ()
    edges: tuple[bool, bool] = (False, False)
    seam: Seam | None = None
    cut: Decision | None = None

    def decide(self, around: Surroundings, at: int) -> Decision:
        """Decide for the mark that stands at ``at`` of a first pass's output."""
        text, end = around.text, at + SIZE
        before = text[at - 1] if at else LEAD
        behind = text[end] if end < len(text) else LEAD
        return self.decide_between(before, behind) or self.decide_in(around, at)

    def decide_between(self, before: str, behind: str) -> Decision | None:
        """Decide by the neighbours; None where the sentence has a say too.

        A neighbour that is none (a mark, the text's beginning or end) is the LEAD of a mark.
        """
        if self.cut and (self._is_at_seam(before, behind) or self._cuts_latin(before, behind)):
            return self.cut
        return None if self.by_clue else self.otherwise

    def decide_in(self, around: Surroundings, at: int) -> Decision:
        """Decide by the clue words in the sentence, where the neighbours leave it to them."""
        for clues, decision in self.by_clue:
            if clues.near(around, at):
                return decision
        return self.otherwise

    def _is_at_seam(self, before: str, behind: str) -> bool:
        seam = self.seam
        if not seam:
            return False
        if before in seam.alone:
            return True
        if before in seam.clear:
            return behind in seam.heads
        return before in seam.before and behind in seam.behind

    def _cuts_latin(self, before: str, behind: str) -> bool:
        first, last = self.edges
        return (first and is_latin(before)) or (last and is_latin(behind))


def resolve(text: str, choices: Mapping[str, Choice]) -> tuple[str, list[Decision]]:
    """Replace every mark by what its choice gives; all look at the same text.

    ``choices`` go by the digits of the mark. Returns the text and the decisions, in order.
    """
    first, *pieces = text.split(LEAD)
    at = len(first)
    around = Surroundings(text)
    written, decisions = [first], []
    for piece in pieces:
        decision = choices[piece[:2]].decide(around, at)
        decisions.append(decision)
        written += (decision.value, piece[2:])
        at += len(piece) + 1
    return "".join(written), decisions


class FinishedLine(Exception):  # noqa: N818 # not an error
    """A mark tells that its line may stand in the target's script already."""


class Between(dict[str, str | Choice]):
    """What marks give between two neighbours, remembered: a text, or a choice by the sentence.

    A key is the neighbour before, the digits, and the neighbour behind.
    """

    def __init__(self, choices: Mapping[str, Choice]) -> None:
        super().__init__()
        self._choices = choices

    def __missing__(self, key: str) -> str | Choice:
        if key[1] == LINE[1]:
            raise FinishedLine
        choice = self._choices[key[1:3]]
        decision = choice.decide_between(key[0], key[3:] or LEAD)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[key] = value = decision.value if decision else choice
        return value


def resolve_text(text: str, between: Between) -> str:
    """Return the text that ``resolve`` gives, in a fraction of the time.

    Raises FinishedLine at a mark of one.
    """
    first, *pieces = text.split(LEAD)
    at = len(first)
    before = first[-1:] or LEAD
    around = Surroundings(text)
    written = [first]
    for piece in pieces:
        value = between[before + piece[:3]]
        if isinstance(value, Choice):
            value = value.decide_in(around, at).value
        written += (value, piece[2:])
        at += len(piece) + 1
        before = piece[-1]
    return "".join(written)
