"""Front matter: which values of a page's YAML or TOML header are prose, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termkit.files import BOM
from termkit.text import MASK, Span, without_surrogates

if TYPE_CHECKING:
    from yaml import ScalarNode

PROSE_KEYS = (
    "title",
    "subtitle",
    "description",
    "summary",
    "lead",
    "tags",
    "categories",
    "keywords",
)
_LOCALE_KEYS = ("lang", "locale", "language")
_KEPT_KEYS = (*_LOCALE_KEYS, "date", "title")
_BACKSLASH = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n\s*|.)")
_DOUBLED = re.compile("''")


@dataclass(frozen=True, slots=True)
class Value:
    """One prose value: its span without quotes, and the escapes in it."""

    span: Span
    kind: str
    masks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The prose of a header, the locale it declares, and a few of its plain values."""

    values: tuple[Value, ...] = ()
    declared: str = ""
    metadata: dict[str, str] = field(default_factory=dict)


def read_front_matter(source: str, span: Span, *, toml: bool) -> FrontMatter:
    """Read the header that ``span`` covers, delimiters excluded.

    A header that does not parse is left alone: nothing of it is prose.
    """
    scalars = list((_toml_scalars if toml else _yaml_scalars)(source, span))
    values = tuple(
        Value(s.span, f"front matter: {s.key}", s.masks)
        for s in scalars
        if s.key in PROSE_KEYS and s.is_text and s.span.start < s.span.end
    )
    metadata: dict[str, str] = {}
    for scalar in scalars:
        if scalar.key in _KEPT_KEYS:
            metadata.setdefault(scalar.key, scalar.span.of(source))
    declared = next((metadata[key] for key in _LOCALE_KEYS if key in metadata), "")
    return FrontMatter(values, declared, metadata)


@dataclass(frozen=True, slots=True)
class _Scalar:
    key: str
    span: Span
    is_text: bool
    masks: tuple[Span, ...] = ()


# An anchor or a tag before a value: &name, !!str.
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")


def _yaml_scalars(source: str, span: Span) -> Iterator[_Scalar]:
    import yaml

    # One for one: a lone surrogate is refused, and a BOM is dropped, which moves the marks.
    text = without_surrogates(span.of(source)).replace(BOM, MASK)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, node in root.value:
        done = key.end_mark.index
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            # An alias gives the node that it names, which stands further up.
            if not isinstance(item, yaml.ScalarNode) or item.start_mark.index < done:
                continue
            done = item.end_mark.index
            yield _yaml_scalar(source, str(key.value), span.start, item)


def _yaml_scalar(source: str, key: str, shift: int, node: "ScalarNode") -> _Scalar:
    end = node.end_mark.index + shift
    match = _PROPERTIES.match(source, node.start_mark.index + shift, end)
    start = match.end() if match else end
    if node.style in {'"', "'"}:
        inner = Span(start + 1, end - 1)
        escape = _BACKSLASH if node.style == '"' else _DOUBLED
        return _Scalar(key, inner, True, _escapes(escape, source, inner))
    if node.style in {"|", ">"}:
        first = source.find("\n", start, end) + 1 or end
        return _Scalar(key, _stripped(source, Span(first, end)), True)
    is_text = node.tag == "tag:yaml.org,2002:str"
    return _Scalar(key, _stripped(source, Span(start, end)), is_text)


_TOML_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_TOML_LINE = re.compile(
    rf"^[ \t]*({_TOML_KEY}(?:[ \t]*\.[ \t]*{_TOML_KEY})*)[ \t]*=[ \t]*", re.MULTILINE
)
_TOML_STRING = re.compile(
    r'"""(?P<a>(?:\\.|[^\\])*?"{0,2})"""(?!")'
    r"|'''(?P<b>.*?'{0,2})'''(?!')"
    r'|"(?P<c>(?:[^"\\\n]|\\.)*)"'
    r"|'(?P<d>[^'\n]*)'"
    r"|#[^\n]*",
    re.DOTALL,
)
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


def _toml_scalars(source: str, span: Span) -> Iterator[_Scalar]:
    import tomllib

    try:
        tomllib.loads(span.of(source).replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    # Only the top level is ours; the parse above vouches that the scan below sees real TOML.
    at, limit = span.start, _toml_top_level_end(source, span)
    while match := _TOML_LINE.search(source, at, limit):
        key, at = match[1].strip("\"'"), match.end()
        end = _toml_value_end(source, at, limit)
        strings = [m for m in _TOML_STRING.finditer(source, at, end) if m.lastgroup]
        for string in strings:
            assert string.lastgroup
            inner = Span(*string.span(string.lastgroup))
            if string.lastgroup in {"a", "b"}:
                inner = _stripped(source, inner)
            escaped = string.lastgroup in {"a", "c"}
            masks = _escapes(_BACKSLASH, source, inner) if escaped else ()
            yield _Scalar(key, inner, True, masks)
        if not strings:
            comment = source.find("#", at, end)
            value = Span(at, end if comment < 0 else comment)
            yield _Scalar(key, _stripped(source, value), False)
        at = end


def _toml_top_level_end(source: str, span: Span) -> int:
    """Return where the first table begins: at a [ that opens a line outside strings and arrays."""
    depth, fresh = 0, True
    at = span.start
    while at < span.end:
        string = _TOML_STRING.match(source, at, span.end)
        if string:
            at, fresh = string.end(), False
            continue
        char = source[at]
        if char == "[" and fresh and not depth:
            return at
        depth += _DEPTH.get(char, 0)
        fresh = char == "\n" or (fresh and char in " \t")
        at += 1
    return span.end


def _toml_value_end(source: str, start: int, limit: int) -> int:
    """Return where a value ends: at the line break outside strings and brackets."""
    depth = 0
    at = start
    while at < limit:
        string = _TOML_STRING.match(source, at)
        if string:
            at = string.end()
            continue
        depth += _DEPTH.get(source[at], 0)
        if source[at] == "\n" and depth <= 0:
            return at
        at += 1
    return limit


def _escapes(escape: re.Pattern[str], source: str, span: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in escape.finditer(source, span.start, span.end))


def _stripped(source: str, span: Span) -> Span:
    text = span.of(source)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
