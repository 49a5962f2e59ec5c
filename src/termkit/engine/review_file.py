"""The review file: a CSV for a spreadsheet, one row per place that an editor has to decide.

It is UTF-8 with a byte order mark and CRLF, so that Excel opens it as it is. A cell
that a spreadsheet would take for a formula gets a leading apostrophe, which is taken
off again on reading.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from termkit.errors import InputError
from termkit.files import BOM, decode
from termkit.foreign import said
from termkit.messages import tr
from termkit.problems import Problem
from termkit.spreadsheet import delimiter_of, guard, unguard

_MAX_FIELD = 1 << 24
_NEEDED = ("path", "line", "column", "before", "decision")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A place to decide, and what was decided.

    ``after`` is what the conversion writes, ``alternatives`` what it could have
    written; ``number`` is the line of the row in its file, 0 where it has none yet.
    """

    path: str
    line: int
    column: int
    sentence: str
    before: str
    after: str
    alternatives: str
    origin: str
    decision: str = ""
    number: int = 0


_COLUMNS = tuple(field.name for field in fields(ReviewRow) if field.name != "number")


def dump_review(rows: Iterable[ReviewRow]) -> bytes:
    """Return a review file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in rows:
        writer.writerow(guard(str(getattr(row, name))) for name in _COLUMNS)
    return (BOM + out.getvalue()).encode()


def load_review(data: bytes, path: str) -> list[ReviewRow]:
    """Read a review file, as termkit wrote it or as a spreadsheet saved it.

    Raises InputError with everything that is wrong with it.
    """
    text = decode(data, path).removeprefix(BOM)
    csv.field_size_limit(_MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    rows: list[ReviewRow] = []
    problems: list[Problem] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in _NEEDED if name not in header]
        if missing:
            message = tr("is no review file: the column {column} is missing", column=missing[0])
            raise InputError(Problem(path, 1, "", message))
        end = reader.line_num
        for cells in reader:
            number, end = end + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                found = _row(header, cells, number, path)
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    rows.append(found)
    except csv.Error as error:
        problems.append(
            Problem(path, reader.line_num, "", tr("not valid CSV ({error})", error=said(error)))
        )
    if problems:
        raise InputError(*problems)
    return rows


def _row(
    header: Sequence[str], cells: Sequence[str], number: int, path: str
) -> ReviewRow | Problem:
    found = {name: unguard(cell) for name, cell in zip(header, cells, strict=False)}
    place: dict[str, int] = {}
    for name in ("line", "column"):
        value = found.get(name, "").strip()
        if not re.fullmatch(r"[1-9][0-9]{0,8}", value):
            return Problem(path, number, name, tr("{value!r} is not a number from 1", value=value))
        place[name] = int(value)
    decision = found.get("decision", "").strip()
    if re.search(r"[\r\n]", decision):
        return Problem(path, number, "decision", tr("holds a line break; write one word"))
    return ReviewRow(
        found.get("path", ""),
        place["line"],
        place["column"],
        found.get("sentence", ""),
        found.get("before", ""),
        found.get("after", ""),
        found.get("alternatives", ""),
        found.get("origin", ""),
        decision,
        number,
    )
