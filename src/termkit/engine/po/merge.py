"""A catalogue brought up to date: what people did to it stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from termkit.engine.po.memory import Edited
from termkit.engine.po.touched import Base, touch
from termkit.po.catalog import obsolete
from termkit.po.file import Catalog, Item
from termkit.po.message import FUZZY, Key, Message

OWN_NOTES = ("draft: ", "glossary: ")
"""What begins the comments that tell why an entry is fuzzy; they go when it no longer is."""

Fill = Callable[[Message], Message | None]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the translation of a text that has none comes from.

    ``memory`` knows texts of other catalogues, ``draft`` gives the last resort; ``is_draft``
    tells an entry that has nothing but a draft, as it would be made today.
    """

    memory: Fill
    draft: Fill
    is_draft: Callable[[Message], bool]
    base: Base | None = None
    rewrite: bool = False


@dataclass(slots=True)
class Counts:
    """What a run did to a catalogue, in entries."""

    entries: int = 0
    kept: int = 0
    edited: int = 0
    recalled: int = 0
    drafted: int = 0
    empty: int = 0
    obsolete: int = 0
    touched: int = 0


def merge(catalog: Catalog, wanted: Sequence[Message], sources: Sources) -> Counts:
    """Make a catalogue hold the texts of ``wanted``, which have no translations, in their order."""
    return _Merger(catalog, sources).run(wanted)


class _Merger:
    """One catalogue on its way."""

    def __init__(self, catalog: Catalog, sources: Sources) -> None:
        self._catalog = catalog
        self._sources = sources
        self._live = catalog.by_key()
        self._dead = catalog.by_key(obsolete=True)
        has_lines = any(
            line.startswith("glossary: ") for m in catalog.messages for line in m.extracted
        )
        self._base = sources.base if has_lines else None
        self._counts = Counts()

    def run(self, wanted: Sequence[Message]) -> Counts:
        items = [self._known(message) for message in wanted]
        gone = [
            item.message
            for item in (*self._live.values(), *self._dead.values())
            if item.message.has_text and not self._is_draft(item.message)
        ]
        left = {message.key for message in gone}
        known = [item.message for item in items if item] + gone
        edited = Edited([m for m in gone if m.plural is None], known)
        taken: set[Key] = set()
        made: list[Item] = []
        for message, item in zip(wanted, items, strict=True):
            made.append(item or Item(self._filled(message, edited, taken)))
        self._counts.entries = len(made)
        for item in self._live.values():
            if item.message.key in left and item.message.key not in taken:
                item.message = obsolete(item.message)
                self._counts.obsolete += 1
                made.append(item)
        made += (
            item for key, item in self._dead.items() if key not in taken and item.message.has_text
        )
        self._catalog.arrange(made)
        return self._counts

    def _known(self, message: Message) -> Item | None:
        """Return the entry of a text if it has a translation already."""
        item = self._live.pop(message.key, None)
        if item is None or not item.message.has_text:
            dead = self._dead.get(message.key)
            if dead is None or not dead.message.has_text:
                return None
            item = self._dead.pop(message.key)
        old = item.message
        if self._base and not old.obsolete:
            new = self._touched(old, self._base)
            self._counts.touched += new != old
            old = new
        notes = old.notes
        if not old.is_fuzzy:
            notes = tuple(note for note in notes if not note.startswith(OWN_NOTES))
        own = [flag for flag in old.flags if flag not in message.flags and flag != FUZZY]
        flags = (*((FUZZY,) if old.is_fuzzy else ()), *message.flags, *own)
        same = set(flags) == set(old.flags)
        item.message = replace(
            old,
            notes=notes,
            extracted=message.extracted,
            references=message.references,
            flags=old.flags if same else flags,
            obsolete=False,
        )
        self._counts.kept += 1
        return item

    def _touched(self, old: Message, base: Base) -> Message:
        if old.is_fuzzy and old.previous is None:
            renewed = touch(old, base, rewrite=True)
            if renewed != old and self._is_draft(renewed):
                return renewed  # it was the draft that the base gave before
        return touch(old, base, rewrite=self._sources.rewrite)

    def _is_draft(self, message: Message) -> bool:
        """Tell whether an entry is but a draft, as nobody has touched it."""
        return (
            message.is_fuzzy
            and message.previous is None
            and message.plural is None
            and self._sources.is_draft(message)
        )

    def _filled(self, message: Message, edited: Edited, taken: set[Key]) -> Message:
        """Return a new text with the best translation that there is for it."""
        if recalled := self._sources.memory(message):
            self._counts.recalled += 1
            return recalled
        if match := edited.find(message):
            if match.source and match.whole:
                taken.add(match.source.key)
            self._counts.edited += 1
            return match.message
        if drafted := self._sources.draft(message):
            self._counts.drafted += 1
            return drafted
        self._counts.empty += 1
        return message
