"""Where converted files go."""

from collections.abc import Callable, Iterable
from pathlib import Path

from termkit.cli.report import complain, complain_all, emit
from termkit.engine.collect import STDIN, Named
from termkit.engine.converting import ConvertedFile
from termkit.files import write_atomic


def write_all(
    results: Iterable[ConvertedFile],
    output: Path | None,
    to_folder: bool,
    in_place: bool,
    verbose: bool,
    silent: bool,
    beside: Callable[[Path, ConvertedFile], None] | None = None,
) -> bool:
    """Write every result to its place, with ``silent`` none to standard output; tell if one failed.

    ``beside`` writes what belongs beside a result, and goes first: a run that is killed
    leaves no result without it.
    """
    failed = False
    written: dict[Path, str] = {}
    for result in results:
        if result.problems:
            complain_all(result.problems)
            failed = True
            continue
        if verbose:
            complain(f"{result.file.name}: from {result.source_locale} ({result.reason})")
        if result.file.name == STDIN or (output is None and not in_place):
            if not silent:
                emit(result.text, result.document.encoding if result.document else "utf-8")
            continue
        place = _place(result.file, output, to_folder)
        if place in written:
            complain(
                f"{result.file.name}: {place} is already written from {written[place]}; not overwritten"
            )
            failed = True
            continue
        written[place] = result.file.name
        data = result.data
        if beside:
            beside(place, result)
        write_atomic(place, data)
    return failed


def goes_to_folder(files: list[Named], paths: list[str], output: Path | None) -> bool:
    """Tell whether ``output`` is a directory, or is to become one."""
    return output is not None and (
        len(files) > 1 or output.is_dir() or any(Path(path).is_dir() for path in paths)
    )


def _place(file: Named, output: Path | None, to_folder: bool) -> Path:
    if output is None:
        return file.path
    if not to_folder:
        return output
    return output / (file.path.relative_to(file.root) if file.root else Path(file.path.name))
