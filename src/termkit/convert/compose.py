"""Composing the conversion table of one pair of locales.

One table holds everything: the term base on top, then OpenCC's regional words,
its phrases, its characters. The dictionaries are composed through their chain,
so that one pass does what OpenCC does in several.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from termkit.convert.base_entries import BaseEntry, base_entries
from termkit.convert.boundaries import Overlaps
from termkit.convert.domain import DOMAINS
from termkit.convert.engine import Engine
from termkit.convert.index import Entries
from termkit.convert.parting import Partings
from termkit.convert.phrases import (
    frequent_words,
    is_rare,
    plain_words,
    regional_words,
    script_phrases,
    telling,
)
from termkit.convert.rows import Draft, Row, number_rows, with_clues
from termkit.convert.seams import find_seams
from termkit.convert.table import Layer, Table
from termkit.locales import Script, script_of
from termkit.model.term import Concept
from termkit.scripts.chain import (
    Chain,
    Stage,
    listed_words,
    same_script,
    script_chain,
)
from termkit.scripts.characters import one_to_many, only_in
from termkit.scripts.tai import COMMON, FORMAL, Tai, with_formal_tai
from termkit.scripts.words import occurrences
from termkit.termbase.parting import common_words, parted


def build_table(
    concepts: Iterable[Concept],
    source: str,
    target: str,
    *,
    script_only: bool = False,
    tai: Tai = Tai.COMMON,
) -> tuple[Table, list[str]]:
    """Compose the table of ``source`` → ``target``, two locales that differ.

    With ``script_only`` no word is replaced: neither by the term base nor by
    OpenCC's regional words. ``tai`` is the house's choice between 台 and 臺. Returns
    the table, and the keys of its entries by number.
    """
    plain = script_chain(source, target)
    characters = _characters(plain, listed_words(source))
    if tai is not Tai.COMMON:
        del characters[FORMAL]  # what is written so stays
    if tai is Tai.FORMAL:
        characters[COMMON] = FORMAL
    codes = {ord(char): value for char, value in characters.items()}

    def spell(text: str) -> str:
        return text.translate(codes)

    words = {} if script_only else regional_words(source, target)
    base = {} if script_only else base_entries(concepts, source, target)
    rows = {
        key: Row(value, Layer.REGION, "OpenCC", value != plain.convert(key))
        for key, value in words.items()
    } | {key: _base_row(entry, plain) for key, entry in base.items()}
    phrases = script_phrases(plain, words, base)
    if tai is not Tai.COMMON:
        rows = {key: _with_tai(key, row, tai) for key, row in rows.items()}
        phrases = {key: _tai_of(key, value, tai) for key, value in phrases.items()}
    ambiguous = one_to_many() if _adds_distinctions(source, target) else {}
    if ambiguous:
        phrases = {k: v for k, v in phrases.items() if not is_rare(k, v, characters)}
    rows |= telling(phrases, rows, characters)
    everything = Stage({**characters, **{key: row.value for key, row in rows.items()}})
    strange = frozenset() if same_script(source, target) else only_in(script_of(target))
    draft = Draft(rows, spell, everything.convert)
    ending = _set_shields(base, rows, everything)
    overlaps, met = Overlaps(draft, common_words()), {*phrases, *listed_words(source)}
    seams = find_seams(draft, met, plain_words(rows, ambiguous))
    settled = overlaps.settle(met, seams, () if script_only else frequent_words(source))
    partings = Partings(draft)
    asked = {key: names for key, names in partings.terms().items() if strange.isdisjoint(key)}
    rows |= {key: replace(rows[key], seam=seam) for key, seam in seams.items()}
    rows |= {key: row for key, row in settled.items() if strange.isdisjoint(key)}
    rows |= partings.entries(parted(asked, source))
    resumed = overlaps.resume(ending)
    rows |= {key: row for key, row in resumed.items() if strange.isdisjoint(key)}
    # What the overlaps have cut up is said in full; where a term stands, it decides.
    whole = Stage({**characters, **{key: _text(key, row, spell) for key, row in rows.items()}})
    terms = [key for key, row in rows.items() if row.layer > Layer.PHRASE]
    finder = CharwiseDoubleArrayAhoCorasick(terms or ["\0"], MATCH_KIND_LEFTMOST_LONGEST)
    for key in sorted(phrases.keys() - rows.keys()):
        if whole.convert(key) != phrases[key] and not finder.find(key):
            rows[key] = Row(phrases[key], Layer.PHRASE, "OpenCC")
    for char in strange - rows.keys():
        rows[char] = Row(spell(char), Layer.PHRASE, "OpenCC")
    index, keys = number_rows(rows, spell, strange)
    table = Table(index, codes, frozenset(ambiguous))
    unsettled = _unsettled(table, keys)
    if unsettled:
        rows |= {text: Row(text, Layer.PHRASE, "OpenCC") for text in unsettled}
        index, keys = number_rows(rows, spell, strange)
        table = Table(index, codes, frozenset(ambiguous))
    clued = with_clues(index, _writer(table, plain))
    return table._replace(entries=clued), keys


def _unsettled(table: Table, keys: list[str]) -> set[str]:
    """Return what entries give and the table would change again: 於是只, behind 于是只.

    A term of the source that another one gives is none of these.
    """
    engine, known = Engine(table, None, None), set(keys)
    found: set[str] = set()
    for domain in DOMAINS:
        once = _converted(engine, keys, domain)
        twice = _converted(engine, once, domain)
        found.update(
            text
            for text, again in zip(once, twice, strict=True)
            if text != again and len(text) > 1 and text not in known
        )
    return found


def _converted(engine: Engine, texts: list[str], domain: str) -> list[str]:
    (block,) = engine.run("\n".join(texts), domain)
    return block.text.split("\n")


def build_base_index(
    concepts: Iterable[Concept], source: str, target: str, written: Iterable[str]
) -> Entries:
    """Return the index of the term base alone, for lines that stand in the target's script.

    ``written`` are the texts that the table of the pair gives; they keep their place, so
    that what was converted once stays as it is.
    """
    plain = script_chain(source, target)
    entries = base_entries(concepts, source, target)
    rows = {key: _base_row(entry, plain) for key, entry in entries.items()}
    stage = Stage({key: row.value for key, row in rows.items()})
    rows |= Overlaps(Draft(rows, str, stage.convert), common_words()).settle(
        listed_words(target), {}
    )
    for text in written:
        if len(text) > 1:
            rows.setdefault(text, Row(text, Layer.PHRASE, "OpenCC"))
    index = number_rows(rows or {"\0": _NOTHING}, str, frozenset())[0]
    # In such a line clue words too stand as the target spells them.
    return with_clues(index, lambda clue: (clue, plain.convert(clue)))


def _writer(table: Table, plain: Chain) -> Callable[[str], Iterable[str]]:
    """Return how a clue word may stand in what the first pass writes."""
    engine = Engine(table, None, None)

    def written(clue: str) -> Iterable[str]:
        return (*(engine.first_pass(clue, domain) for domain in DOMAINS), plain.convert(clue))

    return written


def _tai_of(key: str, value: str, tai: Tai) -> str:
    """Write the 台 of an entry's value as the house does, or as the source has it."""
    return with_formal_tai(value) if tai is Tai.FORMAL or FORMAL in key else value


def _with_tai(key: str, row: Row, tai: Tai) -> Row:
    if row.domain == _NAMES:
        return row  # a company chooses for itself: 台積電
    readings = tuple(r._replace(value=_tai_of(key, r.value, tai)) for r in row.readings)
    return replace(row, value=_tai_of(key, row.value, tai), readings=readings)


def _text(key: str, row: Row, spell: Callable[[str], str]) -> str:
    return spell(key[: row.skip]) + row.value


_NAMES = "companies"
_NOTHING = Row("\0", Layer.BASE, "")


def _base_row(entry: BaseEntry, chain: Chain) -> Row:
    kept = chain.convert(entry.key)
    for reading in entry.readings:
        # A form that is its own clue holds wherever it stands in the source's characters.
        if any(clue in entry.key for clue in reading.clues):
            is_word = reading.value != kept
            return Row(reading.value, Layer.BASE, reading.concept, is_word, domain=reading.domain)
    is_word = entry.default != kept or any(reading.value != kept for reading in entry.readings)
    return Row(
        entry.default,
        Layer.BASE,
        entry.concept,
        is_word,
        entry.readings,
        entry.certain,
        entry.domain,
    )


def _set_shields(
    base: Mapping[str, BaseEntry], rows: dict[str, Row], everything: Stage
) -> list[str]:
    """Give the shields their values; return those that end with a form that they hide."""
    shields = {key: e for key, e in base.items() if e.hides and len(key) == len(e.default)}
    for key in sorted(shields, key=len):  # a short one may stand in a longer
        value = _shielded(shields[key], everything)
        everything.add(key, value)
        rows[key] = replace(rows[key], value=value)
    return [key for key, entry in shields.items() if key.endswith(tuple(entry.hides))]


def _shielded(entry: BaseEntry, everything: Stage) -> str:
    """Return a shield with the words in it that are none of those it keeps from being found."""
    key, kept = entry.key, entry.default
    parts = (key[at:end] for end in range(len(key) + 1) for at in range(end))
    hidden = {part for part in parts if any(form in part for form in entry.hides)}
    pieces: list[str] = []
    at = 0
    for start, word in everything.words(key, hidden):
        pieces += (kept[at:start], everything.table[word])
        at = start + len(word)
    return "".join((*pieces, kept[at:]))


def _adds_distinctions(source: str, target: str) -> bool:
    return script_of(source) is Script.HANS and script_of(target) is Script.HANT


def _characters(chain: Chain, words: Collection[str]) -> dict[str, str]:
    """Return what the characters become, each for good.

    Where one becomes another that becomes a third (幺, 么, 麼), the one that less is written
    with is left to its phrases.
    """
    singles = {key for stage in chain.stages for key in stage.table if len(key) == 1}
    found = {char: chain.convert(char) for char in sorted(singles)}
    changed = {char: value for char, value in found.items() if char != value}
    for char, value in found.items():
        if char in changed and value in changed:
            first, second = (_frequency(each, words) for each in (char, value))
            del changed[char if first < second else value]
    return changed


def _frequency(char: str, words: Collection[str]) -> int:
    return sum(occurrences(word) for word in words if char in word)
