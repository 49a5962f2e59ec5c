"""MediaWiki's conversion rules: ``zh-cn:用户;zh-tw:使用者``."""

import html
import re

from termkit.glossary_formats.collecting import Collector
from termkit.locales import CHINESE, CN, HK, TW
from termkit.messages import tr
from termkit.model.term import Concept

_SPLIT = re.compile(r";\s*(?=(?:[^;]*=>\s*)?zh(?:-[a-z]+)?\s*:|\s*\Z)", re.IGNORECASE)
_PART = re.compile(
    r"\s*(?:(.*?)=>)?\s*(zh(?:-[a-z]+)?)\s*:\s*(.*?)\s*\Z", re.DOTALL | re.IGNORECASE
)
_ORDER = (CN, TW, HK)

# Where the term of each locale stands, the best first.
_FALLBACK = {
    CN: ("zh-cn", "zh-hans"),
    TW: ("zh-tw", "zh-hant"),
    HK: ("zh-hk", "zh-hant"),
}
_OWN = {"zh-cn", "zh-tw", "zh-hk", "zh-hans", "zh-hant"}


def rule_of(concept: Concept) -> str:
    """Return the rule of a concept's preferred terms, "" where it has less than two of them."""
    terms = {locale: concept.preferred(locale) for locale in _ORDER}
    parts = [f"{locale.lower()}:{_escape(term)}" for locale, term in terms.items() if term]
    return ";".join(parts) if len(parts) > 1 else ""


def add_rule(found: Collector, rule: str, line: int) -> bool:
    """Put the terms of a rule into the row that is open; tell whether it is a rule."""
    both: dict[str, str] = {}
    for part in _SPLIT.split(rule):
        if not part.strip():
            continue
        match = _PART.match(part)
        if not match:
            found.notes.add(
                tr("is no rule like zh-cn:…;zh-tw:…; left out"), line, part.strip()[:40]
            )
            return False
        source, variant, text = match.groups()
        if source is not None:
            found.notes.add(tr("holds in one direction (=>); left out"), line, part.strip()[:40])
        else:
            both.setdefault(variant.lower(), html.unescape(text))
    for locale in CHINESE:
        term = next((both[name] for name in _FALLBACK[locale] if name in both), "")
        found.term(locale, term)
    shown = {next((n for n in _FALLBACK[locale] if n in both), "") for locale in CHINESE}
    for variant in both.keys() - shown - _OWN:
        if both[variant] not in {both[name] for name in shown if name}:
            found.notes.add(tr("has no column in the term base"), line, variant)
    return bool(both)


def _escape(term: str) -> str:
    """Write what would end a rule, or a template around it, as an entity."""
    return re.sub(r"[;{}\[\]|=<>&\"]", lambda match: f"&#{ord(match[0])};", term)
