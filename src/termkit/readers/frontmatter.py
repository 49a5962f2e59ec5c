"""Front matter: which values of a page's YAML or TOML header are prose, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from termkit.text import Span

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
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n\s*|.)|''")


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
        if s.key in PROSE_KEYS and s.is_text
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


def _yaml_scalars(source: str, span: Span) -> Iterator[_Scalar]:
    import yaml

    text = span.of(source)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, ValueError):
        return
    if not isinstance(root, yaml.MappingNode):
        return
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for key, node in root.value:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for item in items:
            if not isinstance(item, yaml.ScalarNode):
                continue
            start = span.start + starts[item.start_mark.line] + item.start_mark.column
            end = span.start + _offset(starts, item.end_mark.line, item.end_mark.column, len(text))
            is_text = item.tag == "tag:yaml.org,2002:str"
            if item.style in {'"', "'"}:
                start = source.index(item.style, start, end)
                inner = Span(start + 1, end - 1)
                yield _Scalar(key.value, inner, True, _escapes(source, inner))
            elif item.style in {"|", ">"}:
                first = source.find("\n", start, end) + 1
                if first:
                    yield _Scalar(key.value, _stripped(source, Span(first, end)), True)
            else:
                yield _Scalar(key.value, _stripped(source, Span(start, end)), is_text)


def _offset(starts: list[int], line: int, column: int, length: int) -> int:
    return starts[line] + column if line < len(starts) else length


_TOML_LINE = re.compile(r"^[ \t]*([A-Za-z0-9_-]+|\"[^\"\n]*\")[ \t]*=[ \t]*", re.MULTILINE)
_TOML_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_TOML_STRING = re.compile(
    r'"""(?P<a>.*?)"""|\'\'\'(?P<b>.*?)\'\'\'|"(?P<c>(?:[^"\\\n]|\\.)*)"|\'(?P<d>[^\'\n]*)\'|#[^\n]*',
    re.DOTALL,
)


def _toml_scalars(source: str, span: Span) -> Iterator[_Scalar]:
    import tomllib

    try:
        tomllib.loads(span.of(source).replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return
    # Only the top level is ours; the parse above vouches that the scan below sees real TOML.
    table = _TOML_TABLE.search(source, span.start, span.end)
    at = span.start
    limit = table.start() if table and not _inside_value(source, span, table.start()) else span.end
    while match := _TOML_LINE.search(source, at, limit):
        key, at = match[1].strip('"'), match.end()
        end = _toml_value_end(source, at, limit)
        strings = [m for m in _TOML_STRING.finditer(source, at, end) if m.lastgroup]
        for string in strings:
            assert string.lastgroup
            inner = Span(*string.span(string.lastgroup))
            masks = _escapes(source, inner) if string.lastgroup in {"a", "c"} else ()
            yield _Scalar(key, inner, True, masks)
        if not strings:
            yield _Scalar(key, _stripped(source, Span(at, end)), False)
        at = end


def _inside_value(source: str, span: Span, offset: int) -> bool:
    """Tell whether a line that starts with [ belongs to an array that an earlier line opened."""
    depth = 0
    at = span.start
    while at < offset:
        string = _TOML_STRING.match(source, at)
        if string:
            at = string.end()
            continue
        depth += {"[": 1, "]": -1}.get(source[at], 0)
        at += 1
    return depth > 0


def _toml_value_end(source: str, start: int, limit: int) -> int:
    """Return where a value ends: at the line break outside strings and brackets."""
    depth = 0
    at = start
    while at < limit:
        string = _TOML_STRING.match(source, at)
        if string:
            at = string.end()
            continue
        char = source[at]
        if char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
        elif char == "\n" and depth <= 0:
            return at
        at += 1
    return limit


def _escapes(source: str, span: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _ESCAPE.finditer(source, span.start, span.end))


def _stripped(source: str, span: Span) -> Span:
    text = span.of(source)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
