"""The files that catalogues name, and the catalogues that a directory holds."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from termkit.engine.collect import Named
from termkit.errors import InputError, TermkitError
from termkit.locales import Locale, find_locale
from termkit.messages import tr
from termkit.po.file import Catalog
from termkit.problems import Problem


def find_targets(folder: Path, domain: str) -> list[Locale]:
    """Return the locales that have a catalogue of that name; raise TermkitError where none has."""
    found = [find_locale(path.parts[-3]) for path in folder.glob(f"*/LC_MESSAGES/{domain}.po")]
    locales = sorted({each for each in found if each}, key=lambda each: each.tag)
    if not locales:
        raise TermkitError(
            tr(
                "{folder} holds no catalogue LANG/LC_MESSAGES/{domain}.po; "
                "make one with: termkit po export",
                folder=folder.as_posix(),
                domain=domain,
            )
        )
    return locales


def referenced_files(catalogs: Iterable[Catalog]) -> list[Named]:
    """Return the articles that catalogues refer to, if they are there, in order.

    Raises InputError for one outside of the working directory: a catalogue may come from anywhere.
    """
    found: dict[Path, Named] = {}
    for catalog in catalogs:
        for item in catalog.items:
            for reference in item.message.references:
                name = reference.rpartition(":")[0].strip("\u2068\u2069")
                path = PurePosixPath(name)
                if not name or Path(path) in found:
                    continue
                if path.is_absolute() or ".." in path.parts or _leaves(Path(path)):
                    reason = tr(
                        "refers to {name}, outside of this directory; name the articles", name=name
                    )
                    raise InputError(Problem(catalog.path, item.line, "", reason))
                if Path(path).is_file():
                    found[Path(path)] = Named(Path(path), Path())
    return list(found.values())


def _leaves(path: Path) -> bool:
    """Tell whether a path leads out of the working directory, by a symbolic link."""
    return not path.resolve().is_relative_to(Path.cwd().resolve())


def find_catalogs(paths: Iterable[str]) -> list[Path]:
    """Return the catalogues among paths and below directories; raise InputError for what is none."""
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(path.rglob("*.po"))
            if not inside:
                raise InputError(Problem(path.as_posix(), 0, "", tr("holds no catalogue (.po)")))
            found.update(dict.fromkeys(inside))
        elif path.is_file():
            found[path] = None
        else:
            message = tr("no such file or directory; check the path")
            raise InputError(Problem(path.as_posix(), 0, "", message))
    return list(found)
