"""Which findings of a file are to be told."""

from dataclasses import dataclass, replace

from termkit.engine.baseline import Baseline
from termkit.engine.changed_lines import ChangedLines
from termkit.engine.runner import CheckOptions
from termkit.model.diagnostic import Diagnostic
from termkit.model.result import FileResult


@dataclass(frozen=True, slots=True)
class Selection:
    """Leaves out what the baseline knows, and what stands on lines that have not changed."""

    options: CheckOptions
    known: Baseline | None = None
    changed: ChangedLines | None = None

    def __call__(self, result: FileResult) -> tuple[Diagnostic, ...]:
        """Return the findings to tell; to be asked once for each file."""
        if self.known:
            result = replace(result, diagnostics=self.known.unknown(result, self.options))
        return self.changed.among(result) if self.changed else result.diagnostics
