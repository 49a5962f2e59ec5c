"""One harness for every check: a case is a line, its findings are compared whole."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.checks import all_checks
from termkit.engine.fixer import apply_edits, choose_fixes
from termkit.engine.runner import CheckOptions, check_document
from termkit.model.diagnostic import Applicability, Diagnostic
from termkit.model.document import Document
from termkit.model.manual import read_manual
from termkit.readers import read_document
from termkit.readers.plain import parse
from termkit.termbase.store import TermBase

CHECKS = {check.name: check for check in all_checks()}


ARROW = "⇒"


@dataclass(frozen=True)
class Case:
    """A sentence, its locale, and what is found in it: ``wrong → right; …``, or nothing.

    ``message`` is what is said of it, compared where it is given. For a bilingual check the
    text is ``[FLAGS] ORIGINAL / FOR MANY ⇒ TRANSLATION / ANOTHER``, most often with one of
    each and without flags; flags with ``nplurals`` are the header's.
    """

    locale: str
    text: str
    expected: str = ""
    message: str = ""

    def __str__(self) -> str:
        return f"{self.locale} {self.text[:16]}"


def catalogue(case: Case) -> str:
    """Return the catalogue that a case of a bilingual check stands for."""
    source, _, target = case.text.partition(ARROW)
    flags = ""
    if source.startswith("["):
        flags, _, source = source[1:].partition("] ")
    header = [f"Language: {case.locale.replace('-', '_')}\n"]
    if "nplurals" in flags:
        header.append(f"Plural-Forms: {flags}\n")
        flags = ""
    lines = [
        'msgid ""',
        'msgstr ""',
        *map(_quoted, header),
        "",
        *([f"#, {flags}"] if flags else []),
    ]
    originals, translations = ([p.strip() for p in t.split(" / ")] for t in (source, target))
    if len(originals) > 1:
        lines += (f"msgid {_quoted(originals[0])}", f"msgid_plural {_quoted(originals[1])}")
        lines += (f"msgstr[{n}] {_quoted(text)}" for n, text in enumerate(translations))
    else:
        lines += (f"msgid {_quoted(originals[0])}", f"msgstr {_quoted(target.strip())}")
    return "\n".join(lines) + "\n"


def _unquoted(text: str) -> str:
    return text if text == '""' else str(json.loads(f'"{text}"'))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def document_of(name: str, text: str) -> Document:
    """Return the document in which a check looks at a text, or at a catalogue."""
    if CHECKS[name].bilingual:
        return read_document(text, "case.po")
    return read_document(text, "case.md") if CHECKS[name].late else parse(text, "")


def findings(name: str, text: str, case: Case, base: TermBase) -> Iterator[Diagnostic]:
    """Yield what one check finds in a text; a late one looks at what the others find."""
    checks = tuple(CHECKS.values()) if CHECKS[name].late else (CHECKS[name],)
    found = check_document(document_of(name, text), case.locale, CheckOptions(base, checks))
    return (each for each in found if each.check == name)


def source_of(name: str, case: Case) -> str:
    """Return the text that a case of a check stands for."""
    return catalogue(case) if CHECKS[name].bilingual else case.text


def found(name: str, case: Case, base: TermBase) -> str:
    """Return what one check finds, in the notation of the cases."""
    text = source_of(name, case)
    return "; ".join(
        " → ".join(
            (
                _unquoted(each.span.of(text)) if CHECKS[name].bilingual else each.span.of(text),
                *filter(None, [" / ".join(each.suggestions)]),
            )
        )
        for each in findings(name, text, case, base)
    )


def messages(name: str, case: Case, base: TermBase) -> list[str]:
    """Return the messages of what one check finds."""
    return [each.message for each in findings(name, source_of(name, case), case, base)]


def verify(name: str, case: Case, base: TermBase) -> None:
    """Compare the findings whole; a fix that claims to be safe converges to a clean text."""
    assert found(name, case, base) == case.expected
    if case.message:
        assert "; ".join(messages(name, case, base)) == case.message
    source = source_of(name, case)
    first = [*findings(name, source, case, base)]
    fixes = choose_fixes(first)
    text = apply_edits(source, [edit for fix in fixes for edit in fix.edits])
    left = [*findings(name, text, case, base)]
    if not CHECKS[name].late:
        assert not [one for one in left if one.applicability is Applicability.SAFE]
        assert len(left) == sum(one.applicability is not Applicability.SAFE for one in first)


def manual_cases(name: str) -> tuple[list[Case], list[Case]]:
    """Return the flagged and the fine examples of a check's manual page."""
    sections = {one.heading: one.examples for one in read_manual(CHECKS[name].doc).sections}
    flagged, fine = (
        [Case(one.locale, one.text, one.found) for one in sections.get(title, ())]
        for title in ("Flagged", "Fine")
    )
    return flagged, fine
