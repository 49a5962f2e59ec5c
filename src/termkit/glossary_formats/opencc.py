"""OpenCC: a directory with a dictionary and a configuration that converts as termkit does.

The dictionary holds the whole table of the pair of locales, so that the order in which
OpenCC asks several dictionaries changes nothing, and the directory needs no other file.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from termkit.convert.compose import build_table
from termkit.convert.domain import GENERAL
from termkit.convert.flat import flat_entries
from termkit.errors import InputError, TermkitError
from termkit.files import BOM, decode, read_bytes, write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.bilingual import locales_of
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import MATCHING, REST, TEXTS, Field, active
from termkit.locales import get_chinese
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.scripts.chain import Stage

_TERMS = "terms.txt"
_SHOWN = 5
_README = (  # not shown
    """\
Made by termkit from a term base and from the dictionaries of OpenCC (Apache License 2.0).

{name}.json  the configuration: opencc -c {name}.json
{name}.txt   its dictionary: everything that is converted from {source} to {target}
{terms}     the preferred terms alone, for other configurations

Words that termkit decides by what stands around them have their usual meaning here, and
quotation marks stay as they are.
"""
)


def export(request: ExportRequest) -> Exported:
    """Write configuration, dictionary and list of terms into the directory ``path``."""
    source, target = get_chinese(request.source).base, get_chinese(request.target).base
    if source == target:
        message = tr(
            "from {source} to {target} there is nothing to convert", source=source, target=target
        )
        raise TermkitError(message)
    name = f"{source}_{target}"
    table, keys = build_table(request.concepts, source, target)
    entries = {entry.key: entry.value for entry in flat_entries(table, keys, GENERAL)}
    misfits = {key: entries.pop(key) for key in list(entries) if not _fits(key, [entries[key]])}
    left = Stage(entries)
    lost = [f"{key} → {value}" for key, value in misfits.items() if left.convert(key) != value]
    concepts = active(request.concepts, source, target)
    terms = dict(_terms(concepts, source, target))
    files = {
        f"{name}.txt": _dictionary(entries.items()),
        _TERMS: _dictionary(terms.items()),
        f"{name}.json": json.dumps(_configuration(name), ensure_ascii=False, indent=2) + "\n",
        "README.txt": _README.format(name=name, source=source, target=target, terms=_TERMS),
    }
    for file, text in files.items():
        write_atomic(request.path / file, text.encode())
    return Exported(len(concepts), _misfits(lost, request.path))


def _misfits(lost: Sequence[str], path: Path) -> tuple[Problem, ...]:
    if not lost:
        return ()
    shown = ", ".join(lost[:_SHOWN]) + (", …" if len(lost) > _SHOWN else "")
    message = tr(
        "OpenCC's dictionaries hold no value with a space; left out: {shown} ({count})",
        shown=shown,
        count=len(lost),
    )
    return (Problem(str(path), 0, "", message),)


def _fits(key: str, values: Sequence[str]) -> bool:
    """Tell whether OpenCC's text dictionaries can hold a key and its values."""
    return not any(" " in value or not value for value in values) and not set("\t\r\n") & set(
        "".join((key, *values))
    )


def _terms(concepts: Iterable[Concept], source: str, target: str) -> Iterator[tuple[str, str]]:
    for concept in concepts:
        values = concept.terms[target]
        if _fits(concept.preferred(source), values):
            yield concept.preferred(source), " ".join(values)


def _dictionary(entries: Iterable[tuple[str, str]]) -> str:
    lines = sorted(f"{key}\t{value}\n" for key, value in entries)
    return "".join(lines)


def _configuration(name: str) -> dict[str, object]:
    dictionary = {"type": "text", "file": f"{name}.txt"}
    return {
        "name": f"termkit {name.replace('_', ' → ')}",  # not shown
        "segmentation": {"type": "mmseg", "dict": dictionary},
        "conversion_chain": [{"dict": dictionary}],
    }


def load(request: ImportRequest) -> Imported:
    """Read a text dictionary, or the list of terms in a directory that was exported."""
    source, target = locales_of(request)
    path = request.path / _TERMS if request.path.is_dir() else request.path
    text = decode(read_bytes(path), str(path)).removeprefix(BOM)
    found = Collector(path)
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        key, tab, values = line.partition("\t")
        if not tab:
            raise InputError(Problem(str(path), number, "", tr("no tab between key and values")))
        found.open(number)
        found.term(source, key)
        found.terms(target, values.split())
    return found.result(source)


FORMAT = GlossaryFormat(
    "opencc",
    (".txt",),
    (
        Field.ID,
        Field.OTHER_LOCALES,
        Field.SOURCE_ADMITTED,
        Field.AVOID,
        *MATCHING,
        *TEXTS,
        *REST,
    ),
    export,
    load,
    "OpenCC's configuration with its dictionary",
    bilingual=True,
    directory=True,
)
