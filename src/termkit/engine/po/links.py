"""Links from one page to another of the same site, as they are in another locale."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from termkit.engine.naming import map_name
from termkit.locales import Locale

# The destination of a Markdown link that is no image, of a definition, of an HTML link.
_LINK = re.compile(
    r"(?:(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?|^[ ]{0,3}\[[^\[\]]+\]:[ \t]*<?"
    r"|<a\b[^<>]*?\bhref\s*=\s*[\"'])(?P<url>[^\s()<>\"']+)",
    re.MULTILINE | re.IGNORECASE,
)
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?<!`)(?P<ticks>`+)(?!`).*?(?P=ticks)", re.S | re.M
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_PAGES = frozenset(("", ".md", ".markdown", ".html", ".htm"))


def relink(
    text: str, source: Locale, target: Locale, folder: Path, exists: Callable[[Path], bool]
) -> str:
    """Return an article with its links to pages in ``source`` leading to those in ``target``.

    A link from the root of the site goes by its name; of the others those that lead to a
    file that ``exists`` in the target's locale. Code and images are left alone.
    """
    pieces: list[str] = []
    at = 0
    for start, end in _destinations(text):
        url = text[start:end]
        pieces += (text[at:start], _mapped(url, source, target, folder, exists))
        at = end
    return "".join((*pieces, text[at:]))


def _destinations(text: str) -> Iterator[tuple[int, int]]:
    code = [match.span() for match in _CODE.finditer(text)]
    first = 0
    for match in _LINK.finditer(text):
        start, end = match.span("url")
        while first < len(code) and code[first][1] <= start:
            first += 1
        if first == len(code) or start < code[first][0]:
            yield start, end


def _mapped(
    url: str, source: Locale, target: Locale, folder: Path, exists: Callable[[Path], bool]
) -> str:
    if _ELSEWHERE.match(url):
        return url
    path, mark, rest = _cut(url)
    mapped = PurePosixPath(map_name(PurePosixPath(path), source, target)).as_posix()
    mapped += "/" if path.endswith("/") and not mapped.endswith("/") else ""
    same = mapped.removeprefix("./") == path.removeprefix("./")
    if same or PurePosixPath(path).suffix.lower() not in _PAGES:
        return url
    if not path.startswith("/") and not exists(folder / mapped):
        return url
    prefix = "./" if path.startswith("./") and not mapped.startswith("./") else ""
    return prefix + mapped + mark + rest


def _cut(url: str) -> tuple[str, str, str]:
    match = re.search(r"[?#]", url)
    return (url[: match.start()], match[0], url[match.end() :]) if match else (url, "", "")
