"""The language of the messages: what the user wants, and its catalogue.

A catalogue is read once and kept in the cache, ready to use; it is read again when its file
has changed.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from termkit import messages
from termkit.errors import TermkitError
from termkit.files import shipped_folder
from termkit.locales import find_locale
from termkit.messages import ENGLISH, tr
from termkit.termbase import cache

LANGUAGES = (ENGLISH, "zh_TW", "zh_HK", "zh_CN")
"""The languages that there are messages in, as gettext names them."""

_SHELF = "messages"
_NO_LANGUAGE = {"C", "POSIX"}


def speak(wanted: str) -> None:
    """Speak the language ``wanted``, a name of any system; raise TermkitError if there is none such."""
    found = _known(wanted)
    if not found:
        known = ", ".join(LANGUAGES)
        raise TermkitError(
            tr("no messages in {language!r} (known: {known})", language=wanted, known=known)
        )
    if found != messages.language():  # a forked process speaks it already
        messages.set_language(found, None if found == ENGLISH else lambda: _load(found))


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that the variables of gettext ask for; English where they ask for none.

    LANGUAGE lists several, the best first, and counts only beside a locale that has a language.
    """
    chosen = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, chosen), "")
    if locale in _NO_LANGUAGE:
        return ENGLISH
    listed = environment.get("LANGUAGE", "").split(":")
    return next(filter(None, map(_known, [*listed, locale])), ENGLISH)


def catalog_stamp() -> str:
    """Return what changes with the language and with its catalogue."""
    language = messages.language()
    return language if language == ENGLISH else _stamp(_path(language))


def _known(name: str) -> str:
    """Return the language that a name of any system stands for, "" if there is none such."""
    locale = find_locale(name.partition("@")[0])
    if locale is None:
        return ""
    base = find_locale(locale.base)
    return base.gettext if base else ""


def _load(language: str) -> Mapping[str, str]:
    path = _path(language)
    key = cache.cache_key(_stamp(path))
    found = cache.load(key, _SHELF)
    if found is None:
        found = _read(path)
        cache.store(key, found, _SHELF)
    return found


def _read(path: Path) -> dict[str, str]:
    from termkit.po.file import Catalog

    entries = Catalog.load(path).messages
    return {entry.msgid: entry.msgstr[0] for entry in entries if entry.is_translated}


def _stamp(path: Path) -> str:
    stat = os.stat(path)
    return f"{path},{stat.st_size},{stat.st_mtime_ns}"


def _path(language: str) -> Path:
    """Return the catalogue of a language: in the package, or in a checkout."""
    return shipped_folder("catalogues", "locales") / language / "LC_MESSAGES" / "termkit.po"
