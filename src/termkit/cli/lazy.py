"""Groups of commands that import a command when it is asked for, so that none pays for the others.

A module whose command parses its arguments in its own way has the class for it in COMMAND.
"""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from termkit.cli.speaking import Spoken
from termkit.cli.words import lighten


class LightCommand(Spoken, TyperCommand):
    """A command that takes its parameters without pydantic."""

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters."""
        return self.with_help(lighten(super().get_params(ctx)))


class LazyGroup(Spoken, TyperGroup):
    """Commands by name, each ``module:function``, or a package whose modules are commands."""

    sources: ClassVar[Mapping[str, str]]

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, which need no pydantic."""
        return self.with_help(lighten(super().get_params(ctx)))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 # the interface
        """Return the names, in the order in which help shows them."""
        return list(self.sources)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return the command, or None where there is none of the name."""
        source = self.sources.get(cmd_name)
        return _load(cmd_name, source) if source else None


def lazy_app(sources: Mapping[str, str], help_text: str, **options: Any) -> typer.Typer:
    """Return an application with these commands."""
    group = type("Group", (LazyGroup,), {"sources": sources})
    app = typer.Typer(
        cls=group,
        help=help_text,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        **options,
    )
    app.callback()(_nothing)
    return app


@cache
def _load(name: str, source: str) -> Any:
    module, _, function = source.partition(":")
    if function:
        app = typer.Typer(add_completion=False)
        found = import_module(module)
        app.command(name, cls=getattr(found, "COMMAND", LightCommand))(getattr(found, function))
    else:
        package = import_module(module)
        app = lazy_app(_members(module), package.__doc__ or "")
        app.info.name = name
    return get_command(app)


def _members(package: str) -> dict[str, str]:
    """Return the commands of a package; ``set_`` and the like make way for Python's own names."""
    modules = sorted(found.name for found in pkgutil.iter_modules(import_module(package).__path__))
    return {
        module.strip("_").replace("_", "-"): f"{package}.{module}:{module}"
        for module in modules
        if not module.startswith("_")
    }


def _nothing() -> None:
    """Do nothing: a group has no work of its own."""
