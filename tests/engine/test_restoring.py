"""The lossless way back: what was not edited comes back exactly, whatever was edited beside it."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from termkit import restore_text
from termkit.convert.converter import Conversion, Converter
from termkit.engine.collect import Named, load_document, parse_document
from termkit.engine.compare import convert_by_reference
from termkit.engine.converting import convert_document
from termkit.engine.restoring import MisfitError, restore
from termkit.engine.sidecar import Piece, Sidecar
from termkit.errors import InputError
from termkit.files import encode
from termkit.model.change import replay
from termkit.readers import read_document
from tests.convert.test_table import ALPHABET, PAIRS
from tests.readers.test_conformance import SAMPLES, Sample

ODD = ALPHABET + "臺台灣湾后後皇以之裏里製制『』「」`\r\u2028\ufeff"
LINES = st.lists(
    st.text(alphabet=ODD.translate({10: None, 13: None}), max_size=12), min_size=1, max_size=8
)


@cache
def converter_of(source: str, target: str) -> Converter:
    """Return the converter of two locales; its table is loaded once."""
    return Converter(source, target)


def kept(text: str, source: str, target: str, name: str = "a.txt") -> Sidecar:
    """Convert a text and return its sidecar, as it is after it was written and read."""
    document = read_document(text, name)
    done = convert_document(document, converter_of(source, target))
    sidecar = Sidecar.of(source, target, text, done.trace, done.text)
    assert (sidecar.source_text, sidecar.target_text) == (text, done.text)
    again = Sidecar.load(sidecar.dump(), "s.json")
    assert again == sidecar
    return again


def back(edited: str, sidecar: Sidecar, name: str = "a.txt") -> Conversion:
    """Restore an edited conversion; the trace is ordered, and replays to the result."""
    converter = converter_of(sidecar.target, sidecar.source)
    done = restore(
        read_document(edited, name), sidecar, lambda document: convert_document(document, converter)
    )
    assert replay(edited, done.trace) == done.text
    assert all(change.span.of(edited) == change.before for change in done.trace)
    ends = [0, *(change.span.end for change in done.trace)]
    starts = [change.span.start for change in done.trace]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))
    return done


SOURCE = "臺灣的軟體、台灣的軟件，裡面有三公里。\n皇后之後，他說「好」。後臺不干他的事。\n"
WRITTEN = "台湾的软件、台湾的软件，里面有三公里。\n皇后之后，他说“好”。后台不干他的事。\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("三", "四", SOURCE.replace("三", "四")),
        ("\n", "\r\n", SOURCE.replace("\n", "\r\n")),
        ("里面有三公里", "", SOURCE.replace("裡面有三公里", "")),
        ("软件，", "软硬件，", SOURCE.replace("軟件，", "軟硬體，")),
        ("皇后之后", "以后", SOURCE.replace("皇后之後", "以後")),
        ("之后", "王后", SOURCE.replace("之後", "王后")),
        ("里面", "信息里面", SOURCE.replace("裡面", "資訊裡面")),
        ("“好”", "“很好”", SOURCE.replace("「好」", "「很好」")),
        ("“好”", "好", SOURCE.replace("「好」", "好")),
        ("不干他的事", "不干净", SOURCE.replace("不干他的事", "不乾淨")),
        ("台湾的软件、台湾的软件，", "台湾的软件，台湾的软件、", "臺灣的軟體，台灣的軟件、"),
        (WRITTEN[:20], "", SOURCE[20:]),
        ("后台不干他的事。\n", "", SOURCE.replace("後臺不干他的事。\n", "")),
        ("皇后之后，他说“好”。后台不干他的事。", "后台不干他的事。皇后之后，他说“好”。",
         "後臺不干他的事。皇后之後，他說「好」。"),
        (WRITTEN, "".join(WRITTEN.splitlines(keepends=True)[::-1]),
         "".join(SOURCE.splitlines(keepends=True)[::-1])),
        (WRITTEN, WRITTEN + "新的软件。\n" + WRITTEN, SOURCE + "新的軟體。\n" + SOURCE),
        (WRITTEN, "\ufeff" + WRITTEN, "\ufeff" + SOURCE),
    ],
    ids=[
        *("character", "line ends", "deletion", "inside a word", "word of both", "other word"),
        *("insertion", "in quotes", "quotes gone", "read otherwise", "punctuation"),
        *("paragraph deleted", "sentence deleted", "sentence moved", "paragraph moved", "copied"),
        "byte order mark",
    ],
)  # fmt: skip
def test_edits(before: str, after: str, expected: str) -> None:
    """What was edited is converted in its context, everything else is as it was."""
    sidecar = kept(SOURCE, "zh-TW", "zh-CN")
    assert sidecar.target_text == WRITTEN
    assert expected in back(WRITTEN.replace(before, after), sidecar).text
    assert back(WRITTEN, sidecar).text == SOURCE


def test_front_matter_follows_the_source() -> None:
    """What a conversion changes outside the prose comes back too."""
    source = "---\nlang: zh-TW\ntitle: 軟件\n---\n\n臺灣。\n"
    done = convert_document(read_document(source, "a.md"), Converter("zh-TW", "zh-CN"))
    written = done.text.replace("lang: zh-TW", "lang: zh-CN")
    sidecar = Sidecar.of("zh-TW", "zh-CN", source, done.trace, written)
    assert sidecar.pieces[1:6] == (
        Piece("lang: zh-", "lang: zh-"),
        Piece("TW", "CN"),
        Piece("\n", "\n"),
        Piece("title: ", "title: "),
        Piece("軟", "软"),
    )
    assert back(written, sidecar, "a.md").text == source
    assert back(written + "\n新软件。\n", sidecar, "a.md").text == source + "\n新軟體。\n"


def test_masked_places_are_not_read_otherwise() -> None:
    """What an edit makes code, or prose, and leaves as it is comes back as it was."""
    sidecar = kept("臺灣的軟件和`软件`。\n", "zh-TW", "zh-CN", "a.md")
    text = back("`台湾`的软件和软件。\n", sidecar, "a.md").text
    assert text == "`臺灣`的軟件和软件。\n"


def test_reference_engine() -> None:
    """The way back of another converter, which tells no trace, is found by comparing."""
    source = "臺灣的軟體與台灣的軟件。\n後臺裡面的皇后。\n"
    document, engine = read_document(source, "a.txt"), Converter("zh-TW", "zh-CN")
    done = convert_by_reference(document, engine)
    sidecar = Sidecar.of("zh-TW", "zh-CN", source, done.trace, done.text)
    assert (sidecar.source_text, sidecar.target_text) == (source, done.text)
    edited = read_document("新软件。\n" + done.text, "a.txt")
    other = Converter("zh-CN", "zh-TW")
    restored = restore(edited, sidecar, lambda found: convert_by_reference(found, other))
    assert restored.text == "新軟體。\n" + source


def test_plain_text() -> None:
    """From Python a text needs no file; the converter of what was edited may be one's own."""
    done = Converter("zh-TW", "zh-CN").convert("臺灣的軟件")
    sidecar = Sidecar.of("zh-TW", "zh-CN", "臺灣的軟件", done.trace, done.text)
    assert restore_text("台湾的软件和软件", sidecar).text == "臺灣的軟件和軟體"
    own = Converter("zh-CN", "zh-TW", script_only=True)
    assert restore_text("台湾的软件和软件", sidecar, own).text == "臺灣的軟件和軟件"


def test_another_text() -> None:
    """A sidecar of another text is refused; so short a text that nothing tells is converted anew."""
    sidecar = kept(SOURCE, "zh-TW", "zh-CN")
    with pytest.raises(MisfitError):
        back("总统昨天访问日本，双方签署了一份关于渔业的协议，记者会随即取消。\n", sidecar)
    assert back("新的软件", kept("臺灣", "zh-TW", "zh-CN")).text == "新的軟體"


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_format(sample: Sample, bom: str, line_end: str) -> None:
    """In every format a conversion that nobody edited becomes its source, byte for byte."""
    name, text = sample.name, sample.source
    data = (bom + text.replace("\n", line_end)).encode()
    try:
        document = parse_document(data, name)
    except InputError:
        assert bom  # JSON takes none
        return
    sidecar = kept(document.source, "zh-CN", "zh-TW", name)
    assert sidecar.target_text != document.source
    result = back(sidecar.target_text, sidecar, name).text
    assert encode(result, document.encoding, name) == data


@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=50)
@given(text=st.text(alphabet=ODD, max_size=60))
def test_no_edit_is_the_identity(source: str, target: str, text: str) -> None:
    """Whatever the text, its conversion becomes the text again."""
    sidecar = kept(text, source, target)
    assert back(sidecar.target_text, sidecar).text == text


@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=50)
@given(lines=LINES, data=st.data())
def test_untouched_lines_come_back(
    source: str, target: str, lines: list[str], data: st.DataObject
) -> None:
    """After insertions, deletions, replacements and moves each untouched line is what it was."""
    numbered = [f"{number} {line}" for number, line in enumerate(lines)]
    sidecar = kept("\n".join(numbered), source, target)
    written = sidecar.target_text.split("\n")
    place = dict(zip(written, numbered, strict=True))
    edited = data.draw(st.permutations(written)) if data.draw(st.booleans()) else [*written]
    texts = st.text(alphabet=ODD.translate({10: None, 13: None}), max_size=8)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(edited)))
        action = data.draw(st.sampled_from(["insert", "delete", "replace", "edit"]))
        if action == "insert":
            edited.insert(at, data.draw(texts))
        elif len(edited) > 1 and action == "delete":
            del edited[at % len(edited)]
        elif at < len(edited):
            cut = data.draw(st.integers(0, len(edited[at]))) if action == "edit" else 0
            end = data.draw(st.integers(cut, len(edited[at]))) if action == "edit" else None
            rest = edited[at][end:] if end is not None else ""
            edited[at] = edited[at][:cut] + data.draw(texts) + rest
    break_ = data.draw(st.sampled_from(["\n", "\r\n"]))
    try:
        result = back(break_.join(edited), sidecar).text.split(break_)
    except MisfitError:
        assume(False)
    assert len(result) == len(edited)
    untouched = [(line, text) for line, text in zip(edited, result, strict=True) if line in place]
    assert all(text == place[line] for line, text in untouched)


@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=50)
@given(clauses=LINES, data=st.data())
def test_untouched_clauses_come_back(
    source: str, target: str, clauses: list[str], data: st.DataObject
) -> None:
    """Characters edited in one clause leave the other clauses of the line as they were."""
    plain = [re.sub(r"[\W_]", "", clause) for clause in clauses]
    numbered = [f"{clause}x{number}x{clause}" for number, clause in enumerate(plain)]
    sidecar = kept("，".join(numbered), source, target)
    edited = sidecar.target_text.split("，")
    at = data.draw(st.integers(0, len(edited) - 1))
    cut = data.draw(st.integers(0, len(edited[at])))
    end = data.draw(st.integers(cut, len(edited[at])))
    new = data.draw(st.text(alphabet="发后里软件程序。“", max_size=4))
    edited[at] = edited[at][:cut] + new + edited[at][end:]
    result = back("，".join(edited), sidecar).text.split("，")
    assert result[:at] + result[at + 1 :] == numbered[:at] + numbered[at + 1 :]


ARTICLES = [
    (name, name.split(".")[1], target)
    for name in ("000.zh-TW.txt", "001.zh-TW.md", "002.zh-CN.md", "003.zh-HK.txt", "004.zh-TW.txt")
    for target in ("zh-TW", "zh-HK", "zh-CN")
    if target != name.split(".")[1]
]


@pytest.mark.parametrize(("name", "source", "target"), ARTICLES)
def test_articles(shared: Path, name: str, source: str, target: str) -> None:
    """A real article comes back byte for byte; after edits every line that was let alone does."""
    text = load_document(Named(shared / "articles" / name)).source
    sidecar = kept(text, source, target, name)
    assert back(sidecar.target_text, sidecar, name).text == text
    lines, written = text.split("\n"), sidecar.target_text.split("\n")
    long = [at for at, line in enumerate(written) if len(line) > 30]
    first, moved, gone = long[0], long[1], long[-1]
    edited = [*written]
    edited[first] = written[first][:20] + "X" + written[first][20:]
    edited.append(edited.pop(moved))
    del edited[gone - 1]
    result = back("\n".join(edited), sidecar, name).text.split("\n")
    expected = [*lines]
    expected[first] = result[first]
    expected.append(expected.pop(moved))
    del expected[gone - 1]
    assert result == expected
    assert result[first].startswith(lines[first][:10])
    assert result[first].endswith(lines[first][-10:])
