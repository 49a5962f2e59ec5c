"""The names of territories, languages and currencies in CLDR, as Babel has them. Import only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from termkit.errors import InputError, did_you_mean
from termkit.glossary_formats import GlossaryFormat, Imported, ImportRequest
from termkit.glossary_formats.collecting import Collector
from termkit.locales import CN, EN, HK, TW
from termkit.messages import tr
from termkit.problems import Problem

if TYPE_CHECKING:
    from babel import Locale

_LOCALES = {EN: "en", TW: "zh_Hant_TW", HK: "zh_Hant_HK", CN: "zh_Hans_CN"}
_KINDS = {"territories": "territory", "languages": "language", "currencies": "currency"}


def load(request: ImportRequest) -> Imported:
    """Return a row for each name of a kind; ``path`` is one of the kinds, not a file."""
    from importlib.metadata import version

    import babel

    kind = str(request.path)
    if kind not in _KINDS:
        message = tr("is no list of CLDR") + did_you_mean(kind, _KINDS)
        raise InputError(Problem(kind, 0, "", message))
    names = {
        tag: _names(babel.Locale.parse(identifier), kind) for tag, identifier in _LOCALES.items()
    }
    found = Collector(kind)
    for code in sorted(names[EN]):
        if not _is_plain(code):
            continue
        terms = {tag: each[code] for tag, each in names.items() if each.get(code, code) != code}
        if EN in terms and len(terms) > 1:
            found.open(concept_id=f"cldr-{_KINDS[kind]}-{code.lower().replace('_', '-')}")
            for tag, term in terms.items():
                found.term(tag, term)
            found.text("domain", kind)
            found.text("source", f"CLDR, Babel {version('babel')}")  # not shown
            found.text("note", f"{_KINDS[kind]} {code}")
    return found.result()


def _names(locale: "Locale", kind: str) -> Mapping[str, str]:
    """Return the names of a locale, those that it takes over from its parents included."""
    names: Mapping[str, str] = getattr(locale, kind)
    return names


def _is_plain(code: str) -> bool:
    """Tell whether a code is that of a country, a language or a currency, not of a group of them."""
    return not code[0].isdigit()


FORMAT = GlossaryFormat(
    "cldr",
    (),
    (),
    None,
    load,
    "names of territories, languages and currencies",
)
