"""Allow no URL in a translation that differs from that of its original.

What
    A URL or an e-mail address of the original that is missing in the translation, or
    stands there with a typing error. The scheme, the fragment and what names a
    language (`/en/`, `zh.wikipedia.org`) may differ, and a translation may have more
    URLs than its original: the address of its translators, say.
Why
    The reader ends up elsewhere.
Flagged
    zh-TW | See https://a.org/guide for help. ⇒ 請見 https://a.org/giude。 | https://a.org/giude → https://a.org/guide
    zh-CN | Write to help@example.org. ⇒ 请写信给我们。 | 请写信给我们。
Fine
    zh-TW | See https://example.org/en/guide/. ⇒ 請見 https://example.org/zh-tw/guide。
    zh-CN | Report bugs to bugs@example.org. ⇒ 请向 bugs@example.org 报告缺陷，翻译错误请告知 zh@example.org。
Fix safety
    No fix: a URL is no prose.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from termkit.bitext.mismatch import Extra, mismatches
from termkit.bitext.nearest import nearest
from termkit.context import Check, CheckContext, EachPair
from termkit.model.bitext import Pair, Passage
from termkit.model.diagnostic import Diagnostic, Severity

NAME = "url-mismatch"
_CLOSE = 0.8


def find(pair: Pair, _: CheckContext) -> Iterator[Diagnostic]:
    """Yield the URLs that have become others, and those that are missing."""
    from termkit.bitext.links import links, plain  # their patterns take time

    theirs = links(pair.target.text)
    there = {plain(url) for _, url in theirs}

    def compare(source: Passage) -> tuple[list[str]]:
        return ([url for _, url in links(source.text) if plain(url) not in there],)

    (missing,) = nearest(pair, compare)
    if not missing:
        return
    known = {plain(url) for source in pair.sources for _, url in links(source.text)}
    extras = [
        Extra(span, (url,), close[0])
        for span, url in theirs
        if plain(url) not in known
        if (close := _close(url, missing))
    ]
    meant = {extra.meant for extra in extras}
    yield from mismatches(NAME, Severity.WARNING, pair, [], extras)
    yield from mismatches(
        NAME, Severity.WARNING, pair, [url for url in missing if url not in meant], []
    )


def _close(url: str, missing: list[str]) -> list[str]:
    from termkit.bitext.links import is_address

    kin = [each for each in missing if is_address(each) == is_address(url)]
    return get_close_matches(url, kin, n=1, cutoff=_CLOSE)


CHECK = Check(NAME, Severity.WARNING, EachPair(find), __doc__, bilingual=True)
