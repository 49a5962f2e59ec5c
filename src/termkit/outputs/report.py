"""What the outputs for a person share: the line that a finding begins with, and the summary."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from termkit.messages import tr, tr_n
from termkit.model.diagnostic import Applicability, Severity
from termkit.model.result import FileResult
from termkit.outputs import View
from termkit.outputs.display import Style, link, paint, visible
from termkit.outputs.places import Place

_CONCEPTS_SHOWN = 15
_COLORS = {
    Severity.ERROR: Style.RED,
    Severity.WARNING: Style.YELLOW,
    Severity.INFO: Style.CYAN,
}


def heading(
    result: FileResult, place: Place, view: View, uri: str = "", *, for_programs: bool = False
) -> str:
    """Return ``path:line:column: severity check: message``; programs know severities in English."""
    found = place.diagnostic
    severity = str(found.severity) if for_programs else tr(found.severity)
    where = f"{visible(result.path)}:{place.start.line}:{place.start.column}"
    return (
        f"{link(paint(where, Style.BOLD, view), uri, view)}: "
        f"{paint(severity, _COLORS[found.severity], view)} "
        f"{paint(found.check, Style.BOLD, view)}: {visible(found.message)}\n"
    )


def uri_of(path: str, view: View) -> str:
    """Return what a hyperlink to a file points to; "" where there is none to open."""
    if not view.links:
        return ""
    full = Path(view.root, path).absolute()
    return full.as_uri() if full.is_file() else ""


class Summary:
    """Counts findings by check and by concept."""

    def __init__(self) -> None:
        self._files = self._found = self._fixable = 0
        self._hit: set[str] = set()
        self._failed: set[str] = set()
        self._checks: Counter[str] = Counter()
        self._concepts: Counter[tuple[str, str, str]] = Counter()

    def add(self, result: FileResult) -> None:
        """Count a file and its findings."""
        self._files += bool(result.locale) and not result.late
        self._failed.update(problem.path for problem in result.problems)
        if result.diagnostics:
            self._hit.add(result.path)
        for diagnostic in result.diagnostics:
            self._found += 1
            self._fixable += diagnostic.applicability is Applicability.SAFE
            self._checks[diagnostic.check] += 1
            if diagnostic.concept and diagnostic.suggestions:
                text = visible(diagnostic.span.of(result.source))
                suggestions = " / ".join(map(visible, diagnostic.suggestions))
                self._concepts[diagnostic.concept, text, suggestions] += 1

    @property
    def headline(self) -> str:
        """One line that tells how many findings there are."""
        files = tr_n("{number} file", "{number} files", self._files)
        if self._found:
            told = tr_n(
                "{number} finding in {hit} of {files}",
                "{number} findings in {hit} of {files}",
                self._found,
                hit=len(self._hit),
                files=files,
            )
        else:
            told = tr("No findings in {files}", files=files)
        if self._fixable:
            told += tr(", {number} fixable with --fix", number=self._fixable)
        if self._failed:
            told += tr_n(
                "; {number} input with errors", "; {number} inputs with errors", len(self._failed)
            )
        # Translators: ends the sentence “3 findings in 1 of 2 files, 1 fixable with --fix”.
        return tr("{sentence}.", sentence=told)

    def details(self) -> Iterator[str]:
        """Yield the lines of the counts by check and by concept."""
        if not self._found:
            return
        yield tr("By check:")
        longest = max(map(len, self._checks))
        for name, count in self._checks.most_common():
            yield f"  {name:<{longest}}  {count}"
        if not self._concepts:
            return
        yield tr("By concept:")
        for (concept, text, suggestions), count in self._concepts.most_common(_CONCEPTS_SHOWN):
            yield f"  {count:>3} × {text} → {suggestions}  ({concept})"
        rest = len(self._concepts) - _CONCEPTS_SHOWN
        if rest > 0:
            yield tr("  … and {number} more", number=rest)

    def text(self, view: View) -> Iterator[str]:
        """Yield the summary as it ends a report."""
        yield ("\n" if self._found else "") + paint(self.headline, Style.BOLD, view) + "\n"
        for line in self.details():
            yield line + "\n"
