"""Importing: rows of other files become cells of a term base file, and everything is told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from termkit.engine.editing.matching_rows import Ids, Match, Rows, new_ids
from termkit.engine.editing.rewriting import rewrite
from termkit.engine.editing.taking_over import Outcome, Policy, take_over
from termkit.engine.editing.touched_rows import Place, Touched, find_faults, has_terms
from termkit.engine.exchange import import_format
from termkit.errors import InputError
from termkit.files import decode, read_bytes
from termkit.glossary_formats import GlossaryFormat, ImportedRow, ImportRequest
from termkit.glossary_formats.fields import Field
from termkit.messages import tr
from termkit.problems import Problem
from termkit.termbase.columns import ID, TERM_LOCALES, Column, parse_column
from termkit.termbase.sheet import Row, Sheet


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to import and how: see ``ImportRequest`` for the fields of the same names."""

    files: Sequence[Path]
    format: str = ""
    source: str = ""
    target: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    separators: str = ""
    match: Match = Match.EITHER
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of a row that was there before, and what was done to it; ``place`` is in the file read."""

    concept: str
    column: str
    before: str
    after: str
    outcome: Outcome
    place: str


@dataclass(slots=True)
class ImportReport:
    """What an import did.

    Of the rows that were ``read``, ``same`` say nothing new of a row that was there, and
    ``joined`` are about one that the same import added.
    """

    read: int = 0
    same: int = 0
    joined: int = 0
    added: list[str] = field(default_factory=list)
    changes: list[CellChange] = field(default_factory=list)
    unmapped: list[Problem] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)

    @property
    def kept(self) -> list[CellChange]:
        """The cells that stay although the file says something else."""
        return [change for change in self.changes if change.outcome is Outcome.KEPT]


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that was read, and the rows in it."""

    path: Path
    format: GlossaryFormat
    rows: tuple[ImportedRow, ...]
    unmapped: tuple[Problem, ...]
    source: str


def import_files(
    wanted: Wanted, into: Path, taken: Collection[str] = (), *, dry_run: bool = False
) -> ImportReport:
    """Merge files into a term base file, which is made where it does not exist.

    ``taken`` are ids that new rows must not get by chance. Raises InputError where a
    file cannot be read at all; then nothing is written.
    """
    sources = [_load(wanted, path) for path in wanted.files]
    report = ImportReport()

    def change(text: str) -> str:
        nonlocal report
        importer = _Importer(text, into, wanted, taken)
        for source in sources:
            importer.take(source)
        report = importer.report
        return importer.finish()

    if dry_run:
        change(decode(read_bytes(into), str(into)) if into.exists() else "")
    else:
        rewrite(into, change, create=True)
    return report


def _load(wanted: Wanted, path: Path) -> _Source:
    found = import_format(wanted.format, path)
    assert found.load is not None
    request = ImportRequest(path, wanted.source, wanted.target, wanted.columns, wanted.separators)
    result = found.load(request)
    return _Source(path, found, result.rows, result.unmapped, result.source)


class _Importer:
    """One pass over the files, into one sheet."""

    def __init__(self, text: str, path: Path, wanted: Wanted, taken: Collection[str]) -> None:
        self._text = text
        self._path = str(path)
        self._wanted = wanted
        self._sheet = Sheet(text, self._path) if text else Sheet.new([ID], self._path)
        if problems := self._sheet.misfits():
            raise InputError(*problems)
        self._rows = Rows(self._sheet)
        self._here = {self._sheet.get(row, ID).strip() for row in self._sheet.concepts}
        self._taken = set(taken)
        self._touched: dict[int, Touched] = {}
        self.report = ImportReport()

    def take(self, source: _Source) -> None:
        """Take over the rows of a file."""
        self.report.unmapped += source.unmapped
        self.report.read += len(source.rows)
        self._prepare(source)
        ids = new_ids(self._taken, source.path.stem)
        for imported in source.rows:
            cells = {n: c for n, c in imported.cells.items() if n in self._sheet.names}
            found = self._rows.find(cells, self._wanted.match, source.source)
            found = [row for row in found if self._may_be(row, cells)]
            place = (str(source.path), imported.line)
            if len(found) > 1:
                shown = next(
                    (cells[tag] for tag in (source.source, *TERM_LOCALES) if cells.get(tag)), ""
                )
                names = ", ".join(self._sheet.get(row, ID) for row in found)
                message = tr("may be {names}; give it the id of one of them; left out", names=names)
                self._leave_out(place, shown, message)
            elif found:
                touched = self._touched.get(id(found[0]))
                self.report.joined += touched is not None and touched.is_new
                self._merge(found[0], cells, source, place)
            else:
                self._add(cells, ids, place)

    def finish(self) -> str:
        """Undo what the loader would refuse, and return the text of the file."""
        self._undo_faults()
        self._tell()
        changed = self.report.added or any(
            change.outcome is not Outcome.KEPT for change in self.report.changes
        )
        return self._sheet.text if changed else self._text

    def _may_be(self, row: Row, cells: dict[str, str]) -> bool:
        """Tell whether cells may be about a row.

        Those of a row that this import added belong to another concept where both have
        an id of their own, or prefer other terms: a table may list a word several times.
        """
        touched = self._touched.get(id(row))
        if touched is None or not touched.is_new or cells.get(ID) == self._sheet.get(row, ID):
            return True
        if touched.has_own_id and ID in cells:
            return False
        return not any(
            take_over(column, self._sheet.get(row, column.name), cells[column.name], Policy())[1]
            is Outcome.KEPT
            for column in self._sheet.columns
            if column.kind == "terms" and column.name in cells
        )

    def _prepare(self, source: _Source) -> None:
        """Make columns for what is known; what nobody knows needs a column that is there already."""
        used = {name: None for row in source.rows for name in row.cells}
        default = PurePath(self._path).stem
        for name in used:
            column = parse_column(name)
            if name in self._sheet.names or not isinstance(column, Column):
                continue
            if column.kind == "extra":
                message = tr(
                    "{path} has no such column; add it there, or name one with --column",
                    path=self._path,
                )
                self.report.unmapped.append(Problem(str(source.path), 0, name, message))
            elif name != "domain" or any(
                row.cells.get(name, default) != default for row in source.rows
            ):
                self._sheet.add_column(name)

    def _add(self, cells: dict[str, str], ids: Ids, place: Place) -> None:
        has_own_id = ID in cells
        cells = cells | {ID: ids.give(cells, self._here)}
        if cells.get("domain") == PurePath(self._path).stem:
            del cells["domain"]
        row = self._sheet.append(cells)
        self._here.add(cells[ID])
        self._rows.add(row)
        self._touched[id(row)] = Touched(row, place, True, has_own_id)

    def _merge(self, row: Row, cells: dict[str, str], source: _Source, place: Place) -> None:
        touched = self._touched.setdefault(id(row), Touched(row, place, False))
        for column in self._sheet.columns:
            if column.name not in cells or column.name == ID:
                continue
            old, new = self._sheet.get(row, column.name), cells[column.name]
            if column.name == "domain" and not old and new == PurePath(self._path).stem:
                continue
            policy = Policy(self._wanted.overwrite, _is_complete(source, column))
            value, outcome = take_over(column, old, new, policy)
            if outcome is Outcome.KEPT:
                self._note(row, column.name, old, new, outcome, place)
            elif outcome is not Outcome.SAME:
                before = touched.cells.get(column.name, (old, outcome))[0]
                touched.cells[column.name] = (before, outcome)
                self._sheet.set(row, column.name, value)
        self._rows.add(row)

    def _undo_faults(self) -> None:
        """Take back the cells that the loader would refuse, and leave out rows that have no use then."""
        pending = list(self._touched.values())
        while pending:
            again: list[Touched] = []
            for touched, problems in find_faults(self._sheet, pending):
                for problem in problems:
                    self._leave_out(
                        touched.place,
                        problem.column,
                        problem.message + tr("; left out"),
                    )
                if touched.undo(self._sheet, problems):
                    again.append(touched)
                else:
                    self._drop(touched)
            pending = again
        for touched in list(self._touched.values()):
            if touched.is_new and not has_terms(self._sheet, touched.row):
                self._leave_out(touched.place, "", tr("has no term that can be used; left out"))
                self._drop(touched)

    def _drop(self, touched: Touched) -> None:
        if touched.is_new:
            self._sheet.remove(touched.row)
        touched.undo_all(self._sheet)
        self._touched.pop(id(touched.row), None)

    def _tell(self) -> None:
        """Note what became of the rows."""
        for touched in self._touched.values():
            row = touched.row
            if touched.is_new:
                self.report.added.append(self._sheet.get(row, ID))
                continue
            self.report.same += not touched.cells
            for name, (before, outcome) in touched.cells.items():
                after = self._sheet.get(row, name)
                self._note(row, name, before, after, outcome, touched.place)

    def _note(
        self,
        row: Row,
        column: str,
        before: str,
        after: str,
        outcome: Outcome,
        place: Place,
    ) -> None:
        where = f"{place[0]}:{place[1]}" if place[1] else place[0]
        name = self._sheet.get(row, ID)
        self.report.changes.append(CellChange(name, column, before, after, outcome, where))

    def _leave_out(self, place: Place, column: str, message: str) -> None:
        self.report.left_out.append(Problem(*place, column, message))


def _is_complete(source: _Source, column: Column) -> bool:
    """Tell whether a file tells of all terms of a cell."""
    loses = source.format.loses
    lost = Field.SOURCE_ADMITTED in loses and column.locale == source.source
    return Field.ADMITTED not in loses and not lost
