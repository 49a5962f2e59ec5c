"""Reviews: what is asked, what a spreadsheet makes of it, and what decisions do."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.engine.learn import Lesson, find_lessons, learn
from termkit.engine.origins import Origins
from termkit.engine.review import apply_review, foreign_rows, review_rows
from termkit.engine.review_file import ReviewRow, dump_review, load_review
from termkit.errors import InputError
from termkit.model.change import replay
from termkit.spreadsheet import guard, unguard
from termkit.termbase.store import TermBase
from tests.engine.conftest import converted

TEXT = "程序不明。`程序`\n\n质量好，面里。\n"


def rows_of(text: str, base: TermBase, target: str = "zh-TW") -> list[ReviewRow]:
    """Return the review of a text."""
    return review_rows(converted(text, base, target=target), Origins(base, target), target)


def decided(rows: list[ReviewRow], *decisions: str) -> list[ReviewRow]:
    """Return rows as a spreadsheet gives them back, with decisions filled in."""
    filled = [replace(row, decision=word) for row, word in zip(rows, decisions, strict=True)]
    return load_review(dump_review(filled), "review.csv")


def test_rows(team: TermBase) -> None:
    """Uncertain changes and kept ambiguous words are asked for, with what else is possible."""
    rows = rows_of(TEXT, team)
    told = [(r.line, r.column, r.sentence, r.before, r.after, r.alternatives) for r in rows]
    assert told == [
        (1, 1, "程序不明", "程序", "程序", "程式"),
        (3, 1, "质量好，面里", "质量", "質量", "品質"),
        (3, 6, "质量好，面里", "里", "裡", "里 | 哩"),
    ]
    assert {(row.path, row.decision) for row in rows} == {("a.md", "")}
    assert rows[0].origin.startswith("procedure (")
    assert "; program (" in rows[0].origin


def test_certain_text_asks_nothing(team: TermBase) -> None:
    """Where clue words decide there is nothing to review."""
    assert rows_of("软件的程序，产品的质量，乙厂。", team) == []


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (("", "", ""), "程序不明。`程序`\n\n質量好，面裡。\n"),
        (("程式", "", "里"), "程式不明。`程序`\n\n質量好，面里。\n"),
        (("程序", "品質", "裡"), "程序不明。`程序`\n\n品質好，面裡。\n"),
        (("程序", "质量", ""), "程序不明。`程序`\n\n质量好，面裡。\n"),
    ],
    ids=["nothing", "some", "all", "the source's own word"],
)
def test_decisions(team: TermBase, decisions: tuple[str, ...], expected: str) -> None:
    """Decisions stand in the output, nothing else moves, and the trace replays to it."""
    file = converted(TEXT, team)
    reviewed = apply_review(file, decided(rows_of(TEXT, team), *decisions), "review.csv")
    assert (reviewed.file.text, reviewed.problems) == (expected, ())
    assert replay(TEXT, reviewed.file.trace) == expected
    assert len(reviewed.applied) == sum(map(bool, decisions))


def test_decided_places_are_not_asked_again(team: TermBase) -> None:
    """A second review holds only what is still open."""
    rows = decided(rows_of(TEXT, team), "程式", "", "里")
    file = apply_review(converted(TEXT, team), rows, "review.csv").file
    assert [r.before for r in review_rows(file, Origins(team, "zh-TW"), "zh-TW")] == ["质量"]


def row(line: int, column: int, before: str, decision: str, number: int = 2) -> ReviewRow:
    """Return a row of a review of a.md."""
    return ReviewRow("a.md", line, column, "", before, "", "", "", decision, number)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row(1, 2, "程序", "甲")], "“程序” stands no longer at a.md:1:2; write the review again"),
        ([row(9, 1, "程序", "甲")], "“程序” stands no longer at a.md:9:1; write the review again"),
        ([row(1, 7, "程序", "甲")], "“程序” stands no longer at a.md:1:7; write the review again"),
        ([row(1, 1, "", "甲")], "“” stands no longer at a.md:1:1; write the review again"),
        ([row(3, 1, "质", "甲")], "a.md:3:1 is inside “质量” now; write the review again"),
        (
            [row(3, 1, "质量", "甲"), row(3, 1, "质量", "乙", 3)],
            "a.md:3:1 is decided otherwise in line 2",
        ),
        (
            [row(3, 1, "质量", "甲"), row(3, 2, "量好", "乙", 3)],
            "a.md:3:2 overlaps the place of line 2",
        ),
    ],
    ids=["moved", "no such line", "code", "no word", "part", "two decisions", "overlap"],
)
def test_stale_rows(team: TermBase, rows: list[ReviewRow], message: str) -> None:
    """A row that no longer matches is reported with its line, and the rest is applied."""
    reviewed = apply_review(converted(TEXT, team), rows, "review.csv")
    (problem,) = reviewed.problems
    assert (problem.path, problem.line, problem.message) == ("review.csv", rows[-1].number, message)
    assert len(reviewed.applied) == len(rows) - 1


def test_rows_of_other_files(team: TermBase) -> None:
    """Decisions for a file that was not converted are reported, once a file; ./a.md is a.md."""
    rows = [replace(row(1, 1, "程序", "甲"), path=path) for path in ("./a.md", "b.md", "b.md")]
    problems = foreign_rows(rows, ["a.md"], "review.csv")
    assert [str(problem) for problem in problems] == [
        "review.csv:2: path: b.md is not among the files that were converted"
    ]
    assert apply_review(converted(TEXT, team), rows[:1], "review.csv").file.text.startswith("甲")


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+a", "-a", "@a", "\ta", "\ra", "'=a", "''@a"],
    ids=["equals", "plus", "minus", "at", "tab", "CR", "quoted", "twice quoted"],
)
def test_formulas_are_disarmed(cell: str) -> None:
    """No cell begins as a formula does, and reading gives back what was written."""
    assert guard(cell)[0] == "'"
    assert unguard(guard(cell)) == cell


@given(st.lists(st.text(alphabet="'=+-@\t\r\n,;\"字a ", max_size=8), min_size=6, max_size=6))
def test_any_cells_round_trip(cells: list[str]) -> None:
    """Whatever stands in a row, the file gives it back."""
    path, sentence, before, after, alternatives, origin = cells
    written = ReviewRow(path, 1, 2, sentence, before, after, alternatives, origin, "甲", 2)
    data = dump_review([written])
    assert load_review(data, "r.csv") == [written]
    (_, line) = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)


def test_excel_opens_it(team: TermBase) -> None:
    """The file begins with a byte order mark and has the promised columns."""
    data = dump_review(rows_of(TEXT, team))
    assert data.startswith(
        b"\xef\xbb\xbfpath,line,column,sentence,before,after,alternatives,origin,"
    )
    assert data.split(b"\r\n")[0].endswith(b",decision")


@pytest.mark.parametrize("delimiter", [";", "\t"], ids=["semicolon", "tab"])
def test_spreadsheets_of_other_countries(team: TermBase, delimiter: str) -> None:
    """A file that was saved with semicolons or tabs is read as well."""
    rows = decided(rows_of(TEXT, team), "甲", "", "")
    text = dump_review(rows).decode("utf-8-sig")
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(csv.reader(io.StringIO(text, newline="")))
    assert load_review(out.getvalue().encode(), "r.csv") == rows


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", "r.csv:1: is no review file: the column path is missing"),
        ("", "r.csv:1: is no review file: the column path is missing"),
        ("path,line,column,before,decision\na,x,1,b,c\n", "r.csv:2: line: 'x' is not a number"),
        ("path,line,column,before,decision\n\na,1,0,b,c\n", "r.csv:3: column: '0' is not a number"),
        ('path,line,column,before,decision\na,1,1,b,"c\nd"\n', "r.csv:2: decision: holds a line"),
    ],
    ids=["columns", "empty", "line", "column", "line break"],
)
def test_bad_review_files(text: str, message: str) -> None:
    """What is wrong in a review file is told with its place."""
    with pytest.raises(InputError) as caught:
        load_review(text.encode(), "r.csv")
    assert str(caught.value).startswith(message)


def lessons_of(rows: list[ReviewRow]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what rows teach, when every decided one of them was applied."""
    applied = [("zh-CN", one) for one in rows if one.decision]
    lessons, left_out = find_lessons(applied, rows, "zh-TW")
    return [(one.word, one.value) for one in lessons], left_out


def test_lessons() -> None:
    """Only words that are decided the same way everywhere teach something."""
    assert lessons_of([row(1, 1, "程序", "甲"), row(2, 1, "程序", "甲")]) == ([("程序", "甲")], [])
    assert lessons_of([row(1, 1, "程序", "甲"), row(2, 1, "程序", "乙")])[1] == [
        "程序: it was decided in several ways"
    ]
    assert lessons_of([row(1, 1, "程序", "甲"), row(2, 1, "程序", "")])[1] == [
        "程序: some of its rows are open"
    ]
    assert lessons_of([row(1, 1, "里", "裡")])[1] == [
        "里: a row for a single character would hold in every word"
    ]


LESSONS = [Lesson("zh-CN", "zh-TW", "程序", "程式"), Lesson("zh-CN", "zh-TW", "质量", "品質")]
TEAMS = [
    (b"id,zh-TW,zh-CN\nreview-1,a,b\n", b"review-2,\xe7", b"\n"),
    (
        b'\xef\xbb\xbfid,zh-CN,note,zh_TW\r\n# x\r\nb,\xe7\x94\xb2,"n,\r\n1",\xe4\xb9\x99',
        b"\r\nreview-1,",
        b"\r\n",
    ),
]


@pytest.mark.parametrize(("before", "starts", "ends"), TEAMS, ids=["plain", "BOM, CRLF, no end"])
def test_learning_keeps_the_file(tmp_path: Path, before: bytes, starts: bytes, ends: bytes) -> None:
    """Rows are added at the end; every byte that was there stays; a second time adds nothing."""
    path = tmp_path / "team.csv"
    path.write_bytes(before)
    learned = learn(path, LESSONS, TermBase([]))
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].startswith(starts)
    assert after.endswith(ends)
    base = TermBase.load(path, builtin=False)
    assert [(c.terms["zh-CN"], c.terms["zh-TW"]) for c in base][-2:] == [
        (("程序",), ("程式",)),
        (("质量",), ("品質",)),
    ]
    assert learned.written == tuple(LESSONS)
    assert learn(path, LESSONS, TermBase([])).written == ()
    assert path.read_bytes() == after


def test_learning_makes_the_file_and_holds(tmp_path: Path, team: TermBase) -> None:
    """A new file is made, its ids are free, and the next conversion needs no review."""
    path = tmp_path / "learned.csv"
    learn(path, LESSONS, team)
    text = path.read_text("utf-8")
    assert text == "id,zh-TW,zh-CN\nreview-1,程式,程序\nreview-2,品質,质量\n"
    both = TermBase.load(tmp_path / "team.csv", path, builtin=False)
    assert converted(TEXT, both).text == "程式不明。`程序`\n\n品質好，面裡。\n"
    assert [row.before for row in rows_of(TEXT, both)] == ["里"]
    more = tmp_path / "more.csv"
    learn(more, LESSONS, both)
    assert [concept.id for concept in TermBase.load(more, builtin=False)] == [
        "review-3",
        "review-4",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,zh-TW\na,甲\n", "add this column"),
        ('id,zh-TW,zh-CN\na,甲,"乙\n', "not valid CSV"),
    ],
    ids=["no column", "open quote"],
)
def test_learning_refuses(tmp_path: Path, content: str, message: str) -> None:
    """A file that can't take the rows is left as it was."""
    path = tmp_path / "team.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        learn(path, LESSONS, TermBase([]))
    assert path.read_text("utf-8") == content


def test_learning_contradicts_no_row(tmp_path: Path) -> None:
    """A word that has a row already is left to the team."""
    path = tmp_path / "team.csv"
    path.write_text("id,zh-TW,zh-CN\nown,甲,程序\n", encoding="utf-8")
    learned = learn(path, LESSONS, TermBase([]))
    assert [lesson.word for lesson in learned.written] == ["质量"]
    assert learned.left_out == (f"程序: the row own at {path}:2 says otherwise",)
