"""What holds, and where each value comes from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields

from termkit.config.settings import DEFAULT, Settings
from termkit.config.values import key_path
from termkit.engine.policy import Rule
from termkit.engine.runner import select_checks
from termkit.messages import tr
from termkit.termbase.store import Layer

_SINGLE = ("house", "zones")
"""Tables whose keys each have a default."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: its keys, the value as JSON has it, and its origin."""

    keys: tuple[str, ...]
    value: object
    origin: str

    @property
    def line(self) -> str:
        """The entry as a line of TOML, its origin as a comment."""
        return f"{key_path(self.keys)} = {_toml(self.value)}  # {tr(self.origin)}"


def entries(settings: Settings) -> list[Entry]:
    """Return every value that holds, in the order of the manual."""
    return [Entry(keys, value, _origin(settings, keys)) for keys, value in _values(settings)]


def _values(settings: Settings) -> Iterator[tuple[tuple[str, ...], object]]:
    rule = settings.rule
    yield ("glossary",), [_layer(layer) for layer in settings.glossary]
    yield ("builtin",), list(settings.domains) if settings.domains else settings.builtin
    yield from _table("locales", dict(settings.locales.rows))
    chosen = rule.select or [check.name for check in select_checks()]
    yield ("select",), list(chosen)
    yield ("ignore",), list(rule.ignore)
    yield from _table("severity", {name: str(level) for name, level in rule.severity.items()})
    yield from _table("per-path", {p: _rule(each) for p, each in settings.by_path.rows})
    yield ("house", "tai"), str(settings.house.tai)
    yield ("house", "first-mention"), list(settings.house.first_mention)
    for field in fields(settings.zones):
        yield ("zones", field.name), str(getattr(settings.zones, field.name))
    yield ("exclude",), list(settings.exclusion.patterns)
    yield ("respect-gitignore",), settings.exclusion.gitignore
    yield ("baseline",), settings.baseline.as_posix() if settings.baseline else ""
    yield ("source",), settings.source


def _table(name: str, values: dict[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    if not values:
        yield (name,), {}
    for key, value in values.items():
        yield (name, key), value


def _layer(layer: Layer) -> object:
    path = layer.path.as_posix()
    return {"path": path, "domains": list(layer.domains)} if layer.domains else path


def _rule(rule: Rule) -> dict[str, object]:
    told: dict[str, object] = {}
    if rule.select is not None:
        told["select"] = list(rule.select)
    if rule.ignore:
        told["ignore"] = list(rule.ignore)
    if rule.severity:
        told["severity"] = {name: str(level) for name, level in rule.severity.items()}
    return told


def _origin(settings: Settings, keys: tuple[str, ...]) -> str:
    top = settings.origins.get(keys[0], DEFAULT)
    if settings.file is None or not top.startswith(f"{settings.file.path}:"):
        return top
    if keys[0] in _SINGLE and keys[1] not in settings.file.table[keys[0]]:
        return DEFAULT
    return f"{settings.file.path}:{settings.file.line(keys)}"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{key_path([key])} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
