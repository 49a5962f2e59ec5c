"""The rows that an import writes to, and taking back what the loader would refuse."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from termkit.engine.editing.taking_over import Outcome
from termkit.problems import Problem
from termkit.termbase.columns import ID
from termkit.termbase.csvfile import read_csv
from termkit.termbase.sheet import Row, Sheet
from termkit.text import LINE_BREAK

Place = tuple[str, int]
"""A file that is read, and a line in it; 0 where it has none."""


@dataclass(slots=True)
class Touched:
    """A row that the import wrote to, and where what it got is from.

    ``cells`` tells of each cell that changed what it was before, and what was done.
    """

    row: Row
    place: Place
    is_new: bool
    has_own_id: bool = False
    cells: dict[str, tuple[str, Outcome]] = field(default_factory=dict)

    def undo(self, sheet: Sheet, problems: Iterable[Problem]) -> bool:
        """Give the faulty cells back what they had; tell whether anything changed by that.

        Where the faulty cell itself was not written to, another one of its locale was.
        """
        changed = False
        for problem in problems:
            names = [problem.column]
            if problem.column not in self.cells and not self.is_new:
                locale = problem.column.partition(":")[0]
                names = [name for name in self.cells if name.partition(":")[0] == locale]
            for name in names:
                if name in sheet.names and name != ID:
                    before, _ = self.cells.pop(name, ("", Outcome.SAME))
                    changed |= sheet.set(self.row, name, before)
        return changed

    def undo_all(self, sheet: Sheet) -> None:
        """Give every cell back what it had."""
        for name, (before, _) in self.cells.items():
            sheet.set(self.row, name, before)
        self.cells.clear()


def find_faults(sheet: Sheet, rows: Iterable[Touched]) -> list[tuple[Touched, list[Problem]]]:
    """Return the rows that the loader would refuse, with what is wrong with them."""
    lines: dict[int, Touched] = {}
    pieces = [",".join(sheet.header.raw) + "\n"]
    line = 1 + len(LINE_BREAK.findall(pieces[0]))
    for touched in rows:
        lines[line] = touched
        pieces.append(",".join(touched.row.raw) + "\n")
        line += len(LINE_BREAK.findall(pieces[-1]))
    _, problems = read_csv("".join(pieces), sheet.path)
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.line, []).append(problem)
    return [(lines[line], faults) for line, faults in found.items() if line in lines]


def has_terms(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row says anything of a term, or at least of its status."""
    return any(sheet.get(row, column.name) for column in sheet.columns if column.locale) or bool(
        sheet.get(row, "status")
    )
