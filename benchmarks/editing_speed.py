"""How long the commands that write the term base take on 20,000 rows of 12 columns.

The seconds are those of the processor, start of the program included:
``python -m benchmarks.editing_speed``. Exit 1 where formatting takes 5 s or more.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from termkit.termbase.sheet import Sheet

ROWS = 20_000
LIMIT = 5.0
COLUMNS = ("note", "id", "en", "zh-TW", "zh-HK", "zh-CN", "zh-TW:avoid", "zh-CN:avoid")
OTHERS = ("source", "flags", "status", "owner")


def make_table(*, sort: bool = False, edits: int = 0, end: str = "\n") -> str:
    """Return a table in no canonical form, with some of its cells edited."""
    dice = random.Random(edits)
    sheet = Sheet.new((*COLUMNS, *OTHERS), "big.csv", end)
    edited = set(dice.sample(range(ROWS), edits))
    numbers = sorted(range(ROWS), key=str) if sort else range(ROWS)
    for number in numbers:
        sheet.append(
            {
                "id": f"concept-{number}",
                "en": f"Concept {number}, the {number % 97}th",
                "zh-TW": f"概念{number}|想法{number}",
                "zh-HK": f"概念{number} | 諗法{number}",
                "zh-CN": f"概念{number}" + "新" * (number in edited),
                "zh-TW:avoid": f"觀念{number}" if number % 7 == 0 else "",
                "note": f'See "{number}", and the year 2025.' if number % 3 == 0 else "",
                "source": "common usage",
                "flags": "one-way dnt" if number % 11 == 0 else "",
                "owner": "news desk",
            }
        )
    return sheet.text


def seconds(folder: Path, *arguments: str) -> float:
    """Return the processor time of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "termkit", "glossary", *arguments]
    environment = {**os.environ, "TERMKIT_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = make_table()
        ours = make_table(edits=500)
        theirs = "\ufeff" + make_table(sort=True, end="\r\n").replace("news desk", "desk", 300)
        for file, text in (("base", base), ("ours", ours), ("theirs", theirs)):
            (folder / f"{file}.csv").write_bytes(text.encode())
        figures = {
            "diff, 500 cells": seconds(folder, "diff", "base.csv", "ours.csv"),
            "merge, theirs sorted and saved by a spreadsheet": seconds(
                folder, "merge", "base.csv", "ours.csv", "theirs.csv", "-o", "merged.csv"
            ),
            "format, every row changes": seconds(folder, "format", "base.csv"),
            "format, nothing changes": seconds(folder, "format", "base.csv"),
            "set": seconds(folder, "set", "concept-7", "note=x", "-g", "base.csv"),
        }
    print(f"{ROWS} rows × {len(COLUMNS) + len(OTHERS)} columns")
    for label, figure in figures.items():
        print(f"{label:48} {figure:5.2f} s")
    if figures["format, every row changes"] >= LIMIT:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
