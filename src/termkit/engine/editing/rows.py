"""Adding, editing and removing rows, one file at a time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from termkit.engine.editing.rewriting import rewrite
from termkit.errors import InputError, TermkitError
from termkit.files import read_text
from termkit.locales import EN
from termkit.messages import tr
from termkit.problems import Problem
from termkit.termbase.assignments import Assignment, find_column, id_from
from termkit.termbase.columns import ID, TERM_LOCALES, split_cell
from termkit.termbase.compare import ConceptChange, compare
from termkit.termbase.damage import damage_of
from termkit.termbase.identity import stem
from termkit.termbase.sheet import Row, Sheet


@dataclass(frozen=True, slots=True)
class Edited:
    """What was done to a file: its concepts, and the columns that it needed for that."""

    path: str
    changes: tuple[ConceptChange, ...] = ()
    new_columns: tuple[str, ...] = ()


def new_cells(
    assignments: Iterable[Assignment],
    concept_id: str = "",
    start: Mapping[str, str] | None = None,
    own_columns: Iterable[str] = (),
) -> dict[str, str]:
    """Return the cells of a new row: what was typed over those of ``start``, with an id.

    Raises TermkitError where the id cannot be made.
    """
    cells = dict(start or {})
    own_columns = [*own_columns, *cells]
    for one in assignments:
        column = find_column(one.name, own_columns)
        cells[column.name] = one.apply(column, cells.get(column.name, ""))
    english = next(iter(split_cell(cells.get(EN, ""))), "")
    cells[ID] = concept_id or cells.get(ID) or id_from(english)
    if not cells[ID]:
        raise TermkitError(tr("the row needs an id: give its English term, or --id ID"))
    return cells


def columns_of(path: Path) -> list[str]:
    """Return the columns of a file; none where it is not there yet."""
    return list(Sheet(read_text(path), str(path)).names) if path.exists() else []


def add_row(path: Path, cells: Mapping[str, str], *, write: bool = True) -> Edited:
    """Add a row at the end of a file, which is made if need be.

    Raises InputError with everything that is wrong with the cells; then nothing is written.
    """

    def change(sheet: Sheet) -> Edited:
        taken = sheet.find(cells[ID])
        if taken:
            raise InputError(already_there(cells[ID], sheet.path, taken[0].line))
        values = dict(cells)
        if values.get("domain") == stem(sheet.path):
            del values["domain"]
        new = _add_columns(sheet, [name for name, value in values.items() if value])
        row = sheet.append({name: values[name] for name in values if name in sheet.names})
        _verify(sheet, row, set(values), before=[])
        return Edited(sheet.path, _changes(sheet, row), tuple(new))

    columns = (ID, *TERM_LOCALES)
    return _edit(path, change, write=write, new=lambda: Sheet.new(columns, str(path)))


def set_cells(
    path: Path, concept_id: str, assignments: Iterable[Assignment], *, write: bool = True
) -> Edited:
    """Change cells of a row. Raises InputError or TermkitError where a new value is wrong."""

    def change(sheet: Sheet) -> Edited:
        row = the_row(sheet, concept_id)
        before, faults = list(row.raw), sheet.faults_of(row)
        header = list(sheet.header.raw)
        names: set[str] = set()
        new: list[str] = []
        for one in assignments:
            column = find_column(one.name, sheet.names)
            value = one.apply(column, sheet.get(row, column.name))
            if column.name == ID and value != concept_id and sheet.find(value):
                raise InputError(already_there(value, sheet.path, sheet.find(value)[0].line))
            if value:
                new += _add_columns(sheet, [column.name])
            if column.name in sheet.names:
                sheet.set(row, column.name, value)
                names.add(column.name)
        _verify(sheet, row, names, before=faults)
        old = Sheet(_line(header) + _line(before), sheet.path)
        return Edited(sheet.path, _changes(sheet, row, old), tuple(new))

    return _edit(path, change, write=write)


def remove_rows(path: Path, concept_ids: Iterable[str], *, write: bool = True) -> Edited:
    """Take rows out of a file."""

    def change(sheet: Sheet) -> Edited:
        rows = [the_row(sheet, concept_id) for concept_id in concept_ids]
        changes = [
            replace(one, line=row.line)
            for row in rows
            for one in compare([_alone(sheet, row)], [_alone(sheet)], resaved=False).changes
        ]
        for row in rows:
            sheet.remove(row)
        return Edited(sheet.path, tuple(changes))

    return _edit(path, change, write=write)


def the_row(sheet: Sheet, concept_id: str) -> Row:
    """Return the row with an id; raise InputError where there is none, or several."""
    rows = sheet.find(concept_id)
    if not rows:
        raise InputError(
            Problem(
                sheet.path,
                0,
                ID,
                tr("there is no row {id} (any more)", id=concept_id),
            )
        )
    if len(rows) > 1:
        lines = ", ".join(str(row.line) for row in rows)
        message = tr(
            "the id {id} stands on the lines {lines}; rename all but one first",
            id=concept_id,
            lines=lines,
        )
        raise InputError(Problem(sheet.path, rows[1].line, ID, message))
    return rows[0]


def already_there(concept_id: str, path: str, line: int) -> Problem:
    """Return the fault of an id that is taken."""
    message = tr(
        "the id {id} stands already here; change the row with "
        "“termkit glossary set {id} …”, or give the new one another --id",
        id=concept_id,
    )
    return Problem(path, line, ID, message)


def _edit(
    path: Path,
    change: Callable[[Sheet], Edited],
    *,
    write: bool,
    new: Callable[[], Sheet] | None = None,
) -> Edited:
    done: list[Edited] = []

    def edit(text: str) -> str:
        sheet = new() if new and not text else Sheet(text, str(path))
        problems = sheet.misfits()
        if problems:
            raise InputError(*problems)
        done.append(change(sheet))
        return sheet.text

    if write:
        rewrite(path, edit, create=new is not None)
    else:
        edit("" if new and not path.exists() else read_text(path))
    return done[-1]


def _add_columns(sheet: Sheet, names: Iterable[str]) -> list[str]:
    """Give the file the known columns that it lacks."""
    new = [name for name in names if name not in sheet.names]
    for name in new:
        sheet.add_column(name)
    return new


def _verify(sheet: Sheet, row: Row, typed: set[str], before: list[Problem]) -> None:
    """Raise InputError with what is wrong with typed cells, or wrong only since they were typed."""
    known = {(one.column, one.message) for one in before}
    line = sheet.line_of(row)
    problems = [
        replace(one, line=line)
        for one in sheet.faults_of(row)
        if one.column in typed or (one.column, one.message) not in known
    ]
    for name in sheet.names:
        message = damage_of(sheet.columns[sheet.names[name]], sheet.get(row, name))
        if name in typed and message:
            problems.append(Problem(sheet.path, line, name, message))
    if problems:
        raise InputError(*problems)


def _changes(sheet: Sheet, row: Row, old: Sheet | None = None) -> tuple[ConceptChange, ...]:
    """Return what has happened to a row, for a person to see."""
    found = compare([old or _alone(sheet)], [_alone(sheet, row)], resaved=False).changes
    return tuple(replace(one, line=sheet.line_of(row)) for one in found)


def _alone(sheet: Sheet, *rows: Row) -> Sheet:
    """Return a file with these rows only."""
    return Sheet(_line(sheet.header.raw) + "".join(_line(row.raw) for row in rows), sheet.path)


def _line(raw: list[str]) -> str:
    return ",".join(raw) + "\n"
