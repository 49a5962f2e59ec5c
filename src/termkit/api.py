"""The Python interface. Everything here takes and returns values; nothing prints.

>>> from termkit import Converter, check_text
>>> Converter("zh-CN", "zh-TW").convert("人工智能").text
'人工智慧'
>>> [d.suggestions for d in check_text("數據中心", "zh-TW")]
[('資料中心',)]
"""

from termkit.convert.converter import Conversion, Converter, default_base
from termkit.engine.runner import CheckOptions, check_document, select_checks
from termkit.errors import InputError, Problem, TermkitError, UnknownLocaleError
from termkit.locales import get_chinese
from termkit.model.change import Change
from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from termkit.model.term import Concept
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
    "Span",
    "TermBase",
    "TermkitError",
    "UnknownLocaleError",
    "check_text",
]


def check_text(text: str, locale: str, termbase: TermBase | None = None) -> list[Diagnostic]:
    """Return the findings of every check in a plain text, in order of position.

    ``termbase`` defaults to the built-in one. Offsets are code points. Raises
    UnknownLocaleError for a locale that is not Chinese or not known.
    """
    tag = get_chinese(locale).base
    options = CheckOptions(termbase or default_base(), select_checks())
    return list(check_document(parse(text, ""), tag, options))
