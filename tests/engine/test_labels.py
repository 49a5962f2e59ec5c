"""A converted file says of itself what it is now: only these bytes change, in every format."""

import pytest
from babel.messages.plurals import get_plural

from termkit.convert.converter import Converter
from termkit.engine.collect import parse_document
from termkit.engine.compare import convert_by_reference
from termkit.engine.converting import convert_document
from termkit.engine.labels import label_changes
from termkit.locales import CHINESE, get_locale
from termkit.model.change import replay
from termkit.termbase.store import TermBase

PO = """\
# {0}
msgid ""
msgstr ""
"Project-Id-Version: {0} 1\\n"
"Language-Team: {team} <{0}@example.org>\\n"
"Language: {0}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"X-Locale: {0}\\n"

msgid "Language: {0}\\n"
msgstr "Language: {0}\\n"
"""

FILES = {
    "YAML front matter": ("a.md", "---\nlang: {}\nurl: /zh-TW/zh-CN/\n---\nlang: {}\n", 1),
    "three keys, quoted": ("a.md", "---\nlang: \"{}\"\nlocale: '{}'\nlanguage: {} # {}\n---\n", 3),
    "a key further down": ("a.md", "---\nx:\n  lang: {}\nlanguages: [{}]\n---\n", 0),
    "front matter, CRLF and BOM": ("a.md", "\ufeff---\r\nlang: {}\r\n---\r\n", 1),
    "TOML front matter": ("a.md", '+++\nlang = "{}"\n[params]\nlang = "{}"\n+++\n', 1),
    "no front matter": ("a.md", "lang: {}\n", 0),
    "html": ("a.html", '<!-- {} --><html class="{}" lang="{}"><p lang="{}">{}</p></html>', "..x.."),
    "html, single quotes": ("a.html", "<HTML LANG='{}'>", 1),
    "html, no quotes": ("a.html", "<html lang={}>", 1),
    "xhtml": ("a.xhtml", '<html xml:lang="{}" lang="{}">', 2),
    "html, meta": (
        "a.html",
        '<meta property="og:locale" content="{}"><meta http-equiv=content-language content={}>',
        2,
    ),
    "WebVTT": ("a.vtt", "WEBVTT\nKind: captions\nLanguage: {}\n\nNOTE Language: {}\n", 1),
    "SubRip": ("a.srt", "Language: {}\n", 0),
    "ARB": ("a.arb", '{{"@@locale": "{}", "a": "{}", "@a": {{"locale": "{}"}}}}', 1),
    "JSON": ("a.json", '{{"a": {{"lang": "{}"}}, "locale": "{}"}}', ".x"),
    "JSON, one key at the top": ("a.json", '{{\n  "{}": {{"{}": "{}"}}\n}}', 1),
    "YAML": ("a.yaml", "# {}\nlocale: {}\na: {}\n", ".x."),
    "Rails": ("a.yml", '---\n{}:\n  {}: x\n  a: "{}:"\n  b: |\n    {}:\n', 1),
    "Rails, quoted": ("a.yml", '"{}":\n  a: {}\n', 1),
    "YAML, two keys at the top": ("a.yml", "{}:\n  a: x\nen:\n  a: x\n", 0),
    "TOML": ("a.toml", "[{}]\na = '''\n[{}]\n'''\n[{}.b]\nc = '{}'\n", "x.x."),
    "CSV": ("a.csv", "id,text\nlang,{}\n", 0),
    "plain": ("a.txt", "lang: {}\n", 0),
}
SPELLINGS = [
    ("zh-TW", "zh-CN"),
    ("zh-tw", "zh-hk"),
    ("zh_TW", "zh_CN"),
    ("zh-Hant", "zh-Hans"),
    ("zh-Hant-TW", "zh-Hans-CN"),
]
PAIRS = [pair for one, other in SPELLINGS for pair in ((one, other), (other, one))]


def relabelled(name: str, source: str, one: str, other: str) -> str:
    """Convert a file; assert that trace and text agree, and that the second engine writes the same."""
    document = parse_document(source.encode(), name)
    labels = label_changes(document, get_locale(one), get_locale(other))
    converter = Converter(one, other, TermBase.open(builtin=False))
    done = convert_document(document, converter, labels)
    assert replay(source, done.trace) == done.text
    assert convert_by_reference(document, converter, labels).text == done.text
    return done.text


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=[f"{a} to {b}" for a, b in PAIRS])
@pytest.mark.parametrize(("name", "template", "changed"), list(FILES.values()), ids=list(FILES))
def test_declared_locale(
    name: str, template: str, changed: int | str, one: str, other: str
) -> None:
    """The file's own word is brought up to date in its spelling; every other byte stays.

    ``changed`` says which of the places change: the first so many, or those marked x.
    """
    places = template.count("{}")
    marks = changed if isinstance(changed, str) else "x" * changed + "." * (places - changed)
    assert len(marks) == places
    source = template.format(*[one] * places)
    expected = template.format(*(other if mark == "x" else one for mark in marks))
    assert relabelled(name, source, one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "before", "after"),
    [
        ("zh_TW", "zh_CN", "Chinese (Taiwan)", "Chinese (China)"),
        ("zh_CN", "zh_HK", "Chinese (China)", "Chinese (Hong Kong)"),
        ("zh_TW", "zh_CN", "Chinese (traditional)", "Chinese (simplified)"),
        ("zh_Hans", "zh_Hant", "Simplified Chinese", "Traditional Chinese"),
        ("zh_TW", "zh_CN", "zh_TW team", "zh_CN team"),
        ("zh_TW", "zh_CN", "Chinese - China", "Chinese - China"),
        ("zh_TW", "zh_CN", "Taiwanese Users", "Taiwanese Users"),
        ("zh_TW", "zh_HK", "Chinese (traditional)", "Chinese (traditional)"),
        ("zh_TW", "zh_CN", "GitHub", "GitHub"),
    ],
    ids=lambda value: value,
)
def test_catalogue(one: str, other: str, before: str, after: str) -> None:
    """Language changes, and the team where it names the locale; not its address, not other fields."""
    source = PO.format(one, team=before)
    expected = PO.format(one, team=after).replace(
        f'"Language: {one}\\n"\n"Content', f'"Language: {other}\\n"\n"Content'
    )
    assert relabelled("a.po", source, one, other) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('msgstr "Language: zh_TW\\nX: y\\n"', 'msgstr "Language: zh_CN\\nX: y\\n"'),
        ('msgstr ""\n"Language: "\n"zh_TW\\n"', 'msgstr ""\n"Language: "\n"zh_CN\\n"'),
        ('msgstr "Language: zh_TW"', 'msgstr "Language: zh_CN"'),
        ('msgstr "Language: zh_"\n"TW\\n"', 'msgstr "Language: zh_"\n"TW\\n"'),
        (
            'msgstr "Language-Team: Chinese (Taiwan) (https://a.b/"\n"zh_TW/)\\n"',
            'msgstr "Language-Team: Chinese (China) (https://a.b/"\n"zh_TW/)\\n"',
        ),
        ('msgstr "Language: \\nX: zh_TW\\n"', 'msgstr "Language: \\nX: zh_TW\\n"'),
        ('msgstr "X-Language: zh_TW\\n"', 'msgstr "X-Language: zh_TW\\n"'),
    ],
    ids=[
        "one line",
        "value on its own",
        "no line end",
        "cut value",
        "cut team",
        "empty",
        "another field",
    ],
)
def test_header_layout(header: str, expected: str) -> None:
    """Language is found however the header is cut into strings, but in a value that is cut itself."""
    text = f'msgid ""\n{header}\n'
    assert relabelled("a.po", text, "zh-TW", "zh-CN") == f'msgid ""\n{expected}\n'


def test_plural_forms_need_no_change() -> None:
    """All Chinese locales have the same plural forms, so that the header's need no change."""
    assert {get_plural(get_locale(tag).gettext) for tag in (*CHINESE, "zh-MO", "zh-SG")} == {
        get_plural("zh_Hant")
    }


@pytest.mark.parametrize("declared", ["zh-HK", "en", "zh", "繁體"])
def test_another_locale_stays(declared: str) -> None:
    """What the file says of itself stays where it is not the locale converted from."""
    source = f"---\nlang: {declared}\n---\n"
    assert relabelled("a.md", source, "zh-TW", "zh-CN") == source
