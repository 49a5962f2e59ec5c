"""Results as the runner gives them, made by hand, and what an output makes of them."""

from pathlib import Path

from termkit.checks import all_checks
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.model.result import FileResult
from termkit.outputs import View, all_outputs
from termkit.problems import Problem
from termkit.text import Span

ROOT = Path("/project")
VIEW = View(checks=all_checks(), root=ROOT)
BROKEN = FileResult(
    "broken.md", problems=(Problem("broken.md", 7, "zh-TW", "not UTF-8; save it as UTF-8"),)
)
SKIPPED = FileResult("readme.md", "Hello\n", reason="skipped: it holds no Chinese text")
CLEAN = FileResult("clean.md", "資料中心\n", "zh-TW", "its name")


def hit(
    source: str,
    found: str,
    *suggestions: str,
    nth: int = 0,
    check: str = "wrong-region-term",
    severity: Severity = Severity.ERROR,
    message: str = "",
    applicability: Applicability = Applicability.SAFE,
    concept: str = "",
) -> Diagnostic:
    """Return a finding about the ``nth`` place where ``found`` stands in ``source``."""
    at = -1
    for _ in range(nth + 1):
        at = source.index(found, at + 1)
    span = Span(at, at + len(found))
    fix = replacement(span, suggestions[0], applicability) if suggestions else None
    told = message or f"“{found}” is wrong"
    return Diagnostic(check, severity, span, told, suggestions, fix, concept)


def result(source: str, *diagnostics: Diagnostic, path: str = "a.zh-TW.md") -> FileResult:
    """Return the result of a file that was checked."""
    return FileResult(path, source, "zh-TW", "its name", diagnostics)


def shown(output: str, *results: FileResult, view: View = VIEW) -> str:
    """Return what an output makes of results."""
    return "".join(all_outputs()[output].render(results, view))
