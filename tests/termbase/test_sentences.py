"""Sentences of our own, as editors of the three regions write them, against the built-in term base.

A line of ``sentences/DOMAIN.tsv`` is one of two things. With ``to``, it is converted, and
``expected`` is what an editor of the target would print; that is clean and stays as it is.
Without, it is checked, and ``expected`` is what is found (``wrong → right; …``), or nothing:
then it is good as it is, and a conversion into its own locale leaves it alone as well.
``fault`` is why a line is known to fail.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from termkit import Converter, TermBase
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.locales import CN, TW
from termkit.readers.plain import parse

FOLDER = Path(__file__).parent / "sentences"
OTHER = {TW: CN, CN: TW, "zh-HK": CN}


@dataclass(frozen=True)
class Sentence:
    """One line of a table."""

    domain: str
    locale: str
    target: str
    text: str
    expected: str
    fault: str

    def __str__(self) -> str:
        return f"{self.locale} {self.target or 'check'} {self.text[:20]}"


def read(path: Path) -> list[Sentence]:
    """Read the sentences of one domain."""
    lines = path.read_text("utf-8").splitlines()
    return [Sentence(path.stem, *line.split("\t")) for line in lines[1:]]


SENTENCES = [one for path in sorted(FOLDER.glob("*.tsv")) for one in read(path)]
PARAMETERS = [
    pytest.param(
        one,
        id=str(one),
        marks=[pytest.mark.xfail(reason=one.fault, strict=True)] if one.fault else [],
    )
    for one in SENTENCES
]


@cache
def convert(source: str, target: str, domain: str, text: str) -> str:
    """Convert a sentence of a software text or of another."""
    return converter(source, target, domain == "software").convert(text).text


@cache
def converter(source: str, target: str, software: bool) -> Converter:
    """Return the converter of a pair of locales, made once."""
    return Converter(source, target, domain="software" if software else "general")


def found(text: str, locale: str, base: TermBase) -> str:
    """Return what all checks find in a sentence."""
    findings = check_document(parse(text, ""), locale, CheckOptions(base, select_checks()))
    return "; ".join(
        " → ".join((one.span.of(text), *filter(None, [" / ".join(one.suggestions)])))
        for one in findings
    )


@pytest.mark.parametrize("sentence", PARAMETERS)
def test_sentence(sentence: Sentence, builtin: TermBase) -> None:
    """What is written is found or converted as an editor would, and what is good stays."""
    locale, target = sentence.locale, sentence.target
    if not target:
        assert found(sentence.text, locale, builtin) == sentence.expected
        if not sentence.expected:
            again = convert(OTHER[locale], locale, sentence.domain, sentence.text)
            assert again == sentence.text
        return
    assert found(sentence.text, locale, builtin) == ""
    assert convert(locale, target, sentence.domain, sentence.text) == sentence.expected
    assert convert(locale, target, sentence.domain, sentence.expected) == sentence.expected
    assert found(sentence.expected, target, builtin) == ""


def test_the_tables_are_broad() -> None:
    """Every direction is there, nothing stands twice, and a third of the sentences are good."""
    assert len(SENTENCES) >= 800
    assert len({(one.locale, one.target, one.text) for one in SENTENCES}) == len(SENTENCES)
    assert {one.domain for one in SENTENCES} == {"news", "software", "everyday", "science"}
    jobs = {(one.locale, one.target) for one in SENTENCES}
    assert jobs == {(a, b) for a in OTHER for b in ("", *OTHER) if a != b}
    good = [one for one in SENTENCES if not one.target and not one.expected]
    assert len(good) >= len(SENTENCES) / 3
