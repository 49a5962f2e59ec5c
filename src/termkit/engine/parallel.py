"""Converting many files in several processes; what comes out, and in which order, is the same."""

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from termkit.engine.collect import Named
from termkit.engine.converting import ConvertedFile, ConvertFile
from termkit.errors import TermkitError

_PAYS = 3_000_000
"""Bytes from which on it pays to start processes, each of which has to load its tables."""

_CHUNK = 256_000
_CHUNK_FILES = 64
_AHEAD = 3
"""Chunks in work or waiting for each process: enough to keep it busy, and to hold few results."""


@dataclass(frozen=True, slots=True)
class Work:
    """How files are converted, each by itself; ``reasons`` are left out where nobody asks why."""

    convert: ConvertFile
    reasons: bool = True

    def files(self, files: Sequence[Named]) -> Iterator[ConvertedFile]:
        """Convert files one after another, in this process."""
        found = map(self.convert, files)
        return found if self.reasons else (file.without_reasons for file in found)


def choose_jobs(wanted: int, files: Sequence[Named]) -> int:
    """Return how many processes to use: at most ``wanted``, with 0 one for each processor.

    A tree that is converted sooner than processes start stays in this one.
    """
    if wanted < 0:
        raise TermkitError("--jobs must be 1 or more, or 0 for one process a processor")
    limit = min(wanted or _processors(), len(files))
    return limit if limit > 1 and sum(map(_size, files)) >= _PAYS else 1


def convert_many(files: Sequence[Named], work: Work, jobs: int) -> Iterator[ConvertedFile]:
    """Convert files with ``jobs`` processes, the results in the order of the files."""
    if jobs <= 1 or len(files) < 2:
        yield from work.files(files)
        return
    # The first file fills the cache of compiled tables for all.
    yield from work.files(files[:1])
    yield from _in_processes(files[1:], work, jobs)


def _in_processes(files: Sequence[Named], work: Work, jobs: int) -> Iterator[ConvertedFile]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A forked process would inherit the threads of a progress bar and their locks.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (work,))
    waiting: deque[Future[list[ConvertedFile]]] = deque()
    chunks = _chunks(files)
    try:
        waiting.extend(pool.submit(_convert, chunk) for chunk in islice(chunks, jobs * _AHEAD))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(pool.submit(_convert, chunk) for chunk in islice(chunks, 1))
            yield from done
    except BrokenProcessPool:
        message = "a process ended unexpectedly, perhaps for want of memory; try again with -j 1"
        raise TermkitError(message) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_work: Work | None = None  # in a process of the pool: what it is there for


def _start(work: Work) -> None:
    global _work  # noqa: PLW0603 - set once, when the process starts
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run


def _convert(files: list[Named]) -> list[ConvertedFile]:
    assert _work is not None
    return list(_work.files(files))


def _chunks(files: Sequence[Named]) -> Iterator[list[Named]]:
    """Cut files into runs that are worth a message to another process."""
    chunk: list[Named] = []
    weight = 0
    for file in files:
        chunk.append(file)
        weight += _size(file)
        if weight >= _CHUNK or len(chunk) >= _CHUNK_FILES:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _size(file: Named) -> int:
    try:
        return file.path.stat().st_size
    except OSError:
        return 0


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
