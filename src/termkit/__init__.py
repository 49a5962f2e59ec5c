"""termkit: one term base for zh-TW, zh-HK and zh-CN.

The names below are the public Python interface. They are loaded on first use,
so that ``import termkit`` costs nothing.
"""

from typing import TYPE_CHECKING, Any

from termkit.version import __version__

__all__ = [
    "Converter",
    "Diagnostic",
    "Sidecar",
    "TermBase",
    "TermkitError",
    "__version__",
    "check_text",
    "restore_text",
]

if TYPE_CHECKING:
    from termkit.api import (
        Converter,
        Diagnostic,
        Sidecar,
        TermBase,
        TermkitError,
        check_text,
        restore_text,
    )


_HOMES = {"Converter": "termkit.convert.converter", "TermBase": "termkit.termbase.store"}
"""Where names come from whose users should not have to load all the others."""


def __getattr__(name: str) -> Any:
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(_HOMES.get(name, "termkit.api")), name)
    raise AttributeError(f"module 'termkit' has no attribute {name!r}")
