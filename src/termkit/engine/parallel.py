"""Doing one thing to many items in several processes, with the results in order."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: Callable[[Any], Any] | None = None
_CHUNK = 16


def in_order(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """Yield ``work`` of each item in the order of the items, in up to ``jobs`` processes.

    ``work`` and the results have to be picklable. With one job everything happens here.
    """
    jobs = min(jobs, len(items))
    if jobs <= 1:
        yield from map(work, items)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A forked process has what is loaded already; elsewhere than on Linux that is not safe.
    method = "fork" if _can_fork() else None
    executor = ProcessPoolExecutor(
        jobs, multiprocessing.get_context(method), initializer=_prepare, initargs=(work,)
    )
    try:
        chunk = max(1, min(_CHUNK, len(items) // (4 * jobs)))
        yield from executor.map(_do, items, chunksize=chunk)
    finally:
        executor.shutdown(cancel_futures=True)


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def _can_fork() -> bool:
    return os.name == "posix" and os.uname().sysname == "Linux"


def _prepare(work: Callable[[Any], Any]) -> None:
    import signal

    global _work  # noqa: PLW0603 - a process has one work for all of its life
    _work = work
    # An interrupt reaches the parent too, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(item: Any) -> Any:
    assert _work is not None
    return _work(item)
