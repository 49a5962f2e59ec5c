"""The trace of a run as JSON: what was changed in each file, where, and why.

Offsets are code points of the source file, ends exclusive; lines and columns are
1-based and count code points too.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from termkit.engine.converting import ConvertedFile
from termkit.engine.origins import Origins
from termkit.errors import InputError, TermkitError
from termkit.foreign import said
from termkit.messages import tr
from termkit.model.change import Change, replay
from termkit.problems import Problem
from termkit.text import LineIndex, Span


@dataclass(frozen=True, slots=True)
class TracedChange:
    """One change of a file, with its place and its origin resolved."""

    start: int
    end: int
    line: int
    column: int
    before: str
    after: str
    layer: str
    origin: str
    certain: bool


@dataclass(frozen=True, slots=True)
class FileTrace:
    """The changes of one file, in order."""

    path: str
    source: str
    target: str
    changes: tuple[TracedChange, ...]


def trace_file(file: ConvertedFile, origins: Origins, target: str) -> FileTrace:
    """Return the trace of a converted file."""
    text = file.document.source if file.document else ""
    lines = LineIndex(text)
    changes = tuple(
        TracedChange(
            *change.span,
            *lines.position(change.span.start),
            change.before,
            change.after,
            change.layer,
            origins.of(change, file.source_locale),
            change.certain,
        )
        for change in file.trace
    )
    return FileTrace(file.path, file.source_locale, target, changes)


def dump_traces(traces: Iterable[FileTrace]) -> str:
    """Return traces as a JSON array: one object per file, one change a line."""
    files = ",\n".join(map(_dump_file, traces))
    return f"[\n{files}\n]\n" if files else "[]\n"


def _dump_file(trace: FileTrace) -> str:
    head = {"path": trace.path, "source": trace.source, "target": trace.target}
    lines = ",\n".join(
        f"  {json.dumps(asdict(change), ensure_ascii=False)}" for change in trace.changes
    )
    changes = f"[\n{lines}\n]" if lines else "[]"
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "changes": {changes}}}'


def load_traces(text: str, path: str) -> tuple[FileTrace, ...]:
    """Read what ``dump_traces`` wrote; raise InputError where the text is no trace."""
    try:
        return tuple(_file_trace(found) for found in json.loads(text))
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(
            Problem(path, 0, "", tr("is not a trace of termkit ({error})", error=said(error)))
        ) from error


def _file_trace(found: Mapping[str, Any]) -> FileTrace:
    changes = tuple(TracedChange(**change) for change in found["changes"])
    return FileTrace(found["path"], found["source"], found["target"], changes)


def replay_trace(source: str, trace: FileTrace) -> str:
    """Apply a trace to the text it was made from; raise TermkitError if it is another text."""
    done = 0
    for change in trace.changes:
        if change.start < done or source[change.start : change.end] != change.before:
            raise TermkitError(
                tr(
                    "{place}: the trace expects “{text}” here; it was made from another text",
                    place=f"{trace.path}:{change.line}:{change.column}",
                    text=change.before,
                )
            )
        done = change.end
    return replay(source, tuple(_change(change) for change in trace.changes))


def _change(change: TracedChange) -> Change:
    span = Span(change.start, change.end)
    return Change(span, change.before, change.after, change.layer, change.origin, change.certain)
