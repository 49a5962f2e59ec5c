"""Originals and translations of a catalogue, and where each part stands in the file."""

import pytest

from termkit.engine.collect import parse_document
from termkit.model.bitext import Bitext, Pair
from termkit.readers.po import parse
from termkit.readers.po_pairs import pair_up
from termkit.text import Span

HEADER = 'msgid ""\nmsgstr "{}"\n\n'


def bitext(source: str) -> Bitext:
    """Return the pairs of a catalogue."""
    return pair_up(parse(source, "a.po"))


def texts(pair: Pair) -> tuple[list[str], str]:
    """Return the originals and the translation of a pair."""
    return [source.text for source in pair.sources], pair.target.text


CASES = {
    "entry": ('msgid "a"\nmsgstr "甲"\n', [(["a"], "甲")]),
    "not translated": ('msgid "a"\nmsgstr ""\n', [(["a"], "")]),
    "plural": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "甲"\nmsgstr[1] "乙"\n',
        [(["a", "b"], "甲"), (["a", "b"], "乙")],
    ),
    "several lines": ('msgid ""\n"a\\n"\n"b"\nmsgstr ""\n"甲\\n"\n"乙"\n', [(["a\nb"], "甲\n乙")]),
    "escapes": (r'msgid "\"a\"\t\\" msgstr "\x41\102甲"', [(['"a"\t\\'], "AB甲")]),
    "byte": (r'msgid "a" msgstr "\346甲"', [(["a"], "\ufffc甲")]),
    "fuzzy": ('#, c-format, fuzzy\nmsgid "a"\nmsgstr "甲"\n', []),
    "obsolete": ('#~ msgid "a"\n#~ msgstr "甲"\n', []),
    "key": ('msgid "menu.file.open"\nmsgstr "打开 3 个"\n', []),
    "translators": ('msgid "translator-credits"\nmsgstr "某甲 2004"\n', []),
    "file name": ('msgid "a b.c"\nmsgstr "甲"\n', [(["a b.c"], "甲")]),
    "header": (HEADER.format("Language: zh_TW\\n"), []),
}


@pytest.mark.parametrize(("source", "expected"), list(CASES.values()), ids=list(CASES))
def test_pairs(source: str, expected: list[tuple[list[str], str]]) -> None:
    """The pairs of a catalogue are just these, their escapes resolved."""
    for end in ("\n", "\r\n"):
        written = source.replace("\n", end)
        assert [texts(pair) for pair in bitext(written).pairs] == expected


def test_flags() -> None:
    """The flags of an entry say in which syntax its placeholders are."""
    (pair,) = bitext('#, c-format, no-wrap\nmsgid "%s"\nmsgstr "%s"\n').pairs
    assert pair.flags == {"c-format", "no-wrap"}


@pytest.mark.parametrize("part", ["甲乙", "乙\n丙", "\n", "\t丁", "甲乙\n丙\t丁", "丁"])
def test_places(part: str) -> None:
    """Each part of a translation is found in the file, across strings and escapes."""
    source = 'msgid "a"\nmsgstr ""\n"甲乙\\n"\n"丙\\t丁"\n'
    target = bitext(source).pairs[0].target
    at = target.text.index(part)
    found = target.place(Span(at, at + len(part))).of(source)
    assert found.replace('"\n"', "") == part.replace("\n", "\\n").replace("\t", "\\t")
    assert target.whole.of(source) == '甲乙\\n"\n"丙\\t丁'


def test_place_of_nothing() -> None:
    """Where there is no translation, its quotes stand for it."""
    source = 'msgid "a"\nmsgstr ""\n'
    assert bitext(source).pairs[0].target.whole == Span(17, 19)
    assert Span(17, 19).of(source) == '""'


def test_places_in_any_encoding() -> None:
    """Places point into the file as it was decoded."""
    source = (
        HEADER.format("Content-Type: text/plain; charset=BIG5\\n") + 'msgid "a"\nmsgstr "一 2"\n'
    )
    document = parse_document(source.encode("big5"), "a.po")
    target = pair_up(document).pairs[0].target
    assert target.place(Span(2, 3)).of(document.source) == "2"


def test_catalogue() -> None:
    """The header tells of plurals and of the originals' language; entries with plurals are counted."""
    fields = "Language: zh_HK\\nPlural-Forms: nplurals=1; plural=0;\\nX-Source-Language: zh-TW\\n"
    source = HEADER.format(fields) + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "甲"\nmsgstr[1] ""\n'
    found = bitext(source)
    catalogue = found.catalogue
    assert found.locale == "zh-TW"
    assert catalogue is not None
    assert (catalogue.language, catalogue.plural_forms) == ("zh_HK", "nplurals=1; plural=0;")
    assert catalogue.place.of(source) == "Plural-Forms: nplurals=1; plural=0;"
    assert [(entry.numbers, entry.place.of(source)) for entry in catalogue.plurals] == [
        ((0, 1), "甲")
    ]
