"""Checking many files: what is known is taken from the cache, the rest done in parallel."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from termkit.engine.collect import STDIN, Named, load_document, parse_document
from termkit.engine.parallel import choose_jobs, in_order
from termkit.engine.result_cache import ResultCache, digest
from termkit.engine.runner import CheckOptions, check_one
from termkit.errors import InputError
from termkit.files import read_bytes
from termkit.model.document import Document
from termkit.model.result import FileResult

WORTH_A_PROCESS = 400_000
"""Bytes that are worth a process of their own: about what is checked while one starts."""


@dataclass(frozen=True, slots=True)
class Means:
    """How a run is carried out: in ``jobs`` processes at most, 0 for one each processor; ``cache`` may be none."""

    jobs: int = 1
    cache: ResultCache | None = None


def check_files(
    files: Sequence[Named],
    options: CheckOptions,
    load: Callable[[Named], Document] = load_document,
    means: Means = Means(),
) -> Iterator[FileResult]:
    """Check files and yield their results in the order of the files.

    One that can't be read is reported, and the rest still runs. ``load`` reads what is
    not a file: standard input.
    """
    cache = means.cache
    options = replace(options, siblings=options.siblings.among(files))
    if cache:
        cache.siblings = options.siblings
    known = {file for file in files if file.name != STDIN and cache.holds(file)} if cache else set()
    new = [file for file in files if file.name != STDIN and file not in known]
    jobs = choose_jobs(means.jobs, new, WORTH_A_PROCESS)
    done = in_order(partial(check_file, options=options), new, jobs)
    for file in files:
        if file.name == STDIN:
            yield _checked(file, options, load)
        elif cache and file in known and (found := cache.find(file)):
            yield found
        else:
            content, result = check_file(file, options) if file in known else next(done)
            if cache:
                cache.keep(file, content, result)
            yield result
    if cache:
        cache.save()


def check_file(file: Named, options: CheckOptions) -> tuple[bytes, FileResult]:
    """Check a file; return the digest of its content and what was found."""
    try:
        data = read_bytes(file.path)
        content = digest(data, options.siblings.source_of(file.name))
        document = parse_document(data, file.name)
        del data  # of a very large file it counts
        return content, check_one(document, options)
    except InputError as error:
        return b"", FileResult(file.name, problems=error.problems)


def _checked(file: Named, options: CheckOptions, load: Callable[[Named], Document]) -> FileResult:
    try:
        return check_one(load(file), options)
    except InputError as error:
        return FileResult(file.name, problems=error.problems)
