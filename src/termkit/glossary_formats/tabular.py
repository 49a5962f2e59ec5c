"""The wide table, whatever file it comes in: one row a concept, a column for each kind of cell."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from termkit.errors import InputError
from termkit.files import BOM, decode, read_bytes
from termkit.foreign import said
from termkit.glossary_formats import Imported, ImportRequest
from termkit.glossary_formats.collecting import Collector
from termkit.locales import chinese_locales
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.spreadsheet import delimiter_of, guard, unguard
from termkit.termbase.columns import CANONICAL, ID, SEPARATOR, TEXT_COLUMNS, Column, parse_column
from termkit.termbase.rows import concept_row

Row = tuple[int, Sequence[str]]
"""A row of a table: its line, and its cells."""

_MAX_FIELD = 1 << 24

_ALIASES = {  # not shown
    **{locale.name.lower(): locale.base for locale in chinese_locales()},
    **dict.fromkeys(("english", "英文", "英語", "英语", "source term"), "en"),
    **dict.fromkeys(("台灣", "臺灣", "台湾", "正體中文", "繁體中文", "繁体中文", "繁體"), "zh-TW"),
    **dict.fromkeys(("香港", "香港繁體"), "zh-HK"),
    **dict.fromkeys(("大陆", "中国大陆", "中國大陸", "简体中文", "簡體中文", "简体"), "zh-CN"),
    **dict.fromkeys(("concept id", "concept_id", "identifier", "編號", "编号"), "id"),
    **dict.fromkeys(("notes", "comment", "comments", "remark", "備註", "备注"), "note"),
    **dict.fromkeys(("定義", "定义"), "definition"),
    **dict.fromkeys(("part of speech", "part_of_speech", "詞性", "词性"), "pos"),
    **dict.fromkeys(("subject", "subject field", "topic", "領域", "领域"), "domain"),
    **dict.fromkeys(("reference", "來源", "来源"), "source"),
}


def wide_rows(concepts: Iterable[Concept]) -> Iterator[Sequence[str]]:
    """Yield the header and the rows of a table of concepts; columns without a cell are left out."""
    rows = [concept_row(concept) for concept in concepts]
    used = dict.fromkeys(name for row in rows for name in row if name)
    columns = [name for name in CANONICAL if name in used or name in CANONICAL[:1]]
    columns += [name for name in used if name not in CANONICAL]
    yield columns
    for row in rows:
        yield [row.get(name, "") for name in columns]


def dump_rows(rows: Iterable[Sequence[str]], delimiter: str, *, for_excel: bool) -> bytes:
    """Return rows as a file; for Excel with a byte order mark, and no cell that it would run."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if for_excel else "\n")
    for row in rows:
        writer.writerow([guard(cell) for cell in row] if for_excel else row)
    return ((BOM if for_excel else "") + out.getvalue()).encode("utf-8", "replace")


def delimiter_for(path: Path) -> str:
    """Return what stands between two cells of a file that is written."""
    return "\t" if path.suffix.lower() == ".tsv" else ","


def load_rows(request: ImportRequest, delimiter: str = "") -> Iterator[Row]:
    """Yield the rows of a text table, the header first; raise InputError where it is none."""
    path = str(request.path)
    text = decode(read_bytes(request.path), path)
    clean = unguard if text.startswith(BOM) else str  # a spreadsheet has been at work
    text = text.removeprefix(BOM)
    csv.field_size_limit(_MAX_FIELD)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter or delimiter_of(text), strict=True
    )
    end = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = tr("not valid CSV ({error}); check the quotes of this row", error=said(error))
            raise InputError(Problem(path, end + 1, "", message)) from None
        line, end = end + 1, reader.line_num
        if any(cell.strip() for cell in cells):
            yield line, [clean(cell) for cell in cells]


def header_of(data: bytes) -> list[str]:
    """Return the names in the first line of a text table, in lower case; none where it is no text."""
    first = data.decode("utf-8", "replace").removeprefix(BOM).partition("\n")[0].strip()
    cells = next(csv.reader([first], delimiter=delimiter_of(first)), [])
    return [cell.strip().lower() for cell in cells]


def map_table(request: ImportRequest, rows: Iterator[Row]) -> Imported:
    """Map a wide table onto the columns of the term base.

    Raises InputError where no column holds terms.
    """
    found = Collector(request.path)
    number, header = next(rows, (1, ()))
    columns = [map_column(name, request.columns) for name in header]
    if not any(column and column.kind == "terms" for column in columns):
        message = tr(
            "no column holds terms (it has: {columns}); name one with --column NAME=zh-TW",
            columns=", ".join(header) or tr("nothing"),
        )
        raise InputError(Problem(str(request.path), number, "", message))
    for name, column in zip(header, columns, strict=True):
        if column is None:
            found.notes.add(tr("no column of the term base; name one with --column"), number, name)
    for line, cells in rows:
        if cells[0].lstrip().startswith("#"):
            continue
        found.open(line)
        if len(cells) > len(columns):
            found.notes.add(
                tr("more cells than the header has columns; the rest is left out"), line
            )
        for column, cell in zip(columns, cells, strict=False):
            if column is None or not cell.strip():
                continue
            put_cell(found, column, cell, request.separators)
    return found.result()


def put_cell(found: Collector, column: Column, cell: str, separators: str) -> None:
    """Put the text of a cell into its column: terms one by one, unknown columns as they are."""
    if column.locale:
        found.terms(column.name, split_terms(cell, separators))
    elif column.kind == "extra":
        found.set(column.name, cell)
    else:
        found.text(column.name, cell)


def map_column(name: str, told: Mapping[str, str]) -> Column | None:
    """Return the column of the term base that a column of a table goes into.

    What is told comes first, then the term base's own names and spellings of locales,
    then usual names in other tables. A column of nobody's keeps its name.
    """
    name = name.strip()
    lowered = name.lower()
    usual = lowered if lowered in {ID, *TEXT_COLUMNS} else name
    wanted = told.get(name, "") or _ALIASES.get(lowered, usual)
    column = parse_column(wanted)
    return column if isinstance(column, Column) and column.name else None


def split_terms(cell: str, separators: str) -> list[str]:
    """Split a cell into terms: at the term base's separator, line breaks, and what is told."""
    for separator in (*separators, "\r", "\n"):
        cell = cell.replace(separator, SEPARATOR)
    return cell.split(SEPARATOR)
