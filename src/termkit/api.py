"""The Python interface. Everything here takes and returns values; nothing prints.

>>> from termkit import Converter, check_text
>>> Converter("zh-CN", "zh-TW").convert("人工智能").text
'人工智慧'
>>> [d.suggestions for d in check_text("數據中心", "zh-TW")]
[('資料中心',)]
"""

from termkit.convert.converter import Conversion, Converter, default_base
from termkit.engine.converting import convert_document
from termkit.engine.restoring import restore
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.engine.sidecar import Sidecar
from termkit.errors import InputError, TermkitError, UnknownLocaleError
from termkit.locales import get_chinese
from termkit.model.change import Change
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.readers.plain import parse
from termkit.termbase.store import TermBase
from termkit.text import Span

__all__ = [
    "Applicability",
    "Change",
    "Concept",
    "Conversion",
    "Converter",
    "Diagnostic",
    "Edit",
    "Fix",
    "InputError",
    "Problem",
    "Severity",
    "Sidecar",
    "Span",
    "TermBase",
    "TermkitError",
    "UnknownLocaleError",
    "check_text",
    "restore_text",
]


def check_text(text: str, locale: str, termbase: TermBase | None = None) -> list[Diagnostic]:
    """Return the findings of every check in a plain text, in order of position.

    ``termbase`` defaults to the built-in one. Offsets are code points. Raises
    UnknownLocaleError for a locale that is not Chinese or not known.
    """
    tag = get_chinese(locale).base
    options = CheckOptions(termbase or default_base(), select_checks())
    return list(check_document(parse(text, ""), tag, options))


def restore_text(text: str, sidecar: Sidecar, converter: Converter | None = None) -> Conversion:
    """Return what a plain text that was converted, and edited since, is in the source's locale.

    What was not edited becomes what it was. ``converter`` is for the rest, and defaults
    to one between the sidecar's locales. Raises MisfitError, an InputError, where
    hardly anything of the text that was converted is left.
    """
    back = converter or Converter(sidecar.target, sidecar.source)
    return restore(parse(text, ""), sidecar, lambda document: convert_document(document, back))
