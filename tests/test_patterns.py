"""Patterns that are compiled when they are used."""

import re

from termkit.patterns import pattern


def test_compiled_when_used() -> None:
    """A pattern that is never used is never compiled: a faulty one is told at its first use."""
    faulty = pattern("(")
    try:
        faulty.search("")
    except re.error:
        return
    raise AssertionError("the pattern was not compiled")


def test_same_as_compiled() -> None:
    """It finds what a compiled pattern finds, flags included."""
    ours, theirs = pattern("a.c", re.DOTALL), re.compile("a.c", re.DOTALL)
    assert [m.span() for m in ours.finditer("abc a\nc")] == [(0, 3), (4, 7)]
    assert (ours.pattern, ours.flags) == (theirs.pattern, theirs.flags)
    assert ours.sub("x", "a\nc") == "x"
