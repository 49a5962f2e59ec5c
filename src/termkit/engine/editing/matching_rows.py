"""Finding the row of a term base file that a row of another file is about, and naming new ones."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from termkit.locales import EN
from termkit.termbase.assignments import id_from
from termkit.termbase.columns import ID, ID_FORM, TERM_LOCALES, split_cell
from termkit.termbase.sheet import Row, Sheet


class Match(StrEnum):
    """What makes a row of a file the same as one of the term base."""

    EITHER = "either"
    ID = "id"
    TERM = "term"


class Rows:
    """The rows of a file by id and by term."""

    def __init__(self, sheet: Sheet) -> None:
        self._ids: dict[str, Row] = {}
        self._terms: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        self._sheet = sheet
        for row in sheet.concepts:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take note of a row."""
        self._ids.setdefault(self._sheet.get(row, ID).strip(), row)
        for locale in TERM_LOCALES:
            for term in split_cell(self._sheet.get(row, locale)):
                self._terms[locale, _key(term)].append(row)

    def find(self, cells: Mapping[str, str], match: Match, main: str) -> list[Row]:
        """Return the rows that ``cells`` may be about: none, the one, or several.

        By term, a row has to share one of the ``main`` locale (else of English, else of
        the first locale there is); of several, those that share most terms stay.
        """
        known = self._ids.get(cells.get(ID, ""))
        if known and match is not Match.TERM:
            return [known]
        if match is Match.ID:
            return []
        key = next((tag for tag in (main, EN, *TERM_LOCALES) if cells.get(tag)), "")
        found: dict[int, Row] = {}
        for term in split_cell(cells.get(key, "")):
            found |= {id(row): row for row in self._terms.get((key, _key(term)), ())}
        shared = {place: self._shared(row, cells) for place, row in found.items()}
        return [row for place, row in found.items() if shared[place] == max(shared.values())]

    def _shared(self, row: Row, cells: Mapping[str, str]) -> int:
        return sum(
            bool(_terms(self._sheet.get(row, locale)) & _terms(cells.get(locale, "")))
            for locale in TERM_LOCALES
        )


def new_ids(taken: Collection[str], stem: str) -> "Ids":
    """Return what gives ids that nobody has."""
    return Ids(set(taken), id_from(stem) or "import")


class Ids:
    """Ids for new rows: their own, else made of the English term, else of the file's name."""

    def __init__(self, taken: set[str], stem: str) -> None:
        self._taken = taken
        self._stem = stem
        self._number = 0

    def give(self, cells: Mapping[str, str], here: Collection[str]) -> str:
        """Return an id for a row; its own is kept unless it stands in the file already (``here``)."""
        own = cells.get(ID, "")
        if ID_FORM.match(own) and own not in here:
            self._taken.add(own)
            return own
        english = next(iter(split_cell(cells.get(EN, ""))), "")
        for candidate in self._candidates(id_from(own) or id_from(english)):
            if candidate not in self._taken and candidate not in here:
                self._taken.add(candidate)
                return candidate
        raise AssertionError("numbers never end")

    def _candidates(self, name: str) -> Iterator[str]:
        if name:
            yield name
        number = 1
        while True:
            if name:
                number += 1
                yield f"{name}-{number}"
            else:
                self._number += 1
                yield f"{self._stem}-{self._number}"


def _key(term: str) -> str:
    return term.strip().lower()


def _terms(cell: str) -> set[str]:
    return {_key(term) for term in split_cell(cell)}
