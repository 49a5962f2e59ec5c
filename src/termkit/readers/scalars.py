"""The values of YAML and TOML, and where they stand: for front matter and for messages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termkit.files import BOM
from termkit.foreign import said
from termkit.messages import tr
from termkit.patterns import regex
from termkit.readers.segments import trimmed
from termkit.text import LINE_BREAK, MASK, Span, without_surrogates

if TYPE_CHECKING:
    from yaml import Node, ScalarNode

_BACKSLASH = regex(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n\s*|.)")
_DOUBLED = regex("''")
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: the keys that lead to it, its span without quotes, and the escapes in it.

    Items of a list have the keys of the list.
    """

    keys: tuple[str, ...]
    span: Span
    is_text: bool
    masks: tuple[Span, ...] = ()


class MalformedError(ValueError):
    """The text is no YAML or TOML; ``line`` (from 1, in the span that was read) is where it shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


# An anchor or a tag before a value: &name, !!str.
_PROPERTIES = regex(r"(?:[&!]\S*\s+)*")


def yaml_scalars(source: str, span: Span, *, many: bool = False) -> list[Scalar]:
    """Return the scalar values of a YAML document, or with ``many`` of several; raise MalformedError."""
    import yaml

    # One for one: a lone surrogate is refused, and a BOM is dropped, which moves the marks.
    text = without_surrogates(span.of(source)).replace(BOM, MASK)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        roots = list(yaml.compose_all(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = said(error.problem or error.context or "") or tr("cannot be parsed")
        raise MalformedError(mark.line + 1 if mark else 1, reason) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # libyaml counts bytes.
        before = text.encode()[: getattr(error, "position", 0)].decode(errors="replace")
        reason = said(getattr(error, "reason", error)) or tr("cannot be parsed")
        raise MalformedError(len(LINE_BREAK.findall(before)) + 1, reason) from None
    if len(roots) > 1 and not many:
        raise MalformedError(roots[1].start_mark.line + 1, tr("a second document begins here"))
    return [scalar for root in roots if root for scalar in _yaml_walk(source, root, span.start)]


def _yaml_walk(source: str, root: "Node", shift: int) -> Iterator[Scalar]:
    import yaml

    todo: list[tuple[Node, tuple[str, ...], int]] = [(root, (), 0)]
    done = 0
    while todo:
        node, keys, after = todo.pop()
        # An alias gives the node that it names, which stands further up.
        if node.start_mark.index < max(after, done):
            continue
        if isinstance(node, yaml.ScalarNode):
            done = node.end_mark.index
            yield _yaml_scalar(source, keys, shift, node)
        elif isinstance(node, yaml.MappingNode):
            todo += (
                (value, (*keys, str(key.value)), key.end_mark.index)
                for key, value in reversed(node.value)
            )
        elif isinstance(node, yaml.SequenceNode):
            todo += ((item, keys, node.start_mark.index + 1) for item in reversed(node.value))


def _yaml_scalar(source: str, keys: tuple[str, ...], shift: int, node: "ScalarNode") -> Scalar:
    end = node.end_mark.index + shift
    match = _PROPERTIES.match(source, node.start_mark.index + shift, end)
    start = match.end() if match else end
    if node.style in {'"', "'"}:
        inner = Span(start + 1, end - 1)
        escape = _BACKSLASH if node.style == '"' else _DOUBLED
        return Scalar(keys, inner, True, _escapes(escape, source, inner))
    if node.style in {"|", ">"}:
        first = source.find("\n", start, end) + 1 or end
        return Scalar(keys, trimmed(source, Span(first, end)), True)
    return Scalar(keys, trimmed(source, Span(start, end)), node.tag == _TEXT)


_TOML_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_TOML_KEYS = rf"{_TOML_KEY}(?:[ \t]*\.[ \t]*{_TOML_KEY})*"
_TOML_KEY_RE = regex(_TOML_KEY)
_TOML_TOKEN = regex(
    rf"(?P<space>\s+|,|\#[^\n]*)|(?P<key>{_TOML_KEYS})[ \t]*=|(?P<bracket>[\[\]{{}}])"
    r'|"""(?P<a>(?:\\.|[^\\])*?"{0,2})"""(?!")'
    r"|'''(?P<b>.*?'{0,2})'''(?!')"
    r'|"(?P<c>(?:[^"\\\n]|\\.)*)"'
    r"|'(?P<d>[^'\n]*)'"
    r"|(?P<other>[^\s,#\[\]{}][^,#\[\]{}\r\n]*)",
    re.DOTALL,
)
_TOML_TABLE = regex(rf"\[\[?[ \t]*({_TOML_KEYS})[ \t]*\]\]?")
_TOML_PLACE = regex(r"(.*) \(at line (\d+), column \d+\)", re.DOTALL)


def toml_scalars(source: str, span: Span) -> list[Scalar]:
    """Return the values of a TOML document; raise MalformedError."""
    import tomllib

    text = span.of(source)
    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_PLACE.fullmatch(str(error))
        last = len(LINE_BREAK.findall(text.rstrip())) + 1
        reason = said(place[1] if place else error)
        raise MalformedError(int(place[2]) if place else last, reason) from None
    # The parse above vouches that this scan sees real TOML.
    return list(_toml_walk(source, span))


def _toml_walk(source: str, span: Span) -> Iterator[Scalar]:
    table: tuple[str, ...] = ()
    levels: list[tuple[str, ...]] = [()]
    at, after_key = span.start, False
    while at < span.end:
        header = None if after_key or len(levels) > 1 else _TOML_TABLE.match(source, at, span.end)
        if header:
            table, levels, at = _names(header[1]), [()], header.end()
            continue
        match = _TOML_TOKEN.match(source, at, span.end)
        if not match:
            return
        at = match.end()
        if match["space"]:
            continue
        after_key = match["key"] is not None
        if match["key"]:
            levels[-1] = _names(match["key"])
        elif match["bracket"]:
            if match["bracket"] in "[{":
                levels.append(())
            else:
                levels.pop()
        else:
            keys = (*table, *(name for level in levels for name in level))
            yield _toml_scalar(source, keys, match)


def _toml_scalar(source: str, keys: tuple[str, ...], match: re.Match[str]) -> Scalar:
    group = match.lastgroup or ""
    inner = Span(*match.span(group))
    if group not in {"c", "d"}:
        inner = trimmed(source, inner)
    masks = _escapes(_BACKSLASH, source, inner) if group in {"a", "c"} else ()
    return Scalar(keys, inner, group != "other", masks)


def _names(keys: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in _TOML_KEY_RE.findall(keys))


def _escapes(escape: re.Pattern[str], source: str, span: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in escape.finditer(source, span.start, span.end))
