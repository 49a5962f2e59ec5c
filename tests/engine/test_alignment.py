"""Aligning: what is shared is found, in order and moved, and nothing is called shared that is not."""

import itertools
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.engine.alignment import align
from termkit.engine.sequences import Block, shared_runs, shared_text

TEXTS = st.text(alphabet="后台里面甲 a，。\r\n", max_size=60)


def found(old: str, new: str, *, moved: bool = True) -> list[str]:
    """Return the stretches of a new text that an old one has, as texts."""
    blocks = align(old, new, (lambda span: span.of(old)) if moved else None)
    assert all(old[b.old : b.old + b.size] == new[b.new : b.new + b.size] for b in blocks)
    return [new[b.new : b.new + b.size] for b in blocks]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲乙。\n丙丁。\n", "甲乙。\n丙丁。\n", ["甲乙。\n丙丁。\n"]),
        ("", "甲", []),
        ("甲", "", []),
        ("甲乙丙丁", "甲乙己丙丁", ["甲乙", "丙丁"]),
        ("甲乙丙丁", "甲丁", ["甲", "丁"]),
        ("甲一\n乙二\n丙三\n", "乙二\n丙三\n甲一\n", ["乙二\n丙三\n", "甲一"]),
        ("甲一\n乙二\n", "甲一\r\n乙二\r\n", ["甲一", "\n乙二", "\n"]),
        ("甲乙丙。丁戊己。庚", "丁戊己。甲乙丙。庚", ["丁戊己。", "甲乙丙。", "庚"]),
        ("甲乙丙。\n丁戊己。庚\n", "甲乙丙。丁戊己。\n庚\n", ["甲乙丙。", "丁戊己。", "庚\n"]),
        ("甲乙丙丁，戊", "戊，甲乙丙丁", ["戊", "甲乙丙丁"]),
        ("甲乙丙。\n", "甲乙丙。\n甲乙丙。\n", ["甲乙丙。\n", "甲乙丙。"]),
        ("张三后来去了", "李四后天走了", ["了"]),
        ("**甲乙**", "_甲乙_", ["甲乙"]),
        ("1 「\n2 甲\n3", "2 甲\n3\n1 「", ["2 甲\n3", "1 「"]),
        ("1 a\n2 甲\n3", "2 甲\n3\n1 a", ["2 甲\n3"]),
    ],
    ids=[
        *("same", "from nothing", "to nothing", "insertion", "deletion", "line moved", "line ends"),
        *("sentence moved", "sentence to another line", "clause moved", "line copied"),
        *("chance", "markup", "quotation mark moved", "nothing to change moved"),
    ],
)
def test_what_is_shared(old: str, new: str, expected: list[str]) -> None:
    """Insertions, deletions and moves leave the rest; a character between rewritten ones is chance."""
    assert found(old, new) == expected


def test_ambiguous_moves_are_not_taken() -> None:
    """A line that stands for two things and has moved is not taken for either of them."""
    old, new = "甲乙丙\n丁\n甲乙丙\n戊\n", "丁\n戊\n甲乙丙\n"
    blocks = align(old, new, lambda span: f"{span.of(old)} at {span.start}")
    assert [new[b.new : b.new + b.size] for b in blocks] == ["丁\n", "戊\n"]


@given(old=TEXTS, new=TEXTS, moved=st.booleans())
def test_blocks_are_sound(old: str, new: str, moved: bool) -> None:
    """Blocks are equal on both sides, disjoint in the new text, and without moves in the old one."""
    blocks = align(old, new, (lambda span: span.of(old)) if moved else None)
    assert all(old[b.old : b.old + b.size] == new[b.new : b.new + b.size] for b in blocks)
    assert all(b.size for b in blocks)
    for one, other in pairwise(blocks):
        assert one.new + one.size <= other.new
        assert moved or one.old + one.size <= other.old


@given(old=TEXTS, new=TEXTS)
def test_runs_are_sound(old: str, new: str) -> None:
    """Of any two sequences the shared runs ascend in both and are equal; equal ones share all."""
    for blocks in (shared_runs(old, new), shared_text(old, new), shared_text(old * 9, new * 9)):
        for one, other in pairwise(blocks):
            assert one.old + one.size <= other.old
            assert one.new + one.size <= other.new
    assert "".join(old[a : a + n] for a, _, n in shared_runs(old, new)) == "".join(
        new[b : b + n] for _, b, n in shared_runs(old, new)
    )
    assert shared_runs(old, old) == ([Block(0, 0, len(old))] if old else [])


@given(st.lists(st.text(alphabet="后台里面", min_size=1, max_size=9), max_size=9), st.data())
def test_untouched_lines_are_found(lines: list[str], data: st.DataObject) -> None:
    """However lines are moved and new ones put between, every old line is found."""
    old = [f"{number} {line}" for number, line in enumerate(lines)]
    new = data.draw(st.permutations([*old, "新", "再新"]))
    shared = found("\n".join(old), "\n".join(new))
    assert all(any(line in part for part in shared) for line in old)


@pytest.mark.parametrize("kind", ["every line", "repeated", "rewritten", "one character"])
def test_long_texts_are_aligned(kind: str) -> None:
    """Long texts with an edit in every line are aligned, and in about linear time."""

    def texts(size: int) -> tuple[str, str]:
        if kind == "every line":
            old = [f"第{n}行说的是{n * 7919 % 10007}件软件的事" for n in range(size)]
            return "\n".join(old), "\n".join(line.replace("软", "硬") for line in old)
        if kind == "repeated":
            return "一行软件的事\n" * size, "一行硬件的事\n" * size
        if kind == "rewritten":
            codes = range(size * 10)
            one = "".join(chr(0x4E00 + n * 7919 % 20000) for n in codes)
            return one, "".join(chr(0x4E00 + n * 104729 % 20000) for n in codes)
        return "后" * size * 10, "后" * size * 9

    def calls(size: int) -> int:
        """Return how many calls it takes; a clock would say how busy the machine is."""
        old, new = texts(size)
        count = itertools.count()
        sys.setprofile(lambda *_: next(count))
        try:
            blocks = align(old, new)
        finally:
            sys.setprofile(None)
        if kind != "rewritten":
            assert sum(block.size for block in blocks) >= len(new) * 0.6
        return next(count)

    assert calls(4000) < 12 * calls(500)
