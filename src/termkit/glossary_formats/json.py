"""JSON: an array of concepts, nothing lost."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from termkit.errors import InputError
from termkit.files import BOM, decode, read_bytes, write_atomic
from termkit.foreign import said
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.collecting import Collector, locale_column
from termkit.glossary_formats.tabular import map_column, put_cell
from termkit.messages import mark, tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.termbase.columns import ID, TEXT_COLUMNS

_CELLS = {"terms": "", "avoid": ":avoid", "except": ":except", "context": ":context"}
_OWN = "own"
_NESTING = mark('an array of objects, each a concept: [{"id": …, "terms": {"zh-TW": […]}}, …]')


def export(request: ExportRequest) -> Exported:
    """Write an array, one concept a line."""
    lines = (json.dumps(_concept(each), ensure_ascii=False) for each in request.concepts)
    text = "[\n" + ",\n".join(lines) + "\n]\n"
    write_atomic(request.path, text.encode("utf-8", "replace"))
    return Exported(len(request.concepts))


def _concept(concept: Concept) -> dict[str, Any]:
    cells = zip(
        _CELLS,
        (concept.terms, concept.avoid, concept.shields, concept.context),
        strict=True,
    )
    value: dict[str, Any] = {ID: concept.id}
    value |= {name: {tag: list(terms) for tag, terms in each.items()} for name, each in cells}
    value |= {name: getattr(concept, name) for name in TEXT_COLUMNS}
    value["flags"] = sorted(concept.flags)
    value[_OWN] = dict(concept.extra)
    return {name: each for name, each in value.items() if each}


def load(request: ImportRequest) -> Imported:
    """Read an array of concepts, or of objects that hold a cell under each column's name."""
    path = str(request.path)
    text = decode(read_bytes(request.path), path).removeprefix(BOM)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            Problem(path, error.lineno, "", tr("not valid JSON ({error})", error=said(error.msg)))
        ) from None
    except RecursionError:
        raise InputError(
            Problem(path, 0, "", tr("is nested too deeply; wanted is {shape}", shape=tr(_NESTING)))
        ) from None
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise InputError(
            Problem(path, 0, "", tr("is not what is read here: {shape}", shape=tr(_NESTING)))
        )
    found = Collector(request.path)
    for each in value:
        found.open()
        for name, cell in each.items():
            if name in _CELLS and isinstance(cell, dict):
                _add_terms(found, name, cell)
            elif name == _OWN and isinstance(cell, dict):
                for own, text in _texts(found, cell):
                    found.set(own, text)
            else:
                _add_text(found, request, name, cell)
    return found.result()


def _add_terms(found: Collector, name: str, cells: Mapping[str, Any]) -> None:
    for tag, terms in cells.items():
        column = locale_column(tag)
        values = [terms] if isinstance(terms, str) else terms
        if not column:
            found.notes.add(tr("{locale} is no locale of the term base", locale=tag), column=name)
        elif isinstance(values, list) and all(isinstance(term, str) for term in values):
            found.terms(column + _CELLS[name], values)
        else:
            found.notes.add(tr("is neither a term nor a list of terms"), column=f"{name}.{tag}")


def _add_text(found: Collector, request: ImportRequest, name: str, cell: Any) -> None:
    column = map_column(name, request.columns)
    if name == "flags" and isinstance(cell, list):
        cell = " ".join(map(str, cell))
    if column is None:
        found.notes.add(tr("no column of the term base; name one with --column"), column=name)
    elif column.locale and isinstance(cell, list):
        found.terms(column.name, map(str, cell))
    else:
        for _, text in _texts(found, {name: cell}):
            put_cell(found, column, text, request.separators)


def _texts(found: Collector, cells: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the cells that are texts or numbers."""
    for name, cell in cells.items():
        if isinstance(cell, str):
            yield name, cell
        elif isinstance(cell, int | float) and not isinstance(cell, bool):
            yield name, str(cell)
        elif cell is not None:
            found.notes.add(tr("is not a text"), column=name)


FORMAT = GlossaryFormat("json", (".json",), (), export, load, "array of concepts")
