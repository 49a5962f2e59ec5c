"""Collecting the rows of a file, term by term, with a note of what has no place in them."""

from collections.abc import Iterable

from termkit.glossary_formats import Imported, ImportedRow
from termkit.locales import find_locale
from termkit.messages import tr
from termkit.problems import Problem
from termkit.termbase.columns import ID, SEPARATOR
from termkit.termbase.rows import join_cell


class Notes:
    """What has no place in the term base: each kind once, with its first line and how often."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: dict[tuple[str, str], list[int]] = {}

    def add(self, message: str, line: int = 0, column: str = "") -> None:
        """Note something at a line."""
        self._found.setdefault((column, message), []).append(line)

    def problems(self) -> tuple[Problem, ...]:
        """Return the notes, in the order of their first lines."""
        return tuple(
            Problem(self._path, lines[0], column, message + _times(len(lines)))
            for (column, message), lines in self._found.items()
        )


class Collector:
    """Rows in the making: terms and texts are put into the row that is open."""

    def __init__(self, path: object) -> None:
        self.notes = Notes(str(path))
        self._rows: list[ImportedRow] = []
        self._terms: dict[str, dict[str, None]] = {}
        self._texts: dict[str, dict[str, None]] = {}
        self._line = 0

    def open(self, line: int = 0, concept_id: str = "") -> None:
        """Begin a row, and finish the one before."""
        self.finish()
        self._line = line
        if concept_id:
            self.set(ID, concept_id)

    def term(self, column: str, term: str) -> None:
        """Put a term into a cell: ``zh-TW``, or ``zh-TW:avoid``; each stands there once."""
        text = " ".join(term.split())
        if SEPARATOR in text:
            self.notes.add(
                tr("“{text}”: a term cannot hold {separator}", text=text, separator=SEPARATOR),
                self._line,
                column,
            )
        elif text:
            self._terms.setdefault(column, {})[text] = None

    def terms(self, column: str, terms: Iterable[str]) -> None:
        """Put several terms into a cell."""
        for term in terms:
            self.term(column, term)

    def text(self, column: str, text: str) -> None:
        """Put a text into a cell; where another one stands already, both are kept."""
        if text := text.strip():
            self._texts.setdefault(column, {})[text] = None

    def set(self, column: str, text: str) -> None:
        """Put a text into a cell as it is, white space at its ends included."""
        if text:
            self._texts[column] = {text: None}

    def finish(self) -> None:
        """Finish the row that is open; one that names nothing is dropped."""
        cells: dict[str, str] = {}
        for column, terms in self._terms.items():
            locale, _, aspect = column.partition(":")
            good = self._terms.get(locale, {}) if aspect == "avoid" else {}
            cells[column] = join_cell(tuple(term for term in terms if term not in good))
        cells |= {column: "\n".join(texts) for column, texts in self._texts.items()}
        if self._terms or ID in self._texts:
            filled = {column: cell for column, cell in cells.items() if cell}
            self._rows.append(ImportedRow(filled, self._line))
        self._terms, self._texts = {}, {}

    def result(self, source: str = "") -> Imported:
        """Return the rows and the notes, of a bilingual file with its source."""
        self.finish()
        return Imported(tuple(self._rows), self.notes.problems(), source)


def locale_column(tag: str) -> str:
    """Return the column that serves the locale of a tag, or "".

    A script without a region has the column of its usual region; zh-SG and zh-MO, whose
    words may differ from those of their column, have none.
    """
    locale = find_locale(tag) or find_locale(tag.replace("_", "-").partition("-")[0])
    return locale.base if locale and (locale.tag == locale.base or locale.script_only) else ""


def locale_columns(tags: Iterable[str]) -> dict[str, str]:
    """Return the column for each of the tags that stand side by side: a region before its script."""
    columns = {tag: column for tag in tags if (column := locale_column(tag))}
    own = {column for tag, column in columns.items() if not _names_script(tag)}
    return {tag: c for tag, c in columns.items() if c not in own or not _names_script(tag)}


def _names_script(tag: str) -> bool:
    locale = find_locale(tag)
    return locale is not None and locale.script_only


def _times(count: int) -> str:
    return tr(" ({number} times)", number=count) if count > 1 else ""
