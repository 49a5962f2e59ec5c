"""From the tables of a configuration file to settings, with all faults at once."""

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from termkit.checks import all_checks
from termkit.config.settings import Settings
from termkit.config.source import ConfigFile, find_config, load_config, shown
from termkit.config.values import CHECK, DOMAIN, Table
from termkit.context import House
from termkit.engine.paths import PathTable
from termkit.engine.policy import Rule
from termkit.engine.walk import Exclusion
from termkit.engine.zones import Level, Zones
from termkit.errors import InputError, UnknownLocaleError
from termkit.locales import get_locale
from termkit.messages import tr
from termkit.model.diagnostic import Severity
from termkit.problems import Problem
from termkit.scripts.tai import Tai
from termkit.termbase.store import Layer, TermBase

_RULE_KEYS = ("select", "ignore", "severity")
KEYS = (
    "glossary",
    "builtin",
    "locales",
    *_RULE_KEYS,
    "per-path",
    "house",
    "zones",
    "exclude",
    "respect-gitignore",
    "baseline",
    "source",
)


def load_settings(named: Path | None = None, start: Path | None = None) -> Settings:
    """Return the settings of the configuration file ``named``, or of the nearest from ``start`` up.

    Without a file the defaults hold. Raises InputError with everything that is
    wrong with the file.
    """
    file = load_config(named) if named else find_config(Path(os.path.abspath(start or Path())))
    if file and not file.is_meant:
        raise InputError(Problem(str(file.path), 0, "", tr("has no table [tool.termkit]; add one")))
    return read_settings(file) if file else Settings()


def read_settings(file: ConfigFile) -> Settings:
    """Return the settings of a file; raise InputError with everything that is wrong with it."""
    problems: list[Problem] = []
    table = Table(file, problems)
    table.expect_only(*KEYS)
    root = Path(os.path.abspath(file.path.parent))
    folder = Path(shown(root))
    builtin, domains = _builtin(table)
    settings = Settings(
        file=file,
        glossary=tuple(_layers(table, folder)),
        builtin=builtin,
        domains=domains,
        locales=PathTable(root, tuple(_locales(table.table("locales")))),
        rule=_rule(table),
        by_path=PathTable(root, tuple(_by_path(table.table("per-path")))),
        house=_house(table.table("house")),
        zones=_zones(table.table("zones")),
        exclusion=Exclusion(
            root, table.patterns("exclude"), table.flag("respect-gitignore", default=True)
        ),
        baseline=folder / table.text("baseline") if table.text("baseline") else None,
        source=_source(table),
        origins={key: f"{file.path}:{file.line((key,))}" for key in table},
    )
    if problems:
        raise InputError(*sorted(problems, key=lambda problem: problem.line))
    return settings


def _layers(table: Table, folder: Path) -> Iterator[Layer]:
    layers = table.raw("glossary") if "glossary" in table else []
    if not isinstance(layers, list):
        table.wrong_kind(tr("an array of paths"), "glossary")
        return
    for index, each in enumerate(layers):
        if isinstance(each, str):
            layer = Layer(folder / each)
        elif isinstance(each, dict) and isinstance(each.get("path"), str):
            domains = each.get("domains", [])
            known = ("path", "domains")
            for key in each.keys() - {*known}:
                table.fault(
                    tr("unknown key {name!r} (known: {known})", name=key, known=", ".join(known)),
                    "glossary",
                    index=index,
                )
            if not isinstance(domains, list) or not all(isinstance(d, str) for d in domains):
                table.fault(tr("domains: an array of strings is wanted"), "glossary", index=index)
                continue
            layer = Layer(folder / each["path"], tuple(domains))
        else:
            message = tr("a path, or a table with a path and domains, is wanted")
            table.fault(message, "glossary", index=index)
            continue
        if layer.path.exists():
            yield layer
        else:
            message = tr(
                "{path}: no such file or directory; paths begin at this file", path=layer.path
            )
            table.fault(message, "glossary", index=index)


def _builtin(table: Table) -> tuple[bool, tuple[str, ...]]:
    value = table.raw("builtin")
    if value is None or isinstance(value, bool):
        return value is not False, ()
    if not isinstance(value, list):
        table.wrong_kind(tr("true, false or an array of domain names"), "builtin")
        return True, ()
    # An empty array switches off what it narrows to nothing.
    return bool(value), table.names("builtin", DOMAIN, TermBase.open().domains if value else ())


def _locales(table: Table) -> Iterator[tuple[str, str]]:
    for pattern in table.by_pattern():
        tag = table.text(pattern)
        try:
            if isinstance(table.raw(pattern), str):
                yield pattern, get_locale(tag).tag
        except UnknownLocaleError as error:
            table.fault(str(error), pattern)


def _source(table: Table) -> str:
    tag = table.text("source")
    try:
        return get_locale(tag).tag if tag else ""
    except UnknownLocaleError as error:
        table.fault(str(error), "source")
        return ""


def _by_path(table: Table) -> Iterator[tuple[str, Rule]]:
    for pattern in table.by_pattern():
        rules = table.table(pattern)
        rules.expect_only(*_RULE_KEYS)
        yield pattern, _rule(rules)


def _rule(table: Table) -> Rule:
    known = [check.name for check in all_checks()]
    select = table.names("select", CHECK, known) if "select" in table else None
    if table.raw("select") == []:
        table.fault(tr("selects no check; leave the key out to run all"), "select")
    severities = table.table("severity")
    severities.expect_only(*known)
    return Rule(
        select,
        table.names("ignore", CHECK, known),
        {name: severities.choice(name, Severity.WARNING) for name in severities if name in known},
    )


def _house(table: Table) -> House:
    table.expect_only("tai", "first-mention")
    named = tuple(name for _, name in table.strings("first-mention", tr(DOMAIN.array)))
    domains = named if "first-mention" in table else House().first_mention
    return House(table.choice("tai", Tai.KEEP), domains)


def _zones(table: Table) -> Zones:
    names = [field.name for field in fields(Zones)]
    table.expect_only(*names)
    return Zones(**{name: table.choice(name, Level.BODY) for name in names})
