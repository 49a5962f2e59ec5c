"""What ``termkit check`` does with its files, once its options are understood."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from termkit.cli.progress import with_progress
from termkit.cli.report import complain, complain_all, emit
from termkit.cli.showing import deliver, make_view, unified_diff
from termkit.engine.across import with_across
from termkit.engine.baseline import Baseline
from termkit.engine.checking import Means, check_files
from termkit.engine.collect import STDIN, Named, find_files, load_document, read_stdin
from termkit.engine.fixer import Fixed, Fixing, fix_files
from termkit.engine.runner import CheckOptions
from termkit.engine.selection import Selection
from termkit.engine.walk import Exclusion
from termkit.messages import tr, tr_n
from termkit.model.document import Document
from termkit.model.result import FileResult
from termkit.outputs import Output
from termkit.problems import Problem

_GONE_SHOWN = 20


@dataclass(slots=True)
class Run:
    """One run: gathers the files, tells on standard error what it must, remembers the outcome."""

    paths: list[str]
    stdin_filename: str
    exclusion: Exclusion
    options: CheckOptions
    selection: Selection
    fixing: Fixing
    means: Means
    verbose: bool
    failed: bool = False
    findings: bool = False
    applied: int = 0
    _stdin: Document | None = None

    def show(self, output: Output, report: Path | None = None) -> None:
        """Print what is found, or write it to the file ``report``."""
        self._deliver(output, self._with_across(self._results()), report)

    def write_baseline(self, file: Path) -> None:
        """Take everything that is found for known."""
        found = Baseline(file)
        for result in self._with_across(self._results()):
            found.add(result)
        found.save()
        self.findings = False
        number = len(found.entries)
        complain(
            tr_n(
                "{file}: {number} finding written",
                "{file}: {number} findings written",
                number,
                file=file,
            )
        )

    def show_diff(self) -> None:
        """Print what fixing would change; that counts as a finding."""
        for fixed in self._fixed(write=False):
            emit(unified_diff(fixed.result.path, fixed.before, fixed.result.source))
            self.findings |= bool(fixed.applied)

    def fix(self, output: Output, report: Path | None = None) -> None:
        """Fix the files and show what is left; of standard input print the fixed text instead."""
        if STDIN in self.paths:
            name = self.stdin_filename or "<stdin>"
            for fixed in self._fixed(write=True):
                if fixed.result.path == name:
                    emit(fixed.result.source, fixed.encoding)
        else:
            left = (fixed.result for fixed in self._fixed(write=True))
            self._deliver(output, self._with_across(left), report)
        complain(tr_n("{number} fix applied", "{number} fixes applied", self.applied))

    def tell_of_baseline(self) -> None:
        """Tell how many findings the baseline holds back, and which it holds for nothing."""
        known = self.selection.known
        if not known:
            return
        if known.hidden:
            complain(
                tr_n(
                    "{number} known finding left out ({file})",
                    "{number} known findings left out ({file})",
                    known.hidden,
                    file=known.file,
                )
            )
        gone = known.gone()
        for entry in gone[:_GONE_SHOWN]:
            complain(tr("gone: {entry}", entry=entry))
        if len(gone) > _GONE_SHOWN:
            complain(tr("… and {number} more", number=len(gone) - _GONE_SHOWN))
        if gone:
            complain(tr("{file}: write it anew with --write-baseline", file=known.file))

    def _deliver(self, output: Output, results: Iterable[FileResult], report: Path | None) -> None:
        broken = map(_broken, self.options.base.problems)
        view = make_view(self.options.possible, to_file=report is not None)
        deliver(output.render(chain(broken, results), view), report)

    def _results(self) -> Iterator[FileResult]:
        files, missing = self._files()
        yield from map(self._noted, missing)
        results = check_files(files, self.options, self._load, self.means)
        for result in with_progress(results, len(files)):
            yield self._noted(replace(result, diagnostics=self.selection(result)))

    def _with_across(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Add what the files together tell of single ones."""
        for result in with_across(results, self.options):
            if not result.late:
                yield result
            elif shown := self.selection(result):
                yield self._noted(replace(result, diagnostics=shown))

    def _fixed(self, *, write: bool) -> Iterator[Fixed]:
        files, missing = self._files()
        for result in missing:
            yield Fixed("", self._noted(result))
        given = (files, self.options, self._load, self.selection, self.fixing, self.means)
        for fixed in with_progress(fix_files(*given, write=write), len(files)):
            self.applied += fixed.applied
            self._noted(fixed.result)
            yield fixed

    def _files(self) -> tuple[list[Named], list[FileResult]]:
        """Return the files to check, and what there is to say of the paths that lead to none."""
        named = [path for path in self.paths if path != STDIN]
        files, problems = find_files(named, self.exclusion)
        stdin = [Named(Path(STDIN))] if STDIN in self.paths else []
        return [*stdin, *files], [*map(_broken, problems)]

    def _load(self, file: Named) -> Document:
        if file.name != STDIN:
            return load_document(file)
        if self._stdin is None:
            self._stdin = read_stdin(self.stdin_filename)
        return self._stdin

    def _noted(self, result: FileResult) -> FileResult:
        complain_all(result.problems)
        self.failed |= bool(result.problems)
        self.findings |= bool(result.diagnostics)
        if self.verbose and not result.problems and not result.late:
            locale = result.locale or tr("no locale")
            complain(f"{result.path}: {locale} ({result.reason})")
        elif result.is_skipped:
            complain(f"{result.path}: {result.reason}")
        return result


def _broken(problem: Problem) -> FileResult:
    return FileResult(problem.path, problems=(problem,))
