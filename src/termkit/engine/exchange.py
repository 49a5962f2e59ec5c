"""Exporting the term base, and finding the format of a file: what was named, else by its suffix."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from termkit.errors import InputError, TermkitError, did_you_mean
from termkit.files import read_bytes
from termkit.glossary_formats import Exported, ExportRequest, GlossaryFormat, all_formats
from termkit.glossary_formats.fields import Field, count_losses
from termkit.locales import get_locale
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem

_BEGINNING = 4096


def export_format(name: str, path: Path) -> GlossaryFormat:
    """Return the format to write a path in: the named one, else the first that has its suffix."""
    offered = [each for each in all_formats() if each.export]
    if name:
        return _named(name, offered)
    fitting = [each for each in offered if _fits(each, path) and not each.directory]
    # The format whose first suffix it is: long tables may be CSV, but CSV is the wide one.
    fitting.sort(key=lambda each: (each.suffixes.index(path.suffix.lower()), len(each.name)))
    return fitting[0] if fitting else _unknown(path, offered)


def import_format(name: str, path: Path) -> GlossaryFormat:
    """Return the format to read a path in: the named one, else by suffix and by its beginning."""
    offered = [each for each in all_formats() if each.load]
    if name:
        return _named(name, offered)
    fitting = [each for each in offered if _fits(each, path)]
    if len(fitting) > 1:
        with_marks = [each for each in fitting if each.recognizes]
        beginning = read_bytes(path)[:_BEGINNING]
        sure = [each for each in with_marks if each.recognizes and each.recognizes(beginning)]
        fitting = sure or [each for each in fitting if not each.recognizes]
    return fitting[0] if fitting else _unknown(path, offered)


def _named(name: str, offered: Iterable[GlossaryFormat]) -> GlossaryFormat:
    formats = {each.name: each for each in offered}
    if name not in formats:
        raise TermkitError(tr("unknown format {name!r}", name=name) + did_you_mean(name, formats))
    return formats[name]


def _fits(each: GlossaryFormat, path: Path) -> bool:
    return path.suffix.lower() in each.suffixes


def _unknown(path: Path, offered: Iterable[GlossaryFormat]) -> GlossaryFormat:
    known = ", ".join(each.name for each in offered)
    message = tr("does not tell its format; name one with --format ({known})", known=known)
    raise InputError(Problem(str(path), 0, "", message))


@dataclass(frozen=True, slots=True)
class Export:
    """What an export did: its format, and in how many concepts each field was lost."""

    format: str
    exported: Exported
    losses: dict[Field, int]


def export_glossary(
    concepts: Iterable[Concept],
    path: Path,
    name: str,
    source: str,
    target: str,
    *,
    domains: Collection[str] = (),
    for_excel: bool = False,
) -> Export:
    """Write concepts to ``path`` in the format named, else in that of the suffix.

    Raises TermkitError where the format needs a locale that is not told.
    """
    found = export_format(name, path)
    wanted = [each for each in concepts if not domains or each.domain in domains]
    if domains and not wanted:
        raise TermkitError(tr("no row is of the domain {names}", names=", ".join(domains)))
    if not target and (found.bilingual or found.monolingual):
        raise TermkitError(
            tr("{format} is for one target locale; name it with --to", format=found.name)
        )
    tags = [get_locale(tag).base if tag else "" for tag in (source, target)]
    if not found.bilingual:
        tags[0] = ""
    if found.directory and path.is_file():
        raise InputError(
            Problem(
                str(path), 0, "", tr("is a file; {format} fills a directory", format=found.name)
            )
        )
    assert found.export is not None
    exported = found.export(ExportRequest(wanted, tags[0], tags[1], path, for_excel))
    return Export(found.name, exported, count_losses(wanted, found.loses, *tags))
