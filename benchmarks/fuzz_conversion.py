"""Convert millions of random code points: ``python -m benchmarks.fuzz_conversion``.

What must hold is what the tests ask of less text: no crash, the trace replays, what no
table knows stays, a second pass changes nothing, the traced and the bulk path agree.
The same seed gives the same text.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from itertools import permutations

from tests.convert.random_text import faults, random_text, shortest_fault

from termkit import Converter
from termkit.locales import CHINESE

CHUNK = 20_000
SHOWN = 10
"""Faults that are shown in full for one pair."""


def fuzz(converter: Converter, seed: str, length: int) -> int:
    """Convert about ``length`` code points and print the faults; return their number."""
    rng = random.Random(seed)
    wrong = 0
    for at in range(0, length, CHUNK):
        text = random_text(rng, min(CHUNK, length - at))
        found = list(faults(converter, text))
        if found and wrong < SHOWN:
            piece = shortest_fault(converter, text)
            print(f"  {piece!a} {piece!r}: {'; '.join(faults(converter, piece))}")
        wrong += len(found)
    return wrong


def main() -> int:
    """Print one line a pair of locales; return 1 where anything is wrong."""
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz_conversion", description=__doc__)
    parser.add_argument("--millions", type=float, default=10, help="code points, over all pairs")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    pairs = list(permutations(CHINESE, 2))
    length = int(options.millions * 1_000_000 / len(pairs))
    total = 0
    with tempfile.TemporaryDirectory() as cache:
        os.environ["TERMKIT_CACHE_DIR"] = cache
        for source, target in pairs:
            start = time.perf_counter()
            wrong = fuzz(Converter(source, target), f"{options.seed} {source} {target}", length)
            seconds = time.perf_counter() - start
            print(f"{source} → {target}: {length:,} code points, {wrong} faults, {seconds:.0f} s")
            total += wrong
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
