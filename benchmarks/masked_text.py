"""Convert every real Markdown file and catalogue: ``python -m benchmarks.masked_text``.

What is not prose must come out byte for byte. The tests do the same with the smaller files.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.convert.masked import faults, source_of

from benchmarks.texts import SHARED
from termkit import TermBase

KINDS = (("markdown", "*.md"), ("po", "*.po"), ("po_edge", "*.po"))


def main() -> int:
    """Print what differs; return 1 where anything does."""
    parser = argparse.ArgumentParser(prog="benchmarks.masked_text", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data", metavar="DIR")
    options = parser.parse_args()
    if not options.data.is_dir():
        parser.exit(
            2, f"benchmarks.masked_text: no folder {options.data}; name it with --data DIR\n"
        )
    base = TermBase.open()
    total = 0
    with tempfile.TemporaryDirectory() as cache:
        os.environ["TERMKIT_CACHE_DIR"] = cache
        for folder, pattern in KINDS:
            paths = sorted((options.data / folder).rglob(pattern))
            found = [fault for path in paths for fault in faults(path, source_of(path), base)]
            print(*found, sep="\n", end="\n" if found else "")
            print(f"{folder}: {len(paths)} files, {len(found)} faults")
            total += len(found)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
