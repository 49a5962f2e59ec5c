"""Where converted files go, and what is refused because two files would be one."""

from pathlib import Path
from typing import Any

import pytest

from termkit.engine.collect import Named, find_files, find_others, load_document
from termkit.engine.converting import Converters
from termkit.engine.placing import Placing, find_collisions, is_folder, sort_out, would_be
from termkit.engine.walk import Exclusion
from termkit.errors import InputError
from termkit.locales import Locale, get_locale
from termkit.termbase.store import TermBase

TW, CN = get_locale("zh-TW"), get_locale("zh-CN")
OUT = Path("out")

PLACES = [
    # path, root, placing, expected
    ("site/zh-tw/a.zh-tw.md", "site", Placing(CN, OUT, True), "out/zh-cn/a.zh-cn.md"),
    ("site/zh-tw/a.md", "site/zh-tw", Placing(CN, OUT, True), "out/a.md"),
    ("site/zh-tw/a.md", "site", Placing(CN, OUT, True, True), "out/zh-tw/a.md"),
    ("zh-tw/a.zh-tw.md", None, Placing(CN, OUT, True), "out/a.zh-cn.md"),
    ("a.zh-tw.md", None, Placing(CN, OUT), "out"),
    ("a.zh-tw.md", None, Placing(CN), "a.zh-tw.md"),
    ("site/zh-hk/a.md", "site", Placing(CN, OUT, True), "out/zh-hk/a.md"),
]


@pytest.mark.parametrize(
    ("path", "root", "placing", "expected"),
    PLACES,
    ids=[
        "tree",
        "root is the locale",
        "--keep-names",
        "one to a folder",
        "file",
        "in place",
        "another locale",
    ],
)
def test_place(path: str, root: str | None, placing: Placing, expected: str) -> None:
    """A file keeps its place in its tree; names of its locale below the root are mapped."""
    file = Named(Path(path), Path(root) if root else None)
    assert placing.place(file, TW) == Path(expected)


def test_place_of_a_copy() -> None:
    """What is not converted goes where its name says that it belongs."""
    placing = Placing(CN, OUT, True)
    file = Named(Path("site/zh-tw/img/a.png"), Path("site"))
    assert placing.place_copy(file) == Path("out/zh-cn/img/a.png")
    assert placing.place_copy(Named(Path("site/en/a.png"), Path("site"))) == Path("out/en/a.png")


COLLISIONS = {
    "two folders": (
        {"x/a.md": TW, "y/a.md": TW},
        {
            "x/a.md": "out/a.md would be written from y/a.md too; convert one of them",
            "y/a.md": "out/a.md would be written from x/a.md too; convert one of them",
        },
    ),
    "source and target side by side": (
        {"s/zh-tw/a.md": TW, "s/zh-cn/a.md": CN, "s/zh-tw/b.md": TW},
        {
            "s/zh-tw/a.md": "out/zh-cn/a.md would be written from s/zh-cn/a.md too; convert one of them",
            "s/zh-cn/a.md": "out/zh-cn/a.md would be written from s/zh-tw/a.md too; convert one of them",
        },
    ),
    "names of another locale": ({"s/zh-hk/a.md": TW, "s/zh-cn/a.md": CN}, {}),
    "two spellings": ({"s/a.zh-tw.md": TW, "s/a.zh-TW.md": TW}, {}),
    "a script and a region": ({"s/zh-Hant/a.md": TW, "s/zh-TW/a.md": TW}, {}),
    "over another input": (
        {"x/sub/a.md": TW, "out/sub/a.md": TW, "out/b.md": TW},
        {
            "x/sub/a.md": "out/sub/a.md would be written from out/sub/a.md too; convert one of them",
            "out/sub/a.md": "out/sub/a.md would be written from x/sub/a.md too; convert one of them",
        },
    ),
    "over one that moves": (
        {"out/zh-tw/a.md": TW, "out/zh-tw/zh-tw/a.md": TW},
        {},
    ),
}


@pytest.mark.parametrize(("files", "expected"), list(COLLISIONS.values()), ids=list(COLLISIONS))
def test_collisions(files: dict[str, Locale], expected: dict[str, str]) -> None:
    """Files that would be one output are refused, all of them, and others are not."""
    named = [Named(Path(path), Path(path.partition("/")[0])) for path in files]
    found = find_collisions(
        Placing(CN, OUT, True), named, (), lambda file: files[file.path.as_posix()]
    )
    assert {file.name: problem.message for file, problem in found.items()} == expected


def test_overwriting_an_input() -> None:
    """A file is not written over one that is read in the run and goes elsewhere."""
    one, other = Named(Path("out/a.md")), Named(Path("out/x/a.md"), Path("out"))
    placing = Placing(CN, Path("out/x"), True)
    found = find_collisions(placing, [one, other], (), lambda _: TW)
    message = "would overwrite out/x/a.md, which is read in this run; choose another folder"
    assert {file: problem.message for file, problem in found.items()} == {one: message}


def test_only_open_questions_are_read() -> None:
    """Files whose places cannot meet are not read for their locale."""
    asked: list[str] = []

    def decide(file: Named) -> Locale:
        asked.append(file.name)
        return TW if "tw" in file.name else CN

    names = ("s/a.zh-tw.md", "s/a.zh-cn.md", "s/b.zh-tw.md", "s/c.md")
    find_collisions(
        Placing(CN, OUT, True), [Named(Path(name), Path("s")) for name in names], (), decide
    )
    assert asked == ["s/a.zh-tw.md"]


def test_in_place_nothing_collides() -> None:
    """Files that replace themselves are in nobody's way."""
    files = [Named(Path("a.zh-tw.md")), Named(Path("a.zh-cn.md"))]
    assert find_collisions(Placing(CN), files, (), lambda _: None) == {}


def test_sort_out(tmp_path: Path) -> None:
    """Locales are read from the files themselves; copies take part; what is left is in order."""
    site = tmp_path / "site"
    for name, text in {
        "zh-tw/a.md": "軟體",
        "zh-cn/a.md": "---\nlang: zh-CN\n---\n软件",
        "zh-tw/b.md": "---\nlang: zh-HK\n---\n軟件",
        "zh-cn/b.md": "软件",
        "zh-tw/c.png": "",
        "zh-cn/c.png": "",
        "zh-tw/d.png": "",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    files, _ = find_files([str(site)])
    others = find_others([str(site)], files)
    converters = Converters("zh-CN", TermBase.open(builtin=False))
    placing = Placing(converters.target, tmp_path / "out", True)
    kept, copied, problems = sort_out(placing, files, others, converters, load_document)
    assert [file.path.relative_to(site).as_posix() for file in kept] == ["zh-cn/b.md", "zh-tw/b.md"]
    assert [file.path.relative_to(site).as_posix() for file in copied] == ["zh-tw/d.png"]
    assert len(problems) == 4


def test_would_be(tmp_path: Path) -> None:
    """Writing creates a file, changes it, or does nothing."""
    path = tmp_path / "a.md"
    assert would_be(path, b"x") == "created"
    path.write_bytes(b"x")
    assert (would_be(path, b"x"), would_be(path, b"y")) == ("", "changed")


def test_a_source_in_a_tree_is_not_replaced(tmp_path: Path) -> None:
    """-o over the sources themselves replaces none of them; an equal file is no harm."""
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    placing = Placing(CN, tmp_path, True)
    placing.verify(Named(path, tmp_path), path, b"x")
    with pytest.raises(InputError) as caught:
        placing.verify(Named(path, tmp_path), path, b"y")
    assert str(caught.value) == (
        f"{path}: would be replaced by its conversion; ask for that with --in-place"
    )
    Placing(CN, path).verify(Named(path), path, b"y")


@pytest.mark.parametrize(
    ("output", "paths", "count", "expected"),
    [
        (None, ["a.md"], 2, False),
        ("out", ["a.md"], 1, False),
        ("out", ["a.md", "b.md"], 2, True),
        (".", ["a.md"], 1, True),
        ("out", ["."], 1, True),
    ],
    ids=["none", "one file", "two files", "folder", "from a folder"],
)
def test_is_folder(
    output: str | None,
    paths: list[str],
    count: int,
    expected: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """-o is a directory where it is one, or where several files or a tree go there."""
    monkeypatch.chdir(tmp_path)
    files = [Named(Path(str(number))) for number in range(count)]
    assert is_folder(Path(output) if output else None, paths, files) is expected


TREE = (
    *("a.md", "a.json", "zh-tw.json", "i18n/zh_TW/b.yaml", "i18n/en/b.yaml", "a.png", "t.csv"),
    *(".git/a.md", "node_modules/a.md", "out/a.md", "out/zh-tw.json"),
)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, {"a.md", "out/a.md"}),
        (
            {"localised": True},
            {"a.md", "out/a.md", "out/zh-tw.json", "zh-tw.json", "i18n/zh_TW/b.yaml"},
        ),
        (
            {"every_format": True},
            {name for name in TREE if "." not in name[:1]} - {"a.png", "node_modules/a.md"},
        ),
    ],
    ids=["prose", "messages of a Chinese locale", "all formats"],
)
def test_what_is_taken(tmp_path: Path, options: dict[str, Any], expected: set[str]) -> None:
    """Messages and tables are taken where their path names a Chinese locale, or when asked for."""
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def names(files: list[Named]) -> set[str]:
        return {file.path.relative_to(tmp_path).as_posix() for file in files}

    files, problems = find_files([str(tmp_path)], **options)
    assert (names(files), problems) == (expected, [])
    exclusion = Exclusion(output=tmp_path / "out")
    files, _ = find_files([str(tmp_path)], exclusion, **options)
    assert names(files) == {name for name in expected if not name.startswith("out/")}
    others = find_others([str(tmp_path)], files, exclusion)
    assert names(others) | names(files) == {
        name for name in TREE if not name.startswith((".", "node_modules", "out/"))
    }
    assert not names(others) & names(files)
