"""The checks of translations on real catalogues: ``python -m benchmarks.translations``.

Prints how often each fires on what translators wrote, and how many mistakes it finds that
are put in: a digit changed, a placeholder or a tag lost, a URL misspelt.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.texts import SHARED
from termkit import TermBase
from termkit.checks import all_checks
from termkit.context import CheckContext
from termkit.engine.collect import Named, load_document
from termkit.engine.detect import decide_locale
from termkit.engine.pairing import bitext_of
from termkit.engine.siblings import Siblings
from termkit.errors import InputError
from termkit.model.bitext import Bitext, Pair
from termkit.text import URL

_DIGITS = re.compile(r"(?<![\w.,/-])\d{2,}(?![\w.,/-])")
_PLACEHOLDER = re.compile(r"(?<!%)%(?:\(\w+\))?[sd](?!\w)|\{\w+\}")
_TAG = re.compile(r"</?(?:a|b|i|em|code|strong|span|tt)\b[^<>]*>")
_EACH = 300


def _other_digit(match: re.Match[str]) -> str:
    return match[0][:-1] + str((int(match[0][-1]) + 3) % 10)


def _lost(_: re.Match[str]) -> str:
    return ""


def _misspelt(match: re.Match[str]) -> str:
    return f"{match[0][:-2]}{match[0][-1]}{match[0][-2]}x"


MISTAKES: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "number-mismatch": (_DIGITS, _other_digit),
    "placeholder-mismatch": (_PLACEHOLDER, _lost),
    "markup-mismatch": (_TAG, _lost),
    "url-mismatch": (URL, _misspelt),
}


def main() -> int:
    """Print both counts, by check."""
    parser = argparse.ArgumentParser(prog="benchmarks.translations", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data", metavar="DIR")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.data.is_dir():
        parser.exit(2, f"benchmarks.translations: no folder {options.data}; name it with --data\n")
    base = TermBase.open()
    contexts = list(_contexts(options.data, base))
    total = sum(pair.is_translated for context in contexts for pair in context.bitext.pairs)
    print(f"{total} translated entries of {len(contexts)} catalogues; findings in each text once:")
    for check in (check for check in all_checks() if check.bilingual):
        found = {
            (each.span.of(context.document.source), each.message)
            for context in contexts
            for each in check.find(context)
        }
        print(f"  {check.name:28} {len(found):6}")
    print("mistakes put in, and found:")
    for name, (pattern, spoil) in MISTAKES.items():
        counts = _found(contexts, name, pattern, spoil, options.seed)
        print(
            f"  {name:28} {counts[True]:6} of {counts.total()} ({counts[True] / counts.total():.0%})"
        )
    return 0


def _contexts(data: Path, base: TermBase) -> Iterator[CheckContext]:
    for path in sorted(p for folder in ("po", "po_edge") for p in (data / folder).rglob("*.po")):
        try:
            document = load_document(Named(path))
        except InputError:
            continue
        decision = decide_locale(document, base)
        if decision.locale and not decision.refusal:
            tag = decision.locale.base
            bitext = bitext_of(document, tag, base, Siblings())
            yield CheckContext(document, tag, base, pair_up=_given(bitext))


def _given(bitext: Bitext) -> Callable[[], Bitext]:
    return lambda: bitext


def _found(
    contexts: list[CheckContext],
    name: str,
    pattern: re.Pattern[str],
    spoil: Callable[[re.Match[str]], str],
    seed: int,
) -> Counter[bool]:
    """Return how many of some translations with a mistake have a finding, and how many have none."""
    (check,) = (check for check in all_checks() if check.name == name)
    places = [
        (context, pair)
        for context in contexts
        for pair in context.bitext.pairs
        if pattern.search(pair.target.text) and any(pattern.search(s.text) for s in pair.sources)
    ]
    counts: Counter[bool] = Counter()
    for context, pair in random.Random(seed).sample(places, min(_EACH, len(places))):
        spoilt = Bitext((_spoilt(pair, pattern, spoil),), context.bitext.locale)
        trial = CheckContext(context.document, context.locale, context.base, pair_up=_given(spoilt))
        counts[any(True for _ in check.find(trial))] += 1
    return counts


def _spoilt(pair: Pair, pattern: re.Pattern[str], spoil: Callable[[re.Match[str]], str]) -> Pair:
    # Masks and places no longer fit; what a mask hides is hidden before.
    target = pair.target
    text = pattern.sub(spoil, target.text, count=1)
    return replace(pair, target=replace(target, text=text, masks=()))


if __name__ == "__main__":
    sys.exit(main())
