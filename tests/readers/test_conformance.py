"""What holds of every reader: offsets stay, masks stay, every format takes the same hard cases."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.convert.converter import Converter
from termkit.engine.collect import parse_document
from termkit.engine.converting import convert_document
from termkit.errors import InputError
from termkit.files import encode
from termkit.model.document import Document
from termkit.readers import all_readers, reader_for
from termkit.text import MASK

PROSE, HIDDEN = "这个软件很好", "软件"


@dataclass(frozen=True)
class Sample:
    """A file of a format: PROSE is prose in it, HIDDEN alone is not; PIECES are for random files."""

    name: str
    source: str
    pieces: tuple[str, ...] = field(default=())


SAMPLES = (
    Sample("a.txt", f"{PROSE}\nhttps://a.b/{HIDDEN}\n", ("甲", "https://a.b", " ")),
    Sample(
        "a.md",
        f"# {PROSE}\n\n`{HIDDEN}` <b title='{HIDDEN}'>{PROSE}</b>\n",
        ("# ", "`", "*", "[甲](u)", "<b>", "- ", "> ", "|"),
    ),
    Sample(
        "a.html",
        f'<p class="{HIDDEN}" title="{PROSE}">{PROSE}<code>{HIDDEN}</code></p>\n<!-- {HIDDEN} -->\n',
        (
            *("<p>", "</p>", "<b title='甲'>", "<b alt=甲", "<", ">", '"', "'", "<!--", "-->"),
            *(
                "<code>",
                "</code>",
                "<script>",
                "&amp;",
                "{{ x }}",
                "{{",
                "<html lang=x xml:lang='y'>",
            ),
        ),
    ),
    Sample(
        "a.po",
        f'# {HIDDEN}\nmsgid "{HIDDEN}"\nmsgstr ""\n"{PROSE}\\n"\n"%({HIDDEN})s{PROSE}"\n',
        (
            *('msgid "a"\n', 'msgstr "甲"\n', 'msgctxt "c"\n', 'msgid_plural "b"\n'),
            *(
                'msgstr[0] "乙"\n',
                '"丙%s\\n"\n',
                "#~ msgid\n",
                "# 丁\n",
                '"',
                "\\",
                "msgid",
                "_F",
                '"Language: \n"\n',
            ),
        ),
    ),
    Sample(
        "a.srt",
        f"1\n00:00:01,000 --> 00:00:02,000\n<i>{PROSE}</i>\n\n{HIDDEN}\n",
        ("1\n", "00:01,0 --> 00:02,0\n", "甲", "<i>", "{\\an8}", "\\N"),
    ),
    Sample(
        "a.vtt",
        f"WEBVTT {HIDDEN}\n\nNOTE {HIDDEN}\n\n00:01.000 --> 00:02.000\n<v {HIDDEN}>{PROSE}\n",
        ("WEBVTT\n", "00:01.0 --> 00:02.0\n", "甲", "<v 乙>", "NOTE ", "Language: zh-TW\n"),
    ),
    Sample(
        "a.json",
        f'{{"{HIDDEN}": "{PROSE}\\n{{{HIDDEN}}}", "a": [1, "{PROSE}"]}}\n',
        ("{", "}", "[", "]", '"', ":", ",", '"甲"', '"a":', "\\", "1", "null"),
    ),
    Sample(
        "a.yaml",
        f'# {HIDDEN}\n{HIDDEN}: {PROSE}\nb:\n  - "{PROSE}\\n"\n  - |\n    {PROSE}\n',
        (
            "a:",
            "- ",
            "甲",
            "'",
            '"',
            "|",
            ">",
            "&a ",
            "*a",
            "{",
            "}",
            "[",
            "]",
            ",",
            "---\n",
            "# ",
            "lang: zh-TW\n",
        ),
    ),
    Sample(
        "a.toml",
        f'# {HIDDEN}\n["{HIDDEN}"]\n"{HIDDEN}" = """\n{PROSE}\\n"""\nb = [\'{PROSE}\']\n',
        ("a = ", "b.c = ", "'甲'", '"乙"', '"""', "'''", "[", "]", "{", "}", ",", "[t]\n", "# "),
    ),
    Sample("a.arb", f'{{"a": "{PROSE}", "@a": {{"description": "{HIDDEN}"}}}}\n'),
    Sample(
        "a.csv",
        f'id,text\n{HIDDEN},"{PROSE},""\n{PROSE}"\n',
        ("甲", ",", '"', '""', "id", ";", "\t"),
    ),
    Sample("a.tsv", f"id\ttext\n{HIDDEN}\t{PROSE}\n", ("甲", "\t", '"', "id")),
)
BY_NAME = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def assert_sound(document: Document) -> None:
    """Assert what holds of every document, whatever its text."""
    source, prose = document.source, document.prose
    assert len(prose) == len(source)
    assert all(
        shown == char or (shown == MASK and char not in "\r\n")
        for shown, char in zip(prose, source, strict=True)
    )
    done = 0
    for label in document.labels:
        assert done <= label.start <= label.end <= len(source)
        done = label.end
    done = 0
    for segment in document.segments:
        start, end = segment.span
        assert done <= start < end <= len(source)
        done = end
        at = start
        for mask in segment.masks:
            assert at <= mask.start < mask.end <= end
            at = mask.end


@pytest.fixture(scope="module")
def converter() -> Converter:
    """The converter that most samples are for."""
    return Converter("zh-CN", "zh-TW")


def assert_masks_survive(document: Document, converter: Converter) -> str:
    """Convert a document; assert that only prose changed, and return the text."""
    done = convert_document(document, converter)
    for change in done.trace:
        assert MASK not in change.before
        assert document.prose[change.span.start : change.span.end] == change.before
    at = shift = 0
    for change in done.trace:
        kept = document.source[at : change.span.start]
        assert done.text[at + shift : at + shift + len(kept)] == kept
        at = change.span.end
        shift += len(change.after) - len(change.before)
    assert done.text[at + shift :] == document.source[at:]
    return done.text


def test_every_format_has_a_sample() -> None:
    """No reader goes untested."""
    sampled = {reader_for(sample.name).name for sample in SAMPLES}
    assert {reader.name for reader in all_readers()} == sampled


def test_suffixes_belong_to_one_reader() -> None:
    """No two readers claim the same suffix."""
    suffixes = [suffix for reader in all_readers() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@BY_NAME
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
def test_sample(sample: Sample, end: str, bom: str, converter: Converter) -> None:
    """Prose is converted, all else stays byte for byte, line ends and BOM too."""
    source = bom + sample.source.replace("\n", end)
    document = parse_document(source.encode(), sample.name)
    assert_sound(document)
    assert document.source == source
    text = assert_masks_survive(document, converter)
    assert text == source.replace(PROSE, "這個軟體很好")
    assert encode(text, document.encoding, sample.name).decode() == text


@BY_NAME
def test_non_bmp(sample: Sample) -> None:
    """Offsets are code points: characters beyond the BMP before and in the prose move nothing."""
    source = sample.source.replace(PROSE, "𠀀这𠮟").replace(HIDDEN, "𠀀𠮟")
    plain = sample.source.replace(PROSE, "天这地").replace(HIDDEN, "天地")
    document, other = (parse_document(text.encode(), sample.name) for text in (source, plain))
    assert_sound(document)
    assert [(s.span, s.masks) for s in document.segments] == [
        (s.span, s.masks) for s in other.segments
    ]
    assert "𠀀这𠮟" in document.prose


@BY_NAME
@pytest.mark.parametrize("source", ["", "\n", "\ufeff", "\ufeff\r\n"])
def test_empty(sample: Sample, source: str) -> None:
    """An empty file is read, and holds nothing."""
    document = parse_document(source.encode(), sample.name)
    assert document.segments == ()
    assert document.source == source


@BY_NAME
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_text_is_read_or_refused(sample: Sample, data: st.DataObject) -> None:
    """Whatever a file holds, it is read, or refused with the file's name and a line."""
    lines = tuple(line + "\n" for line in sample.source.split("\n"))
    pieces = st.sampled_from(
        (
            *sample.pieces,
            *lines,
            "甲",
            "𠀀",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\ufeff",
            "\0",
            "\u2028",
            "\t",
        )
    )
    source = "".join(data.draw(st.lists(pieces, max_size=14)))
    try:
        document = reader_for(sample.name).parse(source, sample.name)
    except InputError as error:
        refused = error.problems
    else:
        refused = ()
    assert all(problem.path == sample.name and problem.line for problem in refused)
    if refused:
        return
    assert document.source == source
    assert_sound(document)
