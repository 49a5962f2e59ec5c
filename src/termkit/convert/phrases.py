"""What OpenCC's dictionaries give a table: regional words, phrases, and the words beside them."""

from collections.abc import Collection, Mapping
from itertools import takewhile

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.convert.base_entries import BaseEntry
from termkit.convert.rows import Row
from termkit.convert.table import Layer
from termkit.locales import CN, HK, TW
from termkit.scripts.chain import Chain, Stage, regional_chain, to_script
from termkit.scripts.dictionaries import has_dictionary, load_dictionary
from termkit.scripts.words import FREQUENT, boundaries, simplified, words_ending
from termkit.termbase import cache as disk
from termkit.termbase.parting import common_words

# Dictionaries of regional words, and the locale whose spelling their keys have.
_REGIONAL = {
    (CN, TW): ("TWPhrases.txt", TW),
    (CN, HK): ("HKPhrases.txt", HK),
    (TW, CN): ("TWPhrasesRev.txt", TW),
    (HK, CN): ("HKPhrasesRev.txt", HK),
}


def regional_words(source: str, target: str) -> dict[str, str]:
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


def script_phrases(
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


def telling(
    phrases: Mapping[str, str],
    terms: Mapping[str, Row],
    characters: Mapping[str, str],
) -> dict[str, Row]:
    """Return the phrases that say more than the terms, phrases and characters in them do."""
    stage = Stage({**characters, **{key: row.value for key, row in terms.items()}})
    rows: dict[str, Row] = {}
    for key in sorted(phrases, key=lambda key: (len(key), key)):
        if stage.convert(key) != phrases[key]:
            rows[key] = Row(phrases[key], Layer.PHRASE, "OpenCC")
            stage.add(key, phrases[key])
    return rows


def is_rare(key: str, value: str, characters: Mapping[str, str]) -> bool:
    """Tell whether a short phrase is no current word and is mostly met by chance (体|系结|构).

    It is where its first character, with which many other words end, is neither kept
    nor read in the usual way.
    """
    if len(key) > 2 or value[0] in {key[0], characters.get(key[0], key[0])}:
        return False
    return boundaries(key) != (2,)


def plain_words(rows: Mapping[str, Row], ambiguous: Collection[str]) -> set[str]:
    """Return the words that no dictionary lists, as far as a phrase may begin inside them.

    Such a word tells nothing of a character with several readings.
    """
    if not ambiguous:
        return set()  # then few phrases are met by chance
    short = {k[0] for k, row in rows.items() if row.layer is Layer.PHRASE and len(k) == 2}
    ends = sorted(short.difference(ambiguous))
    words: str = disk.cached(("words", *ends), lambda: "".join(words_ending(ends)))
    return {words[at : at + 2] for at in range(0, len(words), 2)}


def frequent_words(locale: str) -> list[str]:
    """Return the most frequent words of two characters, in the characters of a locale."""
    counts = common_words()
    words = sorted(counts, key=lambda word: (-counts[word], word))
    frequent = list(takewhile(lambda word: counts[word] >= FREQUENT, words))
    return frequent if locale == CN else [to_script(word, CN, locale) for word in frequent]
