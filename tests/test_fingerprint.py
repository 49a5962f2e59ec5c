"""The names of findings."""

import pytest

from termkit.model.diagnostic import Diagnostic, Severity
from termkit.model.fingerprint import fingerprints
from termkit.model.result import FileResult
from termkit.text import Span


def named(source: str, *words: str, path: str = "a.md", check: str = "x") -> list[str]:
    """Return the fingerprints of findings of the words, one after another."""
    found, at = [], 0
    for word in words:
        at = source.index(word, at)
        found.append(Diagnostic(check, Severity.ERROR, Span(at, at + len(word)), "…"))
        at += len(word)
    return fingerprints(FileResult(path, source, diagnostics=tuple(found)))


FIRST = named("一個詞，兩個詞。", "詞")
SAME = {
    "moved": named("甲\n\n一個詞，兩個詞。\n", "詞"),
    "another line end": named("甲\r一個詞，兩個詞。\r\n", "詞"),
    "another spacing": named("  一個 詞，\u3000兩個詞。", "詞"),
    "another before it": named("一個詞，兩個詞。", "一", "詞")[1:],
}
OTHER = {
    "another line": named("一個詞，三個詞。", "詞"),
    "another word": named("一個詞，兩個詞。", "個詞"),
    "another check": named("一個詞，兩個詞。", "詞", check="y"),
    "another path": named("一個詞，兩個詞。", "詞", path="b.md"),
    "the second one": named("一個詞，兩個詞。", "詞", "詞")[1:],
    "the second line": named("一個詞，兩個詞。\n一個詞，兩個詞。", "詞", "詞", "詞")[2:],
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_same(other: list[str]) -> None:
    """A fingerprint does not change when lines move or are spaced in another way."""
    assert other == FIRST


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_other(other: list[str]) -> None:
    """It tells apart what differs."""
    assert len(other) == len(FIRST)
    assert other != FIRST


def test_path() -> None:
    """The path can be given in another way than the result has it."""
    result = FileResult(
        "./a.md", "詞", diagnostics=(Diagnostic("x", Severity.ERROR, Span(0, 1), ""),)
    )
    assert fingerprints(result, "a.md") == named("詞", "詞")


def test_lone_surrogate() -> None:
    """Text that is no Unicode has a name too."""
    assert len(named("\ud800詞", "\ud800詞")) == 1
