"""TBX-Basic, version 3 (ISO 30042:2019), in the style DCA."""

from termkit.glossary_formats import Exported, ExportRequest, GlossaryFormat
from termkit.glossary_formats.fields import MATCHING, REST
from termkit.glossary_formats.tbx_reading import load
from termkit.glossary_formats.tbx_writing import Dialect, as_attribute, header, write

_DIALECT = Dialect(
    header(
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "tbxHeader",
    ),
    "    </body>\n  </text>\n</tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
    as_attribute,
)


def export(request: ExportRequest) -> Exported:
    """Write every locale of the concepts in use."""
    return write(request, _DIALECT)


FORMAT = GlossaryFormat(
    "tbx",
    (".tbx",),
    (*MATCHING, *REST),
    export,
    load,
    "TBX-Basic, version 3, DCA",
    recognizes=lambda data: b"<tbx" in data and b'style="dct"' not in data,
)
