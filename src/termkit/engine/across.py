"""What can be told only when all documents of a run have been seen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.collect import decode_text
from termkit.engine.runner import CheckOptions
from termkit.errors import InputError
from termkit.files import read_bytes
from termkit.model.diagnostic import Diagnostic
from termkit.model.result import FileResult, Use


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is remembered of a document: not its text, of which there may be much."""

    path: str
    locale: str
    uses: tuple[Use, ...]
    content: int


def with_across(results: Iterable[FileResult], options: CheckOptions) -> Iterator[FileResult]:
    """Yield results as they come, then what the documents together tell of single ones.

    These come in the order of the files, as results of their own. A file that has changed
    meanwhile, or that can't be read again, gets none.
    """
    seen: list[_Seen] = []
    for result in results:
        if result.uses:
            uses = result.uses, hash(result.source)
            seen.append(_Seen(result.path, result.locale, *uses))
        yield result
    found = _find(seen, options)
    for number, document in enumerate(seen):
        if number in found and (source := _source(document)) is not None:
            diagnostics = tuple(sorted(found[number], key=lambda each: (each.span, each.check)))
            yield FileResult(
                document.path, source, document.locale, diagnostics=diagnostics, late=True
            )


def _find(seen: list[_Seen], options: CheckOptions) -> dict[int, list[Diagnostic]]:
    found: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    for check in options.possible:
        if check.across is None:
            continue
        for locale in dict.fromkeys(document.locale for document in seen):
            own = [number for number, document in enumerate(seen) if document.locale == locale]
            notes = [
                [use for use in seen[number].uses if use.check == check.name] for number in own
            ]
            for number, diagnostic in check.across.find(notes):
                found[own[number]].append(diagnostic)
    return found


def _source(document: _Seen) -> str | None:
    try:
        source = decode_text(read_bytes(Path(document.path)), document.path)
    except InputError:
        return None
    return source if hash(source) == document.content else None
