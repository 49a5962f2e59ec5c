"""Clue words in the sentence around a mark."""

from hypothesis import given
from hypothesis import strategies as st

from termkit.convert import choices
from termkit.convert.choices import Clues, Surroundings
from termkit.convert.marks import SIZE, mark

OWN, OTHER = mark(1), mark(2)
PIECES = (OWN, OTHER, "领", "倍", "金", "活动", "。", "\n", "“")
WORDS = ("活动", f"领{OWN}", f"{OWN}金", f"倍{OTHER}", f"领{OWN}金", f"{OTHER}{OWN}")


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=12),
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
)
def test_asked_often(pieces: list[str], words: list[str]) -> None:
    """Words that are asked for often are compiled, and found where they were before.

    They may hold the very entry that asks for them.
    """
    text = "".join((*pieces, OWN))
    at = len(text) - SIZE
    text += "".join(reversed(pieces))
    clues, around = Clues(tuple(words)), Surroundings(text)
    once = clues.near(around, at)
    for _ in range(choices._OFTEN + 1):
        clues.near(around, at)
    assert clues.near(around, at) == once


def test_in_the_sentence() -> None:
    """A word counts up to the sentence's end, on both sides of the mark and over it."""
    clues = Clues(("活动", f"领{OWN}"))
    told = [f"活动，{OWN}", f"{OWN}的活动", f"领{OWN}"]
    untold = [f"活动。{OWN}", f"{OWN}！活动", f"领，{OWN}", f"领{OTHER}{OWN}"]
    for _ in range(2 * choices._OFTEN):
        assert all(clues.near(Surroundings(text), text.index(OWN)) for text in told)
        assert not any(clues.near(Surroundings(text), text.index(OWN)) for text in untold)
