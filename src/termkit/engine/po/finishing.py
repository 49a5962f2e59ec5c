"""A converted catalogue as it is written: its header, and what people had translated there."""

import os
import re
from dataclasses import replace
from pathlib import Path

from termkit.engine.converting import ConvertedFile
from termkit.locales import Locale
from termkit.po.file import Catalog, Item
from termkit.po.header import REVISED, get_field, plural_forms, set_field, stamp
from termkit.readers import reader_for

_PLURALS = "Plural-Forms"


def finished(
    result: ConvertedFile, place: Path, target: Locale, *, overwrite: bool = False
) -> bytes:
    """Return the bytes of a converted file; of a catalogue, with the translations at ``place``.

    These are kept unless they are fuzzy, in their order and to the byte, with ``overwrite``
    not at all. A file with a sidecar is left as it is: the way back needs its text. Raises
    InputError where the catalogue at ``place`` cannot be read.
    """
    if result.sidecar or reader_for(result.path).name != "po":
        return result.data
    made = Catalog.parse(result.text, result.path)
    old = Catalog.load(place) if place.is_file() else None
    before = old.render() if old else ""
    is_itself = os.path.abspath(place) == os.path.abspath(result.file.path)
    if old and not overwrite and not is_itself:
        _take_in(old, made)
        made = old
    _set_header(made, target)
    if made.header is not None and get_field(made.header, REVISED):
        date = get_field(Catalog.parse(before, made.path).header, REVISED)
        if date:
            made.set_header(set_field(made.header, REVISED, date))
        stamp(made, before, REVISED)
    return made.data()


def _take_in(old: Catalog, made: Catalog) -> None:
    """Give the entries of ``old`` that lack a translation the converted one, and add what is new."""
    known = old.by_key()
    items = [item for item in old.items if not item.message.is_header]
    new: dict[int, list[Item]] = {}
    last = -1
    places = {id(item): at for at, item in enumerate(items)}
    for message in made.messages:
        item = known.get(message.key)
        if item is None:
            new.setdefault(last, []).append(Item(message))
            continue
        last = places[id(item)]
        fits = (item.message.plural is None) == (message.plural is None)
        if not item.message.is_translated or not fits:
            item.message = replace(
                item.message,
                msgstr=message.msgstr,
                plural=message.plural,
                previous=message.previous,
            ).with_fuzzy(message.is_fuzzy)
    arranged = [*new.get(-1, [])]
    for at, item in enumerate(items):
        arranged += (item, *new.get(at, []))
    old.arrange(arranged)


def _set_header(catalog: Catalog, target: Locale) -> None:
    """Say the language and its plural forms, if the entries have as many of these."""
    header = catalog.header
    if header is None:
        return
    if not get_field(header, "Language"):
        header = set_field(header, "Language", target.gettext)
    forms = plural_forms(target.gettext)
    counts = {len(message.msgstr) for message in catalog.messages if message.plural is not None}
    if get_field(header, _PLURALS) and counts <= {_number(forms)}:
        if _number(get_field(header, _PLURALS)) != _number(forms):
            header = set_field(header, _PLURALS, forms)
    elif not get_field(header, _PLURALS) and counts:
        header = set_field(header, _PLURALS, forms)
    catalog.set_header(header)


def _number(forms: str) -> int:
    match = re.search(r"nplurals\s*=\s*(\d+)", forms)
    return int(match[1]) if match else 0
