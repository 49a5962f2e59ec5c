"""One converter in a process of its own, timed on command; runs in the converter's own environment.

    python worker.py NAME CONFIGURATION FILE

For each line on standard input the text of FILE is converted once and the seconds are
printed, those of the clock and those of the processor; at the end of the input, the
greatest memory of the process in kilobytes.
Imports nothing of this repository, because other converters' environments do not have it.
"""

import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any


def load(name: str, configuration: str) -> Callable[[str], Any]:
    """Return the converter's function."""
    if name in {"opencc", "opencc-python"}:
        function: Callable[[str], Any] = _of("opencc").OpenCC(configuration).convert
        return function
    if name == "zhconv-rs":
        zhconv = _of("zhconv_rs").zhconv
        return lambda text: zhconv(text, configuration)
    source, target = configuration.split(">")
    converter = _of("termkit").Converter(source, target)
    ours: Callable[[str], Any] = converter.convert if name == "traced" else converter.convert_bulk
    return ours


def _of(module: str) -> Any:
    return import_module(module)


def main(name: str, configuration: str, path: str) -> None:
    """Convert at each line of standard input."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    convert = load(name, configuration)
    convert(text[:1000])
    for _ in sys.stdin:
        # Python keeps the UTF-8 of a text with it once somebody has asked; nobody converts one twice.
        fresh = text[:1] + text[1:]
        start = time.perf_counter(), time.process_time()
        convert(fresh)
        print(time.perf_counter() - start[0], time.process_time() - start[1], flush=True)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
