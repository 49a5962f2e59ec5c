"""How far the translations of a catalogue are, and what the checks find in them."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.collect import parse_document
from termkit.engine.runner import CheckOptions, check_one
from termkit.files import read_bytes
from termkit.po.file import Catalog
from termkit.text import HAN

_WORD = re.compile(rf"[{HAN}]|(?:(?![{HAN}])\w)+(?:['’-](?:(?![{HAN}])\w)+)*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of entries, and the size of their originals; a Han character is a word."""

    entries: int = 0
    words: int = 0
    characters: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.entries + other.entries,
            self.words + other.words,
            self.characters + other.characters,
        )


@dataclass(frozen=True, slots=True)
class Stats:
    """What there is to tell of a catalogue."""

    path: str
    locale: str
    translated: Amount
    fuzzy: Amount
    untranslated: Amount
    obsolete: int
    findings: tuple[tuple[str, int], ...]

    @property
    def total(self) -> Amount:
        """All entries that are in use."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def percent(self) -> int:
        """The share of words that are translated, rounded down."""
        return 100 * self.translated.words // self.total.words if self.total.words else 100


def count_catalog(path: Path, options: CheckOptions) -> Stats:
    """Count a catalogue; raise InputError where it cannot be read."""
    catalog = Catalog.load(path)
    catalog.by_key()
    amounts = {name: Amount() for name in ("translated", "fuzzy", "untranslated")}
    for message in catalog.messages:
        state = "fuzzy" if message.is_fuzzy and message.has_text else "untranslated"
        if message.is_translated:
            state = "translated"
        text = message.msgid + (message.plural or "")
        amounts[state] += Amount(1, len(_WORD.findall(text)), len("".join(text.split())))
    result = check_one(parse_document(read_bytes(path), path.as_posix()), options)
    findings = Counter(each.check for each in result.diagnostics)
    return Stats(
        path.as_posix(),
        result.locale,
        **amounts,
        obsolete=sum(item.message.obsolete for item in catalog.items),
        findings=tuple(sorted(findings.items())),
    )
