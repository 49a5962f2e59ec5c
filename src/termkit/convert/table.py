"""Composing the conversion table of one pair of locales.

One table holds everything: the term base on top, then OpenCC's regional words,
its phrases, its characters. The dictionaries are composed through their chain,
so that one pass does what OpenCC does in several.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.convert.base_entries import BaseEntry, Reading, base_entries
from termkit.convert.domain import GENERAL, SOFTWARE, counts_as
from termkit.locales import CN, HK, TW, Script, script_of
from termkit.model.term import Concept
from termkit.scripts.chain import Chain, Stage, regional_chain, script_chain, to_script
from termkit.scripts.characters import one_to_many
from termkit.scripts.dictionaries import has_dictionary, load_dictionary
from termkit.scripts.words import simplified


class Layer(IntEnum):
    """Where an entry comes from; later ones win."""

    PHRASE = 0
    REGION = 1
    BASE = 2


_SHORT = 2
"""Words up to this length may come about by chance where two words meet."""


LAYER_NAMES = {Layer.PHRASE: "phrase", Layer.REGION: "region", Layer.BASE: "base"}

# Dictionaries of regional words, and the locale whose spelling their keys have.
_REGIONAL = {
    (CN, TW): ("TWPhrases.txt", TW),
    (CN, HK): ("HKPhrases.txt", HK),
    (TW, CN): ("TWPhrasesRev.txt", TW),
    (HK, CN): ("HKPhrasesRev.txt", HK),
}


@dataclass(slots=True)
class Index:
    """Entries in the order of their keys, and the automaton that finds them."""

    values: list[str]
    layers: list[int]
    origins: list[str]
    automaton: bytes
    readings: dict[int, tuple[Reading, ...]] = field(default_factory=dict)
    doubtful: frozenset[int] = frozenset()
    words: frozenset[int] = frozenset()
    domains: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """A composed table.

    ``terms`` are looked for first: the term base and OpenCC's regional words; ``base``
    is the term base alone. ``phrases`` serve what is left between them, and single
    ``characters`` the rest. ``doubtful`` characters and entries have several readings;
    ``words`` are the short entries that must not cut through words of the text.
    """

    terms: Index
    base: Index
    phrases: Index
    characters: dict[int, str]
    doubtful: frozenset[str] = frozenset()

    def dump(self) -> dict[str, Any]:
        """Return the table as plain values, for the cache."""
        return {
            "characters": self.characters,
            "doubtful": self.doubtful,
            "indexes": [_dump_index(i) for i in (self.terms, self.base, self.phrases)],
        }

    @classmethod
    def restore(cls, data: dict[str, Any]) -> "Table":
        """Rebuild a table from what ``dump`` gave."""
        terms, base, phrases = (_restore_index(found) for found in data["indexes"])
        return cls(terms, base, phrases, data["characters"], data["doubtful"])


def _dump_index(index: Index) -> tuple[Any, ...]:
    readings = {
        place: tuple((r.value, r.concept, r.clues, r.domain) for r in found)
        for place, found in index.readings.items()
    }
    columns = (index.values, index.layers, index.origins)
    return (*columns, index.automaton, readings, index.doubtful, index.words, index.domains)


def _restore_index(data: tuple[Any, ...]) -> Index:
    values, layers, origins, automaton, readings, doubtful, words, domains = data
    restored = {place: tuple(Reading(*one) for one in found) for place, found in readings.items()}
    return Index(values, layers, origins, automaton, restored, doubtful, words, domains)


def build_table(
    concepts: Iterable[Concept], source: str, target: str, *, script_only: bool = False
) -> Table:
    """Compose the table of ``source`` → ``target``, two locales that differ.

    With ``script_only`` no word is replaced: neither by the term base nor by
    OpenCC's regional words.
    """
    plain = script_chain(source, target)
    characters = _characters(plain)
    words = {} if script_only else _regional_words(source, target)
    base = {} if script_only else base_entries(concepts, source, target)
    phrases = _phrases(plain, words, base)
    terms: dict[str, _Row] = {
        key: _Row(value, Layer.REGION, "OpenCC", value != plain.convert(key))
        for key, value in words.items()
    }
    rows = {
        key: _Row(
            e.default,
            Layer.BASE,
            e.concept,
            _changes_word(e, plain),
            e.readings,
            e.certain,
            e.domain,
        )
        for key, e in base.items()
    }
    terms |= rows
    # A phrase around a term is looked for with the terms, or it would never be seen.
    stage = Stage({**characters, **{key: row.value for key, row in terms.items()}})
    for key in _containing(phrases, terms):
        if stage.convert(key) != phrases[key]:
            terms[key] = _Row(phrases[key], Layer.PHRASE, "OpenCC")
    kept = _informative(phrases, characters)
    weak = {
        key: _Row(value, Layer.PHRASE, "OpenCC") for key, value in kept.items() if key not in terms
    }
    doubtful = one_to_many() if _adds_distinctions(source, target) else ()
    return Table(
        _index(terms), _index(rows), _index(weak), _ordinals(characters), frozenset(doubtful)
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry in the making; ``is_word`` where it replaces a word, not only characters."""

    value: str
    layer: Layer
    origin: str
    is_word: bool = False
    readings: tuple[Reading, ...] = ()
    certain: bool = True
    domain: str = ""


def _index(rows: Mapping[str, _Row]) -> Index:
    keys = sorted(rows)
    found = [rows[key] for key in keys]
    return Index(
        [row.value for row in found],
        [int(row.layer) for row in found],
        [row.origin for row in found],
        CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST).serialize(),
        {place: row.readings for place, row in enumerate(found) if row.readings},
        frozenset(place for place, row in enumerate(found) if not row.certain),
        frozenset(
            place for place, row in enumerate(found) if row.is_word and len(keys[place]) <= _SHORT
        ),
        {place: domain for place, row in enumerate(found) if (domain := _domain(row))},
    )


def _domain(row: _Row) -> str:
    """Return what a match of the row tells of the text: an ambiguous word asks for software."""
    if row.domain == GENERAL:
        return ""
    return next((r.domain for r in row.readings if counts_as(r.domain, SOFTWARE)), row.domain)


def _changes_word(entry: BaseEntry, chain: Chain) -> bool:
    kept = chain.convert(entry.key)
    return entry.default != kept or any(reading.value != kept for reading in entry.readings)


def _ordinals(characters: Mapping[str, str]) -> dict[int, str]:
    return {ord(char): value for char, value in characters.items()}


def _adds_distinctions(source: str, target: str) -> bool:
    return script_of(source) is Script.HANS and script_of(target) is Script.HANT


def _containing(phrases: Mapping[str, str], terms: Mapping[str, Any]) -> list[str]:
    """Return the phrases that contain a term."""
    finder = CharwiseDoubleArrayAhoCorasick(sorted(terms), MATCH_KIND_LEFTMOST_LONGEST)
    return [key for key in phrases if finder.find(key)]


def _characters(chain: Chain) -> dict[str, str]:
    singles = {key for stage in chain.stages for key in stage.table if len(key) == 1}
    found = {char: chain.convert(char) for char in sorted(singles)}
    return {char: value for char, value in found.items() if char != value}


def _regional_words(source: str, target: str) -> dict[str, str]:
    """Return OpenCC's regional words under their spelling in the source locale."""
    chain = regional_chain(source, target)
    file, spelling = _REGIONAL.get((source, target), ("", ""))
    if chain is None or not has_dictionary(file):
        return {}
    words: dict[str, str] = {}
    for key in load_dictionary(file):
        written = key if spelling == source else to_script(key, spelling, source)
        if len(written) > 1:
            words[written] = chain.convert(written)
    return words


def _phrases(
    chain: Chain, words: Mapping[str, str], base: Mapping[str, BaseEntry]
) -> dict[str, str]:
    """Return the script phrases, with the term base's words put into those that contain one."""
    # A phrase of a later stage is met under its simplified spelling as well (观塘线 → 觀塘綫).
    keys = {
        spelling
        for stage in chain.stages
        for key in stage.table
        if len(key) > 1
        for spelling in (key, simplified(key))
    }
    phrases = {key: chain.convert(key) for key in keys if key not in words and key not in base}
    certain = {
        key: entry.default for key, entry in base.items() if entry.certain and not entry.readings
    }
    changing = {key: value for key, value in certain.items() if chain.convert(key) != value}
    if not changing:
        return phrases
    finder = CharwiseDoubleArrayAhoCorasick(list(changing), MATCH_KIND_LEFTMOST_LONGEST)
    terms = list(changing)
    for key, value in phrases.items():
        found = finder.find(key)
        if found and len(key) == len(value):
            phrases[key] = _recomposed(
                key, value, [(s, e, changing[terms[i]]) for s, e, i in found]
            )
    return phrases


def _recomposed(key: str, value: str, terms: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, term in terms:
        pieces += (value[at:start], term)
        at = end
    return "".join((*pieces, value[at : len(key)]))


def _informative(phrases: Mapping[str, str], characters: Mapping[str, str]) -> dict[str, str]:
    """Leave out the phrases that say no more than their parts do.

    They are kept where they guard a word boundary: 证明 says nothing of its own,
    but without it 明了 → 明瞭 would match inside 证明了.
    """
    kept: dict[str, str] = {}
    stage = Stage(characters)
    for key in sorted(phrases, key=lambda key: (len(key), key)):
        if stage.convert(key) != phrases[key]:
            kept[key] = phrases[key]
            stage.add(key, phrases[key])
    heads = {key[:i] for key in kept for i in range(1, len(key))}
    guards = (key for key in phrases if any(key[i:] in heads for i in range(1, len(key))))
    return kept | {key: phrases[key] for key in guards}
