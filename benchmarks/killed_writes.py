"""Kills runs of termkit while they write a term base that is being read and edited.

Worker processes add rows to the files of one folder, format them, merge into them, and save
them as an editor does; this process reads the folder all the time. After every kill each file
must be there, whole, and with every row whose writing was reported before the kill:
``python -m benchmarks.killed_writes --kills 100``.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from termkit.engine.editing.formatting import Formatting
from termkit.engine.editing.merging import merge_files
from termkit.engine.editing.rewriting import rewrite
from termkit.engine.editing.rows import add_row
from termkit.termbase.csvfile import read_csv
from termkit.termbase.sheet import Sheet
from termkit.termbase.store import TermBase

ROOT = Path(__file__).parent.parent
FILES = ("ai", "people", "places")
ROWS = 400
WORKERS = 2


def row(concept_id: str) -> dict[str, str]:
    """Return a row that tells by itself whether it is whole."""
    cells = {
        "id": concept_id,
        "en": f"Term {concept_id}",
        "zh-TW": f"詞 {concept_id} | 字 {concept_id}",
    }
    return cells | {"note": hashlib.sha256(repr(cells).encode()).hexdigest()}


def make_folder(folder: Path) -> None:
    """Write the files, with their columns in no canonical order."""
    for name in FILES:
        sheet = Sheet.new(("note", "id", "zh-TW", "en"), name)
        for number in range(ROWS):
            sheet.append(row(f"{name}-{number}"))
        (folder / f"{name}.csv").write_text(sheet.text, encoding="utf-8")


def work(folder: Path, seed: int) -> None:
    """Change the files for ever, and tell each row that was written."""
    dice = random.Random(seed)
    number = 0
    scratch = Path(tempfile.mkdtemp(dir=folder))
    while True:
        path = folder / f"{dice.choice(FILES)}.csv"
        action = dice.choice(("add", "format", "merge", "unformat"))
        if action == "add":
            number += 1
            concept_id = f"new-{seed}-{number}"
            add_row(path, row(concept_id))
            print(path.name, concept_id, flush=True)
        elif action == "format":
            list(Formatting(sort=dice.random() < 0.5).format_files([path], write=True))
        elif action == "unformat":
            rewrite(path, turned)
        else:
            number += 1
            base, theirs = scratch / "base", scratch / "theirs"
            base.write_bytes(path.read_bytes())
            theirs.write_bytes(base.read_bytes())
            concept_id = f"merged-{seed}-{number}"
            add_row(theirs, row(concept_id))
            merge_files(base, path, theirs, output=path)
            print(path.name, concept_id, flush=True)


def turned(text: str) -> str:
    """Return a file with quotes around everything: what an editor might save."""
    sheet = Sheet(text, "x")
    for each in sheet.rows:
        each.raw = ['"' + value.replace('"', '""') + '"' for value in each.values]
    return sheet.text


@dataclass
class Outcome:
    """What was seen."""

    kills: int = 0
    reads: int = 0
    written: int = 0
    left_over: int = 0
    faults: list[str] = field(default_factory=list)


def kill_writers(folder: Path, kills: int, seed: int = 0) -> Outcome:
    """Kill writers at random moments, and look at the folder after each."""
    outcome, dice = Outcome(), random.Random(seed)
    make_folder(folder)
    written: dict[str, set[str]] = {
        f"{name}.csv": {f"{name}-{number}" for number in range(ROWS)} for name in FILES
    }
    while outcome.kills < kills:
        workers = [_start(folder, dice.randrange(1 << 30)) for _ in range(WORKERS)]
        for worker in workers:
            assert worker.stdout is not None
            worker.stdout.readline()  # it is at work
        end = time.monotonic() + dice.uniform(0, 0.5)
        _read(folder, outcome)
        while time.monotonic() < end:
            _read(folder, outcome)
        for worker in workers:
            worker.send_signal(signal.SIGKILL)
            told, _ = worker.communicate()
            outcome.kills += 1
            # A line that was cut off by the kill was not told.
            for line in told.decode().split("\n")[:-1]:
                name, concept_id = line.split()
                written[name].add(concept_id)
        _verify(folder, written, outcome)
        outcome.left_over += _clear(folder)
    outcome.written = sum(map(len, written.values())) - len(FILES) * ROWS
    return outcome


def _start(folder: Path, seed: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "benchmarks.killed_writes", "--work", str(folder), str(seed)]
    paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)


def _read(folder: Path, outcome: Outcome) -> None:
    outcome.reads += 1
    base = TermBase.open(*(folder / f"{name}.csv" for name in FILES), builtin=False)
    outcome.faults += [f"while reading: {problem}" for problem in base.problems]


def _verify(folder: Path, written: dict[str, set[str]], outcome: Outcome) -> None:
    for name, expected in written.items():
        path = folder / name
        if not path.exists():
            outcome.faults.append(f"{name} is gone")
            continue
        text = path.read_text("utf-8")
        concepts, problems = read_csv(text, name)
        outcome.faults += map(str, problems)
        found = {concept.id for concept in concepts}
        outcome.faults += [f"{name} has lost {one}" for one in sorted(expected - found)]
        sheet = Sheet(text, name)
        for each in sheet.concepts:
            concept_id = sheet.get(each, "id")
            if sheet.get(each, "note") != row(concept_id)["note"]:
                outcome.faults.append(f"{name}: {concept_id} is not whole")


def _clear(folder: Path) -> int:
    """Take away what killed runs leave beside the files; return how many files that was."""
    left = list(folder.glob(".*.tmp"))
    for path in left:
        path.unlink()
    for scratch in (path for path in folder.iterdir() if path.is_dir()):
        shutil.rmtree(scratch)
    return len(left)


def main() -> None:
    """Print what was seen; exit 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", nargs=2, metavar=("FOLDER", "SEED"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        print(flush=True)
        work(Path(options.work[0]), int(options.work[1]))
    with tempfile.TemporaryDirectory() as name:
        outcome = kill_writers(Path(name), options.kills, options.seed)
    print(f"{outcome.kills} kills, {outcome.reads} reads, {outcome.written} rows written")
    print(f"{outcome.left_over} temporary files left by kills, {len(outcome.faults)} faults")
    for fault in outcome.faults[:20]:
        print(f"  {fault}")
    if outcome.faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
