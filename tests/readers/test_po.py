"""Catalogues: translations are prose; what is no catalogue is refused, with line and reason."""

from pathlib import Path

import pytest

from termkit.convert.converter import Converter
from termkit.engine.collect import parse_document
from termkit.engine.converting import convert_document
from termkit.errors import InputError
from termkit.files import encode
from termkit.readers.po import parse
from tests.conftest import SHARED
from tests.readers.show import kinds, segments
from tests.readers.test_conformance import assert_masks_survive, assert_sound

HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_TW\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
CASES = {
    "entry": ('# 软\n#: 软.c:1\nmsgid "软"\nmsgstr "甲"\n', ["甲"]),
    "not translated": ('msgid "软"\nmsgstr ""\n', []),
    "context": ('msgctxt "软"\nmsgid "软"\nmsgstr "甲"\n', ["甲"]),
    "plural": ('msgid "软"\nmsgid_plural "软"\nmsgstr[0] "甲"\nmsgstr[1] "乙"\n', ["甲", "乙"]),
    "fuzzy": ('#, fuzzy\n#| msgid "软"\nmsgid "软"\nmsgstr "甲"\n', ["甲"]),
    "obsolete": ('#~ msgid "软"\n#~ msgstr "软"\n', []),
    "header": ('msgid ""\nmsgstr "软: 软\\n"\n\nmsgid "软"\nmsgstr "甲"\n', ["甲"]),
    "empty msgid with context": ('msgctxt "软"\nmsgid ""\nmsgstr "甲"\n', ["甲"]),
    "several lines": ('msgid "软"\nmsgstr ""\n"甲\\n"\n"乙"\n', ["甲·\n·乙"]),
    "strings on one line": ('msgid "软" msgstr "甲" "乙"', ["甲·乙"]),
    "comment between strings": ('msgid "软"\nmsgstr "甲"\n# 软\n"乙"\n', ["甲·\n·\n·乙"]),
    "escapes": (r'msgid "a" msgstr "甲\"乙\\丙\t丁\101\x41"', ["甲·乙·丙·丁·"]),
    "placeholders": ('msgid "a" msgstr "甲%s乙{x}丙%1丁<b>戊</b>"', ["甲·乙·丙·丁·戊·"]),
    "code as in the original": (
        'msgid "a `软 软` b" msgstr ""\n"甲`软 "\n"软`乙`丙`"\n',
        ["甲·\n·乙`丙`"],
    ),
    "accelerators": ('msgid "a" msgstr "甲(_F)" msgid "b" msgstr "_乙"', ["甲·", "·乙"]),
    "URL": ('msgid "a" msgstr "见 https://a.b/软\\n吧"', ["见 ·吧"]),
    "no line break at the end": ('msgid "软"\nmsgstr "甲"', ["甲"]),
    "domain": ('domain "软"\nmsgid "软"\nmsgstr "甲"\n', ["甲"]),
    "only placeholders": ('msgid "a" msgstr "%s {x}"', []),
    "nothing": ("# 软\n", []),
}


@pytest.mark.parametrize(("source", "expected"), list(CASES.values()), ids=list(CASES))
def test_prose(source: str, expected: list[str]) -> None:
    """The prose of a catalogue is just this."""
    assert segments(parse(source, "a.po")) == expected


def test_header() -> None:
    """The header tells the locale; its fields are metadata."""
    document = parse(HEADER.format("UTF-8") + 'msgid "a"\nmsgstr "甲"\n', "a.po")
    assert document.declared == "zh_TW"
    assert document.metadata == {
        "Language": "zh_TW",
        "Content-Type": "text/plain; charset=UTF-8",
    }
    assert document.encoding == "utf-8"
    assert kinds(document) == ["msgstr"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("msgid\n", "1: msgid without a string"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', "1: entry without a msgstr"),
        ('msgid "a"\n', "1: entry without a msgstr"),
        ('msgctxt "a"\nmsgstr ""\n', "2: msgstr without a msgid before it"),
        ('msgstr "甲"\n', "1: msgstr without a msgid before it"),
        ('msgid "a"\nmsgstr "甲"\nmsgstr "乙"\n', "3: msgstr twice in one entry"),
        ('msgid "a"\nmsgstr "甲\n', "2: string without a closing quote"),
        ('msgid "a"\nmsgstr "甲\\q"\n', "2: \\q is no escape that gettext knows"),
        ('"甲"\n', "1: text outside of any msgid or msgstr"),
        ('msgid "a"\nmsgstr 甲\n', "2: is not PO syntax"),
        ('msgid "a"\nmsgstr "b"\nmsgid_plural "c"\n', "3: msgid_plural after a msgstr"),
        (
            'msgid "a"\nmsgstr[0] "甲"\n',
            "2: msgstr[0] does not fit: msgid_plural is missing",
        ),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr "甲"\n',
            "3: msgstr does not fit: msgid_plural needs msgstr[0]",
        ),
    ],
)
def test_fault(source: str, message: str) -> None:
    """What msgfmt would refuse is refused, with its line."""
    for end in ("\n", "\r\n"):
        with pytest.raises(InputError) as caught:
            parse(source.replace("\n", end), "a.po")
        assert str(caught.value) == f"a.po:{message}"


ENCODINGS = ("UTF-8", "GB2312", "GBK", "GB18030", "BIG5", "BIG5-HKSCS", "CP950", "CHARSET")


@pytest.mark.parametrize("charset", ENCODINGS)
def test_encoding(charset: str) -> None:
    """A catalogue is read in the charset of its header, and written back in it."""
    codec = charset if charset != "CHARSET" else "utf-8"
    source = HEADER.format(charset) + 'msgid "a"\nmsgstr "天地人"\n'
    document = parse_document(source.encode(codec), "a.po")
    assert document.source == source
    assert segments(document) == ["天地人"]
    assert encode(document.source, document.encoding, "a.po") == source.encode(codec)


def test_bom_and_charset() -> None:
    """A BOM says UTF-8, and stays."""
    data = b"\xef\xbb\xbf" + HEADER.format("GBK").encode() + 'msgid "a"\nmsgstr "甲"\n'.encode()
    document = parse_document(data, "a.po")
    assert document.encoding == "utf-8"
    assert encode(document.source, document.encoding, "a.po") == data


@pytest.mark.parametrize(
    ("charset", "data", "message"),
    [
        (
            "EUC-TW",
            b"\xc4\xe3",
            "a.po:4: charset EUC-TW is not one that can be read; convert with: msgconv -t UTF-8",
        ),
        (
            "UTF-16",
            b"a",
            "a.po:4: charset UTF-16 is not one that can be read; convert with: msgconv -t UTF-8",
        ),
        ("GB2312", b"\xff", "a.po:7: byte 0xff is not GB2312, which the header declares"),
        ("UTF-8", b"\xff", "a.po:7: not UTF-8 (byte 0xff); save the file as UTF-8"),
    ],
    ids=["no codec", "not ASCII", "bad byte", "bad byte in UTF-8"],
)
def test_encoding_fault(charset: str, data: bytes, message: str) -> None:
    """A charset that can't be read, and bytes that are not of it, are told with their line."""
    with pytest.raises(InputError) as caught:
        parse_document(
            HEADER.format(charset).encode() + b'msgid "a"\nmsgstr "' + data + b'"\n', "a.po"
        )
    assert str(caught.value) == message


def test_result_that_has_no_place_in_its_encoding() -> None:
    """Traditional characters do not exist in GB 2312: that is an error with its line."""
    source = HEADER.format("GB2312") + 'msgid "a"\nmsgstr "天\\n"\n"软件"\n'
    document = parse_document(source.encode("gb2312"), "a.po")
    text = convert_document(document, Converter("zh-CN", "zh-TW")).text
    with pytest.raises(InputError) as caught:
        encode(text, document.encoding, document.path)
    assert str(caught.value) == (
        "a.po:8: '軟' (U+8EDF) does not exist in GB2312, the encoding of this file; "
        "convert the file to UTF-8 first"
    )


CATALOGUES = (
    sorted(p for folder in ("po", "po_edge") for p in (SHARED / "data" / folder).rglob("*.po*"))
    if SHARED.is_dir()
    else []
)


def test_there_are_real_catalogues(shared: Path) -> None:
    """The real catalogues are where the tests below look."""
    assert (shared / "data" / "po_edge").is_dir()
    assert len(CATALOGUES) > 200


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: "/".join(path.parts[-2:]))
def test_real_catalogue(path: Path) -> None:
    """A real catalogue is read and can be written back as it was, or refused with line and reason."""
    data = path.read_bytes()
    try:
        document = parse_document(data, path.name)
    except InputError as error:
        refused = error.problems
    else:
        refused = ()
    assert all(problem.line and problem.message for problem in refused)
    if refused:
        return
    assert_sound(document)
    assert encode(document.source, document.encoding, path.name) == data
    if "zh" in path.name and len(data) < 100_000:
        assert_masks_survive(document, Converter("zh-CN", "zh-TW"))


def test_few_real_catalogues_are_refused(shared: Path) -> None:
    """Of the real catalogues only those are refused that have a fault."""
    refused = []
    for path in CATALOGUES:
        try:
            parse_document(path.read_bytes(), path.name)
        except InputError:
            refused.append(path.relative_to(shared).name)
    assert len(refused) <= 4, refused
