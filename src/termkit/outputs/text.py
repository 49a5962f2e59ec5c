"""One line a finding, and a summary by check and by concept at the end."""

from collections import Counter
from collections.abc import Iterable, Iterator

from termkit.model.diagnostic import Applicability
from termkit.model.result import FileResult
from termkit.outputs import Output
from termkit.text import LineIndex

_CONCEPTS_SHOWN = 15


def render(results: Iterable[FileResult]) -> Iterator[str]:
    """Yield the lines of the report."""
    files = found = fixable = hit = 0
    checks: Counter[str] = Counter()
    concepts: Counter[tuple[str, str, str]] = Counter()
    for result in results:
        files += bool(result.locale)
        hit += bool(result.diagnostics)
        index = LineIndex(result.source)
        for diagnostic in result.diagnostics:
            line, column = index.position(diagnostic.span.start)
            found += 1
            fixable += diagnostic.applicability is Applicability.SAFE
            checks[diagnostic.check] += 1
            if diagnostic.concept:
                text = diagnostic.span.of(result.source)
                concepts[diagnostic.concept, text, " / ".join(diagnostic.suggestions)] += 1
            yield (
                f"{result.path}:{line}:{column}: {diagnostic.severity} "
                f"{diagnostic.check}: {diagnostic.message}\n"
            )
    if not found:
        yield f"No findings in {_count(files, 'file')}.\n"
        return
    yield f"\n{_count(found, 'finding')} in {hit} of {_count(files, 'file')}"
    yield f", {fixable} fixable with --fix.\n" if fixable else ".\n"
    width = max(map(len, checks))
    yield "By check:\n"
    for name, count in checks.most_common():
        yield f"  {name:<{width}}  {count}\n"
    if concepts:
        yield "By concept:\n"
        for (concept, text, suggestions), count in concepts.most_common(_CONCEPTS_SHOWN):
            yield f"  {count:>3} × {text} → {suggestions}  ({concept})\n"
        rest = len(concepts) - _CONCEPTS_SHOWN
        if rest > 0:
            yield f"  … and {rest} more\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


OUTPUT = Output("text", render)
