"""Importing into the term base: what is filled, kept and told, and what stays byte for byte."""

import json
from pathlib import Path

import pytest

from termkit.engine.editing.importing import ImportReport, Wanted, import_files
from termkit.engine.editing.matching_rows import Match
from termkit.engine.editing.taking_over import Outcome, Policy, take_over
from termkit.errors import InputError
from termkit.termbase.columns import Column, parse_column
from termkit.termbase.store import TermBase

BASE = (
    "\ufeffid,en,zh-TW,zh-HK,owner,note\r\n"
    "# the harbour,,,,,\r\n"
    'pier,"pier",碼頭 |渡頭,,Lin,"a, b"\r\n'
    "quay,quay,岸壁,,,\r\n"
    "\r\n"
    "buoy,buoy,浮標,,,\r\n"
)


def run(folder: Path, rows: list[dict[str, object]], **options: object) -> ImportReport:
    """Import rows, as JSON, into the base of the test."""
    into = folder / "sea.csv"
    if not into.exists():
        into.write_bytes(BASE.encode())
    file = folder / "new.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    taken = options.pop("taken", ())
    return import_files(Wanted([file], **options), into, taken)  # type: ignore[arg-type]


def told(report: ImportReport) -> list[str]:
    """Return the changes, each on one line."""
    return [f"{c.concept} {c.column} {c.outcome}: {c.before} > {c.after}" for c in report.changes]


CELLS = [
    ("zh-TW", "甲詞", "", "", "甲詞", Outcome.SAME),
    ("zh-TW", "", "甲詞", "", "甲詞", Outcome.FILLED),
    ("zh-TW", "甲詞 |乙詞", "甲詞 | 乙詞", "", "甲詞 |乙詞", Outcome.SAME),
    ("zh-TW", "甲詞 | 乙詞", "甲詞", "", "甲詞 | 乙詞", Outcome.SAME),
    ("zh-TW", "甲詞", "甲詞 | 乙詞", "", "甲詞 | 乙詞", Outcome.EXTENDED),
    ("zh-TW", "甲詞 | 乙詞", "乙詞", "", "甲詞 | 乙詞", Outcome.KEPT),
    ("zh-TW", "甲詞 | 乙詞", "丙詞", "overwrite", "丙詞", Outcome.REPLACED),
    ("zh-TW", "甲詞 | 乙詞", "丙詞", "overwrite partial", "丙詞 | 乙詞", Outcome.REPLACED),
    ("zh-TW", "甲詞 | 乙詞", "乙詞", "overwrite partial", "乙詞", Outcome.REPLACED),
    ("zh-TW:avoid", "甲詞", "乙詞", "", "甲詞 | 乙詞", Outcome.EXTENDED),
    ("zh-TW:avoid", "甲詞 | 乙詞", "乙詞", "", "甲詞 | 乙詞", Outcome.SAME),
    ("zh-TW:avoid", "甲詞", "乙詞", "overwrite", "乙詞", Outcome.REPLACED),
    ("en", "Pier", "pier", "", "Pier", Outcome.SAME),
    ("zh-TW", "GitHub", "Github", "", "GitHub", Outcome.KEPT),
    ("flags", "dnt", "ignore-case", "", "dnt ignore-case", Outcome.EXTENDED),
    ("note", "a", "b", "", "a", Outcome.KEPT),
    ("note", "a", "b", "overwrite", "b", Outcome.REPLACED),
    ("note", "a\r\nb", "a\nb", "", "a\r\nb", Outcome.SAME),
]


@pytest.mark.parametrize(("name", "old", "new", "how", "value", "outcome"), CELLS)
def test_cell(name: str, old: str, new: str, how: str, value: str, outcome: Outcome) -> None:
    """What becomes of one cell: nothing is taken away unless the file shall win."""
    column = parse_column(name)
    assert isinstance(column, Column)
    policy = Policy("overwrite" in how, "partial" not in how)
    assert take_over(column, old, new, policy) == (value, outcome)


def test_rows_that_say_nothing_new_leave_every_byte(tmp_path: Path) -> None:
    """A file that holds what is there already changes no byte, spacing and BOM included."""
    report = run(
        tmp_path, [{"id": "pier", "en": "pier", "zh-TW": ["碼頭", "渡頭"], "note": "a, b"}]
    )
    assert (report.same, report.changes, report.added) == (1, [], [])
    assert (tmp_path / "sea.csv").read_bytes() == BASE.encode()


def test_merging(tmp_path: Path) -> None:
    """Rows are found by id or by term; cells are filled and extended, what differs is kept."""
    report = run(
        tmp_path,
        [
            {"id": "pier", "zh-TW": "碼頭", "zh-HK": "碼頭", "note": "c"},
            {"en": "Quay", "zh-TW": ["岸壁", "碼頭岸"], "zh-CN": "岸壁"},
            {"en": "mole", "zh-TW": "防波堤"},
        ],
    )
    assert report.added == ["mole"]
    assert told(report) == [
        "pier note kept: a, b > c",
        "pier zh-HK filled:  > 碼頭",
        "quay zh-TW extended: 岸壁 > 岸壁 | 碼頭岸",
        "quay zh-CN filled:  > 岸壁",
    ]
    assert (tmp_path / "sea.csv").read_bytes().decode() == (
        "\ufeffid,en,zh-TW,zh-HK,zh-CN,owner,note\r\n"
        "# the harbour,,,,,\r\n"
        'pier,"pier",碼頭 |渡頭,碼頭,,Lin,"a, b"\r\n'
        "quay,quay,岸壁 | 碼頭岸,,岸壁,,\r\n"
        "\r\n"
        "buoy,buoy,浮標,,,,\r\n"
        "mole,mole,防波堤,,,,\r\n"
    )


def test_overwrite(tmp_path: Path) -> None:
    """With overwrite the file wins, and what stood there is told."""
    report = run(tmp_path, [{"id": "pier", "zh-TW": "棧橋", "note": "c"}], overwrite=True)
    assert told(report) == [
        "pier zh-TW replaced: 碼頭 |渡頭 > 棧橋",
        "pier note replaced: a, b > c",
    ]
    assert "棧橋" in (tmp_path / "sea.csv").read_text("utf-8")


def test_second_import_changes_nothing(tmp_path: Path) -> None:
    """Importing a file again finds its own rows."""
    rows: list[dict[str, object]] = [
        {"en": "menu", "zh-TW": "選單", "zh-CN": "菜单"},
        {"en": "menu", "zh-TW": "清單", "zh-CN": "列表"},
        {"zh-TW": "沒有英文"},
    ]
    first = run(tmp_path, rows)
    assert first.added == ["menu", "menu-2", "new-1"]
    before = (tmp_path / "sea.csv").read_bytes()
    second = run(tmp_path, rows)
    assert (second.added, second.changes, second.same) == ([], [], 3)
    assert (tmp_path / "sea.csv").read_bytes() == before


def test_rows_with_own_ids_are_concepts_of_their_own(tmp_path: Path) -> None:
    """Two rows of a file with ids of their own stay two, whatever terms they share."""
    report = run(
        tmp_path, [{"id": "a", "en": "run", "zh-TW": "跑"}, {"id": "b", "en": "run", "zh-TW": "跑"}]
    )
    assert report.added == ["a", "b"]


def test_match(tmp_path: Path) -> None:
    """By id alone a known term makes a new row; by term alone a known id does."""
    assert run(tmp_path, [{"en": "pier", "zh-TW": "碼頭"}], match=Match.ID).added == ["pier-2"]
    rows: list[dict[str, object]] = [{"id": "quay", "en": "jetty", "zh-TW": "棧橋"}]
    assert run(tmp_path, rows, match=Match.TERM).added == ["quay-2"]


def test_several_rows_that_it_may_be(tmp_path: Path) -> None:
    """Where two rows fit equally well, the row is left out, and both are named."""
    into = tmp_path / "sea.csv"
    into.write_text("id,en,zh-TW\na,run,跑\nb,run,執行\n", encoding="utf-8")
    report = run(tmp_path, [{"en": "run", "zh-TW": "運行"}, {"en": "run", "zh-TW": "執行"}])
    assert [str(each).removeprefix(str(tmp_path)) for each in report.left_out] == [
        "/new.json: run: may be a, b; give it the id of one of them; left out"
    ]
    assert (report.added, report.same) == ([], 1)


def test_ids_that_others_have(tmp_path: Path) -> None:
    """A made-up id is never one of another layer, where it would replace that row."""
    report = run(tmp_path, [{"en": "NVIDIA", "zh-TW": "輝達"}], taken={"nvidia", "nvidia-2"})
    assert report.added == ["nvidia-3"]


def test_faulty_cells_are_left_out(tmp_path: Path) -> None:
    """A cell that the loader would refuse is not written; the rest of its row is."""
    report = run(
        tmp_path,
        [
            {"id": "x", "en": "net", "zh-TW": "网络", "zh-CN": "网络", "status": "done"},
            {"id": "y", "zh-TW": "网"},
            {"id": "quay", "zh-TW:avoid": "岸壁"},
            {"id": "buoy", "zh-TW": ["浮標", "浮ｂ標"]},
        ],
    )
    assert [str(each).removeprefix(str(tmp_path)) for each in report.left_out] == [
        "/new.json: zh-TW: “网络” holds the simplified character 网、络; left out",
        "/new.json: status: unknown status 'done'; known: approved, draft, obsolete; left out",
        "/new.json: zh-TW: “网” holds the simplified character 网; left out",
        "/new.json: zh-TW:avoid: “岸壁” is both a good term and an avoided one; keep it in one cell; left out",
        "/new.json: zh-TW: “浮ｂ標” holds the full-width “ｂ”; write it half-width; left out",
        "/new.json: has no term that can be used; left out",
    ]
    assert report.added == ["x"]
    base = TermBase.load(tmp_path / "sea.csv", builtin=False)
    assert base["x"].terms == {"en": ("net",), "zh-CN": ("网络",)}
    assert base["buoy"].terms["zh-TW"] == ("浮標",)


def test_columns_of_others(tmp_path: Path) -> None:
    """A column of nobody's is imported where the file has it, else told."""
    report = run(tmp_path, [{"id": "quay", "owner": "Wu", "room": "3"}])
    assert told(report) == ["quay owner filled:  > Wu"]
    assert [each.text for each in report.unmapped] == [
        f"room: {tmp_path / 'sea.csv'} has no such column; add it there, or name one with --column"
    ]


def test_new_file_and_dry_run(tmp_path: Path) -> None:
    """A file that does not exist is made, with the columns that are used; not in a dry run."""
    source = tmp_path / "a.csv"
    source.write_text("English,note,zh-TW,domain\npier,x,碼頭,sea\n", encoding="utf-8")
    for into, lines in (
        ("sea.csv", "id,en,zh-TW,note\npier,pier,碼頭,x\n"),
        ("b.csv", "id,en,zh-TW,domain,note\npier,pier,碼頭,sea,x\n"),
    ):
        path = tmp_path / into
        assert import_files(Wanted([source]), path, dry_run=True).added == ["pier"]
        assert not path.exists()
        import_files(Wanted([source]), path)
        assert path.read_text("utf-8") == lines


def test_file_that_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    """Where one of several files has a fault, none is imported."""
    good, bad, into = (tmp_path / name for name in ("a.csv", "b.csv", "sea.csv"))
    good.write_text("en,zh-TW\npier,碼頭\n", encoding="utf-8")
    bad.write_text("x\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column holds terms"):
        import_files(Wanted([good, bad]), into)
    assert not into.exists()


def test_ids_that_cannot_stay(tmp_path: Path) -> None:
    """An id of the file is kept if it is one, else made into one; two equal ones get a number."""
    ids = ("a.b_c", "Tide Map", "碼頭")
    rows: list[dict[str, object]] = [{"id": each, "zh-TW": f"{each}詞"} for each in ids]
    assert run(tmp_path, rows).added == ["a.b_c", "tide-map", "new-1"]


def test_real_table_is_imported(shared: Path, tmp_path: Path) -> None:
    """A table of 2,697 rows is imported, and the result loads without a fault."""
    into = tmp_path / "it.csv"
    report = import_files(Wanted([shared / "data" / "terms" / "cgroup_it.csv"]), into)
    assert report.read == 2697
    assert len(TermBase.load(into, builtin=False)) == len(report.added) > 2000
