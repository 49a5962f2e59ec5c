"""Speed of checking, and of starting up: ``python -m benchmarks.checking_speed``.

The text is that of the examples, repeated; each figure is the best of three.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from benchmarks.texts import MEGABYTE, ROOT, examples, repeated
from termkit import TermBase
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.model.diagnostic import Diagnostic
from termkit.readers import read_document

SIZE = 2 * MEGABYTE


def best(action: Callable[[], object], rounds: int = 3) -> float:
    """Return the seconds of the fastest of several runs."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def check(source: str, path: str, options: CheckOptions) -> list[Diagnostic]:
    """Read and check a zh-TW text."""
    return list(check_document(read_document(source, path), "zh-TW", options))


def checking() -> None:
    """Check zh-TW as plain text and as Markdown."""
    source = repeated(examples("zh-TW"), SIZE)
    options = CheckOptions(TermBase.load(), select_checks())
    for name, path in (("plain text", "a.txt"), ("Markdown", "a.md")):
        seconds = best(partial(check, source, path, options))
        speed = len(source.encode()) / seconds / MEGABYTE
        print(f"{f'check zh-TW, {name}':<44} {speed:8.2f} MB/s")


def cold_start() -> None:
    """Check one small article in a new process, against importing typer."""
    article = ROOT / "examples" / "articles" / "chips.zh-HK.md"
    command = [sys.executable, "-m", "termkit", "check", str(article)]
    typer = [sys.executable, "-c", "import typer"]
    own, peer = (best(partial(subprocess.run, c, capture_output=True)) for c in (command, typer))
    print(f"{'cold start of check, warm cache':<44} {own / peer:8.1f} × python -c 'import typer'")


if __name__ == "__main__":
    checking()
    cold_start()
