"""Help in the user's language: ours, and the sentences that typer and what it stands on put around it.

Help is written in English where the commands are, and translated when it is shown. What
typer says itself is known by what it looks like: a sentence that another version of it words
otherwise stays as it is.
"""

import re
from collections.abc import Mapping
from typing import Any

from termkit.cli.breaking import break_chinese
from termkit.messages import mark, paragraphs, tr

_CONSTANTS = {
    "DEPRECATED_STRING": mark("(deprecated) "),
    "DEFAULT_STRING": mark("[default: {}]"),
    "ENVVAR_STRING": mark("[env var: {}]"),
    "REQUIRED_LONG_STRING": mark("[required]"),
    "ARGUMENTS_PANEL_TITLE": mark("Arguments"),
    "OPTIONS_PANEL_TITLE": mark("Options"),
    "COMMANDS_PANEL_TITLE": mark("Commands"),
    "ERRORS_PANEL_TITLE": mark("Error"),
    "ABORTED_TEXT": mark("Aborted."),
    "RICH_HELP": mark("Try [blue]'{command_path} {help_option}'[/] for help."),
}
"""What ``typer.rich_utils`` puts on a screen, by name."""

_USAGE = mark("Usage: ")
_PIECES = (mark("[OPTIONS]"), mark("COMMAND [ARGS]..."))
_SENTENCES = (
    mark("No such option: {name} (Possible options: {names})"),
    mark("No such option: {name} Did you mean {names}?"),
    mark("No such option: {name}"),
    mark("No such command {name}. Did you mean {names}?"),
    mark("No such command {name}."),
    mark("Missing command."),
    mark("Missing argument {name}."),
    mark("Missing option {name}."),
    mark("Option {name} requires an argument."),
    mark("Option {name} does not take a value."),
    mark("Got unexpected extra argument(s) ({names})"),
    mark("Got unexpected extra argument ({names})"),
    mark("Got unexpected extra arguments ({names})"),
    mark("Invalid value for {name}: {reason}"),
    mark("Invalid value: {reason}"),
    mark("Value error, {reason}"),
    mark("{value} is not one of {names}."),
    mark("Input should be a valid integer, unable to parse string as an integer"),
    mark("Input should be greater than or equal to {number}"),
    mark("Input should be less than or equal to {number}"),
    mark("Input should be {names} or {name}"),
    mark("Value {value} is not a valid {kind}."),
)
"""What is wrong with a command line, the longer before what they begin with."""

_SLOT = re.compile(r"\\{(\w+)\\}")
_lists: dict[str, tuple[str, Mapping[str, str]]] = {}


def listing(text: str, /, **values: str) -> str:
    """Return help with ``values`` in its ``{names}``, remembering what it was made from."""
    made = text.format(**values)
    _lists[made] = text, values
    return made


def messages_of(text: str) -> list[str]:
    """Return the messages that a text of help is made of."""
    return [_lists[text][0]] if text in _lists else paragraphs(text)


def in_words(text: str) -> str:
    """Return a text of help in the user's language, paragraph by paragraph."""
    if text in _lists:
        template, values = _lists[text]
        return tr(template, **{name: tr(value) for name, value in values.items()})
    return "\n\n".join(map(tr, paragraphs(text)))


def sentence(text: str) -> str:
    """Return what typer says of a command line in the user's language."""
    for template in _SENTENCES:
        match = re.fullmatch(_SLOT.sub(r"(?P<\1>.+?)", re.escape(template)), text, re.DOTALL)
        if match:
            values = {name: sentence(value) for name, value in match.groupdict().items()}
            return tr(template, **values)
    return text


class Spoken:
    """What a command or a group says, in the user's language."""

    _english: str | None = None
    _shown = False

    @property
    def help(self) -> str | None:
        """The text of its help."""
        return in_words(self._english) if self._english else self._english

    @help.setter  # noqa: A003
    def help(self, text: str | None) -> None:
        self._english = text

    def with_help(self, parameters: list[Any]) -> list[Any]:
        """Give parameters their help in the user's language, once it is shown; return them."""
        for parameter in parameters if self._shown else ():
            if text := getattr(parameter, "help", None):
                parameter.english = getattr(parameter, "english", text)
                parameter.help = in_words(parameter.english)
        return parameters

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Show the help."""
        self._shown = True
        _prepare_screen()
        super().format_help(ctx, formatter)  # type: ignore[misc] # of the command that this is mixed into

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        words = (tr(piece) if piece in _PIECES else piece for piece in pieces)
        formatter.write_usage(ctx.command_path, " ".join(words), tr(_USAGE))

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """Parse the arguments."""
        try:
            return super().make_context(*args, **extra)  # type: ignore[misc]
        except Exception as error:
            _in_words(error)
            raise

    def invoke(self, ctx: Any) -> Any:
        """Run what the arguments say."""
        try:
            return super().invoke(ctx)  # type: ignore[misc]
        except Exception as error:
            _in_words(error)
            raise


def _in_words(error: Exception) -> None:
    """Let an error of typer's say itself in the user's language."""
    say = getattr(error, "format_message", None)
    if say is not None:
        text = sentence(say())
        error.format_message = lambda: text  # type: ignore[attr-defined]
        _prepare_screen()


def _prepare_screen() -> None:
    """Let typer's screens have their titles in the user's language."""
    from typer import rich_utils

    for name, text in _CONSTANTS.items():
        if hasattr(rich_utils, name):
            setattr(rich_utils, name, tr(text))
    break_chinese()
    rich_utils.OptionHighlighter.highlights[-1] = rf"(?P<usage>{re.escape(tr(_USAGE))})"
