"""Speed of checking, start and memory: ``python -m benchmarks.checking_speed``.

- 20 MB of articles, repeated, with all default checks and a base of 20,000 rows, as plain text
  and as Markdown: those of ../shared, each in its own locale, or the examples without it;
- the same with 1,000 and with 100,000 terms;
- textlint with prh and 5,000 of the terms, on 2 MB (needs npm; --peer DIR keeps what it installs);
- the start of ``check`` with a warm cache and one small article, against importing typer;
- the memory that a file of 200 MB takes (--large).

Seconds are those of the processor; each figure is the best of several.
"""

import argparse
import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.texts import MEGABYTE, ROOT, SHARED, examples, repeated
from termkit import TermBase
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.locales import CHINESE, CN, HK, TW
from termkit.readers import read_document
from termkit.scripts.chain import script_chain
from termkit.scripts.dictionaries import load_dictionary

LIMITS = {
    "plain text": 25.0,
    "Markdown": 12.0,
    "textlint": 200.0,
    "terms": 0.5,
    "start": 2.5,
    "memory": 2000.0,
}
PEER_TERMS, PEER_SIZE = 5_000, 2 * MEGABYTE


def articles(locale: str) -> str:
    """Return the articles of one locale."""
    found = sorted((SHARED / "articles").glob(f"*.{locale}.*"))
    return "\n".join(path.read_text("utf-8") for path in found) if found else examples(locale)


def terms(count: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield id, zh-TW, zh-CN and what zh-TW avoids: real words, then pairs of them."""
    words = [key for key in load_dictionary("STPhrases.txt") if len(key) in {3, 4}]
    to_hant = script_chain(CN, TW)
    step = 7919  # spreads the rows over the dictionary
    for number in range(count):
        word = words[number * step % len(words)]
        if number >= len(words) // 2:
            word += words[(number * number + number // len(words)) % len(words)][:3]
        hant = to_hant.convert(word)
        yield f"t{number}", f"{hant}甲", f"{word}甲", f"{hant}乙"


def write_base(path: Path, count: int) -> TermBase:
    """Write a base of about so many rows, and load it alone or, from 20,000 on, above the built-in one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", TW, CN, f"{TW}:avoid"))
        seen: set[str] = set()
        for row in terms(count):
            if row[1] not in seen:
                seen.add(row[1])
                rows.writerow(row)
    return TermBase.open(path)


def best(action: Callable[[], object], rounds: int = 5) -> float:
    """Return the processor's seconds of the fastest of several runs."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def check(source: str, path: str, locale: str, options: CheckOptions) -> None:
    """Read and check a text."""
    check_document(read_document(source, path), locale, options)


def speed(base: TermBase, path: str, size: float, rounds: int) -> float:
    """Return the megabytes a second over texts of all locales, each checked as what it is."""
    options = CheckOptions(base, select_checks())
    seconds = total = 0.0
    for locale in CHINESE:
        source = repeated(articles(locale), int(size * MEGABYTE / len(CHINESE)))
        check(source[:5000], path, locale, options)
        seconds += best(partial(check, source, path, locale, options), rounds)
        total += len(source.encode())
    return total / seconds / MEGABYTE


def textlint(folder: Path, rows: list[tuple[str, str, str, str]], text: str) -> float | None:
    """Return the seconds that textlint with prh takes for a text; None where it can't be had."""
    npm = shutil.which("npm")
    if not npm:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "node_modules" / ".bin" / "textlint"
    if not program.exists():
        wanted = ("textlint@14", "textlint-rule-prh@6")
        subprocess.run(
            [npm, "install", "--silent", "--prefix", folder, *wanted], check=False, cwd=folder
        )
        if not program.exists():
            return None
    rules = [{"expected": good, "patterns": [bad]} for _, good, _, bad in rows]
    (folder / "prh.yml").write_text(json.dumps({"version": 1, "rules": rules}), "utf-8")
    settings = {"rules": {"prh": {"rulePaths": ["prh.yml"]}}}
    (folder / ".textlintrc.json").write_text(json.dumps(settings), "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "text.txt").write_text(text, "utf-8")
    times = [children(str(program), name, cwd=folder) for name in ("empty.txt", "text.txt")]
    return times[1] - times[0]


def children(*command: str, cwd: Path | None = None) -> float:
    """Return the processor's seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start() -> float:
    """Return how many times as long as importing typer the check of one small article takes."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    article = str(ROOT / "examples" / "articles" / "chips.zh-HK.md")
    command = (sys.executable, "-m", "termkit", "check", article)
    peer = (sys.executable, "-c", "import typer")
    children(*command)
    return min(children(*command) for _ in range(11)) / min(children(*peer) for _ in range(11))


def memory(folder: Path) -> float:
    """Return the megabytes that checking a file of 200 MB takes at most."""
    path = folder / "large.zh-TW.txt"
    path.write_text(repeated(articles(TW), 200 * MEGABYTE), "utf-8")
    code = (
        "import resource, sys; from termkit import TermBase; "
        "from termkit.engine.checking import check_file; from termkit.engine.collect import Named; "
        "from termkit.engine.runner import CheckOptions, select_checks; from pathlib import Path; "
        "check_file(Named(Path(sys.argv[1])), CheckOptions(TermBase.open(), select_checks())); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    path.unlink()
    return int(done.stdout) / 1000


def main() -> int:
    """Print the figures; return 1 with --verify if a limit is not kept."""
    parser = argparse.ArgumentParser(prog="benchmarks.checking_speed", description=__doc__)
    parser.add_argument("--size", type=float, default=20, metavar="MB")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", type=Path, metavar="DIR", help="where textlint is, or is put")
    parser.add_argument(
        "--large", action="store_true", help="measure the memory of a file of 200 MB"
    )
    parser.add_argument("--verify", action="store_true", help="exit 1 if a limit is not kept")
    options = parser.parse_args()
    kept = True

    def tell(name: str, what: str, value: float, unit: str, *, at_most: bool = False) -> None:
        nonlocal kept
        good = value <= LIMITS[name] if at_most else value >= LIMITS[name]
        kept &= good
        bound = "at most" if at_most else "at least"
        print(
            f"{'ok  ' if good else 'MISS'} {what:<44} {value:9.2f} {unit}   ({bound} {LIMITS[name]:g})",
            flush=True,
        )

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["TERMKIT_CACHE_DIR"] = str(folder / "cache")
        base = write_base(folder / "base.csv", 20_000)
        print(f"base of {len(base)} rows, {options.size:g} MB of {', '.join((TW, HK, CN))}")
        for kind, path in (("plain text", "a.txt"), ("Markdown", "a.md")):
            tell(kind, kind, speed(base, path, options.size, options.rounds), "MB/s")
        few, many = (
            speed(write_base(folder / f"{n}.csv", n), "a.txt", options.size / 4, options.rounds)
            for n in (1_000, 100_000)
        )
        tell("terms", "speed with 100,000 terms, of that with 1,000", many / few, "×")
        rows = list(terms(PEER_TERMS))
        text = repeated(articles(TW), int(PEER_SIZE))
        peer = textlint(options.peer or folder / "peer", rows, text)
        if peer is None:
            print("skipped: textlint is not here, and npm cannot install it")
        else:
            own = CheckOptions(write_base(folder / "peer.csv", PEER_TERMS), select_checks())
            check(text[:1000], "a.txt", TW, own)
            tell(
                "textlint",
                "textlint + prh, 5,000 terms",
                peer / best(partial(check, text, "a.txt", TW, own)),
                "×",
            )
        tell("start", "start of check, against import typer", start(), "×", at_most=True)
        if options.large:
            tell("memory", "a file of 200 MB", memory(folder), "MB", at_most=True)
    return 0 if kept or not options.verify else 1


if __name__ == "__main__":
    sys.exit(main())
