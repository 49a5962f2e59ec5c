"""Check and fix a copy of every real catalogue: ``python -m benchmarks.catalogues``.

Each is checked or refused with line and reason; fixing touches no other entry, and msgfmt
accepts what it accepted before. The tests do the same with a few.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.engine.catalogues import faults

from benchmarks.texts import SHARED
from termkit import TermBase
from termkit.checks import all_checks
from termkit.engine.runner import CheckOptions


def main() -> int:
    """Print what does not hold; return 1 where anything does not."""
    parser = argparse.ArgumentParser(prog="benchmarks.catalogues", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data", metavar="DIR")
    data = parser.parse_args().data
    if not data.is_dir():
        parser.exit(2, f"benchmarks.catalogues: no folder {data}; name it with --data DIR\n")
    paths = sorted(p for folder in ("po", "po_edge") for p in (data / folder).rglob("*.po*"))
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TERMKIT_CACHE_DIR"] = str(Path(folder, "cache"))
        options = CheckOptions(TermBase.open(), all_checks())
        for number, path in enumerate(paths):
            copy = Path(folder, f"{number}-{path.name}")
            found += faults(path, copy, options)
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(paths)} catalogues, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
