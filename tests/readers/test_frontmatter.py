"""Front matter: which values are prose, and where exactly they stand."""

import json
import tomllib
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.readers.frontmatter import FrontMatter, read_front_matter
from termkit.text import Span


def read(source: str, *, toml: bool) -> FrontMatter:
    """Read a header that stands between other text, so that offsets matter."""
    before, after = "𠀀---\n", "---\ntitle: 外\n"
    whole = Span(len(before), len(before) + len(source))
    front = read_front_matter(before + source + after, whole, toml=toml)
    for value in front.values:
        assert whole.start <= value.span.start < value.span.end <= whole.end
        at = value.span.start
        for mask in value.masks:
            assert at <= mask.start < mask.end <= value.span.end
            at = mask.end
    return front


def shown(source: str, *, toml: bool) -> list[str]:
    """Return the prose of a header as “key: text”, with a dot for each mask."""
    front = read(source, toml=toml)
    text = "𠀀---\n" + source
    found = []
    for value in front.values:
        pieces: list[str] = []
        at = value.span.start
        for mask in value.masks:
            pieces += (text[at : mask.start], "·")
            at = mask.end
        pieces.append(text[at : value.span.end])
        found.append(f"{value.kind.removeprefix('front matter: ')}: {''.join(pieces)}")
    return found


YAML = {
    "plain": ("title: 甲 乙\n", ["title: 甲 乙"]),
    "every prose key": (
        (
            "title: 甲\nsubtitle: 乙\ndescription: 丙\nsummary: 丁\nlead: 戊\n"
            "tags: 己\ncategories: 庚\nkeywords: 辛\n"
        ),
        [
            "title: 甲",
            "subtitle: 乙",
            "description: 丙",
            "summary: 丁",
            "lead: 戊",
            "tags: 己",
            "categories: 庚",
            "keywords: 辛",
        ],
    ),
    "other keys": ("slug: 軟件\nlayout: 軟件\nTitle: 軟件\n標題: 軟件\n", []),
    "nested keys": ("params:\n  title: 軟件\ntitle: 甲\n", ["title: 甲"]),
    "comment": ("title: 甲 # 軟件\n# title: 軟件\n", ["title: 甲"]),
    "hash inside a word": ("title: C#甲\n", ["title: C#甲"]),
    "colon inside": ("title: 甲：乙:丙\n", ["title: 甲：乙:丙"]),
    "spaces around": ("title :   甲   \n", ["title: 甲"]),
    "double quotes": ('title: "甲: 乙" # 軟件\n', ["title: 甲: 乙"]),
    "escapes": ('title: "甲\\"乙\\\\丙\\u8edf丁\\x41\\U00020000\\n"\n', ["title: 甲·乙·丙·丁···"]),
    "apostrophes in double quotes": ("title: \"甲''乙\"\n", ["title: 甲''乙"]),
    "single quotes": ("title: '甲: ''乙'''\n", ["title: 甲: ·乙·"]),
    "backslash in single quotes": ("title: '甲\\乙'\n", ["title: 甲\\乙"]),
    "quoted key": ("\"title\": 甲\n'summary': 乙\n", ["title: 甲", "summary: 乙"]),
    "explicit key": ("? title\n: 甲\n", ["title: 甲"]),
    "key that is a list": ("? [title]\n: 軟件\ntitle: 甲\n", ["title: 甲"]),
    "empty values": ("title:\nsummary: ''\ndescription: \"\"\nlead: >\ntags: []\n", []),
    "numbers, dates and truth values": (
        "title: 2025\nsummary: 2025-01-20\nlead: true\ntags: [1, null, 甲]\n",
        ["tags: 甲"],
    ),
    "quoted number": ("title: '2025'\n", ["title: 2025"]),
    "list": ("tags:\n- 甲\n- '乙' # 軟件\n- \"丙\"\n", ["tags: 甲", "tags: 乙", "tags: 丙"]),
    "indented list": ("tags:\n    -   甲\n    -   乙\n", ["tags: 甲", "tags: 乙"]),
    "flow list": (
        "tags: [甲, '乙', \"丙\",\n  丁]\n",
        ["tags: 甲", "tags: 乙", "tags: 丙", "tags: 丁"],
    ),
    "list of tables": ("tags: [{name: 軟件}, 甲]\n", ["tags: 甲"]),
    "over two lines": ("title: 甲\n  乙\nslug: x\n", ["title: 甲\n  乙"]),
    "quoted over two lines": ('title: "甲\n  乙\\\n  丙"\n', ["title: 甲\n  乙·丙"]),
    "literal block": ("summary: |\n  甲\n  乙 # 丙\nslug: x\n", ["summary: 甲\n  乙 # 丙"]),
    "folded block": ("summary: >-\n  甲\n\n  乙\n\n\nslug: x\n", ["summary: 甲\n\n  乙"]),
    "block with indicators": ("summary: |2+ # 軟件\n  甲\n  乙\n\n", ["summary: 甲\n  乙"]),
    "comment behind a block": ("summary: |\n  甲\n# 軟件\nslug: x\n", ["summary: 甲"]),
    "block in a list": ("tags:\n- |\n  甲\n- 乙\n", ["tags: 甲", "tags: 乙"]),
    "anchor and alias": ("title: &a 甲\nsummary: *a\nlead: 乙\n", ["title: 甲", "lead: 乙"]),
    "alias of a value that is no prose": ("slug: &a 軟件\ntitle: *a\n", []),
    "alias in a list": ("tags: [&a 甲, *a, 乙]\n", ["tags: 甲", "tags: 乙"]),
    "alias of a list": ("tags: &a [甲]\ncategories: *a\n", ["tags: 甲"]),
    "tag": ("title: !!str 2025甲\nsummary: !!str '乙'\n", ["title: 2025甲", "summary: 乙"]),
    "key twice": ("title: 甲\ntitle: 乙\n", ["title: 甲", "title: 乙"]),
    "non-BMP": ("slug: 𠀀𠀀\ntitle: 𠀀甲\nsummary: '𠮟'\n", ["title: 𠀀甲", "summary: 𠮟"]),
    "other line separators": (
        'title: "甲\u2028乙\x85丙"\nlead: 丁\n',
        ["title: 甲\u2028乙\x85丙", "lead: 丁"],
    ),
    "BOM at the beginning": ("\ufeffslug: x\ntitle: 甲\n", ["title: 甲"]),
    "lone surrogate": ("slug: \ud800\ntitle: 甲\n", ["title: 甲"]),
    "template as a word": ("title: 甲{{ x }}\n", ["title: 甲{{ x }}"]),
    "closed by points": ("title: 甲\n...\n", ["title: 甲"]),
    "broken: bracket": ("title: 甲\ntags: [乙\n", []),
    "broken: indentation": ("title: 甲\n 乙: 丙\n", []),
    "broken: quotes": ('title: "甲\nlead: 乙\n', []),
    "broken: tab": ("title: 甲\n\tlead: 乙\n", []),
    "broken: control character": ("title: 甲\nlead: \0\n", []),
    "broken: unknown alias": ("title: 甲\nlead: *a\n", []),
    "broken: two documents": ("title: 甲\n---\ntitle: 乙\n", []),
    "a list": ("- 甲\n", []),
    "a text": ("甲\n", []),
    "nothing": ("", []),
    "only a comment": ("# 甲\n", []),
}

TOML = {
    "basic string": ('title = "甲 乙"\n', ["title: 甲 乙"]),
    "literal string": ("title = '甲\\乙'\n", ["title: 甲\\乙"]),
    "other keys": ("slug = '軟件'\nTitle = '軟件'\n", []),
    "escapes": ('title = "甲\\"乙\\\\丙\\u8edf丁\\t"\n', ["title: 甲·乙·丙·丁·"]),
    "apostrophes": ("title = \"甲''乙\"\n", ["title: 甲''乙"]),
    "comment": ("title = '甲' # '軟件'\n# lead = '軟件'\n", ["title: 甲"]),
    "hash in a string": ("title = '甲 # 乙'\nlead = \"#丙\"\n", ["title: 甲 # 乙", "lead: #丙"]),
    "spaces": ("  title   =   '甲'   \n", ["title: 甲"]),
    "quoted keys": ("\"title\" = '甲'\n'lead' = '乙'\n", ["title: 甲", "lead: 乙"]),
    "dotted keys": ("params.title = '軟件'\ntitle . x = '軟件'\n", []),
    "array": ("tags = ['甲', \"乙\", # '軟件'\n  '丙',\n]\n", ["tags: 甲", "tags: 乙", "tags: 丙"]),
    "array of arrays": ("tags = [\n['甲'],\n]\nlead = '乙'\n", ["tags: 甲", "lead: 乙"]),
    "brackets in strings": ("slug = '['\ntags = [']', '甲']\n", ["tags: ]", "tags: 甲"]),
    "several lines": ('lead = """\n甲\n乙"""\n', ["lead: 甲\n乙"]),
    "several lines, literal": ("lead = '''\n甲\n'乙'\n'''\n", ["lead: 甲\n'乙'"]),
    "escaped line break": ('lead = """甲\\\n   乙"""\n', ["lead: 甲·乙"]),
    "quotes inside": ('lead = """甲"乙""丙\\"""丁"""\n', ['lead: 甲"乙""丙·""丁']),
    "quotes at the end": ('lead = """甲"""""\n', ['lead: 甲""']),
    "line that looks like a key": (
        'slug = """\ntitle = "軟件"\n"""\ntitle = "甲"\n',
        ["title: 甲"],
    ),
    "line that looks like a table": (
        'lead = """\n[甲]\n乙"""\ntitle = "丙"\n',
        ["lead: [甲]\n乙", "title: 丙"],
    ),
    "key of a longer value": ('params.x = """\ntitle = "軟件"\n"""\ntitle = "甲"\n', ["title: 甲"]),
    "tables": ("title = '甲'\n[params]\ntitle = '軟件'\n[[x]]\nlead = '軟件'\n", ["title: 甲"]),
    "table behind an array": ("tags = [\n['甲'],\n]\n[x]\ntitle = '軟件'\n", ["tags: 甲"]),
    "nothing but a table": ("# 甲\n[params]\ntitle = '軟件'\n", []),
    "table in a line": ("params = {title = '軟件'}\ntitle = '甲'\n", ["title: 甲"]),
    "numbers and dates": ("title = 5\nlead = 2025-01-20\ntags = [1, 2]\n", []),
    "empty strings": ('title = \'\'\nlead = ""\nsummary = """"""\n', []),
    "non-BMP": ("slug = '𠀀'\ntitle = '𠀀甲'\n", ["title: 𠀀甲"]),
    "broken: no quotes": ("title = '甲'\nlead = 乙\n", []),
    "broken: key twice": ("title = '甲'\ntitle = '乙'\n", []),
    "broken: bracket": ("title = '甲'\ntags = ['乙'\n", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("source", "expected"), list(YAML.values()), ids=list(YAML))
def test_yaml(source: str, expected: list[str], end: str) -> None:
    """The prose of a YAML header is just this, whatever its line ends."""
    found = shown(source.replace("\n", end), toml=False)
    assert found == [each.replace("\n", end) for each in expected]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("source", "expected"), list(TOML.values()), ids=list(TOML))
def test_toml(source: str, expected: list[str], end: str) -> None:
    """The prose of a TOML header is just this, whatever its line ends."""
    found = shown(source.replace("\n", end), toml=True)
    assert found == [each.replace("\n", end) for each in expected]


@pytest.mark.parametrize("toml", [False, True], ids=["YAML", "TOML"])
def test_deep_nesting_is_left_alone(*, toml: bool) -> None:
    """A header too deep for its parser is treated like a broken one."""
    opening = "tags = " if toml else "tags: "
    assert shown(opening + "[" * 3000 + "]" * 3000 + "\n", toml=toml) == []


@pytest.mark.parametrize(
    ("source", "toml", "declared", "metadata"),
    [
        (
            "lang: zh-TW\ndate: 2025-01-20 # day\ntitle: 甲\nslug: x\n",
            False,
            "zh-TW",
            {"lang": "zh-TW", "date": "2025-01-20", "title": "甲"},
        ),
        (
            "date = 2025-01-20 # day\nlanguage = \"zh_CN\"\ntitle = '甲'\n",
            True,
            "zh_CN",
            {"date": "2025-01-20", "language": "zh_CN", "title": "甲"},
        ),
        (
            "language: a\nlocale: b\nlang: c\n",
            False,
            "c",
            {"language": "a", "locale": "b", "lang": "c"},
        ),
        ("title: 甲\n", False, "", {"title": "甲"}),
        ("title: 甲\ntitle: 乙\n", False, "", {"title": "甲"}),
        ("lang: [\n", False, "", {}),
    ],
    ids=["YAML", "TOML", "lang comes first", "none", "first title", "broken"],
)
def test_metadata(source: str, toml: bool, declared: str, metadata: dict[str, str]) -> None:
    """The declared locale, the date and the title are told, without quotes and comments."""
    front = read(source, toml=toml)
    assert (front.declared, front.metadata) == (declared, metadata)


def rewritten(source: str, front: FrontMatter) -> str:
    """Write 乙 for every 甲 of the prose, as a conversion would."""
    out = list(source)
    for value in front.values:
        hidden = {at for mask in value.masks for at in range(*mask)}
        for at in range(*value.span):
            if at not in hidden and out[at] == "甲":
                out[at] = "乙"
    return "".join(out)


def expected_after(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data with 乙 for every 甲 under the prose keys."""

    def change(value: Any) -> Any:
        if isinstance(value, list):
            return [change(item) for item in value]
        return value.replace("甲", "乙") if isinstance(value, str) else value

    return {key: value if key == "slug" else change(value) for key, value in data.items()}


TEXT = st.text(alphabet="甲丙𠀀 a'\"\\#:,[]{}&*!|>-%@`?\t\u2028\n", max_size=12)
DATA = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXT,
        "slug": TEXT,
        "summary": TEXT,
        "tags": st.lists(TEXT, max_size=3),
    },
)


@settings(deadline=None, max_examples=300)
@given(
    DATA,
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([None, True, False]),
    st.sampled_from([10, 1000]),
)
def test_yaml_stays_true_when_prose_is_rewritten(
    data: dict[str, Any], style: str | None, flow: bool | None, width: int
) -> None:
    """In any style of YAML, changing prose changes these values, and nothing else."""
    source = yaml.safe_dump(
        data,
        default_style=style,
        default_flow_style=flow,
        allow_unicode=True,
        width=width,
        sort_keys=False,
    )
    whole = Span(0, len(source))
    changed = rewritten(source, read_front_matter(source, whole, toml=False))
    assert yaml.safe_load(changed) == expected_after(data)


@settings(deadline=None, max_examples=300)
@given(DATA, st.sampled_from(["\n", "\r\n"]))
def test_toml_stays_true_when_prose_is_rewritten(data: dict[str, Any], end: str) -> None:
    """Changing the prose of TOML changes these values, and nothing else."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in data.items()]
    source = end.join([*lines, "", "[params]", "title = '甲'", ""])
    whole = Span(0, len(source))
    changed = rewritten(source, read_front_matter(source, whole, toml=True))
    assert tomllib.loads(changed) == {**expected_after(data), "params": {"title": "甲"}}


PIECES = st.sampled_from(
    [
        *(source for source, _ in (*YAML.values(), *TOML.values())),
        *("title", ":", " ", "=", "'", '"', '"""', "'''", "[", "]", "{", "}", ",", "- ", "|", ">"),
        *("&a ", "*a", "!!str ", "#", "\\", "\n", "\r\n", "\r", "  ", "\t", "甲", "𠀀", "\ufeff"),
        *("\0", "\ud800", "\u2028", "...", "---", "tags", "? ", "2025", "%YAML 1.1\n"),
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=10).map("".join), st.booleans())
def test_any_header_is_read(source: str, toml: bool) -> None:
    """No header, however broken, raises; what is found is ordered and disjoint."""
    values = read(source, toml=toml).values
    assert [v.span for v in values] == sorted(v.span for v in values)
    assert all(a.span.end <= b.span.start for a, b in pairwise(values))
