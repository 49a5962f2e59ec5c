"""A second pass changes nothing: over the outputs of every entry of every table, alone and side by side."""

import random
from collections import defaultdict
from collections.abc import Iterator

import pytest

from termkit import Converter
from termkit.convert.compose import build_table
from termkit.convert.converter import default_base
from termkit.locales import script_of
from termkit.scripts.characters import only_in

PAIRS = [
    ("zh-CN", "zh-TW"),
    ("zh-CN", "zh-HK"),
    ("zh-TW", "zh-CN"),
    ("zh-HK", "zh-CN"),
    ("zh-TW", "zh-HK"),
    ("zh-HK", "zh-TW"),
]


def entries(source: str, target: str) -> list[str]:
    """Return the keys of every entry of a table, single characters included.

    Those in both scripts at once are left out: no text of one locale has them.
    """
    table, keys = build_table(default_base().concepts, source, target)
    other = script_of(target)
    strange = only_in(other) if other is not script_of(source) else frozenset()
    return [key for key in (*keys, *map(chr, table.characters)) if strange.isdisjoint(key)]


def changed(converter: Converter, texts: list[str], known: list[str]) -> list[tuple[str, str, str]]:
    """Return the texts whose conversion a second pass changes, with both results.

    A result that is an entry of the table itself is left out: Taiwan's 桌球 is played
    with a cue in Hong Kong, where the word is good as well.
    """
    own = frozenset(known)
    once = converter.convert("\n".join(texts)).text.split("\n")
    twice = converter.convert("\n".join(once)).text.split("\n")
    return [
        (text, first, second)
        for text, first, second in zip(texts, once, twice, strict=True)
        if first != second and first not in own
    ]


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize("domain", ["software", "general"])
def test_outputs_of_entries(source: str, target: str, domain: str) -> None:
    """What an entry gives is not changed again."""
    keys = entries(source, target)
    found = changed(Converter(source, target, domain=domain), keys, keys)
    assert found == []


def neighbours(keys: list[str], outputs: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys whose outputs, side by side, hold an entry across their border.

    For every key and every place where it can be cut, two pairs of entries are taken
    of which the first output ends with its head and the second begins with its tail.
    """
    ends: dict[str, list[str]] = defaultdict(list)
    begins: dict[str, list[str]] = defaultdict(list)
    for key, output in zip(keys, outputs, strict=True):
        for size in range(1, min(len(output), 6)):
            ends[output[-size:]].append(key)
            begins[output[:size]].append(key)
    rng = random.Random("neighbours")
    for key in keys:
        for at in range(1, len(key)):
            heads, tails = ends.get(key[:at]), begins.get(key[at:])
            if heads and tails:
                for _ in range(2):
                    yield rng.choice(heads), rng.choice(tails)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_outputs_side_by_side(source: str, target: str) -> None:
    """Two outputs hardly ever make a word together that a second pass would change.

    The pairs are the worst that can be put together, and mean nothing: 干一杯 and 干戈.
    """
    converter = Converter(source, target, domain="general")
    keys = entries(source, target)
    outputs = converter.convert("\n".join(keys)).text.split("\n")
    pairs = [head + tail for head, tail in neighbours(keys, outputs)]
    found = changed(converter, pairs, keys)
    assert len(pairs) > 1000
    assert len(found) < 0.02 * len(pairs), found[:20]
