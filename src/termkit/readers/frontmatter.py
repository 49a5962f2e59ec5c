"""Front matter: which values of a page's YAML or TOML header are prose, and where they stand."""

from dataclasses import dataclass, field

from termkit.readers.scalars import MalformedError, toml_scalars, yaml_scalars
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
_KEPT_KEYS = (*LOCALE_KEYS, "date", "title")


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
    labels: tuple[Span, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)


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
        Value(scalar.span, f"front matter: {key}", scalar.masks)
        for key, scalar in scalars
        if key in PROSE_KEYS and scalar.is_text and scalar.span.start < scalar.span.end
    )
    metadata: dict[str, str] = {}
    for key, scalar in scalars:
        if key in _KEPT_KEYS:
            metadata.setdefault(key, scalar.span.of(source))
    declared = next((metadata[key] for key in LOCALE_KEYS if key in metadata), "")
    labels = tuple(scalar.span for key, scalar in scalars if key in LOCALE_KEYS and scalar.is_text)
    return FrontMatter(values, declared, labels, metadata)
