"""Finds the messages of the program: in its code, in the help of its commands, in its manual pages."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer import Context
from typer.main import get_command

from termkit.checks import all_checks
from termkit.cli.app import app
from termkit.cli.speaking import messages_of
from termkit.model.manual import read_manual
from termkit.po.message import Message

SOURCE = Path(__file__).parent.parent / "src" / "termkit"
_FUNCTIONS = {"tr": 1, "mark": 1, "tr_n": 2}
"""What a message is handed to, and how many texts it has."""

_NOTE = "# Translators: "
_SLOT = re.compile(r"\{[a-z_]\w*(?:![rsa])?(?::[^{}]*)?\}")


@dataclass(frozen=True, slots=True)
class Found:
    """A message, where it stands, and what translators should know of it."""

    text: str
    plural: str | None
    place: str
    note: str = ""


def template() -> list[Message]:
    """Return every message once, as entries of a template, in the order of their places."""
    entries: dict[str, list[Found]] = {}
    for found in (*in_code(), *in_help(), *in_manuals()):
        entries.setdefault(found.text, []).append(found)
    return [_entry(text, found) for text, found in entries.items()]


def _entry(text: str, found: list[Found]) -> Message:
    plurals = [each.plural for each in found if each.plural is not None]
    return Message(
        text,
        ("",),
        plural=plurals[0] if plurals else None,
        extracted=tuple(dict.fromkeys(each.note for each in found if each.note)),
        references=tuple(dict.fromkeys(each.place for each in found)),
        flags=("python-brace-format",) if _SLOT.search(text) else (),
    )


def in_code() -> Iterator[Found]:
    """Yield the messages that modules hand to ``tr``, ``tr_n`` or ``mark``."""
    for path in sorted(SOURCE.rglob("*.py")):
        source = path.read_text("utf-8")
        lines = source.splitlines()
        for node in ast.walk(ast.parse(source)):
            texts = texts_of(node)
            if texts and isinstance(node, ast.Call):
                plural = texts[1] if len(texts) > 1 else None
                note = _note(lines, node.lineno)
                yield Found(texts[0], plural, path.relative_to(SOURCE.parent).as_posix(), note)


def texts_of(node: ast.AST) -> list[str]:
    """Return the texts of a call that takes a message, none where they are not written there."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return []
    wanted = _FUNCTIONS.get(node.func.id, 0)
    args = [arg.value for arg in node.args[:wanted] if isinstance(arg, ast.Constant)]
    texts = [value for value in args if isinstance(value, str)]
    return texts if len(texts) == wanted else []


def _note(lines: list[str], line: int) -> str:
    """Return the comment for translators above a line."""
    above = lines[line - 2].strip() if line > 1 else ""
    return above.removeprefix(_NOTE) if above.startswith(_NOTE) else ""


def in_help() -> Iterator[Found]:
    """Yield the help of every command and option."""
    yield from _of_command(get_command(app), None, "termkit")


def _of_command(command: Any, parent: Any, name: str) -> Iterator[Found]:
    context = Context(command, info_name=name, parent=parent)
    place = context.command_path.replace(" ", "-")
    texts = [command.help, *(getattr(each, "help", "") for each in command.get_params(context))]
    for text in filter(None, texts):
        yield from (Found(part, None, place) for part in messages_of(text))
    for each in getattr(command, "sources", ()):
        yield from _of_command(command.get_command(context, each), context, each)


def in_manuals() -> Iterator[Found]:
    """Yield the paragraphs of the manual pages of the checks."""
    for check in all_checks():
        texts = read_manual(check.doc).messages
        yield from (Found(text, None, f"checks/{check.name}") for text in texts)
