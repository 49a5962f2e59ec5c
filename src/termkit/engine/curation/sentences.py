"""The sentences of texts that hold a term, and the words in them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from termkit.patterns import regex
from termkit.scripts.words import boundaries
from termkit.text import MASK, SENTENCE_ENDS, has_han

_ENDS = regex(f"[{SENTENCE_ENDS}]")


@dataclass(frozen=True, slots=True)
class Text:
    """The prose of a document, and what it is about, if that is known."""

    prose: str
    domain: str


Texts = dict[str, list[Text]]
"""Texts by their locales."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and which of the texts it is from."""

    text: str
    number: int
    domain: str


def sentences_with(texts: Sequence[Text], terms: Iterable[str]) -> dict[str, list[Sentence]]:
    """Return the sentences that hold each term; one that stands twice in a text counts once."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    patterns = sorted(set(terms))
    found: dict[str, list[Sentence]] = defaultdict(list)
    if not patterns:
        return found
    automaton = CharwiseDoubleArrayAhoCorasick(patterns)
    for number, text in enumerate(texts):
        for part in dict.fromkeys(_ENDS.split(text.prose)):
            for pattern in {index for _, _, index in automaton.find_overlapping(part)}:
                sentence = Sentence(part.replace(MASK, " "), number, text.domain)
                found[patterns[pattern]].append(sentence)
    return found


@cache
def words_of(sentence: str) -> frozenset[str]:
    """Return the Chinese words of a sentence, in its own characters; single characters are none."""
    ends = boundaries(sentence)
    words = (sentence[start:end] for start, end in zip((0, *ends), ends, strict=False))
    return frozenset(word for word in words if len(word) > 1 and has_han(word))
