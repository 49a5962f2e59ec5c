"""The locale of a document: who says so first."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from termkit.engine.paths import PathTable
from termkit.locales import HK, TW, Locale, Script, find_locale
from termkit.messages import tr
from termkit.model.document import Document
from termkit.patterns import regex
from termkit.scripts.characters import only_in, variants
from termkit.termbase.store import TermBase
from termkit.text import has_han

_TAG = regex(r"zh[-_][a-z]{2,4}(?:[-_][a-z]{2})?", re.IGNORECASE)
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decision:
    """The locale of a document and what told it; ``locale`` is None where nothing does."""

    locale: Locale | None
    reason: str

    @property
    def refusal(self) -> str:
        """Why there is nothing to do with the document; "" where it is Chinese."""
        if self.locale is None:
            return self.reason
        return (
            ""
            if self.locale.is_chinese
            else tr("it is in {language}", language=tr(self.locale.name))
        )


def decide_locale(
    document: Document,
    base: TermBase,
    override: str = "",
    by_path: PathTable[str] = PathTable(),
) -> Decision:
    """Return the locale of a document, by the first that tells it.

    These are asked in turn: --locale, its sidecar, the configuration's table of paths,
    the file's own word, its name, at last its text.
    """
    if override:
        return Decision(find_locale(override), "--locale")
    if document.locale:
        return Decision(find_locale(document.locale), tr("its sidecar"))
    for pattern, tag in reversed([*by_path.matching(document.path)]):
        return Decision(find_locale(tag), tr("the configuration: {pattern}", pattern=pattern))
    if document.declared and (found := find_locale(document.declared)):
        return Decision(found, tr("the file says so"))
    for part in reversed(re.split(r"[./\\]", str(PurePath(document.path)))):
        if _TAG.fullmatch(part) and (found := find_locale(part)):
            return Decision(found, tr("its name"))
    return decide_by_text(document.prose, base)


def decide_by_text(prose: str, base: TermBase) -> Decision:
    """Return the locale of a text by its characters and words."""
    prose = prose[:_SAMPLE]
    hans, hant = only_in(Script.HANS), only_in(Script.HANT)
    simplified = sum(char in hans for char in prose)
    traditional = sum(char in hant for char in prose)
    if simplified + traditional == 0:
        if not has_han(prose):
            return Decision(None, tr("it holds no Chinese text"))
        return Decision(None, tr("its text does not tell the script"))
    if simplified > traditional:
        return Decision(find_locale("zh-CN"), tr("its text is simplified"))
    strange = {locale: _strangeness(prose, locale, base) for locale in (TW, HK)}
    best = HK if strange[HK] < strange[TW] else TW
    return Decision(
        find_locale(best),
        tr("its text is traditional, its words and characters those of {locale}", locale=best),
    )


def _strangeness(prose: str, locale: str, base: TermBase) -> int:
    """Count the forms and glyphs of a text that the locale would not use."""
    glyphs = variants(locale)
    return len(base.matcher(locale).scan(prose).wrong) + sum(char in glyphs for char in prose)
