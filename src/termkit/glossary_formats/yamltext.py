"""YAML that is written line by line, and read with no more than plain values in it."""

import json
from pathlib import Path
from typing import Any

from termkit.errors import InputError
from termkit.files import BOM, decode, read_bytes
from termkit.foreign import said
from termkit.messages import tr
from termkit.problems import Problem


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes."""
    escaped = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in escaped)


def load_mapping(path: Path) -> dict[Any, Any]:
    """Read a YAML file that holds a mapping; raise InputError where it doesn't."""
    import yaml

    text = decode(read_bytes(path), str(path)).removeprefix(BOM)
    try:
        value = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise InputError(
            Problem(str(path), line, "", tr("not valid YAML ({error})", error=said(error.problem)))
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(
            Problem(str(path), 0, "", tr("not valid YAML ({error})", error=said(error)))
        ) from None
    if not isinstance(value, dict):
        raise InputError(Problem(str(path), 0, "", tr("is not what is read here: a YAML mapping")))
    return value
