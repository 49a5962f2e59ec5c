"""TBX: hostile files are refused, foreign ones are read."""

from pathlib import Path

import pytest

from termkit.glossary_formats import ExportRequest, ImportRequest
from termkit.glossary_formats.tbx import FORMAT as TBX
from termkit.glossary_formats.tbx import export
from termkit.glossary_formats.tbx_dct import FORMAT as DCT
from termkit.glossary_formats.tbx_reading import load
from tests.glossary_formats.samples import FULL, cells_of, fault_of

HEAD = '<?xml version="1.0"?>\n'
REFUSED = "declares or uses entities, which a glossary has no need of; remove them"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

HOSTILE = [
    ("entity", f'{HEAD}<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', f":2: {REFUSED}"),
    (
        "laughs",
        f'{HEAD}<!DOCTYPE tbx [<!ENTITY l0 "ha">{LAUGHS}]><tbx>&l9;</tbx>',
        f":2: {REFUSED}",
    ),
    (
        "file",
        f'{HEAD}<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>',
        f":2: {REFUSED}",
    ),
    (
        "network",
        f'{HEAD}<!DOCTYPE tbx [<!ENTITY % a SYSTEM "http://127.0.0.1/a"> %a;]><tbx/>',
        f":2: {REFUSED}",
    ),
    ("undefined", f'{HEAD}<!DOCTYPE tbx SYSTEM "a.dtd"><tbx>&a;</tbx>', f":2: {REFUSED}"),
    (
        "deep",
        HEAD + "<tbx>" * 100_000,
        ":2: elements stand more than 64 deep; this is no glossary",
    ),
    ("cut off", f"{HEAD}<tbx>\n<text>", ":3: not valid XML (no element found)"),
    ("other", f"{HEAD}<html/>", ":2: is no TBX: the root is <html>, not <tbx> or <martif>"),
    (
        "encoding",
        '<?xml version="1.0" encoding="x-no"?><tbx/>',
        ":1: not XML that can be read (unknown",
    ),
]


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in HOSTILE], ids=[c[0] for c in HOSTILE]
)
def test_hostile(text: str, message: str, tmp_path: Path) -> None:
    """Entities, files, the network and endless nesting are refused with the line."""
    path = tmp_path / "a.tbx"
    path.write_text(text, encoding="utf-8")
    assert fault_of(TBX, path).startswith(f"{path}{message}")


def test_document_type_is_not_fetched(tmp_path: Path) -> None:
    """TBX v2 names a document type; it is read without it."""
    path = tmp_path / "a.tbx"
    path.write_text(
        f'{HEAD}<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/no.dtd">'
        '<martif><text><body><termEntry id="x"><langSet xml:lang="en"><tig><term>pier</term></tig>'
        "</langSet></termEntry></body></text></martif>",
        encoding="utf-8",
    )
    assert cells_of(load(ImportRequest(path))) == [{"id": "x", "en": "pier"}]


FOREIGN = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
  <transacGrp><basic:transactionType>origination</basic:transactionType></transacGrp>
  <min:subjectField>sea</min:subjectField>
  <langSec xml:lang="en-US">
    <descripGrp><basic:definition>A place
      to land.</basic:definition><basic:source>A book</basic:source></descripGrp>
    <termSec><term>jetty</term>
      <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>pier</term><min:partOfSpeech>noun</min:partOfSpeech>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="zh-Hant"><termSec><term>碼頭</term></termSec></langSec>
  <langSec xml:lang="zh-Hant-HK"><termSec><term>碼頭
    </term><note>On the island.</note></termSec>
    <termSec><term>埗頭</term>
      <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="zh-SG"><termSec><term>码头</term></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>jetée</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""


def test_foreign_file(tmp_path: Path) -> None:
    """A file of others: statuses order the terms, groups are opened, what has no place is told."""
    path = tmp_path / "a.tbx"
    path.write_text(FOREIGN, encoding="utf-8")
    result = DCT.load and DCT.load(ImportRequest(path))
    assert result
    assert cells_of(result) == [
        {
            "id": "c1",
            "en": "pier | jetty",
            "zh-TW": "碼頭",
            "zh-HK": "碼頭",
            "zh-HK:avoid": "埗頭",
            "domain": "sea",
            "definition": "A place\n      to land.",
            "source": "A book",
            "pos": "noun",
            "note": "On the island.",
        }
    ]
    assert [str(each) for each in result.unmapped] == [
        f"{path}:6: transacGrp: has no place in the term base",
        f"{path}:22: zh-SG is no locale of the term base",
        f"{path}:23: fr is no locale of the term base",
    ]


def test_ids_of_xml(tmp_path: Path) -> None:
    """An id that XML does not allow is marked, and comes back without the mark."""
    from dataclasses import replace

    path = tmp_path / "a.tbx"
    export(ExportRequest([replace(FULL, id="001")], "", "", path))
    assert 'id="_001"' in path.read_text("utf-8")
    assert cells_of(load(ImportRequest(path)))[0]["id"] == "001"


def test_part_of_speech_that_tbx_does_not_know(tmp_path: Path) -> None:
    """TBX-Basic has a list of them; another one is told, and left out."""
    from dataclasses import replace

    concept = replace(FULL, pos="idiom", path="a.csv", line=2)
    done = export(ExportRequest([concept], "", "", tmp_path / "a.tbx"))
    assert [str(each) for each in done.left_out] == [
        "a.csv:2: pos: “idiom” is left out; TBX-Basic knows adjective, adverb, noun, other, verb"
    ]
    assert "partOfSpeech" not in (tmp_path / "a.tbx").read_text("utf-8")
