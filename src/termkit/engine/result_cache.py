"""What was found in files, kept until a file, the settings, the term base or termkit changes.

All results of one directory under one set of settings are one entry of the cache. They
are plain values; a fault in them only means that files are checked again.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from termkit.engine.collect import Named, decode_text
from termkit.engine.language import catalog_stamp
from termkit.engine.runner import CheckOptions
from termkit.errors import InputError
from termkit.files import read_bytes
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from termkit.model.result import FileResult, Mention, Standing, Use
from termkit.termbase import cache
from termkit.text import Span

_SHELF = "results"
_KEEP = 20_000
"""Files whose results are kept; those that are met in a run come first."""


def digest(data: bytes, source: Path | None = None) -> bytes:
    """Return what tells one content of a file from another, and of what it is a translation of."""
    made = hashlib.sha256(data)
    if source:
        made.update(hashlib.sha256(read_bytes(source)).digest() + os.fsencode(source))
    return made.digest()


class ResultCache:
    """The results of earlier runs in the current directory with the same settings."""

    def __init__(self, options: CheckOptions) -> None:
        made_by = os.path.abspath("."), cache.code_stamp(), catalog_stamp()
        self._key = cache.cache_key(*_settings(options), *made_by)
        found = cache.load(self._key, _SHELF)
        self._old: dict[str, Any] = found if isinstance(found, dict) else {}
        self._met: dict[str, Any] = {}
        self._changed = False
        self.siblings = options.siblings

    def holds(self, file: Named) -> bool:
        """Tell whether a file is as it was when its result was kept."""
        try:
            entry = self._old.get(file.name)
            return entry is not None and entry[0] == self._digest(file, read_bytes(file.path))
        except (InputError, TypeError, IndexError):
            return False

    def find(self, file: Named) -> FileResult | None:
        """Return what was found in a file, if it is as it was."""
        entry = self._old.get(file.name)
        if entry is None:
            return None
        try:
            data = read_bytes(file.path)
            if entry[0] != self._digest(file, data):
                return None
            result = _restored(file.name, decode_text(data, file.name), entry[1])
        except (InputError, ValueError, TypeError, IndexError):
            return None
        self._met[file.name] = entry
        return result

    def _digest(self, file: Named, data: bytes) -> bytes:
        return digest(data, self.siblings.source_of(file.name))

    def keep(self, file: Named, content: bytes, result: FileResult) -> None:
        """Remember what was found in a file of some content; faults of reading are not kept."""
        if not result.problems:
            self._met[file.name] = (content, _plain(result))
            self._changed = True

    def save(self) -> None:
        """Write what has changed."""
        if not self._changed:
            return
        rest = (name for name in self._old if name not in self._met and os.path.exists(name))
        kept = dict(list(self._met.items())[-_KEEP:])
        for name in list(rest)[: _KEEP - len(kept)]:
            kept[name] = self._old[name]
        cache.store(self._key, kept, _SHELF)
        self._changed = False


def _settings(options: CheckOptions) -> Sequence[str]:
    """Return everything but the files that results depend on."""
    others = [
        f"{field.name}={getattr(options, field.name)!r}"
        for field in fields(options)
        if field.name not in {"base", "checks"}
    ]
    return [
        options.base.key,
        options.base.at("").key,
        *(check.name for check in options.checks),
        *others,
    ]


def _plain(result: FileResult) -> tuple[Any, ...]:
    names = tuple(
        (each.concept, each.name, each.standing.value, each.count) for each in result.names
    )
    uses = tuple(
        (
            each.check,
            each.concept,
            each.name,
            each.preferred,
            each.severity.value,
            *each.span,
            each.count,
        )
        for each in result.uses
    )
    found = tuple(map(_plain_diagnostic, result.diagnostics))
    return result.locale, result.reason, found, names, uses


def _plain_diagnostic(each: Diagnostic) -> tuple[Any, ...]:
    fix = each.fix and (
        each.fix.applicability.value,
        tuple((*edit.span, edit.text) for edit in each.fix.edits),
    )
    return (
        each.check,
        each.severity.value,
        tuple(each.span),
        each.message,
        each.suggestions,
        fix,
        each.concept,
    )


def _restored(name: str, source: str, plain: Any) -> FileResult:
    locale, reason, diagnostics, names, uses = plain
    mentions = tuple(
        Mention(concept, text, Standing(standing), count)
        for concept, text, standing, count in names
    )
    found = tuple(map(_diagnostic, diagnostics))
    noted = tuple(
        Use(check, concept, text, preferred, Severity(severity), Span(start, end), count)
        for check, concept, text, preferred, severity, start, end, count in uses
    )
    return FileResult(name, source, locale, reason, found, names=mentions, uses=noted)


def _diagnostic(plain: Any) -> Diagnostic:
    check, severity, span, message, suggestions, fix, concept = plain
    restored = fix and Fix(
        tuple(Edit(Span(start, end), text) for start, end, text in fix[1]), Applicability(fix[0])
    )
    return Diagnostic(
        check, Severity(severity), Span(*span), message, suggestions, restored, concept
    )
