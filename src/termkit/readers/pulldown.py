"""What is asked of pulldown-cmark, the Markdown parser: CommonMark with these extensions."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import pyromark

Event: TypeAlias = str | Mapping[str, Any]
Range: TypeAlias = Mapping[str, Any]
"""Where an event begins and ends, in bytes of UTF-8."""

_OPTIONS = pyromark.Options(0)
for _option in (
    "TABLES",
    "FOOTNOTES",
    "STRIKETHROUGH",
    "TASKLISTS",
    "HEADING_ATTRIBUTES",
    "MATH",
    "GFM",
    "DEFINITION_LIST",
):
    _OPTIONS |= getattr(pyromark.Options, f"ENABLE_{_option}")


def events(text: str) -> Iterator[tuple[Event, Range]]:
    """Yield the events of a text with their ranges."""
    return pyromark.events_with_range(text, options=_OPTIONS)


def titled_definitions(text: str) -> list[tuple[int, int]]:
    """Return where the link definitions stand, in bytes, that have a title; of those over two lines none."""
    if "]:" not in text:
        return []
    found = pyromark.reference_definitions(text, options=_OPTIONS).values()
    return [
        (each["span"]["start"], each["span"]["end"])
        for each in found
        if each["title"] and "\n" not in each["title"]
    ]
