"""Adding, editing and removing rows: right values go in, wrong ones leave the file as it is."""

from pathlib import Path

import pytest

from termkit.engine.editing.choosing import (
    choose_file,
    claimed_elsewhere,
    find_row,
    like,
    replaced,
    verify_free,
)
from termkit.engine.editing.rows import add_row, columns_of, new_cells, remove_rows, set_cells
from termkit.errors import InputError, TermkitError
from termkit.termbase.assignments import parse_assignments
from termkit.termbase.store import Layer, TermBase

TEXT = (
    '\ufeffid,zh_TW,note,owner\r\n# ours, all of it\r\nmap,"地圖","a, b",web\r\n'
    "BAD,软件,,\r\nfile,檔案,,\r\n"
)


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A file as a spreadsheet saved it, with a fault of its own."""
    path = tmp_path / "team.csv"
    path.write_bytes(TEXT.encode())
    return path


def content(path: Path) -> str:
    """Return a file as it is."""
    return path.read_bytes().decode()


def test_add(team: Path) -> None:
    """A row goes to the end in the file's own style; the rest stays byte for byte."""
    typed = parse_assignments(["Tide Map", "tw=潮線地圖|潮圖", "owner=web"], "en")
    cells = new_cells(typed, own_columns=columns_of(team))
    edited = add_row(team, {**cells, "domain": "team"})
    assert (
        content(team)
        == TEXT.replace("id,zh", "id,en,zh")
        .replace("map,", "map,,")
        .replace("BAD,", "BAD,,")
        .replace("file,", "file,,")
        + "tide-map,Tide Map,潮線地圖 | 潮圖,,web\r\n"
    )
    assert edited.new_columns == ("en",)
    (change,) = edited.changes
    assert (change.id, change.line, len(change.cells)) == ("tide-map", 6, 3)


def test_add_to_a_new_file(tmp_path: Path) -> None:
    """A file that is not there is made, with the columns that a term base has."""
    path = tmp_path / "new" / "people.csv"
    add_row(path, {"id": "a", "zh-TW": "甲", "zh-TW:avoid": "乙", "domain": "people"})
    assert content(path) == "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid\na,,甲,,,乙\n"


SET = {
    "a cell": (("map", "note=x"), TEXT.replace('"a, b"', "x")),
    "a term more": (("map", "zh-TW+=圖"), TEXT.replace('"地圖"', '"地圖 | 圖"')),
    "nothing": (("map", "zh-TW=地圖"), TEXT),
    "an empty new column": (("map", "zh-CN="), TEXT),
    "own column": (("file", "owner=me"), TEXT.replace("檔案,,", "檔案,,me")),
    "another id": (("file", "id=file-2"), TEXT.replace("file,", "file-2,")),
    "two": (("file", "note=n", "zh-TW=文件"), TEXT.replace("檔案,", "文件,n")),
    "a row that had a fault": (("BAD", "note=n"), TEXT.replace("软件,", "软件,n")),
}


@pytest.mark.parametrize(("typed", "expected"), list(SET.values()), ids=list(SET))
def test_set(team: Path, typed: tuple[str, ...], expected: str) -> None:
    """Only the bytes of the cell change."""
    edited = set_cells(team, typed[0], parse_assignments(typed[1:]))
    assert content(team) == expected
    assert bool(edited.changes) == (expected != TEXT)


REFUSED = {
    "script": (("map", "zh-TW=软件"), "3: zh-TW: “软件” holds the simplified character 软"),
    "status": (
        ("map", "status=done"),
        "3: status: unknown status 'done'; known: approved, draft, obsolete",
    ),
    "date": (("map", "since=2025/1/2"), "3: since: '2025/1/2' is not a date"),
    "formula": (("file", "note==A1"), "5: note: “=A1” is a formula for spreadsheets"),
    "no good term": (("map", "zh-HK:avoid=圖"), "3: zh-HK:avoid: there is nothing to use instead"),
    "both": (("map", "zh-TW:avoid=地圖"), "3: zh-TW:avoid: “地圖” is both a good term and an avoi"),
    "twice": (("map", "zh-TW=圖 | 圖"), "3: zh-TW: “圖” stands twice in the cell"),
    "id taken": (("file", "id=map"), "3: id: the id map stands already here; change the row"),
    "id": (("file", "id=The File"), "5: id: 'The File' is not an id; use lower-case letters"),
    "a fault that stays": (("BAD", "zh-TW=软体"), "4: zh-TW: “软体” holds the simplified"),
    "gone": (("none", "note=x"), " id: there is no row none (any more)"),
}


@pytest.mark.parametrize(("typed", "message"), list(REFUSED.values()), ids=list(REFUSED))
def test_refused(team: Path, typed: tuple[str, ...], message: str) -> None:
    """A wrong value is told with its place, and the file stays as it is."""
    with pytest.raises(InputError) as caught:
        set_cells(team, typed[0], parse_assignments(typed[1:]))
    assert str(caught.value.problems[0]).startswith(f"{team}:{message}")
    assert content(team) == TEXT


def test_a_new_row_is_checked(team: Path) -> None:
    """So is a row that is added."""
    with pytest.raises(InputError) as caught:
        add_row(team, {"id": "x", "zh-TW": "软件", "zh-CN": "軟件"})
    assert [f"{p.line} {p.column}" for p in caught.value.problems] == ["6 zh-TW", "6 zh-CN"]
    with pytest.raises(InputError) as caught:
        add_row(team, {"id": "map"})
    assert str(caught.value).startswith(f"{team}:3: id: the id map stands already here")
    assert content(team) == TEXT


def test_remove(team: Path) -> None:
    """Rows go, or none of them if one is not there."""
    with pytest.raises(InputError):
        remove_rows(team, ["map", "none"])
    assert content(team) == TEXT
    edited = remove_rows(team, ["map", "file"])
    assert [(change.what, change.id, change.line) for change in edited.changes] == [
        ("removed", "map", 3),
        ("removed", "file", 5),
    ]
    assert content(team) == "\ufeffid,zh_TW,note,owner\r\n# ours, all of it\r\nBAD,软件,,\r\n"


def test_nothing_is_written_for_show(team: Path) -> None:
    """Without writing everything is checked and told all the same."""
    assert set_cells(team, "map", parse_assignments(["note=x"]), write=False).changes
    assert remove_rows(team, ["map"], write=False).changes
    assert add_row(team, {"id": "x", "en": "x"}, write=False).changes
    assert content(team) == TEXT


def test_an_edit_that_a_spreadsheet_might_have_made(tmp_path: Path) -> None:
    """Who types 7 for 007 means it."""
    path = tmp_path / "a.csv"
    path.write_text("id,note\na,007\n", encoding="utf-8")
    assert set_cells(path, "a", parse_assignments(["note=7"])).changes
    assert content(path) == "id,note\na,7\n"


def test_rows_that_do_not_fit(tmp_path: Path) -> None:
    """A file in which cells cannot be told is not written to."""
    path = tmp_path / "a.csv"
    path.write_text("id,note\na,x,y\nb,\n", encoding="utf-8")
    with pytest.raises(InputError, match="a has 3 cells, the header has 2"):
        set_cells(path, "b", parse_assignments(["note=x"]))


@pytest.fixture
def folder(tmp_path: Path) -> list[Layer]:
    """A glossary of three files."""
    for name, text in {
        "ai": "id,en,domain\nmodel,model,\n",
        "news": "id,en,domain\nvote,vote | poll,politics\n",
        "web": "id,en,domain\nlink,link,\n",
    }.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return [Layer(tmp_path)]


def test_choose(folder: list[Layer]) -> None:
    """The file of a domain is the one of its name, or the one with such rows."""
    path = folder[0].path
    assert choose_file(folder, "ai") == path / "ai.csv"
    assert choose_file(folder, "politics") == path / "news.csv"
    assert choose_file([Layer(path / "ai.csv")], "") == path / "ai.csv"
    with pytest.raises(TermkitError, match=r"no\.csv: no such file; check the path, or begin it"):
        choose_file([Layer(path / "no.csv")], "")
    with pytest.raises(TermkitError, match="which file\\? add --file FILE or domain=DOMAIN"):
        choose_file(folder, "")
    with pytest.raises(
        TermkitError, match=f"no file has rows of sport; add --file {path}/sport.csv"
    ):
        choose_file(folder, "sport")
    (path / "ai.csv").write_text("id,domain\na,politics\n", encoding="utf-8")
    with pytest.raises(TermkitError, match="several files have rows of politics; add --file FILE"):
        choose_file(folder, "politics")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("votes", "there is no row votes; did you mean vote?"),
        ("Poll", "there is no row Poll; did you mean vote?"),
        ("zebra", "there is no row zebra; look for it with glossary find"),
        ("nvidia", "nvidia is a row of the built-in base; take it over into yours with"),
    ],
)
def test_find(folder: list[Layer], typed: str, message: str, builtin: TermBase) -> None:
    """A row is found by its id; what comes near is told."""
    files = sorted(folder[0].path.glob("*.csv"))
    assert find_row(files, "vote", lambda: builtin).name == "news.csv"
    with pytest.raises(TermkitError) as caught:
        find_row(files, typed, lambda: builtin)
    assert str(caught.value).startswith(message)


def test_a_row_of_another_file(folder: list[Layer]) -> None:
    """Who names the wrong file is told the right one."""
    news = folder[0].path / "news.csv"
    base = TermBase.open(news, builtin=False)
    with pytest.raises(TermkitError) as caught:
        find_row([folder[0].path / "ai.csv"], "vote", lambda: base)
    assert str(caught.value) == f"vote stands in {news}:2; edit it there"


def test_ids_are_unique_in_a_layer(folder: list[Layer], tmp_path: Path) -> None:
    """An id that another file of the folder has is refused; other layers may have it."""
    path = folder[0].path
    with pytest.raises(InputError) as caught:
        verify_free(folder, path / "new.csv", "vote")
    assert str(caught.value).startswith(f"{path}/news.csv:2: id: the id vote stands already here")
    verify_free(folder, path / "news.csv", "vote")
    verify_free(folder, path / "new.csv", "votes")
    verify_free(folder, tmp_path / "other" / "new.csv", "vote")


def test_like_a_builtin_row(builtin: TermBase) -> None:
    """A row may begin as a copy of another; that it replaces one is told, with what it lacks."""
    cells = new_cells(parse_assignments(["zh-HK=英偉達"]), start=like(builtin, "nvidia"))
    assert cells["id"] == "nvidia"
    assert cells["zh-HK"] == "英偉達"
    assert cells["zh-TW"] == builtin["nvidia"].preferred("zh-TW") + " | NVIDIA"
    lacking = replaced(builtin, "nvidia", {"en": "x", "zh-TW": "x"}).partition("yours has no")[2]
    assert {"zh-HK", "zh-CN", "flags"} < set(lacking.replace(",", "").split())
    assert replaced(builtin, "no-such-row", {}) == ""
    with pytest.raises(TermkitError, match="no row has the id nvidai; did you mean nvidia"):
        like(builtin, "nvidai")


def test_terms_of_others(builtin: TermBase) -> None:
    """A term that another concept has in the locale is told."""
    notes = claimed_elsewhere(builtin, {"id": "mine", "zh-TW": "新詞 | 輝達"})
    assert [note.partition(" (")[0] for note in notes] == [
        "zh-TW: “輝達” is a term of nvidia as well"
    ]


def test_own_columns(team: Path) -> None:
    """Columns of the file's own can be filled in a new row, others cannot."""
    typed = parse_assignments(["x", "owner=me"], "en")
    assert new_cells(typed, own_columns=columns_of(team))["owner"] == "me"
    with pytest.raises(TermkitError, match="there is no column owner"):
        new_cells(typed, own_columns=columns_of(team.with_name("other.csv")))
    with pytest.raises(TermkitError, match="the row needs an id"):
        new_cells(parse_assignments(["tw=甲"], "en"))
