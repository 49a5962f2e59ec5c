"""Message files (JSON, YAML, TOML, ARB): the texts among their values are prose.

Keys, numbers and comments are left alone; escapes, placeholders, tags and URLs
inside a text are masked. In ARB what belongs to a key with ``@`` is no message.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import PurePath

from termkit.errors import InputError
from termkit.files import BOM
from termkit.foreign import said
from termkit.locales import find_locale
from termkit.messages import tr
from termkit.model.document import Document, Reader
from termkit.model.domains import SOFTWARE
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.readers.placeholders import placeholders
from termkit.readers.scalars import MalformedError, Scalar, toml_scalars, yaml_scalars
from termkit.readers.segments import hide, segment
from termkit.text import LINE_BREAK, Span

_LOCALE_KEYS = ("@@locale", "lang", "locale", "language")
_TOKEN = regex(r'"(?P<text>(?:[^"\\]|\\.)*)"|(?P<sign>[\[\]{}:,])|[^\s"\[\]{}:,]+', re.DOTALL)
_ESCAPE = regex(r"\\(?:u[0-9A-Fa-f]{4}|.)")


def parse(source: str, path: str) -> Document:
    """Return the document of a message file; raise InputError where it is not of its format."""
    suffix = PurePath(path).suffix.lower()
    span = Span(1 if source.startswith(BOM) else 0, len(source))
    try:
        scalars = _SCALARS.get(suffix, json_scalars)(source, span)
    except MalformedError as error:
        name = suffix.removeprefix(".").upper().replace("YML", "YAML").replace("ARB", "JSON")
        message = tr("is not {format}: {error}", format=name, error=error)
        raise InputError(Problem(path, error.line, "", message)) from None
    declared, labels = _declared(source, scalars, suffix)
    return Document(
        path,
        source,
        tuple(
            found
            for scalar in scalars
            if scalar.is_text and not (suffix == ".arb" and _is_about(scalar))
            for found in segment(
                source,
                scalar.span,
                f"message: {'.'.join(scalar.keys)}",  # not shown
                [*scalar.masks, *placeholders(source, scalar.span)],
            )
        ),
        declared=declared,
        labels=labels,
        domain=SOFTWARE,
    )


def json_scalars(source: str, span: Span) -> list[Scalar]:
    """Return the values of a JSON document; raise MalformedError."""
    text = span.of(source)
    try:
        if text.strip():
            json.loads(text)
    except json.JSONDecodeError as error:
        line = len(LINE_BREAK.findall(text[: error.pos])) + 1
        raise MalformedError(line, said(error.msg)) from None
    except RecursionError:
        raise MalformedError(1, tr("is nested too deeply")) from None
    # The parse above vouches that this scan sees real JSON.
    return list(_json_walk(source, span))


def _json_walk(source: str, span: Span) -> Iterator[Scalar]:
    keys: list[str | None] = []  # of the objects and arrays around, None for an array
    expects_key = False
    for match in _TOKEN.finditer(source, *span):
        sign = match["sign"]
        if sign in {"{", "["}:
            keys.append("" if sign == "{" else None)
            expects_key = sign == "{"
        elif sign in {"}", "]"}:
            keys.pop()
        elif sign:
            expects_key = sign == "," and keys[-1] is not None
        elif expects_key:
            keys[-1] = match["text"]
        else:
            is_text = match["text"] is not None
            inner = Span(*match.span("text" if is_text else 0))
            masks = tuple(Span(*found.span()) for found in _ESCAPE.finditer(source, *inner))
            yield Scalar(tuple(key for key in keys if key is not None), inner, is_text, masks)


_JSON_KEY = rf'\A{BOM}?\s*\{{{{\s*"(?P<key>{{}})"\s*:'
_YAML_KEY = rf"""^{BOM}?(?:\{{{{[ \t]*)?(?P<quote>["']?)(?P<key>{{}})(?P=quote)[ \t]*:"""
_TOML_KEY = r"""^[ \t]*\[{{1,2}}[ \t]*(?P<quote>["']?)(?P<key>{})(?P=quote)[ \t]*[.\]]"""
_TOP_KEY = {".yaml": _YAML_KEY, ".yml": _YAML_KEY, ".toml": _TOML_KEY}


def _yaml(source: str, span: Span) -> list[Scalar]:
    return yaml_scalars(source, span, many=True)


_SCALARS: dict[str, Callable[[str, Span], list[Scalar]]] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".toml": toml_scalars,
}


def _is_about(scalar: Scalar) -> bool:
    return any(key.startswith("@") for key in scalar.keys)


def _declared(
    source: str, scalars: Collection[Scalar], suffix: str
) -> tuple[str, tuple[Span, ...]]:
    """Return the locale that a key at the top tells, or is (Rails: ``zh-TW: {…}``), and its places."""
    tops: set[str] = set()
    told: dict[str, Span] = {}
    for scalar in scalars:
        tops.update(scalar.keys[:1])
        if len(scalar.keys) == 1 and scalar.keys[0] in _LOCALE_KEYS and scalar.is_text:
            told.setdefault(scalar.keys[0], scalar.span)
    if labels := [told[key] for key in _LOCALE_KEYS if key in told]:
        return labels[0].of(source), tuple(sorted(labels))
    only = tops.pop() if len(tops) == 1 else ""
    if len(only) > 2 and find_locale(only):
        return only, tuple(_top_keys(source, only, scalars, suffix))
    return "", ()


def _top_keys(source: str, name: str, scalars: Collection[Scalar], suffix: str) -> Iterator[Span]:
    """Yield where the key at the top stands; TOML writes it anew for every table below."""
    text = hide(source, [scalar.span for scalar in scalars])
    for match in re.finditer(_TOP_KEY.get(suffix, _JSON_KEY).format(re.escape(name)), text, re.M):
        yield Span(*match.span("key"))


READER = Reader("messages", (".json", ".yaml", ".yml", ".toml", ".arb"), parse, walked=False)
