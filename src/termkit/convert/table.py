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
from termkit.locales import CN, HK, TW, Script, script_of
from termkit.model.term import Concept
from termkit.scripts.chain import Chain, Stage, regional_chain, script_chain, to_script
from termkit.scripts.characters import one_to_many
from termkit.scripts.dictionaries import has_dictionary, load_dictionary


class Layer(IntEnum):
    """Where an entry comes from; later ones win."""

    PHRASE = 0
    REGION = 1
    BASE = 2


LAYER_NAMES = {Layer.PHRASE: "phrase", Layer.REGION: "region", Layer.BASE: "base"}

# Dictionaries of regional words, and the locale whose spelling their keys have.
_REGIONAL = {
    (CN, TW): ("TWPhrases.txt", TW),
    (CN, HK): ("HKPhrases.txt", HK),
    (TW, CN): ("TWPhrasesRev.txt", TW),
    (HK, CN): ("HKPhrasesRev.txt", HK),
}


@dataclass(slots=True)
class Table:
    """A composed table: phrases with their origin, and single characters.

    ``readings`` holds, for an index into ``keys``, what clue words decide;
    ``doubtful`` the indexes and characters of which several readings exist.
    """

    keys: list[str]
    values: list[str]
    layers: list[int]
    origins: list[str]
    characters: dict[int, str]
    readings: dict[int, tuple[Reading, ...]] = field(default_factory=dict)
    doubtful: frozenset[int] = frozenset()
    doubtful_characters: frozenset[str] = frozenset()
    automaton: bytes = b""
    base_automaton: bytes = b""
    base_indexes: list[int] = field(default_factory=list)

    def dump(self) -> dict[str, Any]:
        """Return the table as plain values, for the cache."""
        return {
            "columns": (self.keys, self.values, self.layers, self.origins),
            "characters": self.characters,
            "readings": {
                index: tuple((r.value, r.concept, r.clues) for r in readings)
                for index, readings in self.readings.items()
            },
            "doubtful": (self.doubtful, self.doubtful_characters),
            "automata": (self.automaton, self.base_automaton, self.base_indexes),
        }

    @classmethod
    def restore(cls, data: dict[str, Any]) -> "Table":
        """Rebuild a table from what ``dump`` gave."""
        readings = {
            index: tuple(Reading(*reading) for reading in found)
            for index, found in data["readings"].items()
        }
        doubtful, doubtful_characters = data["doubtful"]
        automaton, base_automaton, base_indexes = data["automata"]
        keys, values, layers, origins = data["columns"]
        return cls(
            keys,
            values,
            layers,
            origins,
            characters=data["characters"],
            readings=readings,
            doubtful=doubtful,
            doubtful_characters=doubtful_characters,
            automaton=automaton,
            base_automaton=base_automaton,
            base_indexes=base_indexes,
        )


def build_table(concepts: Iterable[Concept], source: str, target: str) -> Table:
    """Compose the table of ``source`` → ``target``, two column locales that differ."""
    plain = script_chain(source, target)
    characters = _characters(plain)
    words = _regional_words(source, target)
    base = base_entries(concepts, source, target)
    phrases = _phrases(plain, words, base)
    kept = _informative(phrases, characters, words, base)
    rows: dict[str, tuple[str, Layer, str]] = {
        key: (value, Layer.PHRASE, "OpenCC") for key, value in kept.items()
    }
    rows |= {key: (value, Layer.REGION, "OpenCC") for key, value in words.items()}
    rows |= {key: (e.default, Layer.BASE, e.concept) for key, e in base.items()}
    keys = sorted(rows)
    table = Table(
        keys=keys,
        values=[rows[key][0] for key in keys],
        layers=[int(rows[key][1]) for key in keys],
        origins=[rows[key][2] for key in keys],
        characters={ord(char): value for char, value in characters.items()},
    )
    index = {key: i for i, key in enumerate(keys)}
    table.readings = {index[key]: e.readings for key, e in base.items() if e.readings}
    table.doubtful = frozenset(index[key] for key, e in base.items() if not e.certain)
    if script_of(source) is Script.HANS and script_of(target) is Script.HANT:
        table.doubtful_characters = frozenset(one_to_many())
    table.base_indexes = [index[key] for key in sorted(base)]
    table.automaton = _automaton(keys)
    table.base_automaton = _automaton(sorted(base))
    return table


def _automaton(keys: list[str]) -> bytes:
    return CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST).serialize()


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
    keys = {key for stage in chain.stages for key in stage.table if len(key) > 1}
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


def _informative(
    phrases: Mapping[str, str],
    characters: Mapping[str, str],
    words: Mapping[str, str],
    base: Mapping[str, BaseEntry],
) -> dict[str, str]:
    """Leave out the phrases that say no more than their parts do.

    They are kept where they guard a word boundary: 证明 says nothing of its own,
    but without it 明了 → 明瞭 would match inside 证明了. Regional words and terms
    need no such guard: they are what a reader sees first in 向用户.
    """
    strong: dict[str, str] = {**words, **{key: entry.default for key, entry in base.items()}}
    kept: dict[str, str] = {}
    stage = Stage({**characters, **strong})
    for key in sorted(phrases, key=lambda key: (len(key), key)):
        if stage.convert(key) != phrases[key]:
            kept[key] = phrases[key]
            stage.add(key, phrases[key])
    strong_prefixes = _prefixes(strong)
    prefixes = _prefixes(kept)
    for key, value in phrases.items():
        if key in kept:
            continue
        tails = [key[i:] for i in range(1, len(key))]
        if any(tail in prefixes for tail in tails) and not any(t in strong_prefixes for t in tails):
            kept[key] = value
    return kept


def _prefixes(keys: Iterable[str]) -> set[str]:
    """Return the proper prefixes of all keys."""
    return {key[:i] for key in keys for i in range(1, len(key))}
