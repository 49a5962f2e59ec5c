"""Where a short phrase is none: its seam, the neighbours that make other words of its halves.

No 头发 stands in 街头|发生. As a table is made, the words that end with a phrase's first
character and those that begin with its second are tried against each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from termkit.convert.readings import Seam
from termkit.convert.rows import SHORT, Draft, by_first
from termkit.convert.table import Layer
from termkit.scripts.words import CORPUS, FREQUENT, occurrences, segmented

_MOST = 0.6
_FEW = 12
_SELDOM = 0.01
"""A frequent word has no seam if two others meet in a smaller share of its places."""


def find_seams(draft: Draft, listed: Iterable[str], others: Iterable[str]) -> dict[str, Seam]:
    """Return where short phrases only come about as two words meet.

    Those that are ``listed`` are known for their reading; of ``others`` it is known that
    they are words. A phrase that a character makes a longer word of (十几周) is one behind it.
    """
    rows, spell, convert = draft.rows, draft.spell, cache(draft.convert)
    longer = set(listed)
    short = (word for word in longer if len(word) == SHORT)
    sure = {word for word, ends in segmented(short) if ends == (SHORT,)}
    known = sorted(sure.union(others))
    left, right = defaultdict[str, list[str]](list), by_first(known)
    for word in known:
        # Behind its first character the second is to be as by itself.
        if word not in rows and convert(word) == convert(word[0]) + spell(word[1]):
            left[word[1]].append(word)
    found: dict[str, Seam] = {}
    for key, row in rows.items():
        if row.layer is Layer.PHRASE and len(key) == SHORT and row.value != spell(key):
            usual = spell(key[1])
            follow = [word for word in right[key[1]] if convert(word)[0] == usual]
            is_name = row.value[-1] == key[1] != usual  # 特里, 球后: few words tell of it
            meeting = [word for word in left[key[0]] if word[0] + key not in longer]
            if _is_sure(key, meeting, follow):
                continue  # 公里: who writes 办公|里面, and how often
            seam = _seam(key, meeting, follow, sure, is_name=is_name)
            if any(seam):
                found[key] = seam
    return found


def _is_sure(key: str, left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether a frequent word is far more often itself than two others that meet.

    These would meet so often if words stood in any order; in sentences it is less often.
    """
    often = occurrences(key)
    before, behind = (sum(map(occurrences, words)) for words in (left, right))
    return often >= FREQUENT and before * behind / CORPUS < _SELDOM * often


def _seam(
    key: str, left: Sequence[str], right: Sequence[str], sure: Collection[str], *, is_name: bool
) -> Seam:
    """Return the seam of a phrase between words that end and begin with its characters."""
    ends_of = segmented(word + key[1] for word in left)
    told = {text[:SHORT] for text, ends in ends_of if ends[0] == SHORT}
    current = (word for word in told if is_name and occurrences(word) >= FREQUENT)
    alone = sorted({word[0] for word in (*current, *told.intersection(sure))})
    clear = [] if is_name else sorted(word[0] for word in told.difference(sure))
    heads = sorted(word[1] for word in right) if clear else []
    unclear = [w for w in left if w not in told or (is_name and w not in sure)]
    before, behind = _pairs(unclear, right)
    return Seam(*map("".join, (alone, clear, heads, before, behind)))


def _pairs(left: Sequence[str], right: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the first characters of ``left`` and the last of ``right`` that nearly always meet.

    Of all pairs there would be millions; each word is tried with a few of the others.
    """
    some_left, some_right = _some(left), _some(right)
    tried = {one + two for one in left for two in some_right}
    tried |= {one + two for one in some_left for two in right}
    meet = {text for text, ends in segmented(tried) if ends == (SHORT, 2 * SHORT)}
    some_right = [two for two in some_right if any(one + two in meet for one in left)]
    befores = [one for one in left if _share(one + two in meet for two in some_right) > _MOST]
    some_left = [one for one in some_left if one in befores]
    afters = [two for two in right if _share(one + two in meet for one in some_left) > _MOST]
    if not befores or not afters:
        return [], []
    return sorted(one[0] for one in befores), sorted(two[1] for two in afters)


def _some(words: Sequence[str]) -> list[str]:
    """Return a few words from all over a list."""
    return list(words[:: len(words) // _FEW + 1])


def _share(held: Iterable[bool]) -> float:
    found = list(held)
    return sum(found) / len(found) if found else 0.0
