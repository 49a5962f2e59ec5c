"""Merging files, for a person or as git's merge driver."""

from pathlib import Path

from termkit.engine.editing.rewriting import rewrite
from termkit.errors import InputError
from termkit.files import encode, read_text, write_atomic
from termkit.problems import Problem
from termkit.termbase.merge import Merged, merge


def merge_files(
    base: Path, ours: Path, theirs: Path, name: str = "", output: Path | None = None
) -> Merged:
    """Merge two files that both come from ``base``; conflicts are told under ``name``.

    The result goes to ``output``, if there is one. Raises InputError, with all faults,
    where a file cannot be read as a table; then nothing is written.
    """
    problems: list[Problem] = []
    texts: dict[Path, str] = {}
    for file in (base, ours, theirs):
        try:
            texts[file] = read_text(file)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    results: list[Merged] = []

    def merge_into(text: str) -> str:
        results.append(merge(texts[base], text, texts[theirs], name or str(ours)))
        return results[-1].text

    if output and output.exists() and output.samefile(ours):
        rewrite(ours, merge_into)  # which takes in what somebody saves meanwhile
    else:
        result = merge_into(texts[ours])
        if output:
            write_atomic(output, encode(result, "utf-8", str(output)))
    return results[-1]
