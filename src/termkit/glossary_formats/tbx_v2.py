"""TBX, version 2: what Weblate and the Translate Toolkit read."""

from termkit.glossary_formats import Exported, ExportRequest, GlossaryFormat
from termkit.glossary_formats.fields import DATES, MATCHING, Field
from termkit.glossary_formats.tbx_reading import load
from termkit.glossary_formats.tbx_writing import Dialect, as_attribute, header, write

_DIALECT = Dialect(
    header('<martif type="TBX" xml:lang="en">', "martifHeader"),
    "    </body>\n  </text>\n</martif>\n",
    "termEntry",
    "langSet",
    "tig",
    as_attribute,
    '<note from="translator">',  # Weblate shows it beside the translation
    has_dnt=True,
    any_part_of_speech=True,
)


def export(request: ExportRequest) -> Exported:
    """Write every locale of the concepts in use."""
    return write(request, _DIALECT)


FORMAT = GlossaryFormat(
    "tbx-v2",
    (".tbx",),
    (*MATCHING, Field.STATUS, Field.OTHER_FLAGS, *DATES, Field.OWN_COLUMNS),
    export,
    load,
    "TBX, version 2 (Weblate, Translate Toolkit)",
    recognizes=lambda data: b"<martif" in data,
)
