"""Finding what a package offers: every module of it that defines a given name."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


@cache
def discover(package: str, attribute: str) -> tuple[Any, ...]:
    """Import every module of ``package`` and return the ``attribute`` of those that have it.

    The order is that of the module names, so that nothing depends on the file system.
    """
    found = import_module(package)
    modules = sorted(info.name for info in pkgutil.iter_modules(found.__path__))
    values = (getattr(import_module(f"{package}.{name}"), attribute, None) for name in modules)
    return tuple(value for value in values if value is not None)
