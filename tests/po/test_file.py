"""Catalogues are written back byte for byte, but for what has changed."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from termkit.errors import InputError
from termkit.po.file import Catalog, Item
from termkit.po.message import Message, Previous
from termkit.po.writer import render

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

CASES = {
    "plain": 'msgid "a"\nmsgstr "甲"\n',
    "no end of line": 'msgid "a"\nmsgstr "甲"',
    "wrapped by hand": 'msgid ""\n"a"\n""\n"b"\nmsgstr ""\n"甲"\n',
    "indented": '  msgid "a"\n  msgstr "甲"\n',
    "comments in any order": '#, fuzzy\n#: x:1\n# note\n#.kind\nmsgid "a"\nmsgstr "甲"\n',
    "obsolete": 'msgid "a"\nmsgstr "甲"\n\n# old\n#~| msgid "x"\n#~ msgid "y"\n#~ msgstr "乙"\n',
    "two on a line": 'msgid "a" msgstr "甲" msgid "b" msgstr "乙"\n',
    "trailing comment": 'msgid "a"\nmsgstr "甲"\n\n# the end\n',
    "many blank lines": '\n\nmsgid "a"\nmsgstr "甲"\n\n\n\nmsgid "b"\nmsgstr ""\n\n\n',
    "plural": 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "甲"\nmsgstr[1] "乙"\n',
    "domain": 'domain "x"\nmsgid "a"\nmsgstr "甲"\n',
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_same_bytes(text: str, end: str, mark: str) -> None:
    """What is read is written, whatever it looks like."""
    source = mark + (HEADER + text).replace("\n", end)
    assert Catalog.parse(source, "a.po").render() == source


CHANGES: dict[str, tuple[str, Callable[[Message], Message], str]] = {
    "translation": (
        '# 譯註\n#:  x:1   y:2\n#,c-format\nmsgid ""\n"a"\nmsgstr "甲"\n',
        lambda m: replace(m, msgstr=("乙",)),
        '# 譯註\n#:  x:1   y:2\n#,c-format\nmsgid ""\n"a"\nmsgstr "乙"\n',
    ),
    "fuzzy, in the place of flags": (
        '#: x:1\n#| msgid "old"\nmsgid "a"\nmsgstr "甲"\n',
        lambda m: m.with_fuzzy(True),
        '#: x:1\n#, fuzzy\n#| msgid "old"\nmsgid "a"\nmsgstr "甲"\n',
    ),
    "no longer fuzzy": (
        '#, fuzzy, c-format\nmsgid "a"\nmsgstr "甲"\n',
        lambda m: m.with_fuzzy(False),
        '#, c-format\nmsgid "a"\nmsgstr "甲"\n',
    ),
    "previous": (
        'msgid "a"\nmsgstr "甲"\n',
        lambda m: replace(m, previous=Previous("b\n", "c")),
        '#| msgctxt "c"\n#| msgid "b\\n"\nmsgid "a"\nmsgstr "甲"\n',
    ),
    "obsolete": (
        '#. kind\n# note\nmsgid "a"\nmsgstr "甲"\n',
        lambda m: replace(m, obsolete=True, extracted=()),
        '# note\n#~ msgid "a"\n#~ msgstr "甲"\n',
    ),
    "plural form": (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "甲"\nmsgstr[1] "乙"\n',
        lambda m: replace(m, msgstr=("甲", "丙")),
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "甲"\nmsgstr[1] "丙"\n',
    ),
    "on one line": (
        'msgid "a" msgstr "甲"\n',
        lambda m: replace(m, msgstr=("乙",)),
        'msgid "a"\nmsgstr "乙"\n',
    ),
    "without an end of line": (
        'msgid "a"\nmsgstr "甲"',
        lambda m: replace(m, msgstr=("乙",)),
        'msgid "a"\nmsgstr "乙"\n',
    ),
}


@pytest.mark.parametrize(("text", "change", "expected"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_only_what_changed(
    text: str, change: Callable[[Message], Message], expected: str, end: str
) -> None:
    """A changed field is written anew; the others keep their bytes, and so do the other entries."""
    around = '#  odd\nmsgid "z"\nmsgstr   "癸"\n'
    source = (HEADER + around + "\n" + text).replace("\n", end)
    catalog = Catalog.parse(source, "a.po")
    catalog.items[2].message = change(catalog.items[2].message)
    assert catalog.render() == (HEADER + around + "\n" + expected).replace("\n", end)


def test_moved_and_added() -> None:
    """Entries that are moved or added stand apart from their neighbours."""
    catalog = Catalog.parse(HEADER + 'msgid "a"\nmsgstr "甲"\nmsgid "b"\nmsgstr "乙"\n', "a.po")
    header, first, second = catalog.items
    catalog.items = [header, second, Item(Message("c", ("丙",))), first]
    assert catalog.render() == (
        HEADER + 'msgid "b"\nmsgstr "乙"\n\nmsgid "c"\nmsgstr "丙"\n\nmsgid "a"\nmsgstr "甲"\n'
    )


def test_entries_are_read() -> None:
    """Comments, flags, places, escapes and what was before are read as they are meant."""
    text = (
        "# note\n#  deeper\n#. kind\n#: a.md:1 \u2068b c.md\u2069:2\n#, fuzzy, c-format\n"
        '#| msgctxt "x"\n#| msgid "was "\n#| "long"\n'
        'msgctxt "ctx"\nmsgid "a\\t\\"b\\"\\\\\\n"\nmsgstr "甲\\n"\n'
    )
    (message,) = Catalog.parse(HEADER + text, "a.po").messages
    assert message == Message(
        'a\t"b"\\\n',
        ("甲\n",),
        "ctx",
        notes=("note", " deeper"),
        extracted=("kind",),
        references=("a.md:1", "\u2068b c.md\u2069:2"),
        flags=("fuzzy", "c-format"),
        previous=Previous("was long", "x"),
    )
    assert render(message) == text.replace('was "\n#| "long', "was long")


FAULTS = {
    "twice": ('msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n', 7),
    "twice with a context": ('msgctxt "x"\nmsgid "a"\nmsgstr ""\n' * 2, 7),
}


@pytest.mark.parametrize(("text", "line"), FAULTS.values(), ids=FAULTS)
def test_duplicates(text: str, line: int) -> None:
    """An entry that is there twice is told with both lines."""
    catalog = Catalog.parse(HEADER + text, "a.po")
    with pytest.raises(InputError) as caught:
        catalog.by_key()
    message = "has the same original as the entry in line 4; join them with: msguniq"
    assert str(caught.value) == f"a.po:{line}: {message}"


def test_encoding_is_kept(tmp_path: Path) -> None:
    """An old encoding stays; what it lacks is told, and the file is left alone."""
    path = tmp_path / "a.po"
    data = (HEADER.replace("UTF-8", "BIG5") + 'msgid "a"\nmsgstr "甲"\n').encode("big5")
    path.write_bytes(data)
    catalog = Catalog.load(path)
    assert not catalog.save(path)
    catalog.items[1].message = replace(catalog.items[1].message, msgstr=("乙",))
    assert catalog.save(path)
    assert path.read_bytes() == data.replace("甲".encode("big5"), "乙".encode("big5"))
    catalog.items[1].message = replace(catalog.items[1].message, msgstr=("发",))
    with pytest.raises(InputError, match="does not exist in BIG5"):
        catalog.save(path)


@pytest.mark.parametrize(
    ("folder", "least"), [("po/[a-f]*", 25), ("po/g*", 10), ("po/[h-z]*", 50), ("po_edge", 140)]
)
def test_real_catalogues(shared: Path, folder: str, least: int) -> None:
    """Each catalogue that can be read is written as it was; one entry changed, the rest is the same."""
    count = 0
    for path in sorted((shared / "data").glob(f"{folder}/**/*.po*")):
        try:
            catalog = Catalog.load(path)
        except InputError:
            continue
        count += 1
        assert catalog.data() == path.read_bytes(), path
        texts = [item for item in catalog.items if not item.message.is_header]
        if not texts:
            continue
        item = texts[len(texts) // 2]
        before = catalog.render()
        at = before.index(item.raw) if before.count(item.raw) == 1 else None
        item.message = replace(item.message, msgstr=tuple("x" for _ in item.message.msgstr))
        after = catalog.render()
        if at is not None:
            rest = len(before) - at - len(item.raw)
            assert after[:at] == before[:at], path
            assert after[len(after) - rest :] == before[len(before) - rest :], path
    assert count >= least


@pytest.mark.skipif(not shutil.which("msgcat"), reason="needs msgcat (Debian: gettext)")
@pytest.mark.parametrize("project", ["gnome-shell", "nautilus", "sphinx"])
def test_wrapped_as_gettext_does(shared: Path, project: str) -> None:
    """An entry written anew is what msgcat writes."""
    for path in sorted((shared / "data" / "po" / project).rglob("*.po")):
        done = subprocess.run(["msgcat", path], capture_output=True, check=True)
        for item in Catalog.parse(done.stdout.decode(), path.name).items:
            assert render(item.message) == item.raw
