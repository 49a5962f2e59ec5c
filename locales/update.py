"""Brings the catalogues of the messages up to date with the code. ``make messages`` runs it.

The template holds every message. In a catalogue those that are new have no translation yet,
those that are gone go, and one that has been reworded keeps its translation, flagged fuzzy.
Nothing is dated, so that branches can be merged.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from locales.extract import template
from termkit.engine.language import LANGUAGES
from termkit.messages import ENGLISH
from termkit.po.catalog import open_catalog
from termkit.po.file import Catalog, Item
from termkit.po.message import Message, Previous

FOLDER = Path(__file__).parent
PROJECT = "termkit"
_LIKE = 0.75


def catalog_path(language: str) -> Path:
    """Return the catalogue of a language; that of English is the template."""
    if language == ENGLISH:
        return FOLDER / f"{PROJECT}.pot"
    return FOLDER / language / "LC_MESSAGES" / f"{PROJECT}.po"


def update(language: str, wanted: Sequence[Message]) -> Catalog:
    """Return the catalogue of a language with the messages ``wanted``, in their order."""
    path = catalog_path(language)
    catalog = open_catalog(path, PROJECT, "" if language == ENGLISH else language)
    known = catalog.by_key()
    gone = {key: item for key, item in known.items() if key not in {one.key for one in wanted}}
    texts = {item.message.msgid: item for item in gone.values() if item.message.has_text}
    items = []
    for message in wanted:
        item = known.get(message.key)
        if item is None:
            item = Item(_like(message, texts))
        else:
            item.message = replace(
                item.message,
                plural=message.plural,
                extracted=message.extracted,
                references=message.references,
                flags=message.with_fuzzy(item.message.is_fuzzy).flags,
            )
        items.append(item)
    catalog.arrange(items)
    return catalog


def _like(message: Message, texts: dict[str, Item]) -> Message:
    """Return a new message, with the translation of what it was before it was reworded."""
    for text in get_close_matches(message.msgid, texts, 1, _LIKE):
        old = texts.pop(text).message
        previous = Previous(old.msgid, old.msgctxt, old.plural)
        return replace(message, msgstr=old.msgstr, previous=previous).with_fuzzy(True)
    return message


def main() -> None:
    """Write the template and every catalogue, and tell what is left to translate."""
    wanted = template()
    for language in LANGUAGES:
        path = catalog_path(language)
        catalog = update(language, wanted)
        catalog.save(path)
        left = sum(not message.is_translated for message in catalog.messages)
        state = f", {left} to translate" if left and language != ENGLISH else ""
        print(f"{path.relative_to(FOLDER.parent)}: {len(wanted)} messages{state}")


if __name__ == "__main__":
    main()
