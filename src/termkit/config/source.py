"""Finding and reading the configuration file."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from termkit.errors import InputError
from termkit.files import BOM, read_bytes, read_text
from termkit.messages import tr
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.readers.scalars import MalformedError, toml_scalars
from termkit.text import LineIndex, Span

OWN_NAME = "termkit.toml"
SHARED_NAME = "pyproject.toml"
_TABLE = ("tool", "termkit")
_MENTION = re.compile(rb"\[\s*tool\s*\.\s*[\"']?termkit\b|\btermkit\b")

_HEADER = regex(r"^\s*\[\s*tool\s*\.\s*termkit\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file: its text, termkit's table of it, and the keys that lead there."""

    path: Path
    text: str
    table: dict[str, Any]
    prefix: tuple[str, ...]

    @property
    def is_meant(self) -> bool:
        """Whether the file has anything for us: a pyproject.toml may not."""
        return not self.prefix or bool(self.table) or _HEADER.search(self.text) is not None

    def line(self, keys: tuple[str, ...]) -> int:
        """Return the line on which the value of a key begins; 0 where nothing is in it."""
        wanted = (*self.prefix, *keys)
        for scalar in toml_scalars(self.text, Span(0, len(self.text))):
            if scalar.keys[: len(wanted)] == wanted:
                return LineIndex(self.text).position(scalar.span.start).line
        return 0


def find_config(start: Path) -> ConfigFile | None:
    """Return the nearest configuration from ``start`` upwards.

    In one folder termkit.toml comes first; a pyproject.toml without ``[tool.termkit]``
    is passed over. Raises InputError for one that cannot be read.
    """
    for folder in (start, *start.parents):
        if (folder / OWN_NAME).is_file():
            return load_config(Path(shown(folder / OWN_NAME)))
        shared = Path(shown(folder / SHARED_NAME))
        if shared.is_file() and _MENTION.search(read_bytes(shared)):
            found = load_config(shared)
            if found.is_meant:
                return found
    return None


def load_config(path: Path) -> ConfigFile:
    """Read a configuration file: one called pyproject.toml has a table for us, any other is ours."""
    import tomllib

    text = read_text(path).removeprefix(BOM)
    try:
        toml_scalars(text, Span(0, len(text)))
    except MalformedError as error:
        raise InputError(
            Problem(str(path), error.line, "", tr("is not TOML: {error}", error=error))
        ) from None
    values = tomllib.loads(text.replace("\r\n", "\n"))
    if path.name != SHARED_NAME:
        return ConfigFile(path, text, values, ())
    table: Any = values
    for name in _TABLE:
        table = table.get(name, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise InputError(Problem(str(path), 0, "tool.termkit", tr("a table is wanted")))
    return ConfigFile(path, text, table, _TABLE)


def shown(path: Path) -> str:
    """Return a path as it is told to the user: from the current directory down where it can be."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
