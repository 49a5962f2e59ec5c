"""Front matter: which values of a page's YAML or TOML header are prose, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from termkit.model.document import Directive
from termkit.patterns import regex
from termkit.readers.scalars import MalformedError, Scalar, toml_scalars, yaml_scalars
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
LOCALE_KEYS = ("lang", "locale", "language")
_OWN_KEY = "termkit"
_NAME = regex(r"[^\s,]+")
_KEPT_KEYS = (*LOCALE_KEYS, "date", "title")


@dataclass(frozen=True, slots=True)
class Value:
    """One prose value: its span without quotes, and the escapes in it."""

    span: Span
    kind: str
    masks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The prose of a header, the locale it declares, a few of its plain values, its suppressions."""

    values: tuple[Value, ...] = ()
    declared: str = ""
    labels: tuple[Span, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    directives: tuple[Directive, ...] = ()


def read_front_matter(source: str, span: Span, *, toml: bool) -> FrontMatter:
    """Read the header that ``span`` covers, delimiters excluded.

    A header that does not parse is left alone: nothing of it is prose.
    """
    try:
        found = toml_scalars(source, span) if toml else yaml_scalars(source, span)
    except MalformedError:
        return FrontMatter()
    # Only the top level is ours.
    scalars = [(scalar.keys[0], scalar) for scalar in found if len(scalar.keys) == 1]
    values = tuple(
        Value(scalar.span, f"front matter: {key}", scalar.masks)  # not shown
        for key, scalar in scalars
        if key in PROSE_KEYS and scalar.is_text and scalar.span.start < scalar.span.end
    )
    metadata: dict[str, str] = {}
    for key, scalar in scalars:
        if key in _KEPT_KEYS:
            metadata.setdefault(key, scalar.span.of(source))
    declared = next((metadata[key] for key in LOCALE_KEYS if key in metadata), "")
    labels = tuple(scalar.span for key, scalar in scalars if key in LOCALE_KEYS and scalar.is_text)
    directives = tuple(
        directive
        for scalar in found
        if scalar.keys[:1] == (_OWN_KEY,)
        for directive in _directives(source, scalar)
    )
    return FrontMatter(values, declared, labels, metadata, directives)


def _directives(source: str, scalar: Scalar) -> Iterator[Directive]:
    """Yield what a value of ``termkit: {ignore: […]}`` says for the whole document."""
    if scalar.keys != (_OWN_KEY, "ignore"):
        verb = scalar.keys[1] if len(scalar.keys) > 1 else scalar.span.of(source)
        yield Directive(verb, "", scalar.span, Span(0, 0))
        return
    if scalar.span.of(source) == "true":
        yield Directive("ignore", "", scalar.span, Span(0, len(source)))
        return
    for match in _NAME.finditer(source, *scalar.span):
        yield Directive("ignore", match[0], Span(*match.span()), Span(0, len(source)))
