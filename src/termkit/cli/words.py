"""From the words of a command line to values, without pydantic.

Typer from 0.29 on loads pydantic and makes an adapter of it for every option, which takes
longer than all the rest of a start. Texts, flags, numbers and paths need none of that;
anything else, and what is wrong, goes typer's way. So does every version of typer that is
made otherwise.
"""

from pathlib import Path
from typing import Any, get_args, get_origin

_OTHERS = object()
"""Stands for what is left to typer."""


def lighten(parameters: list[Any]) -> list[Any]:
    """Let the parameters of a command take plain values by themselves; return them."""
    for parameter in parameters:
        if getattr(parameter, "_runtime_param", _OTHERS) is None:
            parameter._runtime_param = _Light()
    return parameters


class _Light:
    """What typer asks for the value of one parameter."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value of a parameter that was given ``value`` on the command line."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        kind = param.type_descriptor
        plain = _plain(value, kind.annotation, several=several)
        if plain is not _OTHERS and _in_range(plain, kind.parameter_info):
            return plain
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _in_range(value: Any, limits: Any) -> bool:
    """Tell whether a number, where it is one, is none that an option refuses."""
    return type(value) is not int or (
        (limits.min is None or value >= limits.min) and (limits.max is None or value <= limits.max)
    )


def _plain(value: Any, annotation: Any, *, several: bool) -> Any:
    """Return a value as its annotation says, where it is plain."""
    if several:
        (kind,) = get_args(annotation) if get_origin(annotation) is list else (None,)
        items = [_plain(item, kind, several=False) for item in value]
        return _OTHERS if _OTHERS in items else items
    if annotation in {str, bool, int} and type(value) is annotation:
        return value
    if annotation is Path and isinstance(value, (str, Path)):
        return Path(value)
    if annotation is int and isinstance(value, str) and value.isdecimal() and value.isascii():
        return int(value)
    return _OTHERS
