"""Concepts to send through the formats, and the way there and back."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from termkit.errors import InputError
from termkit.glossary_formats import ExportRequest, GlossaryFormat, Imported, ImportRequest
from termkit.glossary_formats.fields import kept_cells
from termkit.model.term import Concept

SOURCE, TARGET = "zh-CN", "zh-TW"

FULL = Concept(
    "tide-map",
    terms={
        "en": ("Tide Map", "tidal map"),
        "zh-TW": ("潮線地圖", "潮圖", "潮位圖"),
        "zh-HK": ("潮線地圖",),
        "zh-CN": ("潮线地图", "潮图"),
    },
    avoid={"zh-TW": ("潮汐地圖", "潮間地圖"), "zh-CN": ("潮汐地图",)},
    shields={"zh-TW": ("潮圖書館",)},
    context={"zh-CN": ("海岸", "港口")},
    domain="sea",
    pos="noun",
    definition="Where the water stands, hour by hour.",
    note="On the front page.\nSince spring.",
    source="The harbour office",
    status="approved",
    flags=frozenset({"dnt", "ignore-case"}),
    since="2025-01-20",
    until="2026-12-31",
    extra={"owner": "Ms Lin", "NA": "001"},
)
DRAFT = Concept(
    "pier",
    {"en": ("pier",), "zh-TW": ("碼頭",), "zh-CN": ("码头",)},
    domain="sea",
    status="draft",
)
OBSOLETE = Concept(
    "buoy", {"zh-TW": ("浮標",), "zh-CN": ("浮标",)}, domain="sea", status="obsolete"
)
ALL = (FULL, DRAFT, OBSOLETE)


def only_target(concept: Concept) -> Concept:
    """Return what a concept says of the target locale: no form is derived from others then."""
    return Concept(
        concept.id,
        {TARGET: concept.terms.get(TARGET, ())} if concept.terms.get(TARGET) else {},
        {TARGET: concept.avoid[TARGET]} if TARGET in concept.avoid else {},
        domain=concept.domain,
        status=concept.status,
    )


def path_for(found: GlossaryFormat, folder: Path) -> Path:
    """Return a path that the format may be written to."""
    return folder / (found.name if found.directory else f"terms{found.suffixes[0]}")


def there(found: GlossaryFormat, concepts: Sequence[Concept], folder: Path) -> Path:
    """Export concepts; return the path."""
    path = path_for(found, folder)
    assert found.export
    found.export(ExportRequest(concepts, SOURCE, TARGET, path))
    return path


def back(found: GlossaryFormat, path: Path) -> Imported:
    """Import a path."""
    assert found.load
    return found.load(ImportRequest(path, SOURCE, TARGET))


def cells_of(result: Imported) -> list[Mapping[str, str]]:
    """Return the cells of the rows that were read."""
    return [row.cells for row in result.rows]


def expected(found: GlossaryFormat, concepts: Sequence[Concept]) -> list[dict[str, str]]:
    """Return what the format says that it keeps of concepts."""
    kept = (kept_cells(concept, found.loses, SOURCE, TARGET) for concept in concepts)
    return [cells for cells in kept if cells]


def fault_of(found: GlossaryFormat, path: Path) -> str:
    """Return the message of the error that reading a file ends in, "" where it ends in none."""
    try:
        back(found, path)
    except InputError as error:
        return str(error)
    return ""
