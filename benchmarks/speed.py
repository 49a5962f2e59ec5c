"""Speed of checking and converting, as ratios against a peer in the same run. ``make bench`` runs it.

The text is that of the examples, repeated; absolute figures depend on the machine,
the ratios much less. Each figure is the best of three.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from termkit import Converter, TermBase
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.readers import read_document

ROOT = Path(__file__).parent.parent
MEGABYTE = 1_000_000
SIZE = 2 * MEGABYTE


def text_of(locale: str) -> str:
    """Return about two megabytes of example articles of one locale."""
    files = sorted((ROOT / "examples" / "articles").glob(f"*.{locale}.md"))
    once = "\n".join(f.read_text("utf-8") for f in files if "mistakes" not in f.name)
    return once * (SIZE // len(once.encode()) + 1)


def best(action: Callable[[], object], rounds: int = 3) -> float:
    """Return the seconds of the fastest of several runs."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def report(name: str, seconds: float, size: float, peer: tuple[str, float] | None = None) -> None:
    """Print megabytes a second, and how often faster than the peer."""
    line = f"{name:<44} {size / seconds / MEGABYTE:8.2f} MB/s"
    print(line + (f"   {peer[1] / seconds:6.1f} × {peer[0]}" if peer else ""))


def conversion() -> None:
    """Convert zh-CN to zh-TW, against opencc-python-reimplemented s2twp."""
    import opencc

    source = text_of("zh-CN")
    short = source[: len(source) // 20]
    reference = opencc.OpenCC("s2twp")
    peer = best(lambda: reference.convert(short), rounds=1) * len(source) / len(short)
    converter = Converter("zh-CN", "zh-TW")
    converter.convert("预热")
    seconds = best(lambda: converter.convert(source))
    report(
        "convert zh-CN → zh-TW, with trace", seconds, len(source.encode()), ("opencc-python", peer)
    )


def checking() -> None:
    """Check zh-TW as plain text and as Markdown."""
    source = text_of("zh-TW")
    options = CheckOptions(TermBase.load(), select_checks())
    for name, path in (("plain text", "a.txt"), ("Markdown", "a.md")):
        seconds = best(
            lambda path=path: check_document(read_document(source, path), "zh-TW", options)
        )
        report(f"check zh-TW, {name}", seconds, len(source.encode()))


def cold_start() -> None:
    """Check one small article in a new process, against importing typer."""
    article = ROOT / "examples" / "articles" / "chips.zh-HK.md"
    command = [sys.executable, "-m", "termkit", "check", str(article)]
    typer = [sys.executable, "-c", "import typer"]
    own, peer = (
        best(lambda c=c: subprocess.run(c, capture_output=True, check=False))
        for c in (command, typer)
    )
    print(f"{'cold start of check, warm cache':<44} {own / peer:8.1f} × python -c 'import typer'")


if __name__ == "__main__":
    conversion()
    checking()
    cold_start()
