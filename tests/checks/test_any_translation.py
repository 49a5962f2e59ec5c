"""The bilingual checks on any texts: they find something or nothing, inside of the translation."""

import json
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.checks import all_checks
from termkit.engine.runner import CheckOptions, check_document
from termkit.readers.po import parse
from termkit.termbase.store import TermBase

PARTS = (
    *(
        "%",
        "%s",
        "%1$d",
        "%(a)s",
        "{",
        "}",
        "{{",
        "{a}",
        "{a, plural, one {#} other {#}}",
        "$",
        "${a}",
    ),
    *("<b>", "</b>", "<", "[b]", "[/b]", "`", "**", "[x](y)", "https://a.b/c", "a@b.c", "\\", "\n"),
    *("12", "3.5", "億", "二十", "半", "三分之一", "2024", " million", "第", "年", "12:30", "p.m."),
    *("program", "Emmanuel Macron", "程序", "馬克宏", "，", " ", "\u0301", "\U00020000", "a.b.c"),
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=8).map("".join)
FLAGS = ("", "c-format", "python-brace-format", "qt-format", "markdown-text", "no-c-format")
BASE = TermBase([])


def catalogue(flags: str, originals: tuple[str, str], translations: tuple[str, str]) -> str:
    """Return a catalogue with one entry and one with plurals."""
    one, many, first, second = map(json.dumps, (*originals, *translations))
    comment = f"#, {flags}\n" if flags else ""
    return (
        'msgid ""\nmsgstr "Language: zh_TW\\n"\n\n'
        f"{comment}msgctxt {one}\nmsgid {one}\nmsgstr {first}\n\n"
        f"{comment}msgid {many}\nmsgid_plural {one}\nmsgstr[0] {second}\nmsgstr[1] {first}\n"
    ).replace("\\u", "\\\\u")


@settings(max_examples=30)
@given(TEXTS, TEXTS, TEXTS)
def test_any_translation(one: str, many: str, translation: str) -> None:
    """Nothing fails; a text that is its own translation lacks nothing."""
    options = CheckOptions(BASE, tuple(check for check in all_checks() if check.bilingual))
    for flags, target in product(FLAGS, (one, translation)):
        source = catalogue(flags, (one, many), (target, target))
        document = parse(source, "a.po")
        for each in check_document(document, "zh-TW", options):
            assert 0 <= each.span.start <= each.span.end <= len(source)
            assert not (target == one and each.check.endswith("mismatch")), each
