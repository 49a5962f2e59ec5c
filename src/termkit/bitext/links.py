"""The URLs of a text, and what a translation may make of them."""

import re

from termkit.patterns import regex
from termkit.text import URL, Span

# What ends a sentence, or closes a bracket that is not part of the URL.
_END = regex(r"(?:[.,:;!?'\"*_]|&(?:gt|quot|nbsp);.*)+\Z")
_LOCAL = regex(
    r"(?:(?<=[/._=?&-])|\A)(?:[a-z]{2}(?:[-_][a-z]{2,4}){0,2}|zh|chinese|english|www)(?=[/._&-]|$)",
    re.IGNORECASE,
)
_SCHEME = regex(r"\A(?:https?|ftp)://", re.IGNORECASE)
_ANY_CASE = regex(URL.pattern, re.IGNORECASE)
# An encyclopedia calls its articles by their names in each language.
_ARTICLE = regex(r"(?<=[./]wikipedia\.org/wiki/).*", re.DOTALL)
_SEPARATORS = regex(r"[/._-]+")


def links(text: str) -> list[tuple[Span, str]]:
    """Return the URLs and addresses of a text, without the punctuation behind them."""
    found = []
    for match in _ANY_CASE.finditer(text):
        url = _END.sub("", match[0])
        if url.endswith(")") and url.count("(") < url.count(")"):
            url = url[:-1]
        found.append((Span(match.start(), match.start() + len(url)), url))
    return found


def plain(url: str) -> str:
    """Return what of a URL a translation should keep: not the scheme, nor what names a language."""
    url = _ARTICLE.sub("", _SCHEME.sub("", url).split("#")[0])
    url = _LOCAL.sub("", url.removesuffix("/"))
    return _SEPARATORS.sub("/", url).strip("/").lower()


def is_address(url: str) -> bool:
    """Tell whether it is an e-mail address."""
    return "://" not in url and "@" in url
