"""Findings that are known: written down once, and quiet from then on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from termkit.engine.paths import relative
from termkit.engine.runner import CheckOptions
from termkit.errors import InputError
from termkit.files import read_text, write_atomic
from termkit.foreign import said
from termkit.messages import tr
from termkit.model.diagnostic import Diagnostic
from termkit.model.fingerprint import fingerprints
from termkit.model.result import FileResult
from termkit.problems import Problem

_VERSION = 1
_TEXTS = ("path", "check", "text", "fingerprint")


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of a baseline; a ``late`` one was told by all files of a run together."""

    path: str
    check: str
    text: str
    fingerprint: str
    late: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.check}: “{self.text}”"


@dataclass(slots=True)
class Baseline:
    """The known findings; paths in it begin at its own directory."""

    file: Path
    entries: tuple[Known, ...] = ()
    hidden: int = 0
    _met: set[str] = field(default_factory=set)
    _judged: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def load(cls, file: Path) -> "Baseline":
        """Read a baseline; raise InputError where it is none."""
        text = read_text(file)
        try:
            return cls(file, tuple(_entries(json.loads(text))))
        except json.JSONDecodeError as error:
            line, reason = error.lineno, tr("is not JSON: {error}", error=said(error.msg))
        except (ValueError, RecursionError) as error:
            line, reason = 0, str(error) or tr("is nested too deeply")
        message = reason + tr("; write it anew with --write-baseline")
        raise InputError(Problem(str(file), line, "", message))

    def unknown(self, result: FileResult, options: CheckOptions) -> tuple[Diagnostic, ...]:
        """Return the findings of a file that are not in the baseline."""
        path = self._path(result.path)
        known = {entry.fingerprint for entry in self.entries if entry.path == path}
        new: list[Diagnostic] = []
        for each, diagnostic in zip(fingerprints(result, path), result.diagnostics, strict=True):
            if each in known:
                self._met.add(each)
                self.hidden += 1
            else:
                new.append(diagnostic)
        if not result.problems and not result.late:
            self._judged.update((path, check.name) for check in options.plan(result.path).checks)
        return tuple(new)

    def gone(self) -> list[Known]:
        """Return the entries that were looked for and are not there any more.

        Those of files and checks that had no part in the run are not judged, nor those
        that another set of files may tell, unless the file does not exist any more.
        """
        return [
            entry
            for entry in self.entries
            if entry.fingerprint not in self._met
            and (
                (not entry.late and (entry.path, entry.check) in self._judged)
                or not (self.file.parent / entry.path).exists()
            )
        ]

    def add(self, result: FileResult) -> None:
        """Take the findings of a file for known ones."""
        path = self._path(result.path)
        self.entries += tuple(
            Known(
                path,
                diagnostic.check,
                diagnostic.span.of(result.source),
                fingerprint,
                result.late,
            )
            for diagnostic, fingerprint in zip(
                result.diagnostics, fingerprints(result, path), strict=True
            )
        )

    def save(self) -> None:
        """Write the baseline: one finding a line, in the order of paths, so that it diffs well."""
        # Within a file the order is that of the findings.
        entries = sorted(self.entries, key=lambda entry: entry.path)
        lines = ",\n".join(
            json.dumps(
                {name: getattr(entry, name) for name in _TEXTS}
                | ({"late": True} if entry.late else {}),
                ensure_ascii=False,
            )
            for entry in entries
        )
        text = f'{{"version": {_VERSION}, "findings": [\n{lines}\n]}}\n'
        write_atomic(self.file, text.encode("utf-8", "backslashreplace"))

    def _path(self, path: str) -> str:
        return relative(path, self.file.parent) or path


def _entries(data: Any) -> Iterator[Known]:
    """Yield the entries; raise ValueError saying what is wrong."""
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ValueError(tr("is no baseline of termkit"))
    if data.get("version") != _VERSION:
        raise ValueError(
            tr(
                "is a baseline of version {found!r}, not {version}",
                found=data.get("version"),
                version=_VERSION,
            )
        )
    for number, each in enumerate(data["findings"], 1):
        values: list[Any] = (
            [each.get(name) for name in _TEXTS] if isinstance(each, dict) else [None]
        )
        if not all(isinstance(value, str) for value in values):
            raise ValueError(
                tr("finding {number} lacks one of {names}", number=number, names=", ".join(_TEXTS))
            )
        yield Known(**dict(zip(_TEXTS, values, strict=True)), late=each.get("late") is True)
