"""Whether a form that stands inside a longer word is meant there."""

from functools import cache

from termkit.locales import CN
from termkit.scripts.chain import to_script
from termkit.scripts.dictionaries import load_dictionary
from termkit.scripts.words import is_chance
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


def is_cut(word: str, span: Span, *, mainland: bool) -> bool:
    """Tell whether a form lies across the parts of a word: 送医 in 后送|医院."""
    return is_chance(word, span, mainland=mainland)
