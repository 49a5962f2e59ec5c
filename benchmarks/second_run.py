"""How much of the first run over a tree the second one takes, with one file of 500 changed.

The seconds are those of the processor, in all processes; what is compiled of the term
base is there before: ``python -m benchmarks.second_run``.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.texts import ROOT

FILES = 500
SOURCES = sorted((ROOT / "examples" / "articles").glob("*.md"))


def make_tree(folder: Path) -> int:
    """Write articles of mixed paragraphs; return their size."""
    mixer = random.Random(0)
    for number in range(FILES):
        source = SOURCES[number % len(SOURCES)]
        paragraphs = source.read_text("utf-8").split("\n\n") * 4
        head, *body = paragraphs
        mixer.shuffle(body)
        place = folder / f"part{number % 10}"
        place.mkdir(exist_ok=True)
        name = source.name.replace(".", f"{number}.", 1)
        (place / name).write_text("\n\n".join([head, *body]), "utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*.md"))


def seconds(folder: Path, cache: Path, *options: str) -> float:
    """Return the processor time of one run."""
    environment = {**os.environ, "TERMKIT_CACHE_DIR": str(cache)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "termkit", "check", ".", "-f", "json", *options]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name, "tree"), Path(name, "cache")
        folder.mkdir()
        size = make_tree(folder)
        seconds(folder, cache, "--no-cache")
        first = min(seconds(folder, cache, "--no-cache") for _ in range(3))
        filled = seconds(folder, cache)
        changed = next(folder.rglob("*.md"))
        second = 1e9
        for _ in range(3):
            changed.write_text(changed.read_text("utf-8") + "\n字\n", "utf-8")
            second = min(second, seconds(folder, cache))
        unchanged = min(seconds(folder, cache) for _ in range(3))
    print(f"{FILES} files, {size / 1e6:.1f} MB")
    print(f"first run without cache   {first:6.2f} s")
    print(f"first run, filling it     {filled:6.2f} s  {filled / first:5.0%}")
    print(f"second run, one changed   {second:6.2f} s  {second / first:5.0%}")
    print(f"second run, none changed  {unchanged:6.2f} s  {unchanged / first:5.0%}")


if __name__ == "__main__":
    main()
