"""Two random histories of one term base file, and what must have become of them."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from termkit.termbase.columns import Column, parse_column
from termkit.termbase.merge import Merged
from termkit.termbase.merge_cells import REMOVED_ROW, is_conflict
from termkit.termbase.sheet import Sheet, quote
from termkit.termbase.values import comparable, is_set, parts

PATH = "glossary/it.csv"
COLUMNS = ["id", "en", "zh-TW", "zh-TW:except", "flags", "note", "mine"]
VALUES = {
    "en": ["x", "y", "x | y"],
    "zh-TW": ["甲", "乙", "甲 | 乙", "乙 | 甲 | 丙", ""],
    "zh-TW:except": ["甲甲", "乙乙 | 甲甲", "丙丙", ""],
    "flags": ["dnt", "one-way", "dnt one-way", ""],
    "note": ["one", 'a "b", c', "一\n二", ""],
    "mine": ["=", " x ", ""],
}


@dataclass
class Branch:
    """One side: its rows, and how its file is laid out."""

    rows: dict[str, dict[str, str]]
    order: list[str]
    columns: list[str]
    bom: str = ""
    end: str = "\n"
    quoted: bool = False
    extra: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The file."""
        lines = [self.columns]
        lines += [[self.rows[key].get(name, "") for name in self.columns] for key in self.order]
        lines += [[line] + [""] * (len(self.columns) - 1) for line in self.extra]
        return self.bom + "".join(
            ",".join(quote(cell, always=self.quoted) for cell in line) + self.end for line in lines
        )


@dataclass
class History:
    """A base and two branches of it."""

    base_rows: dict[str, dict[str, str]]
    base: str
    ours: Branch
    theirs: Branch

    def verify(self, merged: Merged) -> None:
        """Assert that every edit of either side is in the result or in a conflict."""
        sheet = Sheet(merged.text, PATH)
        found = {sheet.get(row, "id"): row for row in sheet.concepts}
        assert len(found) == len(list(sheet.concepts))
        open_cells = 0
        for key in self.base_rows.keys() | self.ours.rows.keys() | self.theirs.rows.keys():
            sides = [one.get(key) for one in (self.base_rows, self.ours.rows, self.theirs.rows)]
            base, ours, theirs = sides
            if key not in found:
                left = [side for side in (ours, theirs) if side is not None]
                assert base is not None
                assert len(left) < 2
                assert all(_same(side, base) for side in left), "an edited row is gone"
                continue
            result = {name: sheet.get(found[key], name) for name in COLUMNS}
            conflicts = [name for name in COLUMNS if is_conflict(result[name])]
            open_cells += len(conflicts)
            if ours is None or theirs is None:
                side = ours if theirs is None else theirs
                assert side is not None
                assert len(conflicts) == (base is not None), "removed and edited"
                for name in COLUMNS[1:]:
                    if name in conflicts:
                        assert REMOVED_ROW in result[name]
                        assert comparable(_column(name), side.get(name, "")) in result[name]
                    else:
                        assert _equal(name, result[name], side.get(name, ""))
                continue
            for name in COLUMNS[1:]:
                _verify_cell(name, (base or {}).get(name, ""), ours, theirs, result[name])
        assert open_cells == len(merged.conflicts)
        for branch in (self.ours, self.theirs):
            for line in branch.extra:
                assert line in merged.text


def _verify_cell(
    name: str, base: str, ours: dict[str, str], theirs: dict[str, str], result: str
) -> None:
    our, their = ours.get(name, ""), theirs.get(name, "")
    if is_conflict(result):
        assert not _equal(name, our, their)
        assert not _equal(name, our, base)
        assert not _equal(name, their, base)
        assert comparable(_column(name), our) in result
        assert comparable(_column(name), their) in result
    elif _equal(name, our, base) or _equal(name, our, their):
        assert _equal(name, result, their)
    elif _equal(name, their, base):
        assert _equal(name, result, our)
    else:  # sets
        column = _column(name)
        assert is_set(column)
        before, mine, others, after = (set(parts(column, v)) for v in (base, our, their, result))
        assert after == (before & mine & others) | (mine - before) | (others - before)


def _column(name: str) -> Column:
    column = parse_column(name)
    assert isinstance(column, Column)
    return column


def _equal(name: str, one: str, other: str) -> bool:
    return comparable(_column(name), one) == comparable(_column(name), other)


def _same(one: dict[str, str], other: dict[str, str]) -> bool:
    return all(_equal(name, one.get(name, ""), other.get(name, "")) for name in COLUMNS)


@st.composite
def _cells(draw: st.DrawFn, key: str) -> dict[str, str]:
    return {"id": key} | {name: draw(_value(key, name)) for name in VALUES}


def _value(key: str, name: str) -> st.SearchStrategy[str]:
    """Return any value of a cell; no two rows have one English term, so that none is taken for another."""
    values = st.sampled_from(VALUES[name])
    return values.map(lambda value: f"{key} {value}") if name == "en" else values


@st.composite
def _branch(draw: st.DrawFn, base: dict[str, dict[str, str]], number: int) -> Branch:
    rows = {key: dict(cells) for key, cells in base.items()}
    for key in draw(st.lists(st.sampled_from(sorted(base)), max_size=6)) if base else []:
        if draw(st.integers(0, 4)):
            name = draw(st.sampled_from(sorted(VALUES)))
            if key in rows:
                rows[key][name] = draw(_value(key, name))
        else:
            rows.pop(key, None)
    order = list(rows)
    for _ in range(draw(st.integers(0, 3))):
        # Some ids are added on both sides.
        key = draw(st.sampled_from([f"new{number}-{len(rows)}", "both"]))
        if key not in rows:
            rows[key] = draw(_cells(key))
            order.insert(draw(st.integers(0, len(order))), key)
    if draw(st.booleans()):
        order = draw(st.permutations(order))
    columns = draw(st.permutations(COLUMNS)) if draw(st.booleans()) else COLUMNS
    spreadsheet = draw(st.booleans())
    return Branch(
        rows,
        list(order),
        list(columns),
        "\ufeff" if spreadsheet else "",
        "\r\n" if spreadsheet else "\n",
        draw(st.booleans()),
        [f"# comment of {number}"] if draw(st.booleans()) else [],
    )


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any two histories of one file."""
    keys = [f"r{number}" for number in range(draw(st.integers(0, 5)))]
    rows = {key: draw(_cells(key)) for key in keys}
    base = Branch(rows, keys, COLUMNS).text
    return History(rows, base, draw(_branch(rows, 1)), draw(_branch(rows, 2)))
