"""What a document is a translation of: the originals in a catalogue, or another article."""

from dataclasses import replace

from termkit.engine.collect import Named, load_document
from termkit.engine.detect import decide_by_text
from termkit.engine.siblings import Siblings
from termkit.locales import EN, Locale, find_locale
from termkit.model.bitext import Bitext
from termkit.model.document import Document
from termkit.readers import pairing_for
from termkit.termbase.store import TermBase
from termkit.text import has_han

_SAMPLE = 2_000
_SHARE = 4
"""One original in so many that is in Chinese tells that they are: others are names and numbers."""


def bitext_of(document: Document, locale: str, base: TermBase, siblings: Siblings) -> Bitext:
    """Return the pairs of a document; none where it is not known what it is a translation of."""
    if pair_up := pairing_for(document.path):
        bitext = pair_up(document)
        return replace(bitext, locale=_locale(bitext, base))
    if not siblings.locale:
        return Bitext()
    from termkit.engine.blocks import pair_blocks  # few runs compare articles

    source = siblings.source_of(document.path)
    original = find_locale(siblings.locale)
    if source is None or original is None or original.base == locale:
        return Bitext()
    article = load_document(Named(source))
    if not _is_in(article, original, base):
        return Bitext()
    return Bitext(pair_blocks(article, document), original.base)


def _is_in(article: Document, locale: Locale, base: TermBase) -> bool:
    """Tell whether an article may be in a locale, whose name it need not bear."""
    if has_han(article.prose) != locale.is_chinese:
        return False
    told = decide_by_text(article.prose, base).locale if locale.is_chinese else None
    return told is None or told.script is locale.script


def _locale(bitext: Bitext, base: TermBase) -> str:
    """Return the locale of the originals: by the header, else by their text; most are English."""
    if bitext.locale:
        found = find_locale(bitext.locale)
        return found.base if found else bitext.locale
    texts = [pair.sources[0].prose for pair in bitext.pairs[:_SAMPLE]]
    if sum(map(has_han, texts)) * _SHARE <= len(texts):
        return EN
    decision = decide_by_text("\n".join(texts), base)
    return decision.locale.base if decision.locale else ""
