"""TBX-Basic, version 3 (ISO 30042:2019), in the style DCT: each category is an element."""

from termkit.glossary_formats import Exported, ExportRequest, GlossaryFormat
from termkit.glossary_formats.fields import MATCHING, REST
from termkit.glossary_formats.tbx_reading import load
from termkit.glossary_formats.tbx_writing import Dialect, header, write

_MODULES = {"definition": "basic", "source": "basic"}


def _as_element(name: str, text: str) -> str:
    tag = f"{_MODULES.get(name, 'min')}:{name}"
    return f"<{tag}>{text}</{tag}>"


_DIALECT = Dialect(
    header(
        '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"\n'
        '     xmlns:min="http://www.tbxinfo.net/ns/min" '
        'xmlns:basic="http://www.tbxinfo.net/ns/basic">',
        "tbxHeader",
    ),
    "    </body>\n  </text>\n</tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
    _as_element,
)


def export(request: ExportRequest) -> Exported:
    """Write every locale of the concepts in use."""
    return write(request, _DIALECT)


FORMAT = GlossaryFormat(
    "tbx-dct",
    (".tbx",),
    (*MATCHING, *REST),
    export,
    load,
    "TBX-Basic, version 3, DCT",
    recognizes=lambda data: b"<tbx" in data and b'style="dct"' in data,
)
