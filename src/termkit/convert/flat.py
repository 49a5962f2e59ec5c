"""A table as plain pairs of strings, for programs that look at no text around an entry."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.convert.characters import CharacterMap
from termkit.convert.index import Index
from termkit.convert.table import Table


class FlatEntry(NamedTuple):
    """A key and what it becomes; ``is_certain`` where nothing around it would decide otherwise."""

    key: str
    value: str
    is_certain: bool


def flat_entries(table: Table, keys: Sequence[str], domain: str) -> Iterator[FlatEntry]:
    """Yield every entry of a table as a text of ``domain`` without clue words has it.

    ``keys`` are those of the table's index by number. Run leftmost-longest in one pass,
    the pairs give what the table does.
    """
    index = Index(table.entries)
    entries, readings = index.entries, index.entries.readings
    characters = {chr(code): value for code, value in table.characters.items()}
    spell = CharacterMap(table.characters).convert
    for number, key in enumerate(keys):
        row = index.row(number)
        if row < 0:
            characters.setdefault(key, spell(key))
            continue
        is_guard = entries.guards <= number < entries.strange
        skip = entries.skips[number - entries.guards] if is_guard else 0
        value = index.decide(row, domain).value if row >= entries.valued else spell(key[skip:])
        # A term of one character: 钚 is 鈽, whatever the dictionaries say.
        characters.pop(key, None)
        yield FlatEntry(key, spell(key[:skip]) + value, row not in readings)
    for char, value in characters.items():
        yield FlatEntry(char, value, True)
