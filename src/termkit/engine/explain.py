"""Why a file was converted as it was, for a person: equal changes once, and a summary."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from termkit.engine.trace import FileTrace, TracedChange


@dataclass(frozen=True, slots=True)
class Explained:
    """A change as it is first met in a file, and how often it stands there."""

    first: TracedChange
    count: int = 1


@dataclass(frozen=True, slots=True)
class LayerCount:
    """How many changes a layer made, and how many of them are uncertain."""

    layer: str
    changes: int
    uncertain: int


def explain(trace: FileTrace) -> tuple[Explained, ...]:
    """Return the changes of a file in the order of their first places, equal ones counted."""
    found: dict[tuple[str, str, str, str, bool], Explained] = {}
    for change in trace.changes:
        key = (change.before, change.after, change.layer, change.origin, change.certain)
        known = found.get(key)
        found[key] = replace(known, count=known.count + 1) if known else Explained(change)
    return tuple(found.values())


def count_layers(traces: Iterable[FileTrace]) -> tuple[LayerCount, ...]:
    """Return what each layer did in all files, the busiest first."""
    every: Counter[str] = Counter()
    uncertain: Counter[str] = Counter()
    for trace in traces:
        every.update(change.layer for change in trace.changes)
        uncertain.update(change.layer for change in trace.changes if not change.certain)
    return tuple(
        LayerCount(layer, count, uncertain[layer])
        for layer, count in sorted(every.items(), key=lambda item: (-item[1], item[0]))
    )
