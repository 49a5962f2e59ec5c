"""Looking at screens: which English words are left, and whether columns line up."""

import re
from collections.abc import Iterator
from typing import Any

from typer import Context
from typer.main import get_command

from termkit.cli.app import app
from termkit.outputs.display import width

_NO_WORDS = re.compile(
    r"``.*?``|`[^`]*`|<[^>]*>|“[^”]*”|「[^」]*」|"  # code, types, quotations
    r"--?[a-z][\w-]*|"  # options
    r"[\w*-]*[./_=\\@:+-][\w./_=\\@:*+-]*|"  # paths, places, assignments, names with hyphens
    r"\b\w*[A-Z]\w*\b|"  # placeholders, proper names
    r"\[[a-z]+\]"
)
_WORD = re.compile(r"[a-z]{3,}")
_NAMES = frozenset(
    """
    termkit opencc git gettext software general table json text markdown toml keep cldr html tbx csv
    concise github gitlab junit rdjson sarif builtin articles python hugo fuzzy draft cache tsv xlsx
    weblate omegat mediawiki noteta prh vale textlint tmx yaml pull request install uninstall status
    either both meta apple billion pytest long
    unstable undecided action term lang excel territories languages currencies names note
    """.split()  # noqa: SIM905
)


def english(screen: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Return the English words of a screen, but for names of things."""
    words = (word for word in _WORD.findall(_NO_WORDS.sub(" ", screen)))
    return [word for word in words if word not in _NAMES | known]


def commands() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command and group."""

    def below(command: Any, parent: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield words
        context = Context(command, info_name="termkit", parent=parent)
        for name in getattr(command, "sources", ()):
            yield from below(command.get_command(context, name), context, (*words, name))

    yield from below(get_command(app), None, ())


def assert_columns(lines: list[str], number: int) -> None:
    """Assert that a table has so many columns, each with the same place in every line."""
    cells = ["".join(char + "\0" * (width(char) - 1) for char in line) for line in lines if line]
    header = len(cells[0])
    empty = [all(line[at : at + 1] in {"", " "} for line in cells) for at in range(header)]
    gaps = sum(empty[at] and not empty[at + 1] for at in range(header - 1))
    assert gaps >= number - 1, "\n".join(lines)
