"""What is wrong with a file is told in the user's language, whatever its format."""

from pathlib import Path

import pytest

from termkit.cli import main
from termkit.config.schema import KEYS
from termkit.engine.language import LANGUAGES, speak
from termkit.messages import ENGLISH
from termkit.termbase.columns import ASPECTS, CANONICAL, FLAGS, STATUSES
from tests.cli.screens import english

_HEAD = "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:except,zh-TW:context,since,until,flags,status"
_ROWS = """
A b,one,甲乙 | 甲乙,,数据,甲乙,丙丁,,2025/1/2,,fla,stat
,two,a\u200bb,\uff21\uff22,數據,,,,,,,
x1,three,人工 智慧,,,,,線索,2025-01-02,2024-01-02,,
x1,four,影片、視訊 | ,,,,,,,,,
x2,five
x3,six,,,,避用,,,,,,
x4,seven,,,,,,,,,,
"x5,eight
"""
_CONFIG = """
glossary = ["nowhere", 3, {path = "x", foo = 1}]
builtin = "yes"
select = ["wrong-regio", 3]
exclude = ["", "#"]
foo = 1
[locales]
"!a" = "zh-TX"
b = "zh-TX"
[house]
tai = "none"
first-mention = 3
"""
_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'

CHECKED = {
    "a.md": b"a\0b",
    "b.md": b"\x80\x81",
    "c.vtt": b"1\n",
    "d.json": b'{"a": [1,}',
    "e.yaml": b"a: [1\nb: 2",
    "f.csv": b'a,b\n"x,y\n',
    "g.po": b'msgid "a"\nmsgstr "b\n',
    "h.po": b'msgid "a"\nmsgid "b"\nmsgstr "c"\n',
    "i.po": b'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
    "j.po": b'msgid "a"\nmsgstr "\\q"\n',
    "k.po": _HEADER.format("FOO").encode(),
    "l.po": _HEADER.format("Big5").encode() + b'msgid "a"\nmsgstr "\xff"\n',
    "none.md": None,
}
IMPORTED = {
    "a.tbx": b"<tbx>",
    "b.tbx": b"<tbx/><x/>",
    "c.json": b"[1]",
    "d.json": b"{",
    "e.csv": b"a,b\n1,2\n",
    "f.xlsx": b"nothing",
    "g.po": b'msgid "a"\n',
    "h.yml": b"rules: 3",
    "i.wiki": b"x",
}
COMMANDS = {
    **{f"check {name}": {name: data} for name, data in CHECKED.items()},
    **{
        f"glossary import {name} --into new.csv --no-builtin": {name: data}
        for name, data in IMPORTED.items()
    },
    "glossary validate t.csv --no-builtin": {"t.csv": (_HEAD + _ROWS).encode()},
    "glossary validate h.csv --no-builtin": {"h.csv": b"id,zh-XX,zh-TW:foo,id\n"},
    "glossary validate s.csv --no-builtin": {"s.csv": b"id;en\n"},
    "glossary validate e.csv --no-builtin": {"e.csv": b""},
    "glossary format d.csv --check": {"d.csv": b"id,en,zh-TW\n1E+10,Jan-20,???\na,#NAME?,=A1()\n"},
    "check a.md --config c.toml": {"c.toml": _CONFIG.encode()},
    "check a.md --config d.toml": {"d.toml": b"a = \n"},
    "check a.md --baseline b.json": {"b.json": b"[]"},
    "convert a.md --to zh-CN --apply-review r.csv": {"a.md": b"", "r.csv": b"a,b\n"},
}
"""Command lines, and the files that they are about."""

_KNOWN = frozenset(
    (
        *("msgid", "msgstr", "msguniq", "msgconv", "webvtt", "xff", "foo", "fla", "stat", "terms"),
        *("path", "domains", "true", "false", "none", "error", "warning", "info", "tai"),
        *(*KEYS, *CANONICAL, *ASPECTS, *FLAGS, *STATUSES),
    )
)
"""What is no English: names of keys and columns, and what stands in the files."""


@pytest.mark.parametrize("arguments", COMMANDS)
def test_faults_of_files(
    arguments: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """In Chinese no English is left, and in English there is some: the test can fail."""
    monkeypatch.chdir(tmp_path)
    for name, data in COMMANDS[arguments].items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    left = {}
    for language in LANGUAGES:
        with pytest.raises(SystemExit):
            main((*arguments.split(), "--lang", language))
        out, err = capfd.readouterr()
        told = "\n".join(line for line in (err + out).splitlines() if " | " not in line)
        left[language] = english(told, _KNOWN)
    speak(ENGLISH)
    assert left.pop(ENGLISH)
    assert not any(left.values()), left
