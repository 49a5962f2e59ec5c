"""What fixing changes, and what it leaves alone."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.engine.collect import Named, decode_text, parse_document
from termkit.engine.fixer import Fixed, Fixing, fix_document, fix_files
from termkit.engine.runner import CheckOptions, check_one, select_checks
from termkit.files import read_bytes
from termkit.po.syntax import entries
from termkit.termbase.store import TermBase

# 軟件 has a safe fix, 程序 by its clue word an unsafe one, 打印機 two suggestions.
ROWS = """\
id,zh-TW,zh-CN,zh-TW:avoid,zh-TW:context,flags
software,軟體,软件,,,
program,程式,程序,,執行,
procedure,程序,程序,,,
printer,印表機,打印机,,,
printing,列印機,打印机,,,
quote,"甲""詞",甲词,乙詞,,
emphasis,*丙*詞,丙词,丁詞,,
tag,<i>戊</i>詞,戊词,己詞,,
address,https://庚.tw,庚词,辛詞,,
github,GitHub,GitHub,,,
"""


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> CheckOptions:
    """All checks with a term base that has fixes of every kind, and some that break markup."""
    path = tmp_path_factory.mktemp("base") / "team.csv"
    path.write_text(ROWS, encoding="utf-8")
    return CheckOptions(TermBase.load(path, builtin=False), select_checks(), "zh-TW")


def fixed(name: str, text: str, options: CheckOptions, how: Fixing = Fixing()) -> Fixed:
    """Fix a text; a second time must change nothing."""
    document = parse_document(text.encode(), name)
    result = check_one(document, options)
    done = fix_document(document, result, result.diagnostics, options, how)
    again = parse_document(done.result.source.encode(), name)
    result = check_one(again, options)
    assert fix_document(again, result, result.diagnostics, options, how).applied == 0
    assert result.diagnostics == done.result.diagnostics
    return done


SAFE, UNSAFE = Fixing(), Fixing(unsafe=True)
KEPT = "<!-- termkit: keep -->軟件<!-- /termkit -->"
TEXTS = {
    "safe": ("a.md", SAFE, "軟件和Github", "軟體和GitHub", 2),
    "nothing": ("a.md", SAFE, "軟體", "軟體", 0),
    "unsafe, not asked for": ("a.md", SAFE, "執行程序，軟件", "執行程序，軟體", 1),
    "unsafe": ("a.md", UNSAFE, "執行程序，軟件", "執行程式，軟體", 2),
    "several suggestions": ("a.md", UNSAFE, "打印機", "打印機", 0),
    "masked": ("a.md", UNSAFE, "`軟件` <!-- 軟件 --> [軟件](軟件)", "`軟件` <!-- 軟件 --> [軟體](軟件)", 1),
    "kept": ("a.md", SAFE, KEPT + "軟件", KEPT + "軟體", 1),
    "would be emphasis": ("a.md", SAFE, "丁詞軟件", "丁詞軟體", 1),
    "is none in plain text": ("a.txt", SAFE, "丁詞軟件", "*丙*詞軟體", 2),
    "would be a tag": ("a.html", SAFE, "<p>己詞軟件", "<p>己詞軟體", 1),
    "would be a URL": ("a.txt", SAFE, "辛詞軟件", "辛詞軟體", 1),
    "would end a string": ("a.json", SAFE, '{"a": "乙詞軟件"}', '{"a": "乙詞軟體"}', 1),
    "crlf and bom": ("a.txt", SAFE, "\ufeff軟件\r\n軟件\r", "\ufeff軟體\r\n軟體\r", 2),
}  # fmt: skip


@pytest.mark.parametrize(("name", "how", "text", "expected", "applied"), TEXTS.values(), ids=TEXTS)
def test_fix(
    name: str, how: Fixing, text: str, expected: str, applied: int, options: CheckOptions
) -> None:
    """Safe fixes go in, unsafe ones if asked for, others never; markup stays what it is."""
    done = fixed(name, text, options, how)
    assert (done.result.source, done.applied) == (expected, applied)


HEADER = 'msgid ""\nmsgstr "Language: zh_TW\\n"\n\n'
FUZZY = {
    "plain": ('msgid "a"\nmsgstr "軟件"\n', '#, fuzzy\nmsgid "a"\nmsgstr "軟體"\n'),
    "clean entry": ('msgid "a"\nmsgstr "軟體"\n', None),
    "flags": (
        '#: a.c\n#, c-format, no-wrap\nmsgid "a"\nmsgstr "軟件"\n',
        '#: a.c\n#, fuzzy, c-format, no-wrap\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "flags without a space": (
        '#,c-format\nmsgid "a"\nmsgstr "軟件"\n',
        '#, fuzzy,c-format\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "already fuzzy": (
        '#, c-format,fuzzy\nmsgid "a"\nmsgstr "軟件"\n',
        '#, c-format,fuzzy\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "fuzzy in the second line": (
        '#, c-format\n#, fuzzy\nmsgid "a"\nmsgstr "軟件"\n',
        '#, c-format\n#, fuzzy\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "fuzzy in a comment": (
        '# fuzzy\nmsgid "a"\nmsgstr "軟件"\n',
        '# fuzzy\n#, fuzzy\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "previous": (
        '# x\n#: a.c\n#| msgid "b"\nmsgctxt "c"\nmsgid "a"\nmsgstr "軟件"\n',
        '# x\n#: a.c\n#, fuzzy\n#| msgid "b"\nmsgctxt "c"\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "plural": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n"軟件"\n',
        '#, fuzzy\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n"軟體"\n',
    ),
    "two of three": (
        'msgid "a"\nmsgstr "軟件"\n\nmsgid "b"\nmsgstr "好"\n\nmsgid "c"\nmsgstr "軟件"',
        '#, fuzzy\nmsgid "a"\nmsgstr "軟體"\n\nmsgid "b"\nmsgstr "好"\n\n#, fuzzy\nmsgid "c"\nmsgstr "軟體"',
    ),
    "crlf": ('msgid "a"\r\nmsgstr "軟件"\r\n', '#, fuzzy\r\nmsgid "a"\r\nmsgstr "軟體"\r\n'),
    "one line": (
        'msgid "a" msgstr "好" msgid "b" msgstr "軟件"\n',
        'msgid "a" msgstr "好" \n#, fuzzy\nmsgid "b" msgstr "軟體"\n',
    ),
    "obsolete before": (
        '#, c-format\n#~ msgid "o"\n#~ msgstr "軟件"\n\nmsgid "a"\nmsgstr "軟件"\n',
        '#, c-format\n#~ msgid "o"\n#~ msgstr "軟件"\n\n#, fuzzy\nmsgid "a"\nmsgstr "軟體"\n',
    ),
    "would end the string": ('msgid "a"\nmsgstr "乙詞"\n', None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FUZZY.values(), ids=FUZZY)
@pytest.mark.parametrize("header", [HEADER, "\ufeff"], ids=["header", "bom"])
def test_fuzzy(text: str, expected: str | None, header: str, options: CheckOptions) -> None:
    """An entry that a fix has changed is flagged, in the place that gettext gives the flags."""
    done = fixed("a.po", header + text, options)
    assert done.result.source == header + (expected or text)
    plain = fixed("a.po", header + text, options, Fixing(fuzzy=False))
    assert plain.result.source == header + (
        text
        if expected is None
        else text.replace("軟件", "軟體").replace('o"\n#~ msgstr "軟體', 'o"\n#~ msgstr "軟件')
    )
    msgfmt = shutil.which("msgfmt")
    if msgfmt:
        for source in (header + text, done.result.source):
            data = source.removeprefix("\ufeff").encode()
            subprocess.run([msgfmt, "-o", "/dev/null", "-"], input=data, check=True)


def test_what_is_left_is_told_where_it_stands(options: CheckOptions) -> None:
    """Findings after fixing have their places in the new text."""
    text = HEADER + 'msgid "a"\nmsgstr "軟件，打印機"\n'
    done = fixed("a.po", text, options)
    (left,) = done.result.diagnostics
    assert left.span.of(done.result.source) == "打印機"


def test_hidden_findings(options: CheckOptions) -> None:
    """What is not shown is not fixed, even when it moves, and not told afterwards."""
    document = parse_document("軟件的Github和軟件和軟件".encode(), "a.txt")
    result = check_one(document, options)
    done = fix_document(document, result, result.diagnostics[1:3], options)
    assert done.result.source == "軟件的GitHub和軟體和軟件"
    assert done.result.diagnostics == ()
    document = parse_document('msgid "a"\nmsgstr "軟件軟件"\n'.encode(), "a.po")
    result = check_one(document, options)
    done = fix_document(document, result, result.diagnostics[:1], options)
    assert done.result.source == '#, fuzzy\nmsgid "a"\nmsgstr "軟體軟件"\n'
    assert done.result.diagnostics == ()


def test_file_that_changes_meanwhile(options: CheckOptions, tmp_path: Path) -> None:
    """A file that somebody else writes between check and fix is left alone."""
    path = tmp_path / "a.txt"
    path.write_text("軟件", "utf-8")

    def visible(result):  # type: ignore[no-untyped-def]
        path.write_text("軟件！", "utf-8")
        return result.diagnostics

    (done,) = fix_files([Named(path)], options, visible=visible, write=True)
    assert [problem.message for problem in done.result.problems] == [
        "has changed while it was checked, and is left alone; run again"
    ]
    assert path.read_text("utf-8") == "軟件！"


PIECES = st.lists(
    st.sampled_from(
        ("軟件", "執行程序", "丁詞", "己詞", "乙詞", "辛詞", "Github", "*", "`", "<b>", "\n", "\r\n", "字", '"')
    )
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from(["a.md", "a.txt", "a.html", "a.po"]), st.booleans())
def test_any_text(options: CheckOptions, text: str, name: str, unsafe: bool) -> None:
    """Fixing twice is fixing once, and what is not prose stays."""
    if name == "a.po":
        text = (
            'msgid "a"\nmsgstr "'
            + text.replace('"', "").replace("\r", "").replace("\n", "")
            + '"\n'
        )
    fixed(name, text, options, Fixing(unsafe))


def blocks(source: str, path: str) -> list[tuple[list[str], str]]:
    """Return the entries of a catalogue: their strings, and all of their text with what precedes it."""
    found, at = [], 0
    for entry in entries(source, path):
        strings = [span.of(source) for spans in entry.fields.values() for span in spans]
        found.append((strings, source[at : entry.end]))
        at = entry.end
    return [*found, ([], source[at:])]


def test_real_catalogues(shared: Path, builtin: TermBase, tmp_path: Path) -> None:
    """Of odd catalogues each is fixed or refused; untouched entries stay, and msgfmt takes as much as before."""
    msgfmt = shutil.which("msgfmt")
    if not msgfmt:
        pytest.skip("msgfmt (gettext) is not here")
    options = CheckOptions(builtin, select_checks())
    touched = refused = 0
    for path in sorted((shared / "data" / "po_edge").rglob("*.po")):
        data = read_bytes(path)
        copy = tmp_path / path.name
        copy.write_bytes(data)
        (done,) = fix_files([Named(copy)], options, how=Fixing(unsafe=True), write=True)
        if done.result.problems:
            refused += 1
            assert copy.read_bytes() == data
            continue
        if copy.read_bytes() == data:
            assert not done.applied
            continue
        touched += 1
        before, after = (
            blocks(decode_text(raw, path.name), path.name) for raw in (data, copy.read_bytes())
        )
        for (old, old_text), (new, new_text) in zip(before, after, strict=True):
            assert old != new or old_text == new_text
            assert old == new or "fuzzy" in new_text
        verdicts = [
            subprocess.run(
                [msgfmt, "-o", "/dev/null", each], capture_output=True, check=False
            ).returncode
            for each in (path, copy)
        ]
        assert verdicts[1] == verdicts[0] or verdicts[0] != 0
    assert touched > 10
    assert refused > 0
