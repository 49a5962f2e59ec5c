"""MediaWiki: a CGroup module in Lua, whose rules hold the preferred terms."""

import re
from collections.abc import Iterator

from termkit.files import BOM, decode, read_bytes, write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import MATCHING, REST, TEXTS, Field
from termkit.glossary_formats.mediawiki_rules import add_rule, rule_of
from termkit.locales import EN
from termkit.text import LineIndex

_STRING = r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\""
_TOKEN = re.compile(
    rf"(?P<comment>--)?\[(?P<level>=*)\[|--[^\n]*|(?P<string>{_STRING})"
    r"|(?P<name>[A-Za-z_]\w*)|(?P<sign>[^\s\w])"
)
_ESCAPE = re.compile(r"\\(\d{1,3}|x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f]+\}|z\s*|\r?\n|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def export(request: ExportRequest) -> Exported:
    """Write an item for every concept with terms of two Chinese locales or more."""
    name = request.path.stem
    items = []
    for concept in request.concepts:
        rule = rule_of(concept) if concept.is_active else ""
        if rule:
            original = concept.preferred(EN)
            items.append(
                f"    {{type='item', original={_quote(original)}, rule={_quote(rule)}}},\n"
            )
    text = f"return {{\n  name={_quote(name)},\n  content={{\n{''.join(items)}  }},\n}}\n"
    write_atomic(request.path, text.encode("utf-8", "replace"))
    return Exported(len(items))


def _quote(text: str) -> str:
    for char, escaped in (("\\", "\\\\"), ("'", "\\'"), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(char, escaped)
    return f"'{text}'"


def load(request: ImportRequest) -> Imported:
    """Read the items of a module, in either form: a table of type item, or a call of Item."""
    path = str(request.path)
    text = decode(read_bytes(request.path), path).removeprefix(BOM)
    found = Collector(request.path)
    lines = LineIndex(text)
    for at, original, rule in _items(text):
        line = lines.position(at).line
        found.open(line)
        if add_rule(found, rule, line):
            found.term(EN, original)
    return found.result()


def _items(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where each item stands, its original and its rule."""
    fields: dict[str, str] = {}
    call: list[str] | None = None
    name, at = "", 0
    for match, value in _tokens(text):
        if value is not None:
            if call is not None:
                call.append(value)
            elif name:
                fields[name] = value
            name = ""
        elif match["name"]:
            name = match["name"]
        elif match["sign"] == "(" and name == "Item":
            call, at = [], match.start()
        elif match["sign"] == ")" and call is not None:
            if len(call) > 1:
                yield at, call[0], call[1]
            call = None
        elif match["sign"] == "{":
            fields, at = {}, match.start()
        elif match["sign"] == "}":
            if "rule" in fields:
                yield at, fields.get("original", ""), fields["rule"]
            fields = {}


def _tokens(text: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """Yield the tokens, with the text of those that are strings; comments are passed over."""
    at = 0
    unclosed: set[str] = set()
    while match := _TOKEN.search(text, at):
        at = match.end()
        level = match["level"]
        if level is None:
            yield (
                match,
                _ESCAPE.sub(_unescape, string[1:-1]) if (string := match["string"]) else None,
            )
            continue
        close = f"]{level}]"
        end = -1 if level in unclosed else text.find(close, at)
        if end < 0:
            unclosed.add(level)  # so that nobody searches the rest again and again
            continue
        if not match["comment"]:
            yield match, text[at:end].removeprefix("\n")
        at = end + len(close)


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    if code.isdigit():
        return chr(int(code))
    if code[0] in "xu" and len(code) > 1:
        number = int(code[1:].strip("{}"), 16)
        return chr(number) if number < 0x110000 else "\ufffd"
    if code[0] == "z":
        return ""
    return _ESCAPES.get(code, "\n" if code.endswith("\n") else code)


FORMAT = GlossaryFormat(
    "mediawiki",
    (".lua",),
    (Field.ID, Field.ADMITTED, Field.AVOID, *MATCHING, *TEXTS, *REST),
    export,
    load,
    "MediaWiki's CGroup module (Lua)",
)
