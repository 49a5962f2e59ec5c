"""Values of front matter: what they say, and how another text is written in their place."""

import re

from termkit.model.document import Document, Segment
from termkit.text import Span, line_start

_SIMPLE = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "r": "\r"}
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*\r?\n\Z")
_FOLD = re.compile(r"[ \t]*\r?\n[ \t]*")
_UNSAFE = re.compile(
    r"\A[-?:,\[\]{}#&*!|>'\"%@`]|:(?:\s|\Z)|\s#|[,\[\]{}\n\t]|\A(?:[\d.+-]+|true|false|yes|no|on|off"
    r"|null|~)\Z",
    re.IGNORECASE,
)


class Scalar:
    """How a value is written: in which quotes, plain, or as a block of lines."""

    def __init__(self, document: Document, segment: Segment) -> None:
        """Look at what stands around the value."""
        source, (start, end) = document.source, segment.span
        self._toml = source.lstrip("\ufeff").startswith("+++")
        self._text = source[start:end]
        self._indent = source[line_start(source, start) : start]
        before = source[start - 1 : start]
        header = _BLOCK.search(source[: start - len(self._indent)][-80:])
        if before in {'"', "'"} and source[end : end + 1] == before:
            self.style = before if source[start - 3 : start] != before * 3 else "raw"
        elif header and not self._indent.strip():
            self.style = header[0][0]
        else:
            self.style = "plain"
        if self.style == '"' and any(
            mask.of(source)[1:] not in _SIMPLE for mask in segment.masks if _is_escape(source, mask)
        ):
            self.style = "raw"

    @property
    def text(self) -> str:
        """What the value says."""
        if self.style == '"':
            text = re.sub(r"\\(.)", lambda match: _SIMPLE[match[1]], self._text)
            return _FOLD.sub(" ", text) if "\n" in self._text else text
        if self.style == "'" and not self._toml:
            return self._text.replace("''", "'")
        if self.style == "|":
            return _FOLD.sub("\n", self._text)
        return self._text

    def write(self, text: str) -> str | None:
        """Return ``text`` as it is written in the place of the value, None where it cannot be."""
        if self.style == '"':
            return _quoted(text)
        if self.style == "'":
            if "\n" in text or (self._toml and "'" in text):
                return None
            return text if self._toml else text.replace("'", "''")
        if self.style == "|":
            return text.replace("\n", f"\n{self._indent}")
        if self.style == "plain" and not self._toml and _UNSAFE.search(text):
            return f'"{_quoted(text)}"'
        return None if "\n" in text else text


def _is_escape(source: str, mask: Span) -> bool:
    return source.startswith("\\", mask.start)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
