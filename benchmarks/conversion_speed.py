"""Speed of converting, against the peers in the same run: ``python -m benchmarks.conversion_speed``.

Each converter runs in a process of its own on the same 20 MB of simplified, then of
traditional text. The rounds are interleaved (A B C A B C …) because machines are noisy,
and the best of each counts. The ratios say something, the megabytes much less. Where other
work runs beside, --cpu counts the processor's time instead of the clock's.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers import REQUIREMENTS, Contender
from benchmarks.texts import MEGABYTE, SHARED, examples, real, repeated
from termkit import Converter

LIMITS = (
    ("bulk", "opencc", 3.0),
    ("bulk", "opencc-python", 60.0),
    ("bulk", "zhconv-rs", 0.8),
    ("traced", "opencc", 0.8),
)
"""Contender, peer, and how many times as fast it must be."""

FIRST_CONVERSION = 0.060
"""Seconds for importing, loading and converting a short text, after the interpreter's start."""

DIRECTIONS = {"zh-CN": ("zh-TW", "s2twp"), "zh-TW": ("zh-CN", "tw2sp")}
SHORT = "英伟达发布了新的芯片。"


def contenders(source: str, slow: float) -> list[Contender]:
    """Return ours and the peers for one direction."""
    target, configuration = DIRECTIONS[source]
    ours = [Contender(name, f"{source}>{target}") for name in ("bulk", "traced")]
    if not hasattr(Converter, "convert_bulk"):
        ours = ours[1:]
    return [
        *ours,
        Contender("opencc", configuration),
        Contender("opencc-python", configuration, share=slow),
        Contender("zhconv-rs", target),
    ]


def race(group: list[Contender], text: str, rounds: int) -> None:
    """Let the contenders convert the text in turn."""
    with tempfile.TemporaryDirectory() as folder:
        for one in group:
            one.start(text, Path(folder))
        for _ in range(rounds):
            for one in group:
                one.run()
        for one in group:
            one.finish()


def judge(group: list[Contender], *, cpu: bool) -> Iterator[tuple[str, bool]]:
    """Yield each ratio with its limit, and whether it is kept."""
    speeds = {one.name: one.speed(cpu=cpu) for one in group}
    for name, peer, limit in LIMITS:
        if name in speeds and peer in speeds:
            ratio = speeds[name] / speeds[peer]
            yield f"{name} / {peer:<16} {ratio:7.2f} ×   (at least {limit:g} ×)", ratio >= limit


def first_conversion(rounds: int, *, cpu: bool) -> tuple[float, float]:
    """Return the median seconds of a new process: of the interpreter alone, and with a conversion."""
    code = f"from termkit import Converter; Converter('zh-CN', 'zh-TW').convert({SHORT!r})"
    times: dict[str, list[float]] = {"pass": [], code: []}
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # installed modules are compiled ones
    subprocess.run([sys.executable, "-c", code], check=True)
    for _ in range(rounds):
        for one, found in times.items():
            start = _children_cpu() if cpu else time.perf_counter()
            subprocess.run([sys.executable, "-c", one], check=True)
            found.append((_children_cpu() if cpu else time.perf_counter()) - start)
    bare, whole = (statistics.median(found) for found in times.values())
    return bare, whole


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Print speeds, ratios and memory; return 1 with --verify if a limit is not kept."""
    parser = argparse.ArgumentParser(prog="benchmarks.conversion_speed", description=__doc__)
    texts = parser.add_mutually_exclusive_group()
    texts.add_argument(
        "--kind",
        choices=("prose", "strings", "examples"),
        default="prose" if SHARED.is_dir() else "examples",
        help="real texts from ../shared, where it is there, or the examples",
    )
    texts.add_argument("--text", type=Path, metavar="FILE", help="this text, simplified")
    parser.add_argument("--size", type=float, default=20, metavar="MB", help="size of the text")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow", type=float, default=0.02, help="share for opencc-python")
    parser.add_argument("--starts", type=int, default=25, help="processes for the first conversion")
    parser.add_argument("--without", action="append", default=[], choices=list(REQUIREMENTS))
    parser.add_argument(
        "--cpu", action="store_true", help="the processor's time: others are at work"
    )
    parser.add_argument("--verify", action="store_true", help="exit 1 if a limit is not kept")
    options = parser.parse_args()
    kept = True
    with tempfile.TemporaryDirectory() as cache:
        os.environ["TERMKIT_CACHE_DIR"] = cache
        for source, (target, _) in DIRECTIONS.items():
            if options.text and source != "zh-CN":
                continue
            if options.text:
                text = options.text.read_text("utf-8")
            elif options.kind == "examples":
                text = examples(source)
            else:
                prose = options.kind == "prose"
                text = real(source, prose=prose, strings=not prose)
            text = repeated(text, int(options.size * MEGABYTE))
            group = [c for c in contenders(source, options.slow) if c.name not in options.without]
            race(group, text, options.rounds)
            print(f"{source} → {target}, {len(text.encode()) / MEGABYTE:.1f} MB")
            for one in group:
                speed, memory = one.speed(cpu=options.cpu) / MEGABYTE, one.memory / MEGABYTE
                print(f"  {one.name:<16} {speed:8.2f} MB/s   at most {memory:5.0f} MB of memory")
            for line, good in judge(group, cpu=options.cpu):
                print(f"  {'ok  ' if good else 'MISS'} {line}")
                kept &= good
        bare, whole = first_conversion(options.starts, cpu=options.cpu)
    kept &= (good := whole - bare < FIRST_CONVERSION)
    print(
        f"{'ok  ' if good else 'MISS'} first conversion in a new process: "
        f"{1000 * (whole - bare):.0f} ms after the interpreter's {1000 * bare:.0f} "
        f"(at most {1000 * FIRST_CONVERSION:.0f})"
    )
    return 0 if kept or not options.verify else 1


if __name__ == "__main__":
    sys.exit(main())
