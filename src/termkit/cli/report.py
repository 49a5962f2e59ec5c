"""What every command shares: messages, exit codes, and the term base that the options name."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from termkit.config.schema import load_settings
from termkit.config.settings import Settings
from termkit.errors import TermkitError
from termkit.messages import mark, tr
from termkit.problems import Problem
from termkit.termbase.store import TermBase

T = TypeVar("T")

EXIT_FINDINGS = 1
EXIT_FAILED = 2

GlossaryOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--glossary",
        "-g",
        help="A term base (CSV file, or directory of them) above the built-in one, instead of "
        "those of the configuration; may be repeated.",
    ),
]
BuiltinOption = Annotated[
    bool | None,
    typer.Option(
        "--builtin/--no-builtin", help="Use the built-in term base.", show_default="builtin"
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="The configuration file; otherwise the nearest termkit.toml or pyproject.toml.",
    ),
]
FromOption = Annotated[
    str,
    typer.Option("--from", help="The locale of the files; otherwise each file's own is found out."),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(help="Run these checks only (names, with commas or repeated)."),
]
IgnoreOption = Annotated[list[str] | None, typer.Option(help="Leave these checks out.")]
JobsOption = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", help="Processes at most, where they are worth it; 0: one a processor."
    ),
]
StdinFilenameOption = Annotated[
    str, typer.Option(help="The name that standard input (-) is read under.")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Tell each file's locale, and why.")
]
PathsArgument = Annotated[list[str], typer.Argument(metavar="PATH…", show_default=False)]


def complain(message: str) -> None:
    """Tell something on standard error."""
    print(f"termkit: {message}", file=sys.stderr)  # not shown


def complain_all(problems: Iterable[Problem]) -> None:
    """Tell every problem, one a line, as ``file:line: column: message``."""
    for problem in problems:
        print(problem, file=sys.stderr)


def emit(text: str, encoding: str = "utf-8") -> None:
    """Write text to standard output as it is, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(encoding, "surrogatepass"))
    sys.stdout.buffer.flush()


def choose(kind: str, name: str, offered: Mapping[str, T]) -> T:
    """Return what is offered under a name; raise TermkitError naming what there is."""
    if name not in offered:
        known = ", ".join(offered)
        message = mark("unknown {kind} {name!r} (known: {known})")
        raise TermkitError(tr(message, kind=tr(kind), name=name, known=known))
    return offered[name]


def names(values: list[str] | None) -> list[str]:
    """Return the names that an option was given, with commas or repeated."""
    return [name.strip() for value in values or () for name in value.split(",") if name.strip()]


def open_settings(
    config: Path | None, glossary: list[Path] | None, builtin: bool | None
) -> Settings:
    """Return what the configuration says, overruled by the options of the command."""
    return load_settings(config).with_glossary(glossary, builtin)


def open_base(settings: Settings) -> TermBase:
    """Open the term base that the settings name, and tell its problems; the sound rows are used."""
    base = settings.open_base()
    complain_all(base.problems)
    return base
