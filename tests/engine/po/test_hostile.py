"""Catalogues that nobody should trust: a clear error, nothing lost, nothing written elsewhere."""

from pathlib import Path

import pytest

from termkit.engine.po.places import find_targets, referenced_files
from termkit.errors import InputError, TermkitError
from termkit.po.file import Catalog
from tests.engine.po.project import Project

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=%s\\n"\n\n'
UTF8 = (HEADER % "UTF-8").encode()

FAULTS = {
    "truncated": (UTF8 + b'#: a.md:1\nmsgid "a"\nmsgstr "b', ":6: string without a closing quote"),
    "truncated entry": (UTF8 + b'msgid "a"\n', ":4: entry without a msgstr"),
    "twice": (
        UTF8 + b'msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr "x"\n',
        ":7: has the same original as the entry in line 4",
    ),
    "wrong charset": (
        (HEADER % "BIG5").encode() + b'msgid "a"\nmsgstr "\xff\xff"\n',
        ":5: byte 0xff is not BIG5",
    ),
    "unknown charset": ((HEADER % "X-NONE").encode(), ":2: charset X-NONE is not one"),
    "not UTF-8": (UTF8 + b'msgid "a"\nmsgstr "\xb3\xf8"\n', ":5: not UTF-8"),
    "NUL": (UTF8 + b'msgid "a\0"\nmsgstr ""\n', ":4: holds a NUL byte"),
    "merge conflict": (UTF8 + b'<<<<<<< ours\nmsgid "a"\nmsgstr ""\n', ":4: is not PO syntax"),
}


@pytest.mark.parametrize(("data", "fault"), FAULTS.values(), ids=FAULTS)
def test_broken_catalogue(project: Project, data: bytes, fault: str) -> None:
    """A catalogue that cannot be read is told with its line, and nothing at all is written."""
    Path("a.md").write_text("文字\n", encoding="utf-8")
    project.path.parent.mkdir(parents=True)
    project.path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        project.export("a.md")
    assert f"{project.path.as_posix()}{fault}" in str(caught.value)
    assert project.path.read_bytes() == data
    assert [path for path in Path().rglob("*") if path.is_file()] == [Path("a.md"), project.path]


def test_endless_text(project: Project) -> None:
    """A very long text is exported like any other; nothing of it is looked at more than a few times."""
    text = "文字a " * 50_000
    Path("a.md").write_text(text.strip() + "\n", encoding="utf-8")
    project.export("a.md")
    (message,) = project.catalog.messages
    assert message.msgid == text.strip()
    before = project.path.read_bytes()
    assert project.catalog.data() == before


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret.md", "a/../../secret.md", "link.md"])
def test_places_outside(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that refers to a file outside of the working directory is refused."""
    monkeypatch.chdir(tmp_path)
    outside = tmp_path.parent / "secret.md"
    outside.write_text("秘密\n", encoding="utf-8")
    Path("link.md").symlink_to(outside)
    source = (UTF8 + f'#: {name}:1\nmsgid "a"\nmsgstr "b"\n'.encode()).decode()
    with pytest.raises(InputError) as caught:
        referenced_files([Catalog.parse(source, "x.po")])
    expected = f"x.po:5: refers to {name}, outside of this directory; name the articles"
    assert str(caught.value) == expected


def test_nothing_outside_of_the_output(project: Project) -> None:
    """Whatever a text or its translation says, articles go below the output."""
    Path("zh-TW").mkdir()
    Path("zh-TW/a.md").write_text("---\nslug: ../../x\n---\n\n文字\n", encoding="utf-8")
    project.export("zh-TW/a.md")
    project.translate(lambda _: "../../../../etc/passwd")
    (done,) = project.apply()
    assert done.place == Path("out/zh-CN/a.md")


def test_no_catalogue(tmp_path: Path) -> None:
    """Where there is no catalogue, what to do is told."""
    with pytest.raises(TermkitError, match="make one with: termkit po export"):
        find_targets(tmp_path, "articles")
