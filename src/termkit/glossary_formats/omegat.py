"""OmegaT's glossary: source, target and comment with tabs between them, nothing quoted."""

from collections.abc import Iterator

from termkit.files import BOM, decode, read_bytes, write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.bilingual import Pair, Unit, collect, locales_of
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import DATES, MATCHING, Field, active
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem

_COMMENT = "#"


def export(request: ExportRequest) -> Exported:
    """Write a line for each target term, beside the preferred term of the source."""
    left_out: list[Problem] = []
    lines: list[str] = []
    count = 0
    for concept in active(request.concepts, request.source, request.target):
        if concept.preferred(request.source).startswith(_COMMENT):
            message = tr(
                "left out: OmegaT takes a line that begins with {sign} for a comment",
                sign=_COMMENT,
            )
            left_out.append(Problem(concept.path, concept.line, request.source, message))
            continue
        count += 1
        lines += _lines(concept, request)
    write_atomic(request.path, "".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
    return Exported(count, tuple(left_out))


def _lines(concept: Concept, request: ExportRequest) -> Iterator[str]:
    source = _flat(concept.preferred(request.source))
    comment = _flat(concept.note)
    for number, term in enumerate(concept.terms[request.target]):
        yield "\t".join((source, _flat(term), *([comment] if comment and not number else [])))


def _flat(text: str) -> str:
    """Return a text without tabs and line breaks, which the format cannot hold."""
    return " ".join(text.split())


def load(request: ImportRequest) -> Imported:
    """Read a glossary; lines of one source are one concept."""
    source, target = locales_of(request)
    text = decode(read_bytes(request.path), str(request.path)).removeprefix(BOM)
    found = Collector(request.path)
    units: list[Unit] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith(_COMMENT):
            continue
        cells = line.split("\t")
        if len(cells) < 2:
            found.notes.add(tr("no tab between source and target; left out"), number)
            continue
        units.append(Unit(Pair("", cells[0], cells[1]), number, (("note", "\n".join(cells[2:])),)))
    collect(found, units, source, target)
    return found.result(source)


FORMAT = GlossaryFormat(
    "omegat",
    (".utf8", ".tab"),
    (
        Field.ID,
        Field.OTHER_LOCALES,
        Field.SOURCE_ADMITTED,
        Field.AVOID,
        *MATCHING,
        Field.DOMAIN,
        Field.POS,
        Field.DEFINITION,
        Field.SOURCE,
        Field.STATUS,
        Field.FLAGS,
        *DATES,
        Field.OWN_COLUMNS,
    ),
    export,
    load,
    "OmegaT's glossary",
    bilingual=True,
)
