"""The wide CSV, the term base's own format."""

from termkit.files import write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.tabular import (
    delimiter_for,
    dump_rows,
    load_rows,
    map_table,
    wide_rows,
)


def export(request: ExportRequest) -> Exported:
    """Write one row a concept, with every column that is used."""
    data = dump_rows(
        wide_rows(request.concepts), delimiter_for(request.path), for_excel=request.for_excel
    )
    write_atomic(request.path, data)
    return Exported(len(request.concepts))


def load(request: ImportRequest) -> Imported:
    """Read a table of one row a concept, with any names of columns."""
    return map_table(request, load_rows(request))


FORMAT = GlossaryFormat("csv", (".csv", ".tsv"), (), export, load, "wide table, a row a concept")
