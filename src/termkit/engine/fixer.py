"""Applying fixes until nothing changes any more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termkit.engine.checking import Means, check_files
from termkit.engine.collect import STDIN, Named, load_document
from termkit.engine.runner import CheckOptions, check_one
from termkit.errors import InputError
from termkit.files import encode, write_atomic
from termkit.messages import tr
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix
from termkit.model.document import Document
from termkit.model.result import FileResult
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.readers import read_document
from termkit.text import MASK

Visible = Callable[[FileResult], tuple[Diagnostic, ...]]
"""Tells which findings of a file are to be told."""

_ROUNDS = 10
_MASKED = regex(f"{MASK}+")


@dataclass(frozen=True, slots=True)
class Fixing:
    """How to fix: with the unsafe fixes or without, and whether changed entries become fuzzy."""

    unsafe: bool = False
    fuzzy: bool = True

    def allows(self, fix: Fix) -> bool:
        """Tell whether a fix may be applied."""
        return fix.applicability is Applicability.SAFE or (
            self.unsafe and fix.applicability is Applicability.UNSAFE
        )


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after fixing: its text before, what is left to say of it, how many fixes went in."""

    before: str
    result: FileResult
    applied: int = 0
    encoding: str = "utf-8"


def whole(result: FileResult) -> tuple[Diagnostic, ...]:
    """Return all findings of a file."""
    return result.diagnostics


def fix_files(
    files: Sequence[Named],
    options: CheckOptions,
    load: Callable[[Named], Document] = load_document,
    visible: Visible = whole,
    how: Fixing = Fixing(),
    means: Means = Means(),
    *,
    write: bool,
) -> Iterator[Fixed]:
    """Check files and fix them; with ``write`` each changed one is replaced atomically.

    Findings that are not ``visible`` are neither fixed nor told. Standard input is not
    written anywhere, and ``load`` has to give it twice.
    """
    options = replace(options, siblings=options.siblings.among(files))
    for file, result in zip(files, check_files(files, options, load, means), strict=True):
        shown = visible(result)
        try:
            yield _fix_file(file, result, shown, options, load, how, write=write)
        except InputError as error:
            yield Fixed("", FileResult(file.name, problems=error.problems))


def _fix_file(
    file: Named,
    result: FileResult,
    shown: tuple[Diagnostic, ...],
    options: CheckOptions,
    load: Callable[[Named], Document],
    how: Fixing,
    *,
    write: bool,
) -> Fixed:
    fixable = any(each.fix and how.allows(each.fix) for each in shown)
    if result.problems or (not fixable and file.name != STDIN):
        return Fixed(result.source, replace(result, diagnostics=shown))
    document = load(file)
    if document.source != result.source:
        message = tr("has changed while it was checked, and is left alone; run again")
        raise InputError(Problem(file.name, 0, "", message))
    fixed = fix_document(document, result, shown, options, how)
    if write and fixed.applied and file.name != STDIN:
        write_atomic(file.path, encode(fixed.result.source, fixed.encoding, file.name))
    return fixed


def fix_document(
    document: Document,
    result: FileResult,
    shown: tuple[Diagnostic, ...],
    options: CheckOptions,
    how: Fixing = Fixing(),
) -> Fixed:
    """Apply the fixes of what is ``shown`` of a document's findings until none is left."""
    state = _State(document, result, shown, options)
    applied = 0
    for _ in range(_ROUNDS):
        fixes = _sound(state.document, choose_fixes(state.shown, how))
        if not fixes:
            break
        state.apply([edit for fix in fixes for edit in fix.edits])
        applied += len(fixes)
    if applied and how.fuzzy:
        from termkit.engine.fuzzy import fuzzy_edits  # brings the reader of catalogues along

        state.apply(fuzzy_edits(document.source, state.document.source, document.path))
    left = replace(state.result, diagnostics=state.shown)
    return Fixed(document.source, left, applied, document.encoding)


class _State:
    """A document on its way, with what is found in it now; what was hidden at first stays so."""

    def __init__(
        self,
        document: Document,
        result: FileResult,
        shown: tuple[Diagnostic, ...],
        options: CheckOptions,
    ) -> None:
        self.document = document
        self.result = result
        self.shown = shown
        self._options = options
        self._hidden = set(map(_place, result.diagnostics)) - set(map(_place, shown))

    def apply(self, edits: Sequence[Edit]) -> None:
        """Apply edits and check again."""
        if not edits:
            return
        path = self.document.path
        self.document = read_document(apply_edits(self.document.source, edits), path)
        self._hidden = {(check, _moved(start, edits)) for check, start in self._hidden}
        self.result = check_one(self.document, self._options)
        found = self.result.diagnostics
        self.shown = tuple(each for each in found if _place(each) not in self._hidden)


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    return diagnostic.check, diagnostic.span.start


def _moved(offset: int, edits: Iterable[Edit]) -> int:
    """Return where an offset lies after edits."""
    return offset + sum(
        len(edit.text) - (edit.span.end - edit.span.start)
        for edit in edits
        if edit.span.end <= offset
    )


def choose_fixes(diagnostics: Iterable[Diagnostic], how: Fixing = Fixing()) -> list[Fix]:
    """Return the fixes that may be applied, without those that overlap an earlier one."""
    fixes = [each.fix for each in diagnostics if each.fix and how.allows(each.fix)]
    chosen: list[Fix] = []
    end = 0
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        if fix.edits[0].span.start >= end:
            chosen.append(fix)
            end = max(edit.span.end for edit in fix.edits)
    return chosen


def _sound(document: Document, fixes: list[Fix]) -> list[Fix]:
    """Return the fixes that change prose and nothing else, each for itself if not all of them do."""
    if not fixes or _keeps_markup(document, fixes):
        return fixes
    sound = [fix for fix in fixes if _keeps_markup(document, [fix])]
    return sound if sound and _keeps_markup(document, sound) else []


def _keeps_markup(document: Document, fixes: Iterable[Fix]) -> bool:
    edits = [edit for fix in fixes for edit in fix.edits]
    if any(MASK in edit.span.of(document.prose) for edit in edits):
        return False
    try:
        changed = read_document(apply_edits(document.source, edits), document.path)
    except InputError:
        return False
    return _markup(changed) == _markup(document)


def _markup(document: Document) -> str:
    """Return what of a document is not prose."""
    spans = (match.span() for match in _MASKED.finditer(document.prose))
    return "".join(document.source[start:end] for start, end in spans)


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Apply edits, ordered and disjoint."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, source[at:]))
