"""Finding the article that another one is a translation of: its sibling in the source locale."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from termkit.engine.collect import Named
from termkit.engine.naming import tags_in
from termkit.locales import find_locale

_KEYED = frozenset({".md", ".markdown", ".html", ".htm"})
_KEY = re.compile(rb"^\s*[\"']?translationKey[\"']?\s*[:=]\s*[\"']?([^\"'\r\n#]+)", re.MULTILINE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Siblings:
    """Where the articles of the ``locale`` are that others are translated from; "" looks for none.

    ``keys`` are the files of a run that share a translationKey, as Hugo has it.
    """

    locale: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def among(self, files: Sequence[Named]) -> "Siblings":
        """Return the same, knowing the keys of files."""
        if not self.locale or self.keys:
            return self
        found: dict[str, list[str]] = {}
        for file in files:
            if key := _key_of(file.path):
                found.setdefault(key, []).append(file.name)
        return replace(self, keys={k: tuple(v) for k, v in found.items() if len(v) > 1})

    def source_of(self, path: str) -> Path | None:
        """Return the article that a file is a translation of, if it has a sibling that may be it."""
        if not self.locale:
            return None
        place = Path(path)
        tags = [tag for part in place.parts for tag in tags_in(part)]
        if any(self._is_source(tag) for tag in tags):
            return None
        return next((found for found in self._candidates(place) if found.is_file()), None)

    def _candidates(self, place: Path) -> Iterator[Path]:
        """Yield where the sibling may be: under its locale's name, then under none, then by its key."""
        untagged: list[Path] = []
        parts = place.parts
        for number in reversed(range(len(parts))):
            folder = Path(*parts[:number])
            rest = parts[number + 1 :]
            for tag in tags_in(parts[number]):
                before, _, after = parts[number].rpartition(tag)
                yield from (
                    folder.joinpath(name, *rest)
                    for name in _names(folder)
                    if name.startswith(before)
                    and name.endswith(after)
                    and self._is_source(name[len(before) : len(name) - len(after)])
                )
                plain = before.rstrip(".-_") + after
                untagged.append(folder.joinpath(*([plain] if plain else []), *rest))
        yield from untagged
        key = _key_of(place) if self.keys else ""
        for name in self.keys.get(key, ()):
            if any(map(self._is_source, re.split(r"[./\\]", name))):
                yield Path(name)

    def _is_source(self, tag: str) -> bool:
        found = find_locale(tag) if tag else None
        wanted = find_locale(self.locale)
        return found is not None and wanted is not None and found.base == wanted.base


def _names(folder: Path) -> Iterable[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()


def _key_of(path: Path) -> str:
    """Return the translationKey of a page's front matter, or ""."""
    if path.suffix.lower() not in _KEYED:
        return ""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return ""
    if not head.lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++")):
        return ""
    match = _KEY.search(head)
    return match[1].decode("utf-8", "replace").strip() if match else ""
