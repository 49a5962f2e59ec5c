"""Allow the number of plural forms that the language has.

What
    A catalogue whose `Plural-Forms` are not those of its language, by CLDR; one that
    has entries with plurals and says nothing of them; an entry that has more or fewer
    translations than the header says. Chinese has one form: `nplurals=1; plural=0;`.
Why
    Programs show the translation of another number, or none; `msgfmt -c` refuses it.
Flagged
    zh-TW | [nplurals=2; plural=n!=1;] %d file / %d files ⇒ %d 個 / %d 個 | Plural-Forms: nplurals=2; plural=n!=1;
    zh-CN | [nplurals=1; plural=0;] %d file / %d files ⇒ %d 个文件 / %d 个文件 | %d 个文件
Fine
    zh-TW | [nplurals=1; plural=0;] %d file / %d files ⇒ %d 個檔案
    zh-CN | [nplurals=2; plural=0;] Open ⇒ 打开
Fix safety
    No fix: the header and the entries have to change together.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.messages import tr, tr_n
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.patterns import regex

NAME = "wrong-plural-forms"
_FORMS = regex(r"nplurals\s*=\s*(?P<count>\d+)\s*;\s*plural\s*=\s*(?P<rule>[^;]+)")
_NUMBERS = range(200)


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is wrong with the header, or else with entries."""
    catalogue = context.bitext.catalogue
    if catalogue is None or not catalogue.plurals:
        return
    from termkit.po.header import plural_forms  # few documents have plurals

    usual = plural_forms(catalogue.language.replace("-", "_") or context.locale.replace("-", "_"))
    if catalogue.plural_forms is None:
        message = tr("the header has no Plural-Forms; they are {usual}", usual=usual)
        yield Diagnostic(NAME, Severity.ERROR, catalogue.place, message)
        return
    told, wanted = _read(catalogue.plural_forms), _read(usual)
    if told != wanted:
        told_forms = {
            "forms": catalogue.plural_forms,
            "locale": context.locale,
            "usual": usual,
        }
        message = (
            tr("“{forms}” are not the plural forms of {locale}, which are “{usual}”", **told_forms)
            if told
            else tr(
                "“{forms}” can't be read as the plural forms of {locale}, which are “{usual}”",
                **told_forms,
            )
        )
        yield Diagnostic(NAME, Severity.WARNING, catalogue.place, message)
    counts = {forms[0] for forms in (told, wanted) if forms}
    for entry in catalogue.plurals:
        if entry.numbers not in [tuple(range(count)) for count in counts]:
            has = ", ".join(f"msgstr[{number}]" for number in entry.numbers)
            message = tr_n(
                "this entry has {has}, where {wanted} translation should be",
                "this entry has {has}, where {wanted} translations should be",
                max(counts),
                has=has,
                wanted=tr(" or ").join(map(str, sorted(counts))),
            )
            yield Diagnostic(NAME, Severity.ERROR, entry.place, message)


def _read(forms: str) -> tuple[int, tuple[int, ...]] | None:
    """Return how many forms there are, and which one each of many numbers takes."""
    import gettext

    match = _FORMS.search(forms)
    if not match:
        return None
    try:
        rule = gettext.c2py(match["rule"].strip())
        return int(match["count"]), tuple(rule(number) for number in _NUMBERS)
    except (ValueError, RecursionError, ArithmeticError, TypeError):
        return None


CHECK = Check(NAME, Severity.WARNING, find, __doc__, bilingual=True)
