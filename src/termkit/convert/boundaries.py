"""Deciding, when a table is made, which of two overlapping entries belongs to a text.

A leftmost-longest automaton takes the entry that begins first: 制冰 before 冰箱 in
制冰箱. Nor does it know that the 头发 of 街头发生 is none. Every such overlap of two
words is known beforehand, so it is decided beforehand. Either the automaton gets an
entry that says so: a guard (制冰箱: pass over one character, then 冰箱), or the word with
what follows it. Or the short phrase gets a seam: the neighbours that make other words
of its halves (街 before 头发). Terms come before phrases; between phrases and other
words the segmentation of jieba decides, over the characters of both. It is not asked at
run time.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from termkit.convert.readings import Seam
from termkit.convert.rows import Row, is_term
from termkit.convert.table import Layer
from termkit.scripts.words import CORPUS, FREQUENT, boundaries, frequency, segmented, simplified

_SHORT = 2
"""Longer words are what they seem to be: they do not come about where two others meet."""
_APART = (_SHORT, 2 * _SHORT)
"""Where the words of two short ones that meet end."""
_NEIGHBOURS = 12
"""How many current words are tried on either side of a term."""

_MOST = 0.6
_FEW = 12

_SELDOM = 0.01
"""A frequent word has no seam if two others meet in a smaller share of its places."""


class Overlaps:
    """The overlaps of the entries of one table with each other and with plain words."""

    def __init__(
        self,
        rows: Mapping[str, Row],
        spell: Callable[[str], str],
        convert: Callable[[str], str],
    ) -> None:
        """Take the entries; ``spell`` converts single characters, ``convert`` uses all entries."""
        self._rows = rows
        self._spell = spell
        self._convert = cache(convert)
        self._count = cache(lambda word: frequency(simplified(word)))

    def settle(
        self, words: Collection[str], seams: Mapping[str, Seam], current: Sequence[str] = ()
    ) -> dict[str, Row]:
        """Return the entries to add, so that each overlap with one of ``words`` comes out right.

        What is itself one of the words is none; nor is what ``seams`` tell. ``current`` are
        the most frequent words, by which terms are kept from what only looks like them.
        """
        added: dict[str, Row] = {}
        begin = _by_first(self._rows)
        phrases = {
            key: row
            for key, row in self._rows.items()
            if row.layer is Layer.PHRASE and len(key) == _SHORT
        }
        usual = [word for word in current if not is_term(word, self._rows, self._spell)]
        frequent = _some_by(usual, 0)
        for word, own in phrases.items():
            self._yield(word, own, begin, added)
            if word in seams:
                self._yield_cut(word, frequent.get(word[1], ()), added)
        self._shorten(frequent, added)
        begin = _by_first(phrases)
        short = [key for key in self._rows if len(key) == _SHORT]
        terms = [key for key in short if is_term(key, self._rows, self._spell)]
        behind = _by_first(terms)
        for word in words:
            if len(word) == _SHORT and word not in self._rows and boundaries(word) == (_SHORT,):
                for char in self._keep(word, begin, seams, added):
                    for key in behind.get(char, ()):
                        self._guard(word, key, added)  # 修复|线程, where 修复线 is kept whole
        self._part(short, frozenset(terms), usual, added)
        return {
            key: row for key, row in added.items() if key not in self._rows and key not in words
        }

    def _yield(
        self, word: str, own: Row, begin: Mapping[str, list[str]], added: dict[str, Row]
    ) -> None:
        """Let a short phrase give way where a term, or a better phrase, begins inside it."""
        before = self._convert(word[0])
        for key in begin.get(word[1], ()):
            row = self._rows[key]
            is_term = row.layer > Layer.PHRASE
            if not is_term and (len(key) > _SHORT or boundaries(word[0] + key)[0] != 1):
                continue
            if row.readings or own.value + self._convert(key[1:]) != before + row.value:
                self._guard(word[0], key, added)

    def _yield_cut(self, word: str, inside: Iterable[str], added: dict[str, Row]) -> None:
        """Let a phrase that may be cut at its seam give way to frequent words: 毫无|干扰, not 无干."""
        before, cut = self._convert(word[0]), self._spell(word)
        for key in inside:
            right = before + self._convert(key)
            if cut + self._convert(key[1]) != right and boundaries(word[0] + key)[0] == 1:
                added.setdefault(word[0] + key, Row(right, Layer.PHRASE, "OpenCC"))

    def _shorten(self, inside: Mapping[str, list[str]], added: dict[str, Row]) -> None:
        """Let a longer phrase give way where its end begins a frequent word: 如果|干扰."""
        meeting = {
            key[:-1] + word
            for key, row in self._rows.items()
            if row.layer is Layer.PHRASE and len(key) == _SHORT + 1
            for word in inside.get(key[-1], ())
        }
        self._set_apart(meeting, {_APART}, added)

    def _set_apart(
        self, meeting: Iterable[str], cut: Collection[tuple[int, ...]], added: dict[str, Row]
    ) -> None:
        """Convert two short words that meet each by itself, where the segmentation has them so."""
        for text, ends in segmented(sorted(meeting)):
            if ends in cut:
                value = self._convert(text[:_SHORT]) + self._convert(text[_SHORT:])
                if self._convert(text) != value:
                    added.setdefault(text, Row(value, Layer.PHRASE, "OpenCC"))

    def _keep(
        self,
        word: str,
        begin: Mapping[str, list[str]],
        seams: Mapping[str, Seam],
        added: dict[str, Row],
    ) -> Iterator[str]:
        """Keep a plain word whole where a short phrase begins inside it, and is none.

        Yields the characters behind the word with which it is kept.
        """
        first, before = self._convert(word), self._convert(word[0])
        for key in begin.get(word[1], ()):
            value = first + self._convert(key[1])
            if key in seams and word[0] in seams[key].alone:
                continue
            if value != before + self._rows[key].value and boundaries(word + key[1])[0] == _SHORT:
                added[word + key[1]] = Row(value, Layer.PHRASE, "OpenCC")
                yield key[1]

    def _part(
        self,
        short: Sequence[str],
        changing: Collection[str],
        current: Sequence[str],
        added: dict[str, Row],
    ) -> None:
        """Keep current words apart where a term comes about as they meet: 决定|制定 before 定制.

        ``current`` are none that are terms themselves. A term that is not one of the
        ``changing`` may do harm where rarer than the words, which are more than their
        characters: 商标|签字, but not 和平|台风, which may as well be 和|平台|风险.
        """
        before, behind = _some_by(current, 1), _some_by(current, 0)
        telling = {word for word in current if self._convert(word) != self._spell(word)}
        meeting = {
            one + two
            for key in short
            if self._rows[key].layer > Layer.PHRASE
            for one in before.get(key[0], ())
            for two in behind.get(key[1], ())
            if key in changing
            or ((one in telling or two in telling) and self._is_rarer(key, one, two))
        }
        self._set_apart(meeting, {_APART, (2 * _SHORT,)}, added)

    def _is_rarer(self, term: str, *words: str) -> bool:
        return 2 * self._count(term) < min(map(self._count, words))

    def seams(self, listed: Iterable[str], others: Iterable[str]) -> dict[str, Seam]:
        """Return where short phrases only come about as two words meet.

        Those that are ``listed`` are known for their
        reading; of ``others`` it is known that they are words. A phrase that a character makes
        a longer word of (十几周) is one behind it.
        """
        longer = set(listed)
        short = (word for word in longer if len(word) == _SHORT)
        sure = {word for word, ends in segmented(short) if ends == (_SHORT,)}
        known = sorted(sure.union(others))
        left, right = defaultdict[str, list[str]](list), _by_first(known)
        for word in known:
            if word not in self._rows and self._is_spelt(word):
                left[word[1]].append(word)
        found: dict[str, Seam] = {}
        for key, row in self._rows.items():
            if row.layer is Layer.PHRASE and len(key) == _SHORT and row.value != self._spell(key):
                usual = self._spell(key[1])
                follow = [word for word in right[key[1]] if self._convert(word)[0] == usual]
                is_name = row.value[-1] == key[1] != usual  # 特里, 球后: few words tell of it
                meeting = [word for word in left[key[0]] if word[0] + key not in longer]
                if self._is_sure(key, meeting, follow):
                    continue  # 公里: who writes 办公|里面, and how often
                seam = _seam(key, meeting, follow, sure, is_name=is_name)
                if any(seam):
                    found[key] = seam
        return found

    def _is_sure(self, key: str, left: Sequence[str], right: Sequence[str]) -> bool:
        """Tell whether a frequent word is far more often itself than two others that meet.

        These would meet so often if words stood in any order; in sentences it is less often.
        """
        often = self._count(key)
        before, behind = (sum(map(self._count, words)) for words in (left, right))
        return often >= FREQUENT and before * behind / CORPUS < _SELDOM * often

    def _is_spelt(self, word: str) -> bool:
        """Tell whether behind the first character of a word the second is as by itself."""
        return self._convert(word) == self._convert(word[0]) + self._spell(word[1])

    def _guard(self, before: str, key: str, added: dict[str, Row]) -> None:
        """Let ``key`` be found behind ``before``, which belongs to something else."""
        row, written = self._rows[key], self._convert(before)
        if written == self._spell(before):
            guard = replace(row, readings=(), skip=len(before), behind=key)
        elif row.readings:
            return  # an open entry has no text to put behind the other
        else:
            guard = Row(written + row.value, Layer.PHRASE, "OpenCC")
        added.setdefault(before + key, guard)


def _seam(
    key: str, left: Sequence[str], right: Sequence[str], sure: Collection[str], *, is_name: bool
) -> Seam:
    """Return the seam of a phrase between words that end and begin with its characters."""
    ends_of = segmented(word + key[1] for word in left)
    told = {text[:_SHORT] for text, ends in ends_of if ends[0] == _SHORT}
    alone = sorted(word[0] for word in told if word in sure)
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
    meet = {text for text, ends in segmented(tried) if ends == (_SHORT, 2 * _SHORT)}
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


def _some_by(words: Iterable[str], place: int) -> dict[str, list[str]]:
    """Return by the character at a ``place`` the first few of the words that have it there."""
    found = defaultdict[str, list[str]](list)
    for word in words:
        if len(found[word[place]]) < _NEIGHBOURS:
            found[word[place]].append(word)
    return dict(found)


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first character."""
    found = defaultdict[str, list[str]](list)
    for word in words:
        if len(word) > 1:
            found[word[0]].append(word)
    return found
