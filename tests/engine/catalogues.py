"""What must hold of every catalogue that is checked and fixed; the benchmark asks it of all real ones."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from termkit.engine.checking import check_files
from termkit.engine.collect import Named, load_document
from termkit.engine.fixer import Fixing, fix_files
from termkit.engine.runner import CheckOptions
from termkit.po.syntax import Entry, entries


def faults(path: Path, copy: Path, options: CheckOptions) -> Iterator[str]:
    """Yield what is wrong with how a catalogue is checked, and how a copy of it is fixed."""
    (result,) = check_files([Named(path)], options)
    if result.problems:
        if not all(problem.line and problem.message for problem in result.problems):
            yield f"{path}: refused without line or reason: {result.problems}"
        return
    ends = [diagnostic.span.end for diagnostic in result.diagnostics]
    if max(ends, default=0) > len(result.source):
        yield f"{path}: a finding outside of the file"
    copy.write_bytes(path.read_bytes())
    accepted = _is_accepted(copy)
    for how in (Fixing(), Fixing(unsafe=True)):
        before = load_document(Named(copy)).source
        problems = [
            problem
            for fixed in fix_files([Named(copy)], options, how=how, write=True)
            for problem in fixed.result.problems
        ]
        if not all(problem.line and problem.message for problem in problems):
            yield f"{path}: not fixed without line or reason: {problems}"
        after = load_document(Named(copy)).source
        yield from (f"{path}: {fault}" for fault in _touched(before, after, copy.name))
    if accepted and not _is_accepted(copy):
        yield f"{path}: msgfmt accepts it no more"


def _touched(before: str, after: str, name: str) -> Iterator[str]:
    """Yield the entries that have changed and whose translation has not."""
    old, new = [*entries(before, name)], [*entries(after, name)]
    if len(old) != len(new):
        yield f"{len(old)} entries have become {len(new)}"
        return
    start = begin = 0
    for one, other in zip(old, new, strict=True):
        same = _strings(one, before) == _strings(other, after)
        if same and before[start : one.end] != after[begin : other.end]:
            yield f"an entry was touched: {after[other.start : other.end]!r}"
        start, begin = one.end, other.end
    if before[start:] != after[begin:]:
        yield "what follows the last entry was touched"


def _strings(entry: Entry, source: str) -> list[str]:
    return [span.of(source) for spans in entry.fields.values() for span in spans]


def _is_accepted(path: Path) -> bool:
    """Tell whether msgfmt takes a catalogue; without msgfmt none is."""
    if not shutil.which("msgfmt"):
        return False
    command = ["msgfmt", "-c", "-o", "/dev/null", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
