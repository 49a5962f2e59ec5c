"""Where the files of a conversion go, and which of them would get in each other's way."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.collect import Named
from termkit.engine.converting import Converters, Load
from termkit.engine.naming import locales_in, map_name
from termkit.errors import InputError
from termkit.files import read_bytes
from termkit.locales import Locale, chinese_locales
from termkit.messages import tr
from termkit.problems import Problem

Decide = Callable[[Named], Locale | None]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where outputs go: below the directory ``output``, to the file ``output``, or over the inputs.

    Below a directory a file keeps its place in the tree it was found in; what names its
    own locale on the way there is respelled for ``target``, but with ``keep_names``.
    """

    target: Locale
    output: Path | None = None
    to_folder: bool = False
    keep_names: bool = False

    def place(self, file: Named, locale: Locale | None) -> Path:
        """Return where the output of a file in ``locale`` goes."""
        if self.output is None:
            return file.path
        if not self.to_folder:
            return self.output
        relative = _relative(file)
        if locale and not self.keep_names:
            relative = Path(map_name(relative, locale, self.target))
        return self.output / relative

    def place_copy(self, file: Named) -> Path:
        """Return where a file goes that is not converted: its name tells its locale."""
        return self.place(file, next(locales_in(_relative(file)), None))

    def possible(self, file: Named) -> set[Path]:
        """Return the places that a file may have, whatever its locale turns out to be."""
        is_named = not self.keep_names and any(locales_in(_relative(file)))
        locales = chinese_locales() if is_named else ()
        return {self.place(file, locale) for locale in (None, *locales)}

    def verify(self, file: Named, place: Path, data: bytes) -> None:
        """Raise InputError where a file in a tree would be replaced unasked."""
        itself = self.to_folder and os.path.abspath(place) == os.path.abspath(file.path)
        if itself and would_be(place, data):
            message = tr("would be replaced by its conversion; ask for that with --in-place")
            raise InputError(Problem(file.name, 0, "", message))


CREATED, CHANGED = "created", "changed"


def would_be(place: Path, data: bytes) -> str:
    """Tell what writing ``data`` would do to a file: CREATED, CHANGED, or "" for nothing."""
    if not place.exists():
        return CREATED
    return "" if read_bytes(place) == data else CHANGED


def is_folder(output: Path | None, paths: Iterable[str], files: Collection[Named]) -> bool:
    """Tell whether ``output`` is a directory, or is to become one."""
    return output is not None and (
        len(files) > 1 or output.is_dir() or any(Path(path).is_dir() for path in paths)
    )


def sort_out(
    placing: Placing,
    files: Iterable[Named],
    copies: Iterable[Named],
    converters: Converters,
    load: Load,
) -> tuple[list[Named], list[Named], list[Problem]]:
    """Return the files to convert and to copy without those in each other's way, and these as problems."""

    def decide(file: Named) -> Locale | None:
        if converters.source:
            return converters.source
        try:
            decision = converters.decide(load(file))
        except InputError:
            return None  # it is reported when it is its turn
        return None if decision.refusal else decision.locale

    refused = find_collisions(placing, files, copies, decide)
    converted = [file for file in files if file not in refused]
    copied = [file for file in copies if file not in refused]
    return converted, copied, [*refused.values()]


def find_collisions(
    placing: Placing, files: Iterable[Named], copies: Iterable[Named], decide: Decide
) -> dict[Named, Problem]:
    """Return the files that may not be written, for another one goes to the same place or is read there.

    Only files whose names leave that open are read for their locale, with ``decide``.
    """
    if placing.output is None:
        return {}
    places = {file: placing.possible(file) for file in files}
    places |= {file: {placing.place_copy(file)} for file in copies}
    claims = _claims(places)
    for file in [file for file in places if _rivals(file, places, claims)]:
        if len(places[file]) > 1:
            places[file] = {placing.place(file, decide(file))}
    claims = _claims(places)
    return {
        file: _problem(file, places, rivals)
        for file in places
        if (rivals := _rivals(file, places, claims))
    }


def _claims(places: Mapping[Named, Iterable[Path]]) -> Mapping[str, list[Named]]:
    """Return who is written to, or read from, each path."""
    claims: dict[str, list[Named]] = defaultdict(list)
    for file, possible in places.items():
        for path in {os.path.abspath(each) for each in (*possible, file.path)}:
            claims[path].append(file)
    return claims


def _rivals(
    file: Named, places: Mapping[Named, Iterable[Path]], claims: Mapping[str, list[Named]]
) -> list[Named]:
    return [
        other
        for path in places[file]
        for other in claims[os.path.abspath(path)]
        if other is not file
    ]


def _problem(file: Named, places: Mapping[Named, Iterable[Path]], rivals: list[Named]) -> Problem:
    (place,) = places[file]
    rival = rivals[0]
    if place in places[rival]:
        message = tr(
            "{path} would be written from {name} too; convert one of them",
            path=place.as_posix(),
            name=rival.name,
        )
    else:
        message = tr(
            "would overwrite {name}, which is read in this run; choose another folder",
            name=rival.name,
        )
    return Problem(file.name, 0, "", message)


def _relative(file: Named) -> Path:
    return file.path.relative_to(file.root) if file.root else Path(file.path.name)
