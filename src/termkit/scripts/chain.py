"""Conversion by dictionaries alone, as OpenCC does it: the raw material of every table.

This is the plain, slow form, for single terms and for building tables; texts are
converted by ``termkit.convert``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from termkit.locales import CN, HANS, HANT, HK, TW, Script, script_of
from termkit.scripts.characters import one_to_many
from termkit.scripts.dictionaries import has_configuration, load_configuration, load_dictionary
from termkit.scripts.variants import house_variants


class Stage:
    """One stage of a chain: a table applied leftmost-longest, the rest copied.

    ``files`` are the dictionaries that the table was merged from, the best first.
    """

    def __init__(self, table: Mapping[str, str], files: Iterable[str] = ()) -> None:
        self.files = tuple(files)
        self.table: dict[str, str] = {}
        self._lengths: dict[str, list[int]] = {}
        for key, value in table.items():
            self.add(key, value)

    def add(self, key: str, value: str) -> None:
        """Add an entry, or replace it."""
        self.table[key] = value
        lengths = self._lengths.setdefault(key[0], [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)

    def convert(self, text: str, without: Collection[str] = ()) -> str:
        """Convert ``text``, as if the table did not have some keys."""
        lengths, table = self._lengths, self.table
        if lengths.keys().isdisjoint(text):
            return text
        out: list[str] = []
        at, end = 0, len(text)
        while at < end:
            char = text[at]
            for size in lengths.get(char, ()):
                # A slice that the end of the text cuts off may be a shorter key.
                if at + size > end or (key := text[at : at + size]) in without:
                    continue
                if (value := table.get(key)) is not None:
                    out.append(value)
                    at += size
                    break
            else:
                out.append(char)
                at += 1
        return "".join(out)

    def words(self, text: str, without: Collection[str]) -> Iterator[tuple[int, str]]:
        """Yield where keys of several characters stand in ``text``, but for some, and which."""
        at = 0
        while at < len(text):
            sizes = (size for size in self._lengths.get(text[at], ()) if size > 1)
            found = (text[at : at + size] for size in sizes if at + size <= len(text))
            key = next((key for key in found if key in self.table and key not in without), "")
            if key:
                yield at, key
            at += len(key) or 1


class Chain:
    """Stages applied one after another."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self.stages = tuple(stages)

    def convert(self, text: str, without: Collection[str] = ()) -> str:
        """Convert ``text``; ``without`` are keys that the first stage is to pass over."""
        for at, stage in enumerate(self.stages):
            text = stage.convert(text, without if at == 0 else ())
        return text


# (source, target) → configuration with regional phrases, configuration without.
_CONFIGURATIONS = {
    (CN, TW): ("s2twp", "s2tw"),
    (CN, HK): ("s2hkp", "s2hk"),
    (TW, CN): ("tw2sp", "tw2s"),
    (HK, CN): ("hk2sp", "hk2s"),
}
# Into a script without a region.
_GENERIC = {
    (CN, HANT): "s2t",
    (TW, HANT): "tw2t",
    (HK, HANT): "hk2t",
    (TW, HANS): "tw2s",
    (HK, HANS): "hk2s",
}
_VIA_STANDARD = {(TW, HK): ("tw2t", "t2hk"), (HK, TW): ("hk2t", "t2tw")}


@cache
def script_chain(source: str, target: str) -> Chain:
    """Return the chain that converts script and glyph variants only.

    Both are column locales of the term base, or ``target`` is zh-Hant or zh-Hans;
    equal ones give the chain that only normalises variants.
    """
    if (source, target) in _GENERIC:
        return _build([_GENERIC[source, target]], target)
    if source == target:
        return Chain([_house_stage(target)])
    if (source, target) in _VIA_STANDARD:
        names = [n for n in _VIA_STANDARD[source, target] if has_configuration(n)]
    else:
        names = [_CONFIGURATIONS[source, target][1]]
    return _build(names, target)


@cache
def regional_chain(source: str, target: str) -> Chain | None:
    """Return the chain that also replaces regional words; None where OpenCC has none."""
    phrases, plain = _CONFIGURATIONS.get((source, target), ("", ""))
    if not phrases or phrases == plain or not has_configuration(phrases):
        return None
    return _build([phrases], target)


def _build(names: Iterable[str], target: str) -> Chain:
    stages: list[Stage] = []
    for name in names:
        for files in load_configuration(name):
            merged: dict[str, str] = {}
            for file in files:
                for key, values in load_dictionary(file).items():
                    merged.setdefault(key, values[0] if values else key)
            for key in house_variants(target).rejected:
                merged.pop(key, None)
            stages.append(Stage(merged, files))
    stages.append(_house_stage(target))
    return Chain(stages)


@cache
def _house_stage(target: str) -> Stage:
    return Stage(house_variants(target).replaced)


@lru_cache(maxsize=1 << 16)  # the terms of a base are asked for again and again
def to_script(term: str, source: str, target: str) -> str:
    """Write a term of locale ``source`` in the characters of ``target``, its words unchanged."""
    return term if source == target else script_chain(source, target).convert(term)


@cache
def listed_words(locale: str) -> tuple[str, ...]:
    """Return the words of the dictionary in the characters of a locale."""
    chain = None if locale == CN else script_chain(CN, locale)
    words = load_dictionary("STPhrases.txt")
    return tuple(dict.fromkeys(chain.convert(word) if chain else word for word in words))


def later_stages(text: str, source: str, target: str) -> str:
    """Convert what the first stage of the script chain could have written: 裏 → 裡 in zh-TW."""
    return Chain(script_chain(source, target).stages[1:]).convert(text)


def spellings(term: str, source: str, target: str) -> tuple[str, ...]:
    """Return the ways a term of ``source`` may stand in the characters of ``target``.

    Foreign names keep characters that ordinary words do not: 马里 is 馬里, although
    里 by itself is 裡.
    """
    usual = to_script(term, source, target)
    if script_of(source) is script_of(target) or script_of(target) is Script.HANS:
        return (usual,)
    readings = one_to_many()
    plain = "".join(
        char if char in readings.get(char, ()) else new
        for char, new in zip(term, usual, strict=False)
    )
    return (usual,) if plain == usual or len(term) != len(usual) else (usual, plain)


def same_script(source: str, target: str) -> bool:
    """Tell whether two Chinese locales share their script."""
    return script_of(source) == script_of(target)
