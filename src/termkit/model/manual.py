"""The manual page of a check, read from the docstring of its module."""

import re
from dataclasses import dataclass, replace
from itertools import chain
from textwrap import dedent, indent

from termkit.messages import ENGLISH, language, mark, paragraphs, tr
from termkit.patterns import regex

_EXAMPLE = regex(r"(?P<locale>[a-z]{2,3}(?:-\w+)*) \| (?P<text>[^|]+?)(?: \| (?P<found>[^|]+))?")
_FIXES = (mark("safe"), mark("unsafe"), mark("safe or unsafe"), mark("none"))
_KINDS = regex(r"\b(?:un)?safe\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, its locale, and what is found in it: ``wrong → right; …``, or nothing."""

    locale: str
    text: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its text, or with its examples where every line is one."""

    heading: str
    text: str
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Manual:
    """A manual page: a line that says what is allowed, and sections."""

    title: str
    sections: tuple[Section, ...]

    @property
    def fixes(self) -> str:
        """Which kinds of fix the check offers, by what its page says of their safety."""
        (text,) = (one.text for one in self.sections if one.heading == "Fix safety")  # not shown
        return " or ".join(sorted({kind.lower() for kind in _KINDS.findall(text)})) or "none"

    @property
    def spoken(self) -> "Manual":
        """The page in the user's language; examples are what they are, and a paragraph is one line."""
        if language() == ENGLISH:
            return self
        sections = (
            replace(
                one, heading=tr(one.heading), text=one.text if one.examples else _spoken(one.text)
            )
            for one in self.sections
        )
        return Manual(tr(self.title), tuple(sections))

    @property
    def messages(self) -> list[str]:
        """What there is to translate of it."""
        texts = (paragraphs(one.text) for one in self.sections if not one.examples)
        return [self.title, *(one.heading for one in self.sections), *chain.from_iterable(texts)]

    @property
    def plain(self) -> str:
        """The page as plain text, in the form of the docstring."""
        sections = (f"{one.heading}\n{indent(one.text, '    ')}" for one in self.sections)
        return "\n".join((f"{self.title}\n", *sections))

    @property
    def markdown(self) -> str:
        """The sections as Markdown."""
        return "\n\n".join(
            f"**{one.heading}**\n\n{_table(one.examples)}"
            if one.examples
            else tr("**{heading}.** {text}", heading=one.heading, text=one.text)
            for one in self.sections
        )


def read_manual(doc: str) -> Manual:
    """Read a page: its first line, then headings at the margin with indented text below."""
    title, _, rest = doc.strip("\n").partition("\n")
    sections: list[Section] = []
    for block in re.split(r"\n(?=\S)", rest.strip("\n")):
        heading, _, body = block.partition("\n")
        text = dedent(body).strip("\n")
        matches = [_EXAMPLE.fullmatch(line) for line in text.splitlines()]
        examples = tuple(Example(*match.groups(default="")) for match in matches if match)
        sections.append(Section(heading, text, examples if len(examples) == len(matches) else ()))
    return Manual(title, tuple(sections))


def _spoken(text: str) -> str:
    return "\n\n".join(map(tr, paragraphs(text)))


def _literal(text: str) -> str:
    """Return an example as it is to be read, its markup as code."""
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}" if "<" in text else text


def _table(examples: tuple[Example, ...]) -> str:
    header = [tr("locale"), tr("text"), tr("found → suggested")]
    rows = [[one.locale, _literal(one.text), one.found] for one in examples]
    if not any(one.found for one in examples):
        header, rows = header[:2], [row[:2] for row in rows]
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
