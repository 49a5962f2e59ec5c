"""How right the checks are on strings that people translated: ``python -m benchmarks.check_quality``.

1. False alarms: what the four checks of words and characters say of human zh-TW and zh-CN strings.
2. Finds: human zh-CN strings in traditional characters, checked as zh-TW. Counted are the words
   that OpenCC's s2twp replaces and s2tw does not, where the human zh-TW string has the
   replacement and not the word; found is one if the first suggestion there is the human's word.
3. Residue: human zh-TW strings, simplified and converted back character by character with the
   first candidate; counted are the characters that came out wrong.

Strings of catalogues whose zh-TW was partly converted by machine are left out.
"""

import argparse
import csv
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.texts import SHARED
from termkit import Diagnostic, TermBase
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.locales import CN, TW
from termkit.model.domains import SOFTWARE
from termkit.readers.plain import parse
from termkit.scripts.chain import Chain, Stage, script_chain
from termkit.scripts.characters import variants
from termkit.scripts.dictionaries import load_configuration, load_dictionary
from termkit.scripts.variants import house_variants
from termkit.text import Span, has_han

DIRTY = ("wagtail", "django-cms", "aptitude")
CHECKS = ("wrong-region-term", "wrong-character", "mixed-script", "variant-character")
WRONG_CHARACTER = ("wrong-character",)
LIMITS = {"zh-TW": 0.02, "zh-CN": 0.01, "finds": 0.8, "residue": 0.8, "untouched": 0.003}

Missed = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """What two people wrote for one string, each on one line."""

    hans: str
    hant: str


def pairs(folder: Path) -> Iterator[Pair]:
    """Yield the pairs of all projects whose zh-TW is people's work."""
    for path in sorted(folder.glob("pairs_*.tsv")):
        if path.stem.removeprefix("pairs_") in DIRTY:
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if has_han(row["zh_CN"]) and has_han(row["zh_TW"]):
                    yield Pair(_line(row["zh_CN"]), _line(row["zh_TW"]))


def _line(text: str) -> str:
    return text.replace("\\n", " ").replace("\\r", " ").replace("\\t", " ")


class Checker:
    """Runs checks over many strings at once, as the lines of one text."""

    def __init__(self, base: TermBase) -> None:
        self._base = base

    def check(
        self, strings: Sequence[str], locale: str, names: Sequence[str]
    ) -> list[list[tuple[Span, Diagnostic]]]:
        """Return for each string what is found in it, with its span there."""
        text = "\n".join(strings)
        options = CheckOptions(self._base, select_checks(names))
        found: list[list[tuple[Span, Diagnostic]]] = [[] for _ in strings]
        line, start = 0, 0
        # They come from catalogues, and are read as their texts.
        document = replace(parse(text, ""), domain=SOFTWARE)
        for one in check_document(document, locale, options):
            while one.span.start > start + len(strings[line]):
                start += len(strings[line]) + 1
                line += 1
            found[line].append((Span(one.span.start - start, one.span.end - start), one))
        return found


def false_alarms(checker: Checker, strings: Sequence[str], locale: str) -> tuple[float, Missed]:
    """Return the share of human strings with a finding, and what was found."""
    found = checker.check(strings, locale, CHECKS)
    seen: Missed = Counter(
        (span.of(text), " / ".join(one.suggestions))
        for text, each in zip(strings, found, strict=True)
        for span, one in each
    )
    return sum(map(bool, found)) / len(found), seen


def finds(checker: Checker, given: Sequence[Pair]) -> tuple[float, float, Missed]:
    """Return the shares of words and of strings that are found, and the words that are not."""
    to_hant, house = script_chain(CN, TW), _house()
    cases: list[tuple[str, str, list[tuple[Span, str]]]] = []
    for pair in given:
        human = house(pair.hant)
        words = [
            (span, word, regional)
            for span, word, regional in _regional_words(pair.hans)
            if regional in human and word not in human
        ]
        text = to_hant.convert(pair.hans)
        if words and len(text) == len(pair.hans):
            cases.append((text, human, [(span, regional) for span, _, regional in words]))
    found = checker.check([text for text, _, _ in cases], TW, CHECKS)
    missed: Missed = Counter()
    found_strings = counted = 0
    for (text, human, wanted), each in zip(cases, found, strict=True):
        some = False
        for span, regional in wanted:
            if any(_is_human(one, place, span, human) for place, one in each):
                some = True
            else:
                missed[span.of(text), regional] += 1
            counted += 1
        found_strings += some
    return 1 - missed.total() / counted, found_strings / len(cases), missed


def _is_human(one: Diagnostic, place: Span, word: Span, human: str) -> bool:
    overlaps = place.start < word.end and word.start < place.end
    return overlaps and bool(one.suggestions) and one.suggestions[0] in human


def _regional_words(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield the words of a simplified text that s2twp replaces: where, as s2tw writes them, and by what."""
    generic, phrases, glyphs = _stages()
    hant = generic.convert(text)
    if len(hant) != len(text):
        return
    house = _house()
    at = 0
    while at < len(hant):
        for size in range(min(_longest(phrases), len(hant) - at), 0, -1):
            word = hant[at : at + size]
            if word in phrases:
                old, new = (house(glyphs.convert(each)) for each in (word, phrases[word]))
                if old != new:
                    yield Span(at, at + size), old, new
                at += size
                break
        else:
            at += 1


def residue(checker: Checker, strings: Sequence[str]) -> tuple[float, float, Missed]:
    """Return how many wrong characters are found, how many untouched strings are not clean, and the missed."""
    back, house, to_hans = _first_candidates(), _house(), script_chain(TW, CN)
    sound = [house(text) for text in strings]
    spoilt = [back(to_hans.convert(text)) for text in sound]
    missed: Missed = Counter()
    wrong = 0
    for before, after, each in zip(
        sound, spoilt, checker.check(spoilt, TW, WRONG_CHARACTER), strict=True
    ):
        if len(before) != len(after):
            continue
        covered = {at for span, _ in each for at in range(*span)}
        for at, (right, char) in enumerate(zip(before, after, strict=True)):
            if right != char:
                wrong += 1
                if at not in covered:
                    missed[after[max(0, at - 1) : at + 1], before[max(0, at - 1) : at + 1]] += 1
    untouched = checker.check(strings, TW, WRONG_CHARACTER)
    return 1 - missed.total() / wrong, sum(map(bool, untouched)) / len(strings), missed


def _first_candidates() -> Callable[[str], str]:
    """Return a conversion to zh-TW that takes for each character the first one of the dictionary."""
    glyphs = variants(TW)
    table = {char: values[0] for char, values in load_dictionary("STCharacters.txt").items()}
    house = _house()
    return lambda text: house(
        "".join(glyphs.get(new, new) for new in (table.get(char, char) for char in text))
    )


def _house() -> Callable[[str], str]:
    table = str.maketrans(dict(house_variants(TW).replaced))
    return lambda text: text.translate(table)


@cache
def _stages() -> tuple[Chain, dict[str, str], Chain]:
    """Return what s2twp is made of: generic traditional, regional words, glyphs."""
    first, *rest = load_configuration("s2twp")
    phrases = [
        file for files in rest for file in files if "Phrases" in file and "Variants" not in file
    ]
    glyphs = [file for files in rest for file in files if "Variants" in file]
    table, own = _table(phrases), _table(glyphs)
    return Chain([Stage(_table(first))]), table, Chain([Stage(own)])


def _table(files: Sequence[str]) -> dict[str, str]:
    """Return the first values of some dictionaries, of which the first decide."""
    return {
        key: values[0]
        for file in reversed(files)
        for key, values in load_dictionary(file).items()
        if values
    }


def _longest(table: dict[str, str]) -> int:
    return max(map(len, table))


def main() -> int:
    """Print the figures; return 1 with --verify if one does not hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.check_quality", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "pairs", metavar="DIR")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="the N most frequent misses"
    )
    parser.add_argument("--verify", action="store_true", help="exit 1 if a limit is not kept")
    options = parser.parse_args()
    if not options.data.is_dir():
        parser.exit(2, f"benchmarks.check_quality: no folder {options.data}; name it with --data\n")
    given = list(pairs(options.data))
    kept = True

    def tell(name: str, value: float, *, at_most: bool, missed: Missed) -> None:
        nonlocal kept
        limit = LIMITS[name]
        good = value <= limit if at_most else value >= limit
        kept &= good
        mark, bound = "ok  " if good else "MISS", "at most" if at_most else "at least"
        print(f"{mark} {name:<10} {value:7.2%}   ({bound} {limit:.1%})")
        for (text, wanted), count in missed.most_common(options.show):
            print(f"       {count:5} {text} → {wanted}")

    with tempfile.TemporaryDirectory() as cache:
        os.environ.setdefault("TERMKIT_CACHE_DIR", cache)
        checker = Checker(TermBase.open())
        print(f"{len(given)} pairs")
        for locale, strings in ((TW, [p.hant for p in given]), (CN, [p.hans for p in given])):
            share, seen = false_alarms(checker, strings, locale)
            tell(locale, share, at_most=True, missed=seen)
        words, strings_found, missed = finds(checker, given)
        tell("finds", words, at_most=False, missed=missed)
        print(f"     of the strings, {strings_found:.2%} have one")
        found, untouched, missed = residue(checker, [pair.hant for pair in given])
        tell("residue", found, at_most=False, missed=missed)
        tell("untouched", untouched, at_most=True, missed=Counter())
    return 0 if kept or not options.verify else 1


if __name__ == "__main__":
    sys.exit(main())
