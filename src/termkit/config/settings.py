"""What holds for a run: the defaults, the configuration file and the command line together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from termkit.config.source import ConfigFile
from termkit.context import House
from termkit.engine.baseline import Baseline
from termkit.engine.paths import PathTable
from termkit.engine.policy import Policy, Rule
from termkit.engine.runner import CheckOptions, select_checks
from termkit.engine.siblings import Siblings
from termkit.engine.walk import Exclusion
from termkit.engine.zones import Zones
from termkit.locales import get_locale
from termkit.messages import mark
from termkit.scripts.tai import Tai
from termkit.termbase.store import Layer, TermBase

COMMAND_LINE = mark("command line")
DEFAULT = mark("default")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be configured, and in ``origins`` where each value comes from.

    ``rule`` holds for all files, ``by_path`` for those that a pattern matches.
    ``narrowed`` tells that the command line has chosen among the checks.
    """

    file: ConfigFile | None = None
    glossary: tuple[Layer, ...] = ()
    builtin: bool = True
    domains: tuple[str, ...] = ()
    locales: PathTable[str] = PathTable()
    rule: Rule = Rule()
    by_path: PathTable[Rule] = PathTable()
    house: House = House()
    zones: Zones = Zones()
    exclusion: Exclusion = Exclusion()
    baseline: Path | None = None
    source: str = ""
    narrowed: bool = False
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def house_tai(self) -> Tai | None:
        """What the configuration says of 台 and 臺, or None where it says nothing."""
        told = self.file.table.get("house", {}) if self.file else {}
        return self.house.tai if "tai" in told else None

    def open_base(self) -> TermBase:
        """Gather the term base; its faults are in its ``problems``."""
        return TermBase.open(*self.glossary, builtin=self.builtin, domains=self.domains)

    def open_baseline(self, named: Path | None = None) -> Baseline | None:
        """Read the baseline, that of the command line first; raise InputError where it is none."""
        file = named or self.baseline
        return Baseline.load(file) if file else None

    def check_options(
        self, base: TermBase, locale: str = "", *, names: bool = False
    ) -> CheckOptions:
        """Return what the checks of a run are given."""
        return CheckOptions(
            base,
            select_checks(self.rule.select or (), self.rule.ignore),
            locale,
            Policy(self.rule.severity, self.by_path),
            self.locales,
            self.house,
            self.zones,
            self.narrowed,
            names,
            Siblings(self.source),
        )

    def with_glossary(
        self, glossary: Sequence[Path] | None = None, builtin: bool | None = None
    ) -> "Settings":
        """Return the settings with the term base that the command line names."""
        changed = self
        if glossary:
            changed = changed._told("glossary", glossary=tuple(map(Layer, glossary)))
        if builtin is not None:
            changed = changed._told("builtin", builtin=builtin, domains=())
        return changed

    def with_source(self, locale: str) -> "Settings":
        """Return the settings with the locale of the originals that the command line names."""
        return self._told("source", source=get_locale(locale).tag) if locale else self

    def with_checks(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Settings":
        """Return the settings with the checks that the command line names.

        Names to select replace those of the file, and what it ignores everywhere;
        what it ignores in single files stays so. Names to ignore are added. Raises
        TermkitError for an unknown name.
        """
        select_checks(select, ignore)
        changed = self
        if select:
            rows = tuple((p, replace(rule, select=None)) for p, rule in self.by_path.rows)
            rule = replace(self.rule, select=tuple(select), ignore=())
            changed = changed._told(
                "select",
                "ignore",
                rule=rule,
                by_path=replace(self.by_path, rows=rows),
                narrowed=True,
            )
        if ignore:
            rule = replace(changed.rule, ignore=(*changed.rule.ignore, *ignore))
            # A rule for a path may select anew; what is ignored here stays so.
            rows = tuple(
                (p, replace(rule, ignore=(*rule.ignore, *ignore)))
                for p, rule in changed.by_path.rows
            )
            changed = changed._told(
                "ignore", rule=rule, by_path=replace(self.by_path, rows=rows), narrowed=True
            )
        return changed

    def _told(self, *keys: str, **values: object) -> "Settings":
        origins = {**self.origins, **dict.fromkeys(keys, COMMAND_LINE)}
        return replace(self, origins=origins, **values)  # type: ignore[arg-type]
