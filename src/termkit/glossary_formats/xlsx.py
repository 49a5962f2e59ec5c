"""Excel workbooks (extra ``xlsx``): the wide table as the first sheet."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from termkit.errors import InputError, TermkitError
from termkit.files import read_bytes, write_atomic
from termkit.foreign import said
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.tabular import Row, map_table, wide_rows
from termkit.messages import tr
from termkit.problems import Problem
from termkit.spreadsheet import guard

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_767
"""Excel holds no longer cell."""

_WIDTHS = {"id": 24, "definition": 40, "note": 40}
_WIDTH = 18
_UNPACKED = 1 << 28
"""A workbook that would be larger than this is taken for a bomb."""


def export(request: ExportRequest) -> Exported:
    """Write a workbook whose cells are all text: Excel runs none of them as a formula."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "terms"
    left_out: list[Problem] = []
    concepts = iter(request.concepts)
    header: Sequence[str] = ()
    for number, row in enumerate(wide_rows(request.concepts), start=1):
        concept = next(concepts) if header else None
        header = header or row
        for place, text in enumerate(row, start=1):
            if len(text) > _LONGEST and concept:
                message = tr(
                    "a cell of a workbook holds {number} characters; this one is cut off",
                    number=_LONGEST,
                )
                left_out.append(Problem(concept.path, concept.line, header[place - 1], message))
            _write(sheet, number, place, text)
    _arrange(sheet, header)
    out = BytesIO()
    book.save(out)
    write_atomic(request.path, out.getvalue())
    return Exported(len(request.concepts), tuple(left_out))


def _write(sheet: "Worksheet", row: int, place: int, text: str) -> None:
    if not text:
        return
    cell: Any = sheet.cell(row, place)
    cell.value = _ILLEGAL.sub("\ufffd", text)[:_LONGEST]
    cell.data_type = "s"  # never a formula, whatever it begins with
    cell.number_format = "@"
    if guard(cell.value) != cell.value:
        cell.quotePrefix = True  # nor after somebody edits it


def _arrange(sheet: "Worksheet", header: Sequence[str]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "B2"
    for place, name in enumerate(header, start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, _WIDTH)


def load(request: ImportRequest) -> Imported:
    """Read the first sheet of a workbook."""
    return map_table(request, _rows(request))


def _rows(request: ImportRequest) -> Iterator[Row]:
    openpyxl = _openpyxl()
    path = str(request.path)
    data = read_bytes(request.path)
    try:
        _check_size(data)
        book = openpyxl.load_workbook(BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
    except InputError:
        raise
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, TypeError, SyntaxError) as error:
        message = tr(
            "is no workbook that can be read ({error}); save it as .xlsx", error=said(error)
        )
        raise InputError(Problem(path, 0, "", message)) from None
    for number, row in enumerate(rows, start=1):
        cells = _trimmed(row)
        formulas = [place for place, cell in enumerate(cells, start=1) if cell is None]
        if formulas:
            message = tr(
                "column {column} is a formula; paste its value instead", column=formulas[0]
            )
            raise InputError(Problem(path, number, "", message))
        if cells:
            yield number, [cell or "" for cell in cells]


def _trimmed(row: list[str | None]) -> list[str | None]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return row[:end]


def _text(cell: Any) -> str | None:
    """Return what a cell shows, None for a formula: its text is not known."""
    value = cell.value
    if cell.data_type == "f":
        return None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime) and value.time() == time.min:
        value = value.date()
    elif isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _check_size(data: bytes) -> None:
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        if sum(each.file_size for each in archive.infolist()) > _UNPACKED:
            raise ValueError(tr("it unpacks to more than 256 MB"))


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        message = tr('workbooks need openpyxl; install it with: pip install "termkit[xlsx]"')
        raise TermkitError(message) from None
    return openpyxl


FORMAT = GlossaryFormat("xlsx", (".xlsx",), (), export, load, "Excel workbook, a row a concept")
