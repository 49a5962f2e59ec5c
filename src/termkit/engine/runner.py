"""Checking documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termkit.checks import all_checks
from termkit.context import Check, CheckContext
from termkit.engine.census import count_names
from termkit.engine.collect import Named, load_document
from termkit.engine.detect import decide_locale
from termkit.errors import InputError, TermkitError
from termkit.model.diagnostic import Diagnostic
from termkit.model.document import Document
from termkit.model.result import FileResult
from termkit.termbase.store import TermBase
from termkit.text import has_han

# Findings about a term say all there is to say of the characters inside it.
_TERM_CHECKS = frozenset({"wrong-region-term", "deprecated-term"})
# A character of the other script is no misspelling besides.
_MIXED, _WRONG_CHARACTER = "mixed-script", "wrong-character"
_CHARACTER_CHECKS = frozenset({_MIXED, "variant-character", _WRONG_CHARACTER})


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a run checks: the term base, the checks, and a locale that overrides all others.

    With ``names`` the names that each document uses are counted too.
    """

    base: TermBase
    checks: tuple[Check, ...]
    locale: str = ""
    names: bool = False


def select_checks(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Check, ...]:
    """Return the checks to run; raise TermkitError with a suggestion for an unknown name."""
    from difflib import get_close_matches

    known = {check.name: check for check in all_checks()}
    for name in (*select, *ignore):
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"; did you mean {close[0]}?" if close else f" (known: {', '.join(known)})"
            raise TermkitError(f"unknown check {name!r}{hint}")
    return tuple(
        check
        for name, check in known.items()
        if (name in select if select else check.default) and name not in ignore
    )


def check_document(
    document: Document, locale: str, options: CheckOptions
) -> tuple[Diagnostic, ...]:
    """Return the findings of a document, in order of position."""
    context = CheckContext(document, locale, options.base)
    found = [diagnostic for check in options.checks for diagnostic in check.find(context)]
    found.sort(key=lambda diagnostic: (diagnostic.span, diagnostic.check))
    return tuple(_without_covered(found))


def check_one(document: Document, options: CheckOptions) -> FileResult:
    """Decide a document's locale and check it."""
    decision = decide_locale(document, options.base, options.locale)
    if decision.locale is None or decision.refusal:
        reason = decision.refusal
        if has_han(document.prose) and not decision.locale:
            reason += "; tell its locale with --locale"
        return FileResult(document.path, document.source, "", f"skipped: {reason}")
    tag = decision.locale.base
    found = check_document(document, tag, options)
    names = count_names(document, tag, options.base) if options.names else ()
    return FileResult(
        document.path, document.source, decision.locale.tag, decision.reason, found, names=names
    )


def check_files(files: Iterable[Named], options: CheckOptions) -> Iterator[FileResult]:
    """Check files one after another; one that can't be read is reported and the rest still runs."""
    for file in files:
        try:
            yield check_one(load_document(file), options)
        except InputError as error:
            yield FileResult(file.name, problems=error.problems)


def _without_covered(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    mixed = {place for d in found if d.check == _MIXED for place in range(*d.span)}
    terms = [d.span for d in found if d.check in _TERM_CHECKS]
    at = 0
    for diagnostic in found:
        if diagnostic.check == _WRONG_CHARACTER and mixed.intersection(range(*diagnostic.span)):
            continue
        if diagnostic.check in _CHARACTER_CHECKS:
            while at < len(terms) and terms[at].end <= diagnostic.span.start:
                at += 1
            if at < len(terms) and terms[at].start <= diagnostic.span.start < terms[at].end:
                continue
        yield diagnostic
