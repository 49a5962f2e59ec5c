"""What the program says, in the language of its user.

A message is known by its English, which stands in the code; the catalogue of another
language has what it says there. English costs nothing, and a catalogue is loaded when the
first message is wanted.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

ENGLISH = "en"


class _Speech:
    """The language that is spoken, and its catalogue."""

    language = ENGLISH
    catalog: Mapping[str, str] | None = None
    load: Callable[[], Mapping[str, str]] | None = None


def set_language(
    language: str = ENGLISH, load: Callable[[], Mapping[str, str]] | None = None
) -> None:
    """Speak a language from now on; ``load`` returns what its messages are, by their English."""
    _Speech.language, _Speech.load, _Speech.catalog = language, load, None


def language() -> str:
    """Return the language that is spoken, as gettext names it."""
    return _Speech.language


def tr(text: str, /, **values: Any) -> str:
    """Return a message in the user's language, with ``values`` in its ``{names}``.

    Without values its braces are braces.
    """
    found = _catalog().get(text, text)
    return found.format(**values) if values else found


def tr_n(one: str, other: str, number: int, /, **values: Any) -> str:
    """Return a message about a ``{number}`` of things; ``other`` is for all numbers but 1."""
    found = _catalog().get(one) or (one if number == 1 else other)
    return found.format(number=number, **values)


def mark(text: str, /) -> str:
    """Return a text as it is, which a catalogue shall have: whoever shows it takes ``tr`` to it."""
    return text


def quoted(text: str) -> str:
    """Return a text between the quotation marks of the user's language."""
    return tr("“{text}”", text=text)


def any_of(texts: Iterable[str]) -> str:
    """Return texts, each between quotation marks, of which one may be chosen."""
    return quoted(tr("” or “").join(texts))


def all_of(texts: Iterable[str]) -> str:
    """Return texts, each between quotation marks, as a list."""
    return quoted(tr("”, “").join(texts))


def paragraphs(text: str) -> list[str]:
    """Return the messages that a longer text is made of: its paragraphs, each on one line."""
    parts = (part.split() for part in re.split(r"\n\s*\n", text))
    return [" ".join(words) for words in parts if words]


def _catalog() -> Mapping[str, str]:
    if _Speech.catalog is None:
        _Speech.catalog = _Speech.load() if _Speech.load else {}
    return _Speech.catalog
