"""A three-way merge of term base files, by id and column.

Layout is merged like everything else: byte order mark, line ends, the order of rows
and columns, quotes. A file that a spreadsheet has sorted or saved anew conflicts with
nothing, and what it rewrote without being asked (001 as 1) is put back first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from termkit.problems import Problem
from termkit.termbase.columns import ID
from termkit.termbase.identity import find_renames, keyed_rows
from termkit.termbase.merge_rows import MergedRow, merge_rows
from termkit.termbase.resaved import undo
from termkit.termbase.sheet import Sheet, open_sheets
from termkit.text import LINE_BREAK


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged file, what is open in it, and what was put back before."""

    text: str
    conflicts: tuple[Problem, ...] = ()
    resaved: tuple[Problem, ...] = ()


def merge(base: str, ours: str, theirs: str, path: str) -> Merged:
    """Merge two versions of a file that both come from ``base``, which may be empty.

    Raises InputError where a version cannot be taken apart into cells.
    """
    sheets = _read({"base": base, "ours": ours, "theirs": theirs}, path)
    before, our, their = sheets
    resaved = [*undo([before], [our]), *undo([before], [their])]
    if our.text in {before.text, their.text}:
        return Merged(their.text, (), tuple(resaved))
    if their.text == before.text:
        return Merged(our.text, (), tuple(resaved))
    _rename(before, our, their)
    _rename(before, their, our)
    rows, bom = merge_rows(before, our, their)
    text = bom + "".join(one.row.text for one in rows)
    return Merged(text, tuple(_problems(rows, path)), tuple(resaved))


def _rename(base: Sheet, side: Sheet, other: Sheet) -> None:
    """Give a row that one side renamed its new id everywhere, so that the other's edits find it."""
    old, new, others = keyed_rows([base]), keyed_rows([side]), keyed_rows([other])
    for before, after in find_renames(old, new).items():
        if before in others and after not in others:
            for place in (old[before], others[before]):
                place.sheet.set(place.row, ID, after.id)


def _read(texts: Mapping[str, str], path: str) -> list[Sheet]:
    # Two branches that add one file have no base.
    sources = {name: text or (f"{ID}\n" if name == "base" else "") for name, text in texts.items()}
    return open_sheets({f"{path} ({name})": source for name, source in sources.items()})


def _problems(rows: Iterable[MergedRow], path: str) -> Iterator[Problem]:
    """Tell every conflict with the line of its row."""
    line = 1
    for one in rows:
        for conflict in one.conflicts:
            yield Problem(path, line, conflict.column, conflict.message)
        line += len(LINE_BREAK.findall(one.row.text))
