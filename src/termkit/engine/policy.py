"""Which checks run on a file, and how severe their findings are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from termkit.engine.paths import PathTable
from termkit.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said of the checks: the only ones to run, ones that do not, severities.

    ``select`` is None where nothing is said of it.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Policy:
    """Severities for all files, and rules for those that a pattern matches."""

    severity: Mapping[str, Severity] = field(default_factory=dict)
    by_path: PathTable[Rule] = PathTable()

    def at(self, path: str) -> Rule:
        """Return what holds for a file: later rules add to earlier ones and overrule them."""
        select: tuple[str, ...] | None = None
        ignore: tuple[str, ...] = ()
        severity = dict(self.severity)
        for _, rule in self.by_path.matching(path):
            if rule.select is not None:
                select = rule.select
                ignore = ()
            ignore += rule.ignore
            severity |= rule.severity
        return Rule(select, ignore, severity)
