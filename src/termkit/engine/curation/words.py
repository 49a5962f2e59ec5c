"""Whether a form that stands inside a longer word is meant there."""

from functools import cache

from termkit.locales import CN
from termkit.scripts.chain import to_script
from termkit.scripts.dictionaries import load_dictionary
from termkit.scripts.words import boundaries, is_chance
from termkit.text import Span


@cache
def dictionary_words(locale: str) -> tuple[str, ...]:
    """Return the words of the dictionary in the characters of a locale."""
    return tuple(
        dict.fromkeys(to_script(word, CN, locale) for word in load_dictionary("STPhrases.txt"))
    )


@cache
def regional_words() -> frozenset[str]:
    """Return the words that another dictionary gives for one region or another."""
    return frozenset(
        value
        for file in ("TWPhrases.txt", "HKPhrases.txt")
        for values in load_dictionary(file).values()
        for value in values
    )


def is_compound(word: str, span: Span) -> bool:
    """Tell whether a word is cut into several so that ``span`` is one or some of them."""
    ends = (0, *boundaries(word))
    return len(ends) > 2 and span.start in ends and span.end in ends


def is_cut(word: str, span: Span, *, mainland: bool) -> bool:
    """Tell whether a form lies across the parts of a word: 送医 in 后送|医院."""
    return is_chance(word, span, mainland=mainland)


def leaves_no_word(word: str, span: Span) -> bool:
    """Tell whether a word is one, and what is left of it besides a form is none: 阿什 in 阿什克隆."""
    rests = [rest for rest in (word[: span.start], word[span.end :]) if rest]
    return len(boundaries(word)) == 1 and len(rests) == 1 and not _may_be_word(rests[0])


def _may_be_word(text: str) -> bool:
    """Tell whether a text may be a word; a single character nearly always is."""
    return len(text) == 1 or len(boundaries(text)) < len(text)
