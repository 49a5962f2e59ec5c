"""JSON as every output of it writes it."""

import json
from collections.abc import Iterable, Iterator

from termkit.patterns import regex

_SURROGATE = regex("[\ud800-\udfff]")


def dumps(value: object) -> str:
    """Return a value on one line, Chinese as it is; lone surrogates, which no file can hold, escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def array(items: Iterable[object]) -> Iterator[str]:
    """Yield a JSON array piece by piece, one item a line, without a line break at its end."""
    separator = "[\n"
    for item in items:
        yield separator + dumps(item)
        separator = ",\n"
    yield "[]" if separator.startswith("[") else "\n]"
