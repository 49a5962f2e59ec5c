"""Check, and fix, random texts: ``python -m benchmarks.fuzz_checks --minutes 10``.

Random Unicode, Markdown and catalogues are read, checked and fixed in every locale. What must
hold: no crash, findings and fixes lie inside the file and are in order, what is no prose stays,
and fixing what was fixed changes nothing. A fault is shown with the smallest text that has it.
"""

import argparse
import os
import sys
import tempfile
import time
import traceback
from functools import partial

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.convert.random_text import HAN, INERT, WORDS

from termkit import TermBase
from termkit.checks import all_checks
from termkit.engine.fixer import Fixing, fix_document
from termkit.engine.runner import CheckOptions, check_one
from termkit.errors import InputError
from termkit.locales import CHINESE
from termkit.model.document import Document
from termkit.readers import read_document

SAID = (
    *("數據中心", "人工智能", "英偉達", "乾部髮現了", "皇後", "証明瞭", "軟件", "软件", "复制"),
    *("馬克龍和特朗普", "Github", "BlackWell", "看着", "裏面", "爲", "臺灣", "「他說」", "《書》"),
)
"""What the checks say something of."""

MARKUP = (
    *("\n", "\n\n", "\r\n", "  \n", "# ", "- ", "1. ", "> ", "    ", "\t", "---\n", "+++\n", "***"),
    *(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~\n",
        "$",
        "$$",
        "|",
        "\n|-|-|\n",
        "[",
        "](",
        ")",
        "![",
        "[^1]",
    ),
    *(
        "[a]: /u '題'\n",
        "<b>",
        "</b>",
        "<div>\n",
        "</div>\n",
        "<!--",
        "-->",
        "&amp;",
        "\\*",
        "{{< ",
        " >}}",
    ),
    *("https://example.org/軟件", "a@b.tw", "title: ", "lang: zh-TW\n", "-{", "}-", "\ufeff"),
    *("<!-- termkit: ", "ignore", "ignore-line", "off", "on", "keep", " wrong-region-term", " -->"),
)
MESSAGE = (
    *(
        "%s",
        "%(name)s",
        "{0}",
        "{n, plural, other {",
        "}}",
        "<a href='x'>",
        "</a>",
        "\\n",
        '\\"',
        "\\\\",
    ),
    *("(&F)", "_F", "\\t", "%", "&", "{", "}"),
)

_unicode = st.one_of(st.characters(), *map(st.sampled_from, (*HAN.values(), *INERT.values())))
_chinese = st.sampled_from((*SAID, *WORDS, "，", "。", " ", "字"))


def _text(*more: str) -> st.SearchStrategy[str]:
    pieces = [_chinese, _unicode, *([st.sampled_from(more)] * 2 if more else [])]
    return st.lists(st.one_of(*pieces), max_size=40).map("".join)


def _quoted(text: str) -> str:
    return text.translate({ord(char): " " for char in '"\r\n'}).rstrip("\\")


@st.composite
def _catalogue(draw: st.DrawFn) -> str:
    """Return a catalogue, which is mostly sound."""
    lines = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: zh_TW\\n"\n']
    for number in range(draw(st.integers(0, 4))):
        first, *rest = draw(st.lists(_text(*MESSAGE).map(_quoted), min_size=1, max_size=3))
        comment = draw(st.sampled_from(("", "#, fuzzy\n", "# termkit: ignore\n", "#~ msgid\n")))
        end = draw(st.sampled_from(("\n", "\r\n", "\n\n")))
        more = "".join(f'{end[:1]}"{text}"' for text in rest)
        lines.append(f'{comment}msgid "m{number}"{end}msgstr "{first}"{more}{end}')
    return "\n".join(lines) + draw(st.sampled_from(("", "", "x", '"')))


KINDS: dict[str, st.SearchStrategy[str]] = {
    "a.txt": _text("\n", "\r\n", "https://a.tw/", "www."),
    "a.md": _text(*MARKUP),
    "a.po": _catalogue(),
    "a.html": _text(*MARKUP, "<p>", "</p>", "<script>", "<img alt='", "'>"),
}


def verify(path: str, options: CheckOptions, source: str) -> None:
    """Raise AssertionError, or whatever goes wrong, for a text that is not checked as it must be."""
    try:
        document = read_document(source, path)
    except InputError as error:
        lines = source.count("\n") + source.count("\r") + 1
        if not all(0 <= problem.line <= lines for problem in error.problems):
            raise AssertionError("the line of a problem lies outside the file") from error
        return
    assert len(document.prose) == len(source), "the length of the prose"
    once = _fixed(document, options)
    again = _fixed(read_document(once, path), options)
    assert again == once, f"a second --fix changes {once!r} to {again!r}"


def _fixed(document: Document, options: CheckOptions) -> str:
    result = check_one(document, options)
    last = 0
    for one in result.diagnostics:
        assert last <= one.span.start <= one.span.end <= len(document.source), one
        last = one.span.start
        for edit in one.fix.edits if one.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(document.source), edit
    fixed = fix_document(document, result, result.diagnostics, options, Fixing(fuzzy=False))
    return fixed.result.source


def fuzz(path: str, options: CheckOptions, seconds: float) -> tuple[int, str]:
    """Verify random texts of a format for a while; return how many, and the fault if there is one."""
    count = 0

    def one(source: str) -> None:
        nonlocal count
        count += 1
        verify(path, options, source)

    end = time.monotonic() + seconds
    run = settings(
        max_examples=400,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )(given(KINDS[path])(one))
    while time.monotonic() < end:
        try:
            run()
        except Exception:
            return count, traceback.format_exc(limit=-3)
    return count, ""


def main() -> int:
    """Print one line a format and locale; return 1 where anything is wrong."""
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz_checks", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for everything")
    options = parser.parse_args()
    wrong = False
    share = options.minutes * 60 / len(KINDS) / len(CHINESE)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["TERMKIT_CACHE_DIR"] = cache
        base = TermBase.open()
        work = partial(CheckOptions, base, all_checks())
        for path in KINDS:
            for locale in CHINESE:
                count, fault = fuzz(path, work(locale), share)
                print(
                    f"{path:<8} {locale}: {count:,} texts{f', wrong:{chr(10)}{fault}' if fault else ''}"
                )
                wrong |= bool(fault)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
