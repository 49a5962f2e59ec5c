"""Translations that are known: of whole texts, of sentences, of texts that were edited since."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from termkit.engine.po.similar import Similar
from termkit.engine.po.units import PLACEHOLDER
from termkit.errors import InputError
from termkit.locales import Locale, find_locale
from termkit.messages import tr
from termkit.patterns import regex
from termkit.po.file import Catalog
from termkit.po.header import get_field
from termkit.po.message import Message, Previous
from termkit.problems import Problem

_ALIKE = 0.55
_SENTENCE = regex(r"[^。！？!?；\n]*(?:[。！？!?；\n]+[」』”’）)\]*_\s]*|\Z)")
# What stands in a text for programs: destinations of links, code, tags, addresses, placeholders.
_FIXED = regex(r"\]\([^()\s]*|`+[^`]*`+|<[^<>]*>|https?://[^\s)）」，。]+|\{\d+\}")


class Compendium:
    """The finished translations of other catalogues, by their originals."""

    def __init__(self, paths: Iterable[Path], target: Locale) -> None:
        """Read catalogues, or those in directories; raise InputError for one that is unusable."""
        self._found: dict[str, set[str]] = {}
        for path in _catalogues(paths):
            catalog = Catalog.load(path)
            language = get_field(catalog.header, "Language")
            locale = find_locale(language) if language else None
            if locale and locale.base != target.base:
                continue
            for message in catalog.messages:
                if message.plural is None and message.is_translated:
                    self._found.setdefault(message.msgid, set()).add(message.msgstr[0])

    def find(self, message: Message) -> Message | None:
        """Return the message translated, fuzzy where the catalogues do not agree; None without one."""
        texts = self._found.get(message.msgid)
        if not texts:
            return None
        return replace(message, msgstr=(min(texts),)).with_fuzzy(len(texts) > 1)


def _catalogues(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.po"))
        elif path.is_file():
            yield path
        else:
            raise InputError(
                Problem(path.as_posix(), 0, "", tr("no such file; check --compendium"))
            )


@dataclass(frozen=True, slots=True)
class Match:
    """What an edited text was made of: the entry that it was, and whether that gave all its text."""

    message: Message
    source: Message | None
    whole: bool


class Edited:
    """Finds for a new text what it was before: the entries that are gone, and their sentences."""

    def __init__(self, gone: Iterable[Message], known: Iterable[Message]) -> None:
        """Take the entries whose texts are gone, and all that are translated."""
        self._gone = {message.msgid: message for message in gone}
        self._by_frame: dict[tuple[str, ...], Message] = {}
        for message in self._gone.values():
            self._by_frame.setdefault(_frame(message.msgid), message)
        self._similar = Similar(self._gone)
        self._sentences: dict[str, str] = {}
        for message in known:
            for source, target in _sentence_pairs(message):
                self._sentences.setdefault(source, target)

    def find(self, message: Message) -> Match | None:
        """Return what is known of a text, None where nothing is."""
        return self._relinked(message) or self._composed(message) or self._alike(message)

    def _relinked(self, message: Message) -> Match | None:
        """Only links or code have changed: the translation gets the new ones, and still fits."""
        old = self._by_frame.get(_frame(message.msgid))
        if old is None:
            return None
        text = old.msgstr[0]
        before, after = _FIXED.findall(old.msgid), _FIXED.findall(message.msgid)
        renamed = {one: other for one, other in zip(before, after, strict=True) if one != other}
        if any(text.count(one) != before.count(one) for one in renamed):
            return None
        if any(other != renamed.get(one, one) for one, other in zip(before, after, strict=True)):
            return None
        text = _FIXED.sub(lambda match: renamed.get(match[0], match[0]), text)
        if any(text.count(other) != after.count(other) for other in renamed.values()):
            return None
        made = replace(message, msgstr=(text,), notes=old.notes, previous=_kept_previous(old))
        return Match(made.with_fuzzy(old.is_fuzzy), old, True)

    def _composed(self, message: Message) -> Match | None:
        """Every sentence has a translation: it was split, or joined, or moved inside."""
        sentences = _sentences(message.msgid)
        if not sentences or any(each.strip() not in self._sentences for each in sentences):
            return None
        text = "".join(_like(each, self._sentences[each.strip()]) for each in sentences)
        was = self._similar.best(message.msgid, 0.3)
        old = self._gone[was] if was is not None else None
        previous = (_kept_previous(old) or Previous(old.msgid)) if old else None
        made = replace(message, msgstr=(text,), previous=previous).with_fuzzy(True)
        return Match(made, old, old is not None and text == old.msgstr[0])

    def _alike(self, message: Message) -> Match | None:
        was = self._similar.best(message.msgid, _ALIKE)
        if was is None:
            return None
        old = self._gone[was]
        previous = _kept_previous(old) or Previous(old.msgid, old.msgctxt)
        made = replace(message, msgstr=old.msgstr, notes=old.notes, previous=previous)
        return Match(made.with_fuzzy(True), old, True)


def _kept_previous(old: Message) -> Previous | None:
    """Return the original that a fuzzy translation was made for."""
    return old.previous if old.is_fuzzy else None


def _frame(text: str) -> tuple[str, ...]:
    return tuple(_FIXED.split(text))


def _sentences(text: str) -> list[str]:
    return [match[0] for match in _SENTENCE.finditer(text) if match[0].strip()]


def _sentence_pairs(message: Message) -> Iterable[tuple[str, str]]:
    """Yield the sentences of a finished entry with their translations, where they are as many."""
    if message.plural is not None or not message.is_translated:
        return
    ours, theirs = _sentences(message.msgid), _sentences(message.msgstr[0])
    if len(ours) != len(theirs) or len(ours) < 1:
        return
    for one, other in zip(ours, theirs, strict=True):
        # A placeholder of another text may stand for something else.
        if not PLACEHOLDER.search(one):
            yield one.strip(), other.strip()


def _like(source: str, text: str) -> str:
    """Return a sentence with the space around it that its original has."""
    start = len(source) - len(source.lstrip())
    end = len(source.rstrip())
    return source[:start] + text + source[end:]
