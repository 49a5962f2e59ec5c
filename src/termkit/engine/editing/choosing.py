"""Which file a row belongs into, and where the row of an id stands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from termkit.engine.editing.formatting import table_files
from termkit.engine.editing.rows import already_there
from termkit.errors import InputError, TermkitError
from termkit.files import read_text
from termkit.messages import tr
from termkit.termbase.columns import ID, TERM_LOCALES, split_cell
from termkit.termbase.rows import concept_row
from termkit.termbase.sheet import Sheet
from termkit.termbase.store import Layer, TermBase, csv_files

_CLOSE = 0.75
_FOR_PEOPLE = frozenset({"domain", "definition", "note", "source"})


def choose_file(layers: Sequence[Layer], domain: str) -> Path:
    """Return the file for a row of a domain: the one of its name, or the only one that has such rows.

    Without a domain the term base must be one file. Raises TermkitError with what there is.
    """
    files = table_files(layers)
    for file in files:
        if not file.exists():
            raise TermkitError(
                tr(
                    "{file}: no such file; check the path, or begin it with --file {file}",
                    file=file,
                )
            )
    if len(files) == 1:
        return files[0]
    names = ", ".join(str(file) for file in files)
    if not domain:
        raise TermkitError(
            tr("which file? add --file FILE or domain=DOMAIN (files: {names})", names=names)
        )
    found = [file for file in files if file.stem == domain]
    found = found or [file for file in files if domain in _domains(file)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(map(str, found))
        raise TermkitError(
            tr(
                "several files have rows of {domain}; add --file FILE (files: {names})",
                domain=domain,
                names=names,
            )
        )
    new = files[-1].parent / f"{domain}.csv"
    raise TermkitError(
        tr(
            "no file has rows of {domain}; add --file {new} to begin one (files: {names})",
            domain=domain,
            new=new,
            names=names,
        )
    )


def _domains(file: Path) -> set[str]:
    sheet = Sheet(read_text(file), str(file))
    return {sheet.get(row, "domain").strip() for row in sheet.concepts}


def verify_free(layers: Iterable[Layer], path: Path, concept_id: str) -> None:
    """Raise InputError where another file of the layer of ``path`` has a row of the id."""
    for layer in layers:
        files = csv_files(layer.path)
        if not any(_same(file, path) for file in files) and not _same(layer.path, path.parent):
            continue
        for file in (file for file in files if not _same(file, path)):
            sheet = Sheet(read_text(file), str(file))
            for row in sheet.find(concept_id):
                raise InputError(already_there(concept_id, sheet.path, row.line))


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def find_row(files: Iterable[Path], concept_id: str, base: Callable[[], TermBase]) -> Path:
    """Return the file with the row of an id; ``base`` is asked where there is none.

    Raises TermkitError with what comes near it.
    """
    found: list[Path] = []
    terms: dict[str, set[str]] = {}
    for file in files:
        sheet = Sheet(read_text(file), str(file))
        for row in sheet.concepts:
            own = sheet.get(row, ID).strip()
            cells = (sheet.get(row, tag).casefold() for tag in TERM_LOCALES)
            terms[own] = {term for cell in cells for term in split_cell(cell)}
            if own == concept_id and file not in found:
                found.append(file)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(map(str, found))
        raise TermkitError(
            tr(
                "the id {id} stands in {names}; choose one with --file FILE",
                id=concept_id,
                names=names,
            )
        )
    everything = base()
    if concept_id in everything:
        other = everything[concept_id]
        if other.layer:
            raise TermkitError(
                tr(
                    "{id} stands in {place}; edit it there",
                    id=concept_id,
                    place=f"{other.path}:{other.line}",
                )
            )
        raise TermkitError(
            tr(
                "{id} is a row of the built-in base; take it over into yours with "
                "“termkit glossary add --like {id} …”",
                id=concept_id,
            )
        )
    raise TermkitError(
        tr(
            "there is no row {id}{hint}",
            id=concept_id,
            hint=_near(concept_id, terms),
        )
    )


def _near(typed: str, terms: Mapping[str, set[str]]) -> str:
    """Return the ids that someone may have meant, by a term of theirs or by spelling."""
    by_term = [own for own, found in terms.items() if typed.casefold() in found]
    near = by_term or get_close_matches(typed, list(terms), n=3, cutoff=_CLOSE)
    return (
        tr("; did you mean {name}?", name=tr(" or ").join(near[:3]))
        if near
        else tr("; look for it with glossary find")
    )


def like(base: TermBase, concept_id: str) -> dict[str, str]:
    """Return the cells of a row that another one is to be like."""
    if concept_id not in base:
        near = get_close_matches(concept_id, [concept.id for concept in base], n=3, cutoff=_CLOSE)
        hint = tr("; did you mean {name}?", name=tr(" or ").join(near)) if near else ""
        raise TermkitError(tr("--like: no row has the id {id}{hint}", id=concept_id, hint=hint))
    return concept_row(base[concept_id])


def claimed_elsewhere(base: TermBase, cells: Mapping[str, str]) -> list[str]:
    """Return which terms of a row other concepts have as well: that may be meant, and may not."""
    wanted = {(tag, term) for tag in TERM_LOCALES for term in split_cell(cells.get(tag, ""))}
    return [
        tr(
            "{column}: “{term}” is a term of {id} as well ({place})",
            column=tag,
            term=term,
            id=concept.id,
            place=f"{concept.path}:{concept.line}",
        )
        for concept in base.concepts
        if concept.id != cells.get(ID) and concept.is_active
        for tag, terms in concept.terms.items()
        for term in terms
        if (tag, term) in wanted
    ]


def replaced(base: TermBase, concept_id: str, cells: Mapping[str, str]) -> str:
    """Return what a new row does to a lower one of its id, or ""."""
    if concept_id not in base:
        return ""
    lower = base[concept_id]
    lost = [name for name in concept_row(lower) if not cells.get(name) and name not in _FOR_PEOPLE]
    told = tr(
        "this replaces the row {id} of {place} whole",
        id=concept_id,
        place=f"{lower.path}:{lower.line}",
    )
    return told + (
        tr("; of its cells yours has no {columns}", columns=", ".join(lost)) if lost else ""
    )
