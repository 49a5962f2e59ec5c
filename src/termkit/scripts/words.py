"""How a string that was found lies on the words of its text.

The segmentation is jieba's (its Rust edition, without guessing at unknown words),
run on the simplified text around a place, so that one dictionary serves both
scripts. It is loaded when the first doubtful place is met; a conversion asks only when
its table is made.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from termkit.scripts.dictionaries import load_dictionary
from termkit.text import Span, without_surrogates

_MARGIN = 10
CORPUS = 60_000_000
"""How many words the texts of the dictionary have."""
UNLISTED = 60
"""How often a term may be taken to stand in them that the dictionary lacks."""
SELDOM = 0.02
"""Two words that meet less often in all of them, by chance, need not be thought of."""
FREQUENT = 200
"""How often a frequent word stands in the texts that the dictionary was made from."""
_COMMON = 20
"""How often a common word does, at least."""


def covering_words(text: str, span: Span) -> Span | None:
    """Return the span of the words that ``span`` is made of, or of the longer word that it is in.

    None where a word stands across one of its ends: 算法 is cut in 計算|法則 and
    製服 in 客製|服務, while 發式 is inside 爆發式.
    """
    for start, end in _words_around(text, span):
        if start <= span.start and span.end <= end:
            return Span(start, end)
        if start < span.start < end or start < span.end < end:
            return None
    return span


def is_chance(text: str, span: Span, *, mainland: bool) -> bool:
    """Tell whether a short match came about by chance where two words of ``text`` meet.

    The dictionary's words are those of the mainland: one of these is cut wherever the
    segmentation says so; another region's word (軟體 in 軟體弱) only where both its
    halves belong to other words.
    """
    if mainland:
        return covering_words(text, span) is None
    left = right = False
    for start, end in _words_around(text, span):
        left |= start < span.start < end < span.end
        right |= span.start < start < span.end < end
    return left and right


def boundaries(text: str) -> tuple[int, ...]:
    """Return the offsets where the words of a short text end."""
    at = 0
    ends = []
    for word in _segment(simplified(text)):
        at += len(word)
        ends.append(at)
    return tuple(ends)


def segmented(texts: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield short texts, each with the offsets where its words end; one call for many is faster."""
    known = list(texts)
    waiting = iter(known)
    ends: list[int] = []
    at = 0
    for word in _segment(simplified("\n".join((*known, "")))):
        if word == "\n":
            yield next(waiting), tuple(ends)
            ends, at = [], 0
        else:
            at += len(word)
            ends.append(at)


def frequency(word: str) -> int:
    """Return how often a simplified word stands in the texts of the dictionary; 0 if it has it not."""
    import rjieba

    return max(1, int(rjieba.suggest_freq(word))) if rjieba.has_word(word) else 0


@cache
def occurrences(word: str) -> int:
    """Return how often a word in either script stands there; 0 if the dictionary has it not."""
    return frequency(simplified(word))


def frequencies_at(counts: Mapping[str, int], place: int) -> Callable[[str], int]:
    """Return what tells how often a character begins (0) or ends (-1) a word, it alone or one of those counted."""
    found = Counter[str]()
    for word, count in counts.items():
        found[word[place]] += count

    def at(char: str) -> int:
        plain = simplified(char)
        return found[plain] + frequency(plain)

    return cache(at)


def tags(words: Iterable[str]) -> dict[str, str]:
    """Return the parts of speech that the dictionary gives for simplified words: n, v, ns ..."""
    import rjieba

    found: dict[str, str] = {}
    line: list[tuple[str, str]] = []
    for word, tag in rjieba.tag("\n".join((*words, "")), False):
        if word != "\n":
            line.append((word, tag))
        else:
            found.update(line if len(line) == 1 else ())
            line = []
    return found


def common_words() -> dict[str, int]:
    """Return how often common words of two characters stand there, simplified; takes seconds."""
    import rjieba

    heads = sorted({plain for _, plain in _current()})
    found: set[str] = set()
    for at, char in enumerate(heads):
        # Every character behind this one and before it; to ask for each pair takes twice as long.
        found.update(rjieba.cut_all(char + char.join(heads[at:]) + char))
    counted = ((word, frequency(word)) for word in sorted(found) if len(word) == 2)
    return {word: count for word, count in counted if count >= _COMMON}


def words_ending(ends: Iterable[str]) -> list[str]:
    """Return the words of two current characters whose second is one of ``ends``; takes a second."""
    return [word for end in sorted(ends) for word in _words_with(end)]


@cache
def _words_with(end: str) -> tuple[str, ...]:
    import rjieba

    # What is no word of the dictionary is not cut out as one: most pairs need not be segmented.
    plain = simplified(end)
    listed = (char + end for char, head in _current() if rjieba.has_word(head + plain))
    return tuple(text for text, bounds in segmented(listed) if bounds == (2,))


@cache
def _current() -> tuple[tuple[str, str], ...]:
    """Return the 3,755 most current characters, level 1 of GB 2312, as they are and simplified."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    chars = (code.decode("gb2312", "ignore") for code in codes if code < b"\xd7\xfa")
    return tuple((char, simplified(char)) for char in chars)


def _words_around(text: str, span: Span) -> Iterator[Span]:
    """Yield the words of ``text`` from a little before ``span`` to its end."""
    at = max(0, span.start - _MARGIN)
    around = without_surrogates(text[at : span.end + _MARGIN])
    for word in _segment(simplified(around)):
        yield Span(at, at + len(word))
        at += len(word)
        if at >= span.end:
            return


def simplified(text: str) -> str:
    """Simplify character by character, so that offsets stay the same."""
    return text.translate(_to_simplified())


def _segment(text: str) -> list[str]:
    import rjieba

    words: list[str] = rjieba.cut(text, False)
    return words


@cache
def _to_simplified() -> dict[int, str]:
    to_hans, to_hant = load_dictionary("TSCharacters.txt"), load_dictionary("STCharacters.txt")
    table: dict[int, str] = {}
    for char, values in to_hans.items():
        # 瞭 and 乾 may stay as they are in simplified text; what matters here is 了 and 干.
        merged = [value for value in values if value != char and char in to_hant.get(value, ())]
        value = (merged or values)[0]
        if len(char) == len(value) == 1:
            table[ord(char)] = value
    return table
