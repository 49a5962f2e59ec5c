"""Reading XML that anybody may have written: no entities, no network, no endless nesting.

A document type may be named, as TBX v2 does, but it is neither fetched nor may it
declare entities.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from termkit.errors import InputError
from termkit.foreign import said
from termkit.messages import tr
from termkit.problems import Problem

_DEPTH = 64
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
XML_LANG = "http://www.w3.org/XML/1998/namespace lang"  # not shown


@dataclass(slots=True)
class Node:
    """An element: its name without the namespace, its attributes, its line, what is in it.

    ``text`` is all the text inside, that of its children included.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Node"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text inside, without white space at its ends."""
        return "".join(self.pieces).strip()

    @property
    def kind(self) -> str:
        """The data category: the ``type`` attribute, else the name itself."""
        return self.attributes.get("type") or self.name

    @property
    def language(self) -> str:
        """The language that the element itself is marked with."""
        return self.attributes.get(XML_LANG, "")


def parse_xml(data: bytes, path: str) -> Node:
    """Return the root element; raise InputError with the line of what is wrong or hostile."""
    return _Parser(path).parse(data)


def escape(text: str) -> str:
    """Return a text for use inside an element or an attribute; what XML cannot hold is replaced."""
    text = _ILLEGAL.sub("\ufffd", text)
    for char, escaped in _ESCAPES.items():
        text = text.replace(char, escaped)
    return text


class _Parser:
    """One document."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._open: list[Node] = []
        self._root: Node | None = None
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.buffer_text = True
        self._expat.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._data
        self._expat.EntityDeclHandler = self._refuse
        self._expat.UnparsedEntityDeclHandler = self._refuse
        self._expat.ExternalEntityRefHandler = self._refuse
        self._expat.SkippedEntityHandler = self._refuse

    def parse(self, data: bytes) -> Node:
        try:
            self._expat.Parse(data, True)
        except expat.ExpatError as error:
            message = tr("not valid XML ({error})", error=said(expat.ErrorString(error.code)))
            raise self._fault(message, error.lineno) from None
        except (LookupError, ValueError) as error:
            raise self._fault(
                tr("not XML that can be read ({error}); save it as UTF-8", error=error)
            ) from None
        assert self._root is not None  # expat wants an element
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEPTH:
            raise self._fault(
                tr("elements stand more than {number} deep; this is no glossary", number=_DEPTH)
            )
        node = Node(name.rpartition(" ")[2], attributes, self._expat.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _data(self, text: str) -> None:
        for node in self._open[3:]:  # what is above them holds no text that matters
            node.pieces.append(text)

    def _refuse(self, *_: Any) -> int:
        raise self._fault(
            tr("declares or uses entities, which a glossary has no need of; remove them")
        )

    def _fault(self, message: str, line: int = 0) -> InputError:
        return InputError(Problem(self._path, line or self._expat.CurrentLineNumber, "", message))
