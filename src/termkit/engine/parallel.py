"""Doing one thing to many files in several processes; what comes out, and in which order, is the same."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from termkit.engine.collect import Named
from termkit.engine.language import speak
from termkit.errors import TermkitError
from termkit.messages import language, tr

R = TypeVar("R")

_CHUNK = 256_000
_CHUNK_FILES = 64
_AHEAD = 3
"""Chunks in work or waiting for each process: enough to keep it busy, and to hold few results."""


def choose_jobs(wanted: int, files: Sequence[Named], worth: int) -> int:
    """Return how many processes to use: at most ``wanted``, with 0 one for each processor.

    ``worth`` are the bytes that are worth a process of their own: what is done sooner
    than processes start stays in this one.
    """
    if wanted < 0:
        raise TermkitError(tr("--jobs must be 1 or more, or 0 for one process a processor"))
    limit = min(wanted or _processors(), len(files))
    return max(1, min(limit, sum(map(_size, files)) // worth)) if limit > 1 else 1


def in_order(work: Callable[[Named], R], files: Sequence[Named], jobs: int) -> Iterator[R]:
    """Yield ``work`` of each file in the order of the files, with ``jobs`` processes.

    ``work`` and the results have to be picklable.
    """
    if jobs <= 1 or len(files) < 2:
        yield from map(work, files)
        return
    # The first file fills the cache of compiled tables for all.
    yield work(files[0])
    yield from _in_processes(work, files[1:], jobs)


def _in_processes(work: Callable[[Named], R], files: Sequence[Named], jobs: int) -> Iterator[R]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A forked process has what is loaded already; elsewhere than on Linux that is not safe.
    context = get_context("fork" if _can_fork() else None)
    pool = ProcessPoolExecutor(jobs, context, _start, (work, language()))
    waiting: deque[Future[list[R]]] = deque()
    chunks = _chunks(files, jobs)
    try:
        waiting.extend(pool.submit(_do, chunk) for chunk in islice(chunks, jobs * _AHEAD))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(pool.submit(_do, chunk) for chunk in islice(chunks, 1))
            yield from done
    except BrokenProcessPool:
        message = tr(
            "a process ended unexpectedly, perhaps for want of memory; try again with -j 1"
        )
        raise TermkitError(message) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_work: Callable[[Named], Any] | None = None  # in a process of the pool: what it is there for


def _start(work: Callable[[Named], Any], spoken: str) -> None:
    global _work  # noqa: PLW0603 - set once, when the process starts
    _work = work
    speak(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run


def _do(files: list[Named]) -> list[Any]:
    assert _work is not None
    return list(map(_work, files))


def _chunks(files: Sequence[Named], jobs: int) -> Iterator[list[Named]]:
    """Cut files into runs that are worth a message to another process, some for each one."""
    limit = max(1, min(_CHUNK_FILES, len(files) // (jobs * _AHEAD)))
    chunk: list[Named] = []
    weight = 0
    for file in files:
        chunk.append(file)
        weight += _size(file)
        if weight >= _CHUNK or len(chunk) >= limit:
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


def _can_fork() -> bool:
    return os.name == "posix" and os.uname().sysname == "Linux"
