"""Reading values out of a table with every fault noted under its key path."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from termkit.config.source import ConfigFile
from termkit.engine.paths import compiled
from termkit.errors import did_you_mean
from termkit.messages import mark, tr
from termkit.patterns import regex
from termkit.problems import Problem

T = TypeVar("T", bound=StrEnum)
_BARE = regex(r"[A-Za-z0-9_-]+", re.ASCII)
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, mark("true or false")),
    (str, mark("a string")),
    (dict, mark("a table")),
    (list, mark("an array")),
    (int, mark("a number")),
    (float, mark("a number")),
)


class Noun(NamedTuple):
    """What the names of an array are names of, as messages: an array of these, an unknown one."""

    array: str
    unknown: str


CHECK = Noun(mark("an array of check names"), mark("unknown check {name!r}"))
DOMAIN = Noun(mark("an array of domain names"), mark("unknown domain {name!r}"))


def key_path(keys: Iterable[str]) -> str:
    """Write a path of keys as TOML does: ``locales."a/*"``."""
    return ".".join(
        key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False) for key in keys
    )


class Table:
    """One table of a configuration file. What is wrong goes to ``problems``; the rest is used."""

    def __init__(
        self,
        file: ConfigFile,
        problems: list[Problem],
        values: Mapping[str, Any] | None = None,
        keys: tuple[str, ...] = (),
    ) -> None:
        self._file = file
        self._problems = problems
        self._values = file.table if values is None else values
        self._keys = keys

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def fault(self, message: str, *keys: str, index: int | None = None) -> None:
        """Note what is wrong with the value of a key, or with this table."""
        path = (*self._keys, *keys)
        place = key_path((*self._file.prefix, *path)) + ("" if index is None else f"[{index}]")
        self._problems.append(Problem(str(self._file.path), self._file.line(path), place, message))

    def expect_only(self, *known: str) -> None:
        """Note every key that is not among the known ones."""
        for key in self._values:
            if key not in known:
                self.fault(tr("unknown key") + did_you_mean(key, known), key)

    def raw(self, key: str) -> Any:
        """Return a value as it is, None where there is none."""
        return self._values.get(key)

    def wrong_kind(self, wanted: str, *keys: str, index: int | None = None) -> None:
        """Note that a value is of another kind than the one that is wanted."""
        value = self._values[keys[0]] if keys else None
        value = value[index] if index is not None and isinstance(value, list) else value
        self.fault(
            # Translators: a kind of value, such as “an array of paths”, and another kind.
            tr("{wanted} is wanted, not {kind}", wanted=wanted, kind=tr(_kind(value))),
            *keys,
            index=index,
        )

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._values.get(key, default)
        if isinstance(value, bool):
            return value
        self.wrong_kind(tr("true or false"), key)
        return default

    def text(self, key: str) -> str:
        """Return a string, "" where there is none."""
        value = self._values.get(key, "")
        if isinstance(value, str):
            return value
        self.wrong_kind(tr("a string"), key)
        return ""

    def choice(self, key: str, default: T) -> T:
        """Return one of the values of an enumeration."""
        if key not in self._values:
            return default
        kind = type(default)
        value = self.text(key)
        if value in list(kind):
            return kind(value)
        if isinstance(self._values[key], str):
            self.fault(
                tr(
                    "{value!r} is not one of {known}",
                    value=value,
                    known=", ".join(map(repr, map(str, kind))),
                ),
                key,
            )
        return default

    def strings(self, key: str, wanted: str) -> Iterator[tuple[int, str]]:
        """Yield the strings of an array, which is ``wanted``, with their numbers."""
        value = self._values.get(key, [])
        if not isinstance(value, list):
            self.wrong_kind(wanted, key)
            return
        for index, each in enumerate(value):
            if isinstance(each, str):
                yield index, each
            else:
                self.wrong_kind(tr("a string"), key, index=index)

    def names(self, key: str, noun: Noun, known: Iterable[str]) -> tuple[str, ...]:
        """Return the names of an array, all of which have to be known ones."""
        known = list(known)
        sound = []
        for index, name in self.strings(key, tr(noun.array)):
            if name in known:
                sound.append(name)
            else:
                message = tr(noun.unknown, name=name) + did_you_mean(name, known)
                self.fault(message, key, index=index)
        return tuple(sound)

    def patterns(self, key: str) -> tuple[str, ...]:
        """Return the patterns of an array."""
        return tuple(
            pattern
            for index, pattern in self.strings(key, tr("an array of patterns"))
            if self._is_pattern(pattern, key, index=index)
        )

    def table(self, key: str) -> "Table":
        """Return a table, an empty one where there is none."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.wrong_kind(tr("a table"), key)
            value = {}
        return Table(self._file, self._problems, value, (*self._keys, key))

    def by_pattern(self) -> Iterator[str]:
        """Yield the keys of this table, which are patterns, without those that are none."""
        for pattern in self._values:
            if pattern.startswith("!"):
                self.fault(
                    tr("a pattern can't begin with ! here; write what it shall match"), pattern
                )
            elif self._is_pattern(pattern, pattern):
                yield pattern

    def _is_pattern(self, pattern: str, *keys: str, index: int | None = None) -> bool:
        try:
            if pattern.strip() and not pattern.startswith("#"):
                compiled((pattern,))
                return True
            message = (
                tr("is no pattern; write one as in .gitignore")
                if pattern.strip()
                else tr("an empty pattern matches nothing; write one as in .gitignore")
            )
        except ValueError as error:
            message = tr("is no pattern ({error}); write one as in .gitignore", error=error)
        self.fault(message, *keys, index=index)
        return False


def _kind(value: object) -> str:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), mark("a date or time"))
