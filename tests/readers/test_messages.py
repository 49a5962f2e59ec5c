"""Message files: values that are texts are prose."""

import pytest

from termkit.errors import InputError
from termkit.readers.messages import parse
from tests.readers.show import kinds, segments

CASES = {
    "JSON": ("a.json", '{"软": "甲", "b": {"c": ["乙", 1, true, "丙"]}}', ["甲", "乙", "丙"]),
    "JSON, escapes": ("a.json", r'["甲\n乙\"丙\u8f6f\\丁"]', ["甲·乙·丙·丁"]),
    "JSON, one text": ("a.json", '"甲"', ["甲"]),
    "JSON, colons": ("a.json", '{"a:": "甲: 乙", "b": ":"}', ["甲: 乙", ":"]),
    "JSON, empty texts": ("a.json", '{"": "", "a": " "}', []),
    "ARB": (
        "a.arb",
        '{"@@locale": "zh", "a": "甲{软}", "@a": {"description": "软", "x": {"y": "软"}}}',
        ["甲·"],
    ),
    "ARB, plural": ("a.arb", '{"a": "{n, plural, other{共 {n} 個}}"}', ["·共 · 個·"]),
    "YAML": ("a.yaml", "软: 甲\nb: # 软\n  - 乙\n  - c: '丙''丁'\n    d: 5\n", ["甲", "乙", "丙·丁"]),
    "YAML, escapes": ("a.yml", 'a: "甲\\n乙"\n', ["甲·乙"]),
    "YAML, blocks": ("a.yml", "a: |\n  甲\n  乙\nb: >-\n  丙\n", ["甲\n  乙", "丙"]),
    "YAML, flow": ("a.yml", "{软: 甲, b: [乙, {c: 丙}]}", ["甲", "乙", "丙"]),
    "YAML, aliases": ("a.yml", "a: &x 甲\nb: *x\nc: &y {d: 乙}\ne:\n  <<: *y\n", ["甲", "乙"]),
    "YAML, alias of a key": ("a.yml", "&x 软: 甲\nb: *x\n", ["甲"]),
    "YAML, alias of itself": ("a.yml", "&x [甲, *x]\n", ["甲"]),
    "YAML, several documents": ("a.yml", "a: 甲\n---\nb: 乙\n", ["甲", "乙"]),
    "YAML, own tags": ("a.yml", "a: !own 甲\nb: !!str 乙\n", ["乙"]),
    "YAML, placeholders": ("a.yml", "a: 甲%{x}乙{{y}}<b>丙</b>\n", ["甲·乙·丙·"]),
    "TOML": ("a.toml", '"软" = 1\n[b."软"]\n"软" = "甲\\n乙" # "软"\n', ["甲·乙"]),
    "TOML, inline": ("a.toml", 'a = { "软" = "甲", b."软" = [\'乙\', "丙"] }\n', ["甲", "乙", "丙"]),
    "TOML, lines": ("a.toml", 'a = """\n甲\n乙"""\nb = \'\'\'丙\'\'\'\n', ["甲\n乙", "丙"]),
    "TOML, tables": ("a.toml", "[[a.'软']]\nb = '甲'\n[[a.'软']]\nb = '乙'\n", ["甲", "乙"]),
    "TOML, arrays": ("a.toml", "a = [\n  ['甲'], # '软'\n  ['乙'],\n]\nb='丙'\n", ["甲", "乙", "丙"]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "source", "expected"), list(CASES.values()), ids=list(CASES))
def test_prose(name: str, source: str, expected: list[str]) -> None:
    """The prose of a message file is just this."""
    assert segments(parse(source, name)) == expected


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.json", '{"a": {"b": "甲", "c": [{"d": "乙"}]}, "e": "丙"}'),
        ("a.yaml", "a:\n  b: 甲\n  c:\n  - d: 乙\ne: 丙\n"),
        ("a.toml", "e = '丙'\n[a]\nb = '甲'\nc = [{d = '乙'}]\n"),
    ],
)
def test_kinds(name: str, source: str) -> None:
    """A segment tells the keys that lead to it."""
    assert sorted(kinds(parse(source, name))) == ["message: a.b", "message: a.c.d", "message: e"]


@pytest.mark.parametrize(
    ("name", "source", "declared"),
    [
        ("a.arb", '{"@@locale": "zh_TW", "locale": "x"}', "zh_TW"),
        ("a.json", '{"lang": "zh-CN", "a": {"locale": "zh-TW"}}', "zh-CN"),
        ("a.yml", "zh-TW:\n  a: 甲\n", "zh-TW"),
        ("a.yml", "a:\n  b: 甲\n", ""),
        ("a.yml", "zh-TW: 甲\nzh-CN: 乙\n", ""),
        ("a.toml", "language = 'zh-hk'\n", "zh-hk"),
    ],
)
def test_declared(name: str, source: str, declared: str) -> None:
    """The locale is told by a key at the top, or is the only one."""
    assert parse(source, name).declared == declared


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("a.json", '{\n"a": 甲}', "a.json:2: is not JSON: Expecting value"),
        ("a.json", '\ufeff{"a": 1}\r\n\r\n甲', "a.json:3: is not JSON: Extra data"),
        ("a.json", "[" * 100_000, "a.json:1: is not JSON: is nested too deeply"),
        ("a.yaml", "a: 甲\n b: 乙\n", "a.yaml:2: is not YAML: mapping values are not allowed"),
        ("a.yml", "a: 甲\nb: \x01\n", "a.yml:2: is not YAML: control characters are not allowed"),
        ("a.yml", "a: 甲\nb: *c\n", "a.yml:2: is not YAML: found undefined alias"),
        ("a.toml", "a = '甲'\nb = 乙\n", "a.toml:2: is not TOML: Invalid value"),
        ("a.toml", "a = '甲'\nb = [", "a.toml:2: is not TOML: "),
    ],
)
def test_fault(name: str, source: str, message: str) -> None:
    """What is not of its format is refused, with the line and the reason."""
    with pytest.raises(InputError) as caught:
        parse(source, name)
    assert str(caught.value).startswith(message)
