"""Comments that hide findings, and what is said of those that do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.checks import all_checks
from termkit.config.settings import Settings
from termkit.engine.collect import parse_document
from termkit.engine.runner import CheckOptions, check_one, select_checks
from termkit.errors import InputError
from termkit.termbase.store import TermBase
from termkit.text import LineIndex
from tests.cli.runner import run

# Each text is checked as zh-TW: 軟件 is a wrong-region-term, Github a case of latin-casing.
# Expected are the lines and texts of the findings.
MARKDOWN = {
    "next paragraph": ("<!-- termkit: ignore wrong-region-term -->\n\n軟件\n\n軟件", ["5 軟件"]),
    "without a blank line": ("<!-- termkit: ignore wrong-region-term -->\n軟件\n軟件\n\n軟件", ["5 軟件"]),
    "after a paragraph": ("軟件\n<!-- termkit: ignore wrong-region-term -->\n軟件", ["1 軟件"]),
    "another check": ("<!-- termkit: ignore latin-casing -->\nGithub的軟件", ["2 軟件"]),
    "two checks": ("<!-- termkit: ignore latin-casing, wrong-region-term -->\nGithub的軟件", []),
    "two checks, no comma": ("<!-- termkit: ignore latin-casing wrong-region-term -->\nGithub的軟件", []),
    "two comments": (
        "<!-- termkit: ignore latin-casing -->\n<!-- termkit: ignore wrong-region-term -->\n\nGithub的軟件",
        [],
    ),
    "after another comment": ("<!-- termkit: ignore -->\n<!-- 軟件 -->\n\n軟件", []),
    "all checks": ("<!-- termkit: ignore -->\nGithub的軟件", []),
    "spread over lines": ("<!--\n  termkit: ignore\n  latin-casing,\n  wrong-region-term\n-->\nGithub的軟件", []),
    "no spaces": ("<!--termkit:ignore latin-casing-->\nGithub", []),
    "heading": ("<!-- termkit: ignore -->\n# 軟件\n軟件", ["3 軟件"]),
    "list": ("<!-- termkit: ignore -->\n- 軟件\n- 軟件\n  - 軟件\n\n軟件", ["6 軟件"]),
    "in a list item": ("- 軟件\n  <!-- termkit: ignore -->\n  軟件\n- 軟件", ["1 軟件", "4 軟件"]),
    "between list items": ("- 軟件\n<!-- termkit: ignore -->\n- 軟件\n- 甲", ["1 軟件"]),
    "quote": ("<!-- termkit: ignore -->\n> 軟件\n>\n> 軟件\n\n軟件", ["6 軟件"]),
    "table": ("<!-- termkit: ignore -->\n| 軟件 |\n|---|\n| 軟件 |\n\n軟件", ["6 軟件"]),
    "html": ("<!-- termkit: ignore -->\n<div>軟件</div>\n\n軟件", ["4 軟件"]),
    "a code block comes first": (
        "<!-- termkit: ignore latin-casing -->\n\n```\nGithub\n```\n\nGithub",
        ["1 latin-casing", "7 Github"],
    ),
    "rest of a paragraph": ("軟件，<!-- termkit: ignore -->軟件\n軟件\n\n軟件", ["1 軟件", "4 軟件"]),
    "rest of a line that is html": ("<!-- termkit: ignore -->軟件\n\n軟件", ["3 軟件"]),
    "crlf": ("<!-- termkit: ignore -->\r\n軟件\r\n\r\n軟件", ["4 軟件"]),
    "bom": ("\ufeff<!-- termkit: ignore -->\n軟件", []),
    "own line": ("軟件\n軟件<!-- termkit: ignore-line wrong-region-term -->\n軟件", ["1 軟件", "3 軟件"]),
    "own line, crlf": ("軟件\r\n軟件<!-- termkit: ignore-line -->\r\n軟件", ["1 軟件", "3 軟件"]),
    "own line of a table": ("| 甲 |\n|---|\n| 軟件 <!-- termkit: ignore-line --> |\n| 軟件 |", ["4 軟件"]),
    "off and on": ("<!-- termkit: off -->\n軟件\n\n- 軟件\n\n<!-- termkit: on -->\n軟件", ["7 軟件"]),
    "off to the end": ("軟件\n\n<!-- termkit: off -->\n軟件\n\n軟件", ["1 軟件"]),
    "off for one check": ("<!-- termkit: off latin-casing -->\n軟件Github\n", ["2 軟件"]),
    "off for two, on for one": (
        ("<!-- termkit: off latin-casing, wrong-region-term -->\n軟件Github\n\n"
        "<!-- termkit: on latin-casing -->\n軟件Github"),
        ["5 Github"],
    ),
    "on for all that is off": (
        "<!-- termkit: off latin-casing -->\nGithub\n\n<!-- termkit: on -->\nGithub",
        ["5 Github"],
    ),
    "in a sentence": ("軟件<!-- termkit: off -->軟件<!-- termkit: on -->軟件", ["1 軟件", "1 軟件"]),
    "front matter": ("---\ntitle: 軟件\ntermkit: {ignore: [wrong-region-term]}\n---\n軟件Github", ["5 Github"]),
    "front matter: lines": (
        "---\ntermkit:\n  ignore:\n    - wrong-region-term\n    - 'latin-casing'\n---\n軟件Github",
        [],
    ),
    "front matter: one": ("---\ntermkit:\n  ignore: latin-casing\n---\n軟件Github", ["5 軟件"]),
    "front matter: all": ("---\ntermkit: {ignore: true}\n---\n軟件Github", []),
    "front matter: toml": ('+++\n[termkit]\nignore = ["latin-casing"]\n+++\n軟件Github', ["5 軟件"]),
    "in code": ("`<!-- termkit: ignore -->`\n\n軟件", ["3 軟件"]),
    "in a code block": ("```\n<!-- termkit: ignore -->\n```\n\n軟件", ["5 軟件"]),
    "keep is another thing": ("<!-- termkit: keep -->軟件<!-- /termkit -->軟件", ["1 軟件"]),
    "unknown check": ("<!-- termkit: ignore latin-casin -->\nGithub", ["1 latin-casin", "2 Github"]),
    "unknown word": ("<!-- termkit: ingore latin-casing -->\nGithub", ["1 ingore", "2 Github"]),
    "no word": ("<!-- termkit: -->\n甲", ["1 <!-- termkit: -->"]),
    "unknown key": ("---\ntermkit: {ignores: [latin-casing]}\n---\nGithub", ["2 latin-casing", "4 Github"]),
    "unused": ("<!-- termkit: ignore latin-casing -->\n軟件", ["1 latin-casing", "2 軟件"]),
    "half unused": ("<!-- termkit: ignore latin-casing, wrong-region-term -->\n軟件", ["1 latin-casing"]),
    "all unused": ("<!-- termkit: ignore -->\n甲", ["1 <!-- termkit: ignore -->"]),
    "front matter unused": ("---\ntermkit: {ignore: [latin-casing]}\n---\n甲", ["2 latin-casing"]),
    "at the end": ("軟件\n\n<!-- termkit: ignore -->", ["1 軟件", "3 <!-- termkit: ignore -->"]),
    "nothing is off": ("<!-- termkit: on -->\n甲", ["1 <!-- termkit: on -->"]),
    "off twice": (
        "<!-- termkit: off latin-casing -->\n<!-- termkit: off latin-casing -->\nGithub",
        ["2 latin-casing"],
    ),
    "both used": ("<!-- termkit: off -->\n<!-- termkit: ignore latin-casing -->\nGithub", []),
    "ignoring what is said of comments": (
        ("---\ntermkit: {ignore: [unused-suppression, unknown-suppression]}\n---\n"
        "<!-- termkit: ignore latin-casing, x -->\n甲"),
        [],
    ),
    "all checks are not those of comments": (
        "<!-- termkit: off -->\nGithub <!-- termkit: ignore-line x -->\n",
        ["2 x"],
    ),
}  # fmt: skip

HTML = {
    "next element": ("<!-- termkit: ignore --><p>軟件<b>軟件</b></p><p>軟件</p>", ["1 軟件"]),
    "whole element": ("<!-- termkit: ignore -->\n<ul><li>軟件</li><li>軟件</li></ul>\n<p>軟件</p>", ["3 軟件"]),
    "left open": ("<ul><li>軟件\n<!-- termkit: ignore -->\n<li>軟件\n</ul><p>軟件", ["1 軟件", "4 軟件"]),
    "text": ("<body><!-- termkit: ignore -->軟件\n<p>軟件</p></body>", ["2 軟件"]),
    "attribute": ('<!-- termkit: ignore -->\n<img alt="軟件"><p>軟件</p>', ["2 軟件"]),
    "table": ("<!-- termkit: ignore --><table><tr><td>軟件<tr><td>軟件</table>\n軟件", ["2 軟件"]),
    "own line": ("<p>軟件<!-- termkit: ignore-line -->\n<p>軟件", ["2 軟件"]),
    "off and on": ("<!-- termkit: off --><p>軟件<!-- termkit: on -->\n<p>軟件", ["2 軟件"]),
    "in a script": ("<script><!-- termkit: ignore --></script><p>軟件", ["1 軟件"]),
    "unused": ("<!-- termkit: ignore latin-casing --><p>甲", ["1 latin-casing"]),
    "stray end tag": ("</div><!-- termkit: ignore --></p><p>軟件</p>", []),
}  # fmt: skip

HEADER = 'msgid ""\nmsgstr "Language: zh_TW\\n"\n\n'
ENTRY = 'msgid "a"\nmsgstr "軟件"\n\n'
CATALOGUES = {
    "entry": (HEADER + "# termkit: ignore wrong-region-term\n" + ENTRY + ENTRY, ["9 軟件"]),
    "among comments": (HEADER + "# 軟件\n# termkit: ignore\n#: a.c\n#, c-format\n" + ENTRY + ENTRY, ["12 軟件"]),
    "header": ("# termkit: ignore wrong-region-term\n" + HEADER + ENTRY + ENTRY, []),
    "extracted comment": (HEADER + "#. termkit: ignore\n" + ENTRY, ["6 軟件"]),
    "obsolete": (HEADER + '# termkit: ignore\n#~ msgid "b"\n#~ msgstr "b"\n\n' + ENTRY, ["9 軟件"]),
    "off and on": (HEADER + "# termkit: off\n" + ENTRY + ENTRY + "# termkit: on\n" + ENTRY, ["13 軟件"]),
    "plural": (
        HEADER.replace("TW", "TW\\nPlural-Forms: nplurals=1; plural=0;")
        + '# termkit: ignore\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "軟件"\n"軟件"\n',
        [],
    ),
    "unused": (HEADER + "# termkit: ignore latin-casing\n" + ENTRY, ["4 latin-casing", "6 軟件"]),
    "unknown": (HEADER + "# termkit: ignore latin\n" + ENTRY, ["4 latin", "6 軟件"]),
}  # fmt: skip


def shown(name: str, text: str, options: CheckOptions) -> list[str]:
    """Return the findings in a text: line, and what stands there."""
    result = check_one(parse_document(text.encode(), name), options)
    index = LineIndex(result.source)
    return [
        f"{index.position(each.span.start).line} {each.span.of(result.source)}"
        for each in result.diagnostics
    ]


CASES = [
    pytest.param(name, text, expected, id=f"{name} {label}")
    for name, cases in {"a.md": MARKDOWN, "a.html": HTML, "a.po": CATALOGUES}.items()
    for label, (text, expected) in cases.items()
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_directive(name: str, text: str, expected: list[str], small: TermBase) -> None:
    """A comment hides just the findings that it is meant for, and says so where there are none."""
    assert shown(name, text, CheckOptions(small, select_checks(), "zh-TW")) == expected


NARROWED = [
    ("<!-- termkit: ignore latin-casing -->\n甲", ["wrong-region-term", "unused-suppression"], []),
    ("<!-- termkit: ignore -->\n甲", ["wrong-region-term", "unused-suppression"], []),
    (
        "<!-- termkit: ignore wrong-region-term -->\n甲",
        ["wrong-region-term", "unused-suppression"],
        ["1 wrong-region-term"],
    ),
    ("<!-- termkit: ignore wrong-region-term, x -->\n甲", ["wrong-region-term"], []),
]


@pytest.mark.parametrize(("text", "select", "expected"), NARROWED)
def test_what_does_not_run_is_not_judged(
    text: str, select: list[str], expected: list[str], small: TermBase
) -> None:
    """A comment for a check that was not run is not called unused, nor is one for all checks."""
    options = Settings().with_checks(select).check_options(small, "zh-TW")
    assert shown("a.md", text, options) == expected


MESSAGES = {
    "<!-- termkit: ignore latin-casin -->": (
        "“latin-casin” is no check; did you mean latin-casing?"
    ),
    "<!-- termkit: ignore-lin latin-casing -->": (
        "“ignore-lin” is no termkit comment; did you mean ignore-line?"
    ),
    "<!-- termkit: quiet -->": (
        "“quiet” is no termkit comment (known: ignore, ignore-line, off, on, keep)"
    ),
    "<!-- termkit: ignore latin-casing -->": (
        "there is no finding of “latin-casing” to ignore here; remove the name"
    ),
    "<!-- termkit: ignore-line -->": (
        "there is no finding of any check to ignore on this line; remove the comment"
    ),
    "<!-- termkit: off -->": (
        "there is no finding of any check to switch off here; remove the comment"
    ),
    "<!-- termkit: on latin-casing -->": (
        "“latin-casing” is not switched off here; remove the comment"
    ),
}


@pytest.mark.parametrize(("text", "message"), MESSAGES.items(), ids=MESSAGES)
def test_message(text: str, message: str, small: TermBase) -> None:
    """What is said of a comment tells what to do."""
    document = parse_document(f"{text}\n\n甲".encode(), "a.md")
    found = check_one(document, CheckOptions(small, select_checks(), "zh-TW")).diagnostics
    assert [each.message for each in found] == [message]


def test_fix_leaves_what_is_ignored(tmp_path: Path) -> None:
    """--fix does not touch what a comment hides."""
    path = tmp_path / "a.zh-TW.md"
    text = "<!-- termkit: ignore -->\n數據中心\n\n{}\n"
    path.write_text(text.format("數據中心"), "utf-8")
    done = run("check", str(path), "--fix")
    assert done.returncode == 0
    assert path.read_text("utf-8") == text.format("資料中心")


def test_command_line(tmp_path: Path) -> None:
    """Comments are judged by default; --ignore leaves that out."""
    path = tmp_path / "a.zh-TW.md"
    path.write_text("<!-- termkit: ignore x, latin-casing -->\n甲\n", "utf-8")
    done = run("check", path.name, "-f", "concise", cwd=tmp_path)
    assert done.returncode == 1
    known = ", ".join(check.name for check in all_checks())
    assert done.stdout.splitlines()[:2] == [
        f"a.zh-TW.md:1:22: warning unknown-suppression: “x” is no check (known: {known})",
        (
            "a.zh-TW.md:1:25: warning unused-suppression: there is no finding of “latin-casing” "
            "to ignore here; remove the name"
        ),
    ]
    ignored = "unknown-suppression,unused-suppression"
    assert run("check", path.name, "--ignore", ignored, cwd=tmp_path).returncode == 0


PARTS = (
    *("<!-- termkit: ", "ignore", "ignore-line", "off", "on", " latin-casing", ", x", " -->"),
    *("# termkit: ", "<!--", "-->", "\n", "\r\n", "> ", "- ", "| ", "軟件", "Github", "`", "<p>"),
    *("</p>", "<script>", "---\n", 'msgid "a"\n', 'msgstr "軟件"\n', "#~ ", "termkit: {ignore: ["),
)
PIECES = st.lists(st.sampled_from(PARTS)).map("".join)


@given(PIECES, st.sampled_from(["a.md", "a.html", "a.po", "a.txt"]))
def test_any_text(text: str, name: str) -> None:
    """Whatever stands around and inside of comments, places are inside of the text."""
    try:
        document = parse_document(text.encode(), name)
    except InputError:
        return
    for directive in document.directives:
        for span in (directive.span, directive.scope):
            assert 0 <= span.start <= span.end <= len(document.source)
