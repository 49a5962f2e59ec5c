"""Finding what a package offers: every module of it that defines a given name."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


@cache
def discover(package: str, attribute: str) -> tuple[Any, ...]:
    """Return the ``attribute`` of the modules of ``package`` that define it; helpers are not imported.

    The order is that of the module names, so that nothing depends on the file system.
    """
    found = import_module(package)
    modules = sorted(pkgutil.iter_modules(found.__path__), key=lambda info: info.name)
    return tuple(
        getattr(import_module(f"{package}.{info.name}"), attribute)
        for info in modules
        if _defines(f"{package}.{info.name}", attribute, getattr(info.module_finder, "path", ""))
    )


def _defines(module: str, attribute: str, folder: str) -> bool:
    """Tell whether a module has a name, from its source if that is at hand."""
    try:
        with open(f"{folder}/{module.rpartition('.')[2]}.py", "rb") as source:
            return f"\n{attribute} = ".encode() in source.read()
    except OSError:
        return hasattr(import_module(module), attribute)
